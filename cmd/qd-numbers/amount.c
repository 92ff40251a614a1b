#include "amount.h"

#include <string.h>

int
amount_is_one(const struct text *t, const struct numeral *n)
{
	return n->to - n->from == 3 && text_is(t, n->from, "一");
}

/* 七五折: two digits in front of 折 say hundredths. */
static int
is_discount(const struct numeral *n, const struct unit *u)
{
	return u->kind == UNIT_PERCENT && n->core - n->from == 6 &&
	       str_is(u->surface, "折");
}

/* 航速可达30节: a word of speed stands shortly before byte i. */
static int
is_speed(const struct text *t, size_t i)
{
	size_t n;

	for (n = 0; n < 24 && i > 0; n++, i--) {
		if (text_ends(t, i, "速"))
			return 1;
		if (text_ends(t, i, ",") || text_ends(t, i, "。"))
			return 0;
	}
	return 0;
}

/* 1 when u goes with the numeral in front of it. */
static int
fits(const struct text *t, const struct numeral *n, const struct unit *u)
{
	int one = amount_is_one(t, n);
	int han = (n->flags & NUM_HAN) && n->core - n->from == 3 &&
		  !(n->flags & (NUM_BARE | NUM_RANGE));

	if (u->kind == UNIT_ORDINAL)
		return 0;
	if (((n->flags & NUM_STRING) && !is_discount(n, u)) ||
	    (u->kind >= UNIT_COUNT && (n->flags & NUM_HALF)))
		return 0;
	if (one && (u->kind >= UNIT_COUNT || (u->flags & UNIT_NOT_ONE)))
		return 0;
	if (han && (u->flags & UNIT_LONG))
		return 0;
	if ((u->flags & UNIT_SPEED) && !is_speed(t, n->from))
		return 0;
	if ((n->flags & NUM_BARE) && n->core - n->from <= 6 &&
	    !(n->flags & NUM_MORE) && !(u->flags & UNIT_BARE)) {
		/* 百家, 千户; but 上百家 */
		size_t w;

		return u->kind >= UNIT_COUNT &&
		       text_in(text_before(t, n->from, &w), "上近超逾达约");
	}
	return 1;
}

/* 1 when nothing but a letter or digit of the same word follows. */
static int
cut_word(const struct text *t, size_t from, size_t to)
{
	uint32_t last, next;
	size_t w;

	if (to == from)
		return 0;
	last = (unsigned char)t->s[to - 1];
	next = text_at(t, to, &w);
	return is_letter(last) && (is_letter(next) || is_digit(next));
}

/* The unit at i that goes with n, and its length; NULL when none does. */
static const struct unit *
unit_at(const struct tables *tb, const struct text *t, size_t i,
    const struct numeral *n, size_t *len)
{
	const struct unit *u = tables_unit(tb, t, i, len);

	if (u && cut_word(t, i, i + *len))
		return NULL;
	while (u && u->kind != UNIT_NONE && !fits(t, n, u))
		u = tables_also(tb, u);
	return u && u->kind != UNIT_NONE ? u : NULL;
}

/* 个多月, 个半小时: the unit of time in which 多 or 半 at i stands behind the
 * 个; NULL when there is none. */
static const struct unit *
split_unit(const struct tables *tb, const struct text *t, size_t i,
    struct amount *a, size_t *len)
{
	static const struct dec half = {5, -1, 0};
	char joined[24];
	struct text whole = {joined, 3, NULL};
	const struct unit *u;
	size_t w, n;
	unsigned c;

	if (!text_is(t, i, "个") && !text_is(t, i, "個"))
		return NULL;
	c = text_class(t, i + 3, &w) & HAN_KIND;
	if (c != HAN_MORE && c != HAN_HALF)
		return NULL;
	n = t->n - (i + 3 + w);
	if (n > sizeof joined - 3)
		n = sizeof joined - 3;
	memcpy(joined, t->s + i, 3);
	memcpy(joined + 3, t->s + i + 3 + w, n);
	whole.n += n;
	u = tables_unit(tb, &whole, 0, len);
	if (!u || u->kind != UNIT_DURATION)
		return NULL;
	a->n.flags |= c == HAN_MORE ? NUM_MORE : NUM_HALF;
	if (c == HAN_HALF &&
	    (dec_add(&a->n.lo, &half) || dec_add(&a->n.hi, &half)))
		return NULL;
	*len += w;
	return u;
}

/* /年, 每立方米 behind a unit at i: the end, or i. */
static size_t
per(const struct tables *tb, const struct text *t, size_t i)
{
	const struct unit *u;
	size_t len, k;

	if (text_is(t, i, "/"))
		k = i + 1;
	else if (text_is(t, i, "每"))
		k = i + 3;
	else
		return i;
	u = tables_unit(tb, t, k, &len);
	if (!u || u->kind == UNIT_NONE || cut_word(t, k, k + len))
		return i;
	/* 每 begins a phrase of its own in front of 人, 年, 天 */
	if (k == i + 3 && u->kind != UNIT_MEASURE && !text_is(t, k, "小时") &&
	    !text_is(t, k, "秒"))
		return i;
	return k + len;
}

/* （间） behind 套: another name of the same unit; the end, or i. */
static size_t
also_named(const struct tables *tb, const struct text *t, size_t i)
{
	const struct unit *u;
	size_t len;

	if (!text_is(t, i, "("))
		return i;
	u = tables_unit(tb, t, i + 1, &len);
	if (!u || u->kind != UNIT_COUNT || !text_is(t, i + 1 + len, ")"))
		return i;
	return i + len + 2;
}

