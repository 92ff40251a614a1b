/* One pass from left to right; the arithmetic is in sum.c. */
#include "numeral.h"

#include <string.h>

#include "arabic.h"
#include "plain.h"
#include "sum.h"

#define MAXRUN (NUMERAL_LONG / 3) /* Han digits in a row */

struct reader {
	const struct text *t;
	size_t i;
	struct sum sum;
	int arabic; /* it began with Arabic digits */
	int bad;
	unsigned flags, digits;
};

/* A run of Arabic digits; the first of the numeral may have a point. */
static int
read_arabic(struct reader *r)
{
	size_t from = r->i, to, whole;
	struct dec d;

	if (r->sum.last) {
		to = arabic_read(r->t, from, &d);
		whole = numeral_digits(r->t, from);
		r->sum.zero |= whole - from > 1 && r->t->s[from] == '0';
	} else {
		to = arabic_read_first(r->t, from, &d, &whole);
		r->digits = (unsigned)(whole - from);
		if (whole - from > 1 && r->t->s[from] == '0')
			r->flags |= NUM_ZERO;
		if (to > whole)
			r->flags |= NUM_POINT;
	}
	if (!to) {
		r->i = whole;
		return -1;
	}
	r->i = to;
	sum_digit(&r->sum, d, d);
	return 0;
}

/* The value of a Han digit's class, -1 for anything else. */
static int
han_digit(unsigned c)
{
	switch (c & HAN_KIND) {
	case HAN_DIGIT:
	case HAN_FORMAL:
	case HAN_LIANG:
		return (int)(c & HAN_VALUE);
	}
	return -1;
}

/* How many Han digits stand at i, up to one more than a numeral may have.
 * 两 joins only 一: 八两 is a weight. */
static size_t
digit_run(const struct text *t, size_t i)
{
	size_t n = 0, w;
	unsigned c;
	int d, last = -1;

	while (n <= MAXRUN && (d = han_digit(c = text_class(t, i, &w))) >= 0) {
		if ((c & HAN_KIND) == HAN_LIANG && n && (n > 1 || last != 1))
			break;
		last = d;
		i += w;
		n++;
	}
	return n;
}

/* 1 when two digits side by side name a range: 八九, 三五, 一两. */
static int
neighbours(unsigned a, unsigned b)
{
	int x = han_digit(a), y = han_digit(b);

	return x >= 1 && (y == x + 1 || (x == 3 && y == 5)) &&
	       (a & HAN_KIND) != HAN_FORMAL && (b & HAN_KIND) != HAN_FORMAL;
}

/* Adds the Han digits at *i to d, as many as digit_run counts. */
static int
push_han(struct dec *d, const struct text *t, size_t *i)
{
	size_t w, n;
	int digit, bad = 0;

	for (n = 0; n <= MAXRUN; n++) {
		digit = han_digit(text_class(t, *i, &w));
		if (digit < 0)
			break;
		bad |= dec_push(d, (unsigned)digit);
		*i += w;
	}
	return bad;
}

/* Digits one by one: 二〇二六.  In the middle of a numeral: no numeral. */
static int
read_string(struct reader *r)
{
	struct dec d = dec_of(0);
	int fresh = sum_fresh(&r->sum);

	r->bad |= push_han(&d, r->t, &r->i) || !fresh;
	sum_digit(&r->sum, d, d);
	r->flags |= NUM_STRING;
	return 0;
}

/* A single Han digit, of class c and w bytes. */
static int
read_one(struct reader *r, unsigned c, size_t w)
{
	struct dec d = dec_of(c & HAN_VALUE);
	size_t w2;

	if (!sum_fresh(&r->sum)) {
		/* 三万一天: the 一 is not of the numeral */
		if (r->sum.last > 1 && !r->sum.zero && d.m == 1 &&
		    text_in(text_at(r->t, r->i + w, &w2), "年天月日周次个"))
			return -1;
		if (d.m == 0) {
			r->sum.zero = 1;
			r->i += w;
			return 0;
		}
	}
	sum_digit(&r->sum, d, d);
	r->i += w;
	return 0;
}

