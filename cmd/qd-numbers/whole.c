#include "whole.h"

#include "judge.h"
#include "whole_when.h"

#define WHOLE 200 /* bytes of the longest text that is read so, */
#define TIME 45	  /* and of one that is a time */

/* 1 when one quantity covers the text. */
static int
covered(const struct scan *s)
{
	return s->found.n == 1 && s->found.v[0].from == 0 &&
	       s->found.v[0].to == s->t.n;
}

static size_t
spaces(const struct text *t, size_t i)
{
	while (text_is(t, i, " "))
		i++;
	return i;
}

/* .77: its end, or 0. */
static size_t
read_places(const struct text *t, size_t i, struct dec *d)
{
	size_t to = numeral_digits(t, i + 1), k;

	if (!text_is(t, i, ".") || to == i + 1)
		return 0;
	*d = dec_of(0);
	for (k = i + 1; k < to; k++)
		if (dec_push(d, (unsigned)(t->s[k] - '0')))
			return 0;
	d->e = -(int)(to - i - 1);
	return to;
}

/* Han digits one by one, cheque digits too: 壹壹. */
static size_t
read_digits(const struct text *t, size_t i, struct dec *d)
{
	size_t w;
	unsigned c;

	*d = dec_of(0);
	for (;; i += w) {
		c = text_class(t, i, &w);
		if (((c & HAN_KIND) != HAN_DIGIT &&
			(c & HAN_KIND) != HAN_FORMAL) ||
		    dec_push(d, c & HAN_VALUE))
			return i;
	}
}

/* 3/5 at i, added to d: its end, or 0. */
static size_t
read_part(const struct text *t, size_t i, struct dec *d)
{
	struct dec num, den, q;
	size_t to = arabic_read(t, i, &num), k;

	if (!to || to == i || !text_is(t, to, "/"))
		return 0;
	k = arabic_read(t, to + 1, &den);
	if (!k || k == to + 1 || dec_div(&q, &num, &den) || dec_add(d, &q))
		return 0;
	return k;
}

/* A number without its sign: its end, or 0; *parts: a fraction is in it. */
static size_t
read_number(const struct text *t, size_t i, struct dec *d, int *parts)
{
	struct numeral n;
	size_t to = read_places(t, i, d), k, skip, w;

	*parts = 0;
	if (to)
		return to;
	*d = dec_of(0);
	if ((to = read_part(t, i, d)) != 0) {
		*parts = 1;
		return to;
	}
	if (text_is(t, i, "半百")) {
		*d = dec_of(50);
		return i + strlen("半百");
	}
	to = numeral_parse(t, i, &n, &skip);
	if (to && (n.flags & NUM_BARE) &&
	    (text_class(t, to - 3, &w) & HAN_KIND) == HAN_SCALE)
		return 0; /* 万 is a word */
	if (!to || (n.flags & (NUM_RANGE | NUM_VAGUE | NUM_HALF))) {
		to = read_digits(t, i, d);
		return to - i > 3 ? to : 0;
	}
	*d = n.lo;
	k = spaces(t, to);
	if (k > to && (k = read_part(t, k, d)) != 0) {
		*parts = 1;
		to = k;
	}
	/* a digit may stand behind a numeral only of its own kind */
	return (text_class(t, to, &w) & HAN_KIND) == HAN_DIGIT ? 0 : to;
}

static void
add_number(
    struct scan *s, size_t from, size_t to, const struct dec *d, int part)
{
	struct quantity *q =
	    quantity_begin(&s->found, part ? KIND_RATIO : KIND_NUMBER, from);

	quantity_number(&s->found, q, d, d, 0);
	quantity_end(&s->found, q, to, str_of(""));
}

/* A number, or several with commas and spaces between them; go: adds them,
 * else only looks. */
static int
read_list(struct scan *s, int go)
{
	const struct text *t = &s->t;
	size_t i = 0, to, w;
	struct dec d;
	int neg, part;

	while (i < t->n) {
		neg = text_is(t, i, "-") || text_is(t, i, "负");
		to = neg ? spaces(t, i + (t->s[i] == '-' ? 1 : 3)) : i;
		to = read_number(t, to, &d, &part);
		if (!to || (to < t->n && !text_in(text_at(t, to, &w), ", ;、")))
			return 0;
		d.neg = neg;
		if (go)
			add_number(s, i, to, &d, part);
		for (i = to; text_in(text_at(t, i, &w), ", ;、"); i += w)
			continue;
		if (i == t->n && i > to)
			return 0; /* 一、 numbers what follows */
	}
	return 1;
}

/* A numeral and a unit that is too short or too common a word in a text: 一升,
 * 一个. */
static int
read_amount(struct scan *s)
{
	struct amount a;
	size_t skip, len;

	if (!numeral_parse(&s->t, 0, &a.n, &skip))
		return 0;
	a.u = tables_unit(s->tb, &s->t, a.n.to, &len);
	if (!a.u || a.n.to + len != s->t.n || a.u->kind < UNIT_MONEY ||
	    a.u->kind > UNIT_COUNT)
		return 0;
	a.unit = a.n.to;
	a.unit_end = a.to = s->t.n;
	a.rate = 0;
	quantity_reset(&s->found);
	judge_amount(s, &a);
	return 1;
}

/* 米九: a metre and nine tenths. */
static int
read_metre(struct scan *s)
{
	const struct text *t = &s->t;
	const struct unit *u;
	struct quantity *q;
	struct dec d;
	size_t to, w, n = strlen("米");
	unsigned c = text_class(t, n, &w);

	to = n + w;
	if (!text_is(t, 0, "米") || (c & HAN_KIND) != HAN_DIGIT ||
	    (to < t->n && !(text_is(t, to, "左右") && to + 6 == t->n)) ||
	    !(u = tables_word(s->tb, "米")))
		return 0;
	d = dec_of(10 + (c & HAN_VALUE));
	d.e = -1;
	quantity_reset(&s->found);
	q = quantity_begin(&s->found, KIND_MEASURE, 0);
	q->u = u;
	quantity_number(&s->found, q, &d, &d, 0);
	quantity_end(&s->found, q, to, u->unit);
	return 1;
}

/* 1 when the text begins as a number does, or 米九. */
static int
begins(const struct text *t)
{
	size_t w;
	uint32_t cp = text_at(t, 0, &w);

	return han_classes[cp & 0xffff] || is_digit(cp) ||
	       text_in(cp, "-.负米");
}

void
whole_read(struct scan *s)
{
	if (s->t.n > WHOLE || (s->t.n <= TIME && whole_when(s)) ||
	    !begins(&s->t) || covered(s) || read_amount(s) || read_metre(s) ||
	    !read_list(s, 0))
		return;
	quantity_reset(&s->found);
	read_list(s, 1);
}