/* 1 when 多 at i carries a word of its own: 多元, 多家. */
static int
other_more(const struct text *t, size_t i, size_t w)
{
	size_t w2;

	return text_in(text_at(t, i + w, &w2),
	    "元样次种家方达名项个层功媒边位少地部发用为在维彩云点");
}

/* 多, 余 and 半 behind the unit: 一年多, 两米半, 7个半. */
static void
read_tail(const struct tables *tb, const struct text *t, struct amount *a)
{
	static const struct dec half = {5, -1, 0};
	size_t w;
	unsigned c = text_class(t, a->to, &w) & HAN_KIND;

	if (c == HAN_MORE && a->u->kind != UNIT_COUNT &&
	    !(a->n.flags & NUM_MORE) && !other_more(t, a->to, w)) {
		a->n.flags |= NUM_MORE;
		a->to += w;
	} else if (c == HAN_HALF && !a->rate &&
		   !tables_stop(tb, t, a->to, a->to)) {
		if (dec_add(&a->n.lo, &half) || dec_add(&a->n.hi, &half))
			return;
		a->to += w;
	}
}

void
amount_unit(
    const struct tables *tb, const struct text *t, size_t i, struct amount *a)
{
	size_t len = 0, k;

	a->u = split_unit(tb, t, i, a, &len);
	if (!a->u)
		a->u = unit_at(tb, t, i, &a->n, &len);
	if (!a->u && text_is(t, i, " ")) {
		/* 25 km: a space only in front of Latin letters */
		a->u = unit_at(tb, t, i + 1, &a->n, &len);
		if (a->u && (unsigned char)a->u->surface.s[0] >= 0x80)
			a->u = NULL;
		else if (a->u)
			i++;
	}
	a->unit = a->unit_end = a->to = i;
	a->rate = 0;
	if (!a->u)
		return;
	if (a->u->kind == UNIT_HEAD)
		return;
	a->unit_end = a->to = i + len;
	k = per(tb, t, a->to);
	if (k == a->to && a->u->kind == UNIT_COUNT)
		k = also_named(tb, t, a->to);
	a->rate = k > a->to && !text_is(t, k - 1, ")");
	a->unit_end = a->to = k;
	if (a->u->kind != UNIT_DURATION)
		read_tail(tb, t, a);
}

/* Copies the scale of b to a (两到三万) where a stays the smaller. */
static void
share_scale(struct dec *a, const struct numeral *b)
{
	struct dec x = *a;
	int k = b->lo.e;

	if (!(b->flags & NUM_SCALE) || k <= 0)
		return;
	if (dec_scale(&x, k) == 0 && dec_cmp(&x, &b->lo) < 0)
		*a = x;
}

/*
 * The second end of a range behind the amount in a, which ends at i (before
 * its unit, or behind it): 1 when there is one and a is now the range.
 */
static int
read_range(
    const struct tables *tb, const struct text *t, size_t i, struct amount *a)
{
	struct amount z;
	size_t k = numeral_until(t, i), skip, w;
	struct dec lo = a->n.lo;

	if (!k || (a->n.flags & (NUM_RANGE | NUM_VAGUE | NUM_MORE)) ||
	    text_in(text_before(t, a->n.from, &w), "从由自"))
		return 0;
	if (!numeral_parse(t, k, &z.n, &skip) ||
	    (z.n.flags & (NUM_RANGE | NUM_VAGUE)) ||
	    ((z.n.flags & NUM_BARE) && !(a->n.flags & NUM_BARE)))
		return 0;
	amount_unit(tb, t, z.n.to, &z);
	if (!z.u || (a->u && a->u != z.u))
		return 0;
	if (!a->u && !(a->n.flags & NUM_SCALE))
		share_scale(&lo, &z.n);
	if (dec_cmp(&lo, &z.n.lo) >= 0)
		return 0;
	a->n.lo = lo;
	a->n.hi = z.n.lo;
	a->n.flags |= NUM_RANGE | (z.n.flags & NUM_MORE);
	a->n.to = z.n.to;
	a->u = z.u;
	a->unit = z.unit;
	a->unit_end = z.unit_end;
	a->to = z.to;
	a->rate = z.rate;
	return 1;
}

void
amount_of(const struct tables *tb, const struct text *t, struct amount *a)
{
	a->u = NULL;
	if (read_range(tb, t, a->n.to, a))
		return;
	amount_unit(tb, t, a->n.to, a);
	if (a->u) {
		read_range(tb, t, a->to, a);
		return;
	}
	/* 来 and 多 belong to the numeral only in front of a unit, or 多
	 * behind a large one (14亿多) */
	if ((a->n.flags & NUM_AROUND) || !(a->n.flags & NUM_BIG))
		a->n.to = a->n.core;
	a->to = a->n.to;
}

int
amount_read(const struct tables *tb, const struct text *t, size_t i,
    struct amount *a, size_t *skip)
{
	if (!numeral_parse(t, i, &a->n, skip))
		return 0;
	amount_of(tb, t, a);
	return 1;
}

int
amount_beyond(
    const struct tables *tb, const struct text *t, size_t i, size_t end)
{
	struct amount a;
	size_t skip;

	return amount_read(tb, t, i, &a, &skip) && a.u && a.to > end;
}