/* The Han digits here. */
static int
read_han(struct reader *r)
{
	size_t run = digit_run(r->t, r->i), w, w2;
	unsigned c = text_class(r->t, r->i, &w), c2;

	if ((c & HAN_KIND) == HAN_FORMAL)
		r->flags |= NUM_FORMAL;
	if (run == 1 && !(c & HAN_VALUE) && sum_fresh(&r->sum) &&
	    text_class(r->t, r->i + w, &w2) == (HAN_SCALE | 1)) {
		r->i += w; /* 零十 */
		return 0;
	}
	if (run == 1)
		return read_one(r, c, w);
	if ((c & HAN_VALUE) == 0 && !r->sum.zero &&
	    (run == 2 || !sum_fresh(&r->sum))) {
		/* 零五, 一万零五六: the zero has no value */
		r->sum.zero = !sum_fresh(&r->sum);
		r->i += w;
		return sum_fresh(&r->sum) ? read_han(r) : 0;
	}
	c2 = text_class(r->t, r->i + w, &w2);
	if (run == 2 && neighbours(c, c2) && !(r->flags & NUM_RANGE)) {
		sum_digit(
		    &r->sum, dec_of(c & HAN_VALUE), dec_of(c2 & HAN_VALUE));
		r->flags |= NUM_RANGE;
		r->i += w + w2;
		return 0;
	}
	return read_string(r);
}

/*
 * 1 when the scale word 10^k in front of next begins a unit: 千瓦, 兆帕.
 * 三千米 is 3000 米, 12千米 is 12 千米.
 */
static int
begins_unit(const struct reader *r, int k, uint32_t next)
{
	if (k == 3)
		return text_in(next, "克瓦伏卡帕焦赫字") ||
		       (r->arabic && text_in(next, "米"));
	if (k == 12)
		return text_in(next, "瓦帕赫焦字比欧宽");
	return k == 2 && !sum_fresh(&r->sum) && text_in(next, "帕");
}

static int
read_scale(struct reader *r, int k, size_t w)
{
	size_t w2;
	int bare;

	if (begins_unit(r, k, text_at(r->t, r->i + w, &w2)))
		return -1;
	bare = sum_scale(&r->sum, k);
	if (bare == -1)
		return -1;
	r->bad |= (r->flags & NUM_STRING) != 0;
	r->flags |= NUM_SCALE | (bare ? NUM_BARE : 0) | (k > 3 ? NUM_BIG : 0);
	r->i += w;
	return 0;
}

/* The digits behind 点 at *i onto d: 1 when there are any.  Arabic ones only
 * where no time of day can be meant: 零点77, 22点6度. */
static int
push_places(struct reader *r, size_t *i, struct dec *d)
{
	size_t from = *i, to = numeral_digits(r->t, from);
	int places;

	if (to > from) {
		if (text_is(r->t, to, "分") || text_is(r->t, to, "时") ||
		    (r->arabic ? !text_is(r->t, to, "度") : d->m != 0))
			return 0;
		for (; *i < to; ++*i)
			r->bad |= dec_push(d, (unsigned)(r->t->s[*i] - '0'));
		places = (int)(to - from);
	} else {
		if (r->arabic || !digit_run(r->t, from))
			return 0;
		r->bad |= push_han(d, r->t, i);
		places = (int)((*i - from) / 3); /* three bytes a digit */
	}
	d->e = -places;
	return 1;
}

/* 1 when what is read so far is a time of day by what follows at i: 三点
 * 五十分, 三点一刻; 五点五分钟 is a length of time. */
static int
is_clock(const struct text *t, size_t i)
{
	size_t w;
	unsigned c = text_class(t, i, &w);

	if (text_is(t, i, "分钟") || text_is(t, i, "分鐘"))
		return 0;
	return ((c & HAN_KIND) == HAN_SCALE && (c & HAN_VALUE) < 4) ||
	       text_in(text_at(t, i, &w), "分刻钟半时");
}

/* 点 and digits: 三点五, 一百二十五点三. */
static int
read_point(struct reader *r, size_t w)
{
	struct sum sum = r->sum;
	struct dec d, hi;
	size_t i = r->i + w;

	if (r->flags & (NUM_RANGE | NUM_POINT | NUM_BARE))
		return -1;
	sum_total(&sum, &d, &hi);
	for (; d.e > 0; d.e--)
		if (dec_push(&d, 0))
			return -1;
	if (d.e < 0 || !push_places(r, &i, &d) || is_clock(r->t, i))
		return -1;
	r->bad |= sum.bad;
	memset(&r->sum, 0, sizeof r->sum);
	sum_digit(&r->sum, d, d);
	r->flags = (r->flags & ~(unsigned)NUM_STRING) | NUM_POINT;
	r->i = i;
	return 0;
}

/*
 * 几十, 数百: 2 to 10 times the scale word, which must follow; and 十几,
 * 一百零几万.
 */
