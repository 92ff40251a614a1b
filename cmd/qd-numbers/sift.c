#include "sift.h"

#include "utf8.h"
#include "when.h"

static void
mark(struct sift *s, uint32_t cp, unsigned kind)
{
	s->kind[cp] = (uint8_t)kind;
	chars_add(&s->chars, cp);
}

static void
mark_all(struct sift *s, const char *chars, unsigned kind)
{
	struct text t = {chars, strlen(chars), NULL};
	size_t i, w;

	for (i = 0; i < t.n; i += w)
		mark(s, text_at(&t, i, &w), kind);
}

/* a in front of b is to be seen. */
static void
join(struct sift *s, uint32_t a, uint32_t b)
{
	uint32_t h = lexis_pair(a, b);

	s->pair[h >> 3] |= (uint8_t)(1U << (h & 7));
}

/* Each of the characters leads in front of each of nexts. */
static void
join_all(struct sift *s, const char *leads, const char *nexts)
{
	struct text a = {leads, strlen(leads), NULL};
	struct text b = {nexts, strlen(nexts), NULL};
	size_t i, k, w, w2;
	uint32_t lead;

	for (i = 0; i < a.n; i += w) {
		lead = text_at(&a, i, &w);
		for (k = 0; k < b.n; k += w2)
			join(s, lead, text_at(&b, k, &w2));
	}
}

/* Each of the characters leads in front of whatever numerals are made of. */
static void
join_numerals(struct sift *s, const char *leads)
{
	char all[4 * 128];
	size_t n = 0;
	uint32_t cp;

	for (cp = HAN_FIRST; cp < HAN_LAST; cp++)
		if (han_classes[cp] && n + 8 < sizeof all)
			n += utf8_encode(all + n, cp);
	all[n] = '\0';
	join_all(s, leads, all);
	join_all(s, leads, "0123456789");
}

static void
mark_times(struct sift *s)
{
	const struct when_lead *l;

	for (l = when_leads; l->leads; l++) {
		mark_all(s, l->leads, SIFT_WHEN | SIFT_PAIRED);
		join_all(s, l->leads, l->nexts);
		join_all(s, l->leads, "半"); /* 大半年 */
		if (l->numerals)
			join_numerals(s, l->leads);
	}
}

static void
mark_numerals(struct sift *s)
{
	/* these are numerals only with others behind: 几 in 几十, 陆 in 陆佰 */
	static const char paired[] = "几幾数數壹贰貳叁參叄肆伍陆陸柒捌玖";
	uint32_t cp;

	for (cp = HAN_FIRST; cp < HAN_LAST; cp++)
		if (han_begins(cp))
			mark(s, cp, SIFT_NUMERAL);
	mark_all(s, "0123456789", SIFT_NUMERAL);
	mark_all(s, paired, SIFT_NUMERAL | SIFT_PAIRED);
	join_numerals(s, paired);
	join_all(s, paired, "个個"); /* 伍个亿 */
}

void
sift_open(struct sift *s, const struct tables *tb)
{
	size_t k;

	memset(s, 0, sizeof *s);
	chars_open(&s->chars);
	mark_times(s);
	mark_numerals(s);
	mark_all(s, "第", SIFT_ORDINAL);
	mark_all(s, "@", SIFT_CODE);
	mark_all(s, ":w", SIFT_CODE | SIFT_PAIRED);
	join_all(s, ":", "/");
	join_all(s, "w", "w");
	mark_all(s, "折", SIFT_HALF);
	mark_all(s, "“‘「『", SIFT_OPEN);
	mark_all(s, "”’」』", SIFT_CLOSE);
	mark_all(s, ";", SIFT_STOP);
	mark_all(s, "。!?\n", SIFT_END);
	for (k = 0; k < sizeof s->pair; k++)
		s->pair[k] |= tb->stops.pair[k];
}

/* 1 when the character a, w bytes wide at byte i, stands in front of one that
 * makes it worth a look. */
static int
is_paired(const struct sift *s, const struct text *t, size_t i, uint32_t a)
{
	size_t w;
	uint32_t h = lexis_pair(a, text_at(t, i, &w));

	return s->pair[h >> 3] >> (h & 7) & 1;
}

unsigned
sift_next(const struct sift *s, const struct text *t, size_t *i, size_t *w)
{
	unsigned kind;
	uint32_t cp;
	size_t at;

	for (at = *i; at < t->n; at += *w) {
		at = chars_next(&s->chars, t, at, t->n);
		while (at < t->n && (unsigned char)t->s[at] < 0x80 &&
		       !s->kind[(unsigned char)t->s[at]])
			at++;
		cp = text_at(t, at, w);
		kind = s->kind[cp & 0xffff];
		if (kind & SIFT_PAIRED && !is_paired(s, t, at + *w, cp))
			continue;
		if (kind) {
			*i = at;
			return kind & SIFT_KINDS;
		}
	}
	*i = t->n;
	*w = 0;
	return SIFT_NONE;
}
