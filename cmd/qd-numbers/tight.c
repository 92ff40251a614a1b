#include "tight.h"

#include "arabic.h"
#include "utf8.h"

#define AHEAD 40 /* bytes of what follows that are looked at */

/* What stands around a run of spaces. */
struct gap {
	const struct tables *tb;
	struct text behind; /* what is kept so far, in front of the gap */
	struct text ahead;  /* what follows, without its spaces */
	char bytes[AHEAD];  /* of that */
};

/* The class of the last character of t (HAN_DIGIT for an Arabic digit), its
 * width in *w. */
static unsigned
last_class(const struct text *t, size_t end, size_t *w)
{
	uint32_t cp = text_before(t, end, w);

	return is_digit(cp) ? HAN_DIGIT | (cp - '0') : han_classes[cp & 0xffff];
}

/* 1 when the byte at i of a class of numerals (0 for none) belongs to a
 * number: a digit, a scale word. */
static int
is_number(unsigned c)
{
	switch (c & HAN_KIND) {
	case HAN_DIGIT:
	case HAN_FORMAL:
	case HAN_LIANG:
	case HAN_SCALE:
	case HAN_TENS:
		return 1;
	}
	return 0;
}

/* The bytes of the unit at byte i of t, or of another word that carries a
 * number on; 0 when none is there. */
static size_t
unit_ahead(const struct tables *tb, const struct text *t, size_t i)
{
	static const char *const words[] = {"分之", "年", "月", "日", "号",
	    "號", "时", "時", "点", "點", "季度", "世纪", "旬"};
	const struct unit *u;
	size_t len, k;

	u = tables_unit(tb, t, i, &len);
	if (u)
		return u->kind == UNIT_NONE ? 0 : len;
	for (k = 0; k < sizeof words / sizeof *words; k++)
		if (text_is(t, i, words[k]))
			return strlen(words[k]);
	return 0;
}

/* 多, 余 at byte i, with a scale word or a unit behind: the bytes of both. */
static size_t
more_ahead(const struct tables *tb, const struct text *t, size_t i)
{
	size_t w, w2, len;

	if ((text_class(t, i, &w) & HAN_KIND) != HAN_MORE)
		return 0;
	if ((text_class(t, i + w, &w2) & HAN_KIND) == HAN_SCALE)
		return w + w2;
	len = unit_ahead(tb, t, i + w);
	return len ? w + len : 0;
}

/* 1 when the number in front of the gap is one Han digit at the end of a
 * word: 方案一. */
static int
in_a_word(const struct text *t)
{
	size_t w, w2;
	unsigned c = last_class(t, t->n, &w);
	uint32_t prev;

	if (is_digit((unsigned char)t->s[t->n - 1]) ||
	    (c & HAN_KIND) == HAN_SCALE)
		return 0;
	prev = text_before(t, t->n - w, &w2);
	return prev >= 0x4e00 && prev != 0x7b2c && !han_classes[prev & 0xffff];
}

/* Behind a number: the bytes ahead that go on with it. */
static size_t
goes_on(const struct gap *g, unsigned before)
{
	const struct text *t = &g->ahead;
	size_t w;
	unsigned c = text_class(t, 0, &w);
	int scale = (before & HAN_KIND) == HAN_SCALE;

	if ((c & HAN_KIND) == HAN_SCALE ||
	    (scale && (is_number(c) || (c & HAN_KIND) == HAN_SOME)))
		return w;
	if ((c & HAN_KIND) == HAN_MORE)
		return more_ahead(g->tb, t, 0);
	if ((c & HAN_KIND) == HAN_POINT && is_number(text_class(t, w, &w)))
		return 3;
	if (text_is(t, 0, "又") && is_number(text_class(t, 3, &w)))
		return 3;
	if (c && (c & HAN_KIND) != HAN_HALF && (c & HAN_KIND) != HAN_LIANG)
		return 0;
	return in_a_word(&g->behind) ? 0 : unit_ahead(g->tb, t, 0);
}

/* The end of the Arabic number ahead, with its groups and its point. */
static size_t
number_ahead(const struct text *t)
{
	size_t i = 0;

	while (i < t->n &&
	       (is_digit((unsigned char)t->s[i]) ||
		   ((t->s[i] == '.' || t->s[i] == ',') && i + 1 < t->n &&
		       is_digit((unsigned char)t->s[i + 1]))))
		i++;
	return i;
}

/* In front of an Arabic number: the bytes ahead that go on with the Han
 * characters behind. */
static size_t
han_number(const struct gap *g, unsigned before)
{
	const struct text *t = &g->ahead;
	size_t to = number_ahead(t), w;
	unsigned c = text_class(t, to, &w);

	if (to == 0 || to == t->n)
		return 0;
	if ((before & HAN_KIND) == HAN_SCALE) /* 7万 5千 */
		return (c & HAN_KIND) == HAN_SCALE && (c & HAN_VALUE) < 4
			   ? to + w
			   : 0;
	if (text_ends(&g->behind, g->behind.n, "分之"))
		return to;
	if ((c & HAN_KIND) == HAN_SCALE || more_ahead(g->tb, t, to))
		return to + w;
	return unit_ahead(g->tb, t, to) ? to : 0;
}

