#include "arabic.h"

size_t
numeral_digits(const struct text *t, size_t i)
{
	while (i < t->n && is_digit((unsigned char)t->s[i]))
		i++;
	return i;
}

size_t
numeral_until(const struct text *t, size_t i)
{
	size_t w;

	switch (text_at(t, i, &w)) {
	case 0x81f3: /* 至 */
	case 0x5230: /* 到 */
	case '-':
	case '~':
	case 0x2013: /* en dash */
	case 0x2015: /* horizontal bar */
	case 0x2212: /* minus */
	case 0x223c: /* tilde operator */
	case 0x2500: /* box drawing */
	case 0x301c: /* wave dash */
		return i + w;
	case 0x2014: /* em dash, in Chinese often two */
		return i + (text_is(t, i + w, "—") ? 2 * w : w);
	}
	return 0;
}

/* 1 when the comma at i is as wide as the digit in front of it. */
static int
comma_fits(const struct text *t, size_t i)
{
	size_t comma = half_source(t->half, i);

	return half_source(t->half, i + 1) - comma ==
	       comma - half_source(t->half, i - 1);
}

/* The end of the groups of three behind the digits from..to; to if none. */
static size_t
comma_groups(const struct text *t, size_t from, size_t to)
{
	size_t k;

	if (to - from > 3 || t->s[from] == '0')
		return to;
	for (;;) {
		if (to >= t->n || t->s[to] != ',' || !comma_fits(t, to))
			return to;
		k = numeral_digits(t, to + 1);
		if (k - to != 4)
			return to;
		to = k;
	}
}

/* The digits i..to behind those of d; -1 when they are too many. */
static int
push_digits(struct dec *d, const struct text *t, size_t i, size_t to)
{
	for (; i < to; i++)
		if (t->s[i] != ',' && dec_push(d, (unsigned)(t->s[i] - '0')))
			return -1;
	return 0;
}

size_t
arabic_read(const struct text *t, size_t i, struct dec *d)
{
	size_t to = numeral_digits(t, i);

	*d = dec_of(0);
	return push_digits(d, t, i, to) == 0 ? to : 0;
}

size_t
arabic_read_first(const struct text *t, size_t i, struct dec *d, size_t *whole)
{
	size_t to = comma_groups(t, i, numeral_digits(t, i)), end = to;

	*whole = to;
	*d = dec_of(0);
	if (to + 1 < t->n && t->s[to] == '.' &&
	    is_digit((unsigned char)t->s[to + 1]))
		end = numeral_digits(t, to + 1);
	if (push_digits(d, t, i, to) ||
	    (end > to && push_digits(d, t, to + 1, end))) {
		*whole = end;
		return 0;
	}
	d->e = end > to ? -(int)(end - to - 1) : 0;
	return end;
}