static int
read_some(struct reader *r, size_t w)
{
	size_t w2;
	unsigned c = text_class(r->t, r->i + w, &w2);
	int scale = (c & HAN_KIND) == HAN_SCALE;

	if (r->sum.have)
		return -1;
	if (r->sum.last) {
		r->flags |= NUM_MORE;
		r->i += w;
		return !scale || (c & HAN_VALUE) < 4;
	}
	if (!scale)
		return -1;
	sum_digit(&r->sum, dec_of(2), dec_of(10));
	r->flags |= NUM_VAGUE;
	r->i += w;
	return 0;
}

/* One element of the numeral; 0: read, 1: it ends here, -1: not of it. */
static int
step(struct reader *r)
{
	static const struct dec half = {5, -1, 0};
	size_t w;
	unsigned c;

	if (r->i < r->t->n && is_digit((unsigned char)r->t->s[r->i])) {
		if (r->sum.have || (r->sum.last && !r->arabic))
			return -1;
		r->arabic = 1;
		return r->bad = read_arabic(r) == -1;
	}
	c = text_class(r->t, r->i, &w);
	switch (c & HAN_KIND) {
	case HAN_DIGIT:
	case HAN_FORMAL:
	case HAN_LIANG:
		if (r->sum.have || (r->arabic && (c & HAN_VALUE)))
			return -1;
		return read_han(r);
	case HAN_TENS:
		if (!sum_fresh(&r->sum))
			return -1;
		sum_tens(&r->sum, c & HAN_VALUE);
		r->flags |= NUM_SCALE;
		r->i += w;
		return 0;
	case HAN_SCALE:
		return read_scale(r, (int)(c & HAN_VALUE), w);
	case HAN_SOME:
		return read_some(r, w);
	case HAN_HALF:
		if (!sum_fresh(&r->sum))
			return -1;
		sum_digit(&r->sum, half, half);
		r->flags |= NUM_HALF;
		r->i += w;
		return 1;
	case HAN_POINT:
		return sum_fresh(&r->sum) ? -1 : read_point(r, w);
	}
	/* 两个亿 */
	if (r->sum.have &&
	    (text_is(r->t, r->i, "个亿") || text_is(r->t, r->i, "個億"))) {
		r->i += 3;
		return 0;
	}
	return -1;
}

/*
 * The words at the end: 多, 余, 来, and a big scale word behind them (十余万).
 * Returns the end without them.
 */
static size_t
read_more(struct reader *r)
{
	size_t core = r->i, w, w2;
	unsigned c = text_class(r->t, r->i, &w), c2;

	if ((c & HAN_KIND) != HAN_MORE && (c & HAN_KIND) != HAN_AROUND)
		return core;
	if (!r->arabic && !(r->flags & NUM_SCALE))
		return core; /* 三多 */
	c2 = text_class(r->t, r->i + w, &w2);
	r->flags |= (c & HAN_KIND) == HAN_MORE ? NUM_MORE : NUM_AROUND;
	r->i += w;
	if ((c2 & HAN_KIND) == HAN_SCALE && (c2 & HAN_VALUE) >= 4 &&
	    read_scale(r, (int)(c2 & HAN_VALUE), w2) == 0)
		return r->i;
	return core;
}

size_t
numeral_parse(const struct text *t, size_t i, struct numeral *out, size_t *skip)
{
	struct reader r;
	int s = 0;

	*skip = i;
	if (plain_read(t, i, out))
		return out->to;
	memset(&r, 0, sizeof r);
	r.t = t;
	r.i = i;
	while (s == 0 && r.i - i <= NUMERAL_LONG)
		s = step(&r);
	if (r.i == i)
		return 0;
	r.bad |= r.i - i > NUMERAL_LONG;
	out->from = i;
	out->core = read_more(&r);
	out->to = r.i;
	out->flags = r.flags | (r.arabic ? 0 : NUM_HAN);
	out->digits = r.digits;
	if (!(r.flags & (NUM_POINT | NUM_MORE | NUM_VAGUE)))
		sum_elide(&r.sum);
	sum_total(&r.sum, &out->lo, &out->hi);
	/* 伍 and 陆 alone are words */
	if (r.bad || r.sum.bad ||
	    ((r.flags & NUM_FORMAL) && !(r.flags & NUM_SCALE))) {
		*skip = r.i;
		return 0;
	}
	return out->to;
}

size_t
numeral_part(const struct text *t, size_t i, struct numeral *r)
{
	size_t skip, w;
	unsigned c;

	if (numeral_parse(t, i, r, &skip))
		return r->to;
	c = text_class(t, i, &w);
	if ((c & HAN_KIND) != HAN_FORMAL)
		return 0;
	memset(r, 0, sizeof *r);
	r->lo = r->hi = dec_of(c & HAN_VALUE);
	r->from = i;
	r->core = r->to = i + w;
	r->flags = NUM_HAN | NUM_FORMAL;
	return r->to;
}