/* The bytes ahead that belong to what is behind the gap; 0: it stays. */
static size_t
joins(const struct gap *g)
{
	size_t w, w2;
	uint32_t prev = text_before(&g->behind, g->behind.n, &w);
	unsigned before = last_class(&g->behind, g->behind.n, &w), c;
	unsigned next = text_class(&g->ahead, 0, &w2);

	if (is_number(before)) {
		if (g->ahead.n && is_digit((unsigned char)g->ahead.s[0]))
			return is_digit(prev) ? 0 : han_number(g, before);
		return goes_on(g, before);
	}
	c = g->behind.n > w ? last_class(&g->behind, g->behind.n - w, &w2) : 0;
	if ((before & HAN_KIND) == HAN_MORE || (before & HAN_KIND) == HAN_SOME)
		return is_number(c) ? goes_on(g, before) : 0;
	if ((before & HAN_KIND) == HAN_POINT && is_number(c) && is_number(next))
		return w2;
	if (text_ends(&g->behind, g->behind.n, "分之") || prev == 0x53c8)
		return is_number(next) || number_ahead(&g->ahead) ? 1 : 0;
	if (prev == 0x7b2c) /* 第 */
		return is_number(next) || number_ahead(&g->ahead) ? 1 : 0;
	if (prev == 0x6210 && is_number(c) && (next & HAN_KIND) == HAN_DIGIT &&
	    text_at(&g->ahead, w2, &w) < 0x4e00)
		return w2; /* 七成 六 */
	if (text_is(&g->ahead, 0, "之") && prev == 0x5206 && is_number(c))
		return 3;
	return prev >= 0x4e00 ? han_number(g, before) : 0;
}

/* Fills what is ahead of byte i of s, without spaces. */
static void
look(struct gap *g, const char *s, size_t n, size_t i)
{
	size_t k = 0, w;
	struct text t = {s, n, NULL};

	for (; i < n && k + 4 <= AHEAD; i += w) {
		text_at(&t, i, &w);
		if (s[i] != ' ') {
			memcpy(g->bytes + k, s + i, w);
			k += w;
		}
	}
	g->ahead.s = g->bytes;
	g->ahead.n = k;
}

/* A text whose bytes move to the front, and its way back. */
struct way {
	struct half *h;
	size_t k; /* shifts of h->old that are behind */
	int gone; /* bytes were left out */
};

/* The byte at i goes to `to`. */
static void
move(struct way *w, size_t i, size_t to)
{
	struct half *h = w->h;
	const struct half_shift *v;
	int turn = w->gone;

	for (; w->k < h->nold && h->old[w->k].at <= i; w->k++)
		turn = 1;
	if (turn) {
		v = &h->old[w->k - 1];
		half_shift(h, to, v->source + (i - v->at));
	}
	w->gone = 0;
	h->text.s[to] = h->text.s[i];
}

/* The end of the run of spaces at i. */
static size_t
gap_end(const struct half *h, size_t i)
{
	while (i < h->text.len && h->text.s[i] == ' ')
		i++;
	return i;
}

/* What joins what stands in front of the run of spaces i..end (k bytes of the
 * text by now) to what follows: the bytes of that; 0: the spaces stay. */
static size_t
glue_at(struct gap *g, const struct half *h, size_t k, size_t end)
{
	if (k == 0 || end >= h->text.len)
		return 0;
	g->behind.n = k;
	look(g, h->text.s, h->text.len, end);
	return joins(g);
}

/* The first run of spaces of the text that goes; its length if none does. */
static size_t
first_gap(struct gap *g, const struct half *h)
{
	const char *s = h->text.s, *space;
	size_t i = 0, end;

	while ((space = memchr(s + i, ' ', h->text.len - i)) != NULL) {
		i = (size_t)(space - s);
		end = gap_end(h, i);
		if (glue_at(g, h, i, end))
			return i;
		i = end;
	}
	return h->text.len;
}

/* Turns to the text from byte i on, which is the first to move. */
static void
begin(struct way *w, size_t i)
{
	half_again(w->h);
	for (; w->k < w->h->nold && w->h->old[w->k].at < i; w->k++)
		half_shift(w->h, w->h->old[w->k].at, w->h->old[w->k].source);
}

void
tight_text(const struct tables *tb, struct half *h)
{
	struct gap g = {tb, {h->text.s, 0, NULL}, {NULL, 0, NULL}, {0}};
	struct way way = {h, 0, 0};
	const char *s = h->text.s;
	size_t n = h->text.len, i, k, end, glue = 0;

	if (n == 0 || (i = k = first_gap(&g, h)) == n)
		return;
	begin(&way, i);
	while (i < n) {
		if (s[i] != ' ') {
			glue -= glue > 0;
			move(&way, i++, k++);
			continue;
		}
		end = gap_end(h, i);
		if (!glue)
			glue = glue_at(&g, h, k, end);
		if (glue) {
			way.gone = 1;
			i = end;
		}
		for (; i < end; i++, k++)
			move(&way, i, k);
	}
	move(&way, n, k);
	h->text.len = k;
	h->gaps = 1;
}

size_t
tight_end(struct str s, size_t from, size_t to)
{
	uint32_t cp;
	size_t w;

	while (to > from) {
		w = utf8_before(s.s, to, &cp);
		if (!utf8_isspace(cp))
			break;
		to -= w;
	}
	return to;
}
