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
	uint32_t cp;
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
	mark_all(s, ";", SIFT_STOP);
	mark_all(s, "。!?\n", SIFT_END);
	for (cp = 0x2000; cp <= 0x3000; cp++)
		if (utf8_fold(cp) != cp)
			chars_add(&s->chars, cp);
	for (k = 0; k < sizeof s->pair; k++)
		s->pair[k] |= tb->stops.pair[k];
}

/* A text on its way through the sieve. */
struct passage {
	const struct sift *s;
	struct str text;
	size_t from; /* what stands before is in h */
	struct half *h;
	struct marks *m;
};

/* 1 when the character in front of byte i, a, stands in front of one that
 * makes it worth a look. */
static int
is_paired(const struct passage *p, size_t i, uint32_t a)
{
	uint32_t b = 0, h;

	if (i < p->text.len) {
		utf8_decode(p->text.s + i, p->text.len - i, &b);
		b = utf8_fold(b);
	}
	h = lexis_pair(a, b > 0xffff ? 0 : b);
	return p->s->pair[h >> 3] >> (h & 7) & 1;
}

/* Takes in the text up to byte i. */
static void
take(struct passage *p, size_t i)
{
	struct buf *b = &p->h->text;

	memcpy(b->s + b->len, p->text.s + p->from, i - p->from);
	b->len += i - p->from;
	p->from = i;
}

/* Marks the character cp, w bytes wide at byte i of the text, where it has a
 * kind; it goes to byte `to`. */
static void
note(struct passage *p, size_t i, size_t w, size_t to, uint32_t cp)
{
	unsigned kind = cp < 0x10000 ? p->s->kind[cp] : SIFT_NONE;
	struct marks *m = p->m;

	if (!kind || ((kind & SIFT_PAIRED) && !is_paired(p, i + w, cp)))
		return;
	m->v = mem_grow(m->v, &m->cap, m->n + 1, sizeof *m->v);
	m->v[m->n].at = (uint32_t)to;
	m->v[m->n].kind = (uint8_t)(kind & SIFT_KINDS);
	m->n++;
}

/* The character at byte i, which may have a kind or be wide; its bytes. */
static size_t
look(struct passage *p, size_t i)
{
	struct buf *b = &p->h->text;
	uint32_t cp, half;
	size_t w, at = b->len + (i - p->from);

	w = utf8_decode(p->text.s + i, p->text.len - i, &cp);
	half = utf8_fold(cp);
	note(p, i, w, at, half);
	if (half != cp) {
		take(p, i);
		b->len += utf8_encode(b->s + b->len, half);
		p->from = i + w;
		half_shift(p->h, b->len, p->from);
	}
	return w;
}

void
sift_text(
    const struct sift *s, struct str text, struct half *h, struct marks *m)
{
	struct passage p = {s, text, 0, h, m};
	struct text t = {text.s, text.len, NULL};
	size_t i = 0;

	m->n = 0;
	half_begin(h, text.len);
	for (;;) {
		i = chars_next(&s->chars, &t, i, t.n);
		while (i < t.n && (unsigned char)t.s[i] < 0x80 &&
		       !s->kind[(unsigned char)t.s[i]])
			i++;
		if (i == t.n)
			break;
		i += look(&p, i);
	}
	take(&p, t.n);
	h->text.s[h->text.len] = '\0';
}
