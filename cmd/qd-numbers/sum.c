#include "sum.h"

/* a += b for both ends. */
static void
add(struct sum *s, struct dec a[SUM_BOTH], const struct dec b[SUM_BOTH])
{
	if (dec_add(&a[SUM_LO], &b[SUM_LO]) || dec_add(&a[SUM_HI], &b[SUM_HI]))
		s->bad = 1;
}

static void
scale(struct sum *s, struct dec a[SUM_BOTH], int k)
{
	if (dec_scale(&a[SUM_LO], k) || dec_scale(&a[SUM_HI], k))
		s->bad = 1;
}

static void
set(struct dec a[SUM_BOTH], uint64_t m)
{
	a[SUM_LO] = a[SUM_HI] = dec_of(m);
}

int
sum_fresh(const struct sum *s)
{
	return !s->have && s->last == 0;
}

void
sum_digit(struct sum *s, struct dec lo, struct dec hi)
{
	s->digit[SUM_LO] = lo;
	s->digit[SUM_HI] = hi;
	s->have = 1;
}

/* 十, 百, 千 */
static int
small_scale(struct sum *s, int k)
{
	int bare = 0;

	if (s->last && s->last < 4 && k >= s->last)
		return -1;
	if (!s->have) {
		if (k > 1 && s->last && !s->zero)
			return -1;
		bare = k > 1 && s->last == 0;
		set(s->digit, 1);
	}
	scale(s, s->digit, k);
	add(s, s->section, s->digit);
	set(s->digit, 0);
	s->last = k;
	s->big = 0;
	return bare;
}

/* 万; behind another one (万万) it takes that times 10^4. */
static int
myriad(struct sum *s)
{
	if ((s->low[SUM_HI].m != 0) == (s->section[SUM_HI].m != 0))
		return -1;
	add(s, s->low, s->section);
	scale(s, s->low, 4);
	return 0;
}

/* 亿, 兆 */
static int
beyond(struct sum *s, int k)
{
	if ((s->low[SUM_HI].m == 0 && s->section[SUM_HI].m == 0) ||
	    (k == 12 && s->high[SUM_HI].m))
		return -1;
	add(s, s->low, s->section);
	scale(s, s->low, k);
	add(s, s->high, s->low);
	set(s->low, 0);
	return 0;
}

static int
big_scale(struct sum *s, int k)
{
	int bare = sum_fresh(s);

	if (bare)
		set(s->digit, 1);
	add(s, s->section, s->digit);
	set(s->digit, 0);
	if (s->section[SUM_HI].m == 0 && !s->big)
		return -1;
	if ((k == 4 ? myriad(s) : beyond(s, k)) == -1)
		return -1;
	set(s->section, 0);
	s->last = k;
	s->big = 1;
	return bare;
}

int
sum_scale(struct sum *s, int k)
{
	struct sum save = *s;
	int bare = k < 4 ? small_scale(s, k) : big_scale(s, k);

	if (bare == -1)
		*s = save;
	else
		s->have = s->zero = 0;
	return bare;
}

void
sum_tens(struct sum *s, unsigned tens)
{
	set(s->section, (uint64_t)tens * 10);
	s->last = 1;
}

void
sum_elide(struct sum *s)
{
	uint64_t m = s->digit[SUM_HI].m;

	if (s->have && s->last > 1 && !s->zero && m > 0 && m < 10)
		scale(s, s->digit, s->last - 1);
}

void
sum_total(struct sum *s, struct dec *lo, struct dec *hi)
{
	add(s, s->high, s->low);
	add(s, s->section, s->digit);
	add(s, s->high, s->section);
	*lo = s->high[SUM_LO];
	*hi = s->high[SUM_HI];
}
