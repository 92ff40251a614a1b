#include "plain.h"

#include <string.h>

#define DIGITS 15 /* at most, so that they fit */

/* 1 when the number that ends at i may go on there, or have a 多 behind it. */
static int
goes_on(const struct text *t, size_t i)
{
	size_t w;

	if (i >= t->n)
		return 0;
	if ((unsigned char)t->s[i] < 0x80)
		return t->s[i] == '.' || t->s[i] == ',' ||
		       is_digit((unsigned char)t->s[i]);
	return text_class(t, i, &w) || text_is(t, i, "个亿") ||
	       text_is(t, i, "個億");
}

size_t
plain_read(const struct text *t, size_t i, struct numeral *out)
{
	struct dec d = {0, 0, 0};
	size_t to = i, w;
	unsigned c;

	out->flags = out->digits = 0;
	if (i < t->n && is_digit((unsigned char)t->s[i])) {
		while (to < t->n && is_digit((unsigned char)t->s[to]) &&
		       to - i < DIGITS)
			d.m = d.m * 10 + (uint64_t)(t->s[to++] - '0');
		out->digits = (unsigned)(to - i);
		if (to - i > 1 && t->s[i] == '0')
			out->flags = NUM_ZERO;
	} else {
		c = text_class(t, i, &w);
		if (((c & HAN_KIND) != HAN_DIGIT &&
			(c & HAN_KIND) != HAN_LIANG) ||
		    !(c & HAN_VALUE))
			return 0;
		d.m = c & HAN_VALUE;
		to += w;
		out->flags = NUM_HAN;
	}
	if (goes_on(t, to))
		return 0;
	out->from = i;
	out->core = out->to = to;
	out->lo = out->hi = d;
	return to;
}
