/*
 * The numbers that points in time are made of (point.h).
 */
#include "point.h"

#include "numeric.h"

/* The Han digit at i, 1 to 9; 0 when there is none. */
int
point_digit(const struct text *t, size_t i, size_t *w)
{
	unsigned c = text_class(t, i, w);

	return (c & HAN_KIND) == HAN_DIGIT ? (int)(c & HAN_VALUE) : 0;
}

/* 十, 二十三, 廿八, 七 */
static size_t
han_small(const struct text *t, size_t i, int *n)
{
	size_t w, from = i;
	unsigned c;

	*n = point_digit(t, i, &w);
	if (*n)
		i += w;
	c = text_class(t, i, &w);
	if (c == (HAN_SCALE | 1)) {
		*n = *n ? *n * 10 : 10;
		i += w;
	} else if ((c & HAN_KIND) == HAN_TENS && i == from) {
		*n = (int)(c & HAN_VALUE) * 10;
		i += w;
	} else {
		return *n ? i : 0;
	}
	if (point_digit(t, i, &w)) {
		*n += point_digit(t, i, &w);
		i += w;
	}
	return i;
}

size_t
point_number(const struct text *t, size_t i, int *n)
{
	size_t to;

	if (i < t->n && is_digit((unsigned char)t->s[i])) {
		*n = numeric_digits(t, i, &to);
		return *n >= 0 ? to : 0;
	}
	to = han_small(t, i, n);
	/* 一〇一, 二三: no number of ours */
	if (to && point_digit(t, to, &i))
		return 0;
	return to;
}

/* A day of the month with its 日 or 号: its end, or 0. */
size_t
point_day(const struct text *t, size_t i, int *d)
{
	size_t to = point_number(t, i, d);

	if (!to || *d < 1 || *d > 31)
		return 0;
	if (text_is(t, to, "日") || text_is(t, to, "号") ||
	    text_is(t, to, "號"))
		return to + 3;
	return 0;
}
