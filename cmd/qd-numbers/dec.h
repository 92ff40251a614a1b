/*
 * Exact decimals: a whole number of at most 18 digits times a power of ten.
 * No value of this tool goes through a binary float.  What does not fit is
 * refused (the functions return -1), never rounded.
 */
#ifndef QD_NUMBERS_DEC_H
#define QD_NUMBERS_DEC_H

#include <stddef.h>
#include <stdint.h>

#include "mem.h"

#define DEC_MAX 999999999999999999U /* largest m */
#define DEC_PLACES 10		    /* of a quotient */

struct dec {
	uint64_t m;
	int e;	 /* the value is m * 10^e */
	int neg; /* with a minus in front */
};

struct dec dec_of(uint64_t m);
/* d with one more decimal digit at its end, whatever e is. */
int dec_push(struct dec *d, unsigned digit);
/* d times 10^k. */
int dec_scale(struct dec *d, int k);
/* d plus a; both without a sign. */
int dec_add(struct dec *d, const struct dec *a);
/* d plus one in its last place that is not 0: 3000 becomes 4000. */
int dec_next(struct dec *d);
/* As memcmp: the signs count. */
int dec_cmp(const struct dec *a, const struct dec *b);
/* The value where it is a whole number in 0..limit, else -1. */
long dec_int(const struct dec *d, long limit);
/* Adds d to b in plain decimals: no exponent, no zeros that say nothing. */
void dec_put(struct buf *b, const struct dec *d);
/*
 * Adds d * p / q to b, to DEC_PLACES places, the last one rounded half up.
 * 0 < q <= 10^15, p <= 10^16.
 */
void dec_put_ratio(struct buf *b, const struct dec *d, uint64_t p, uint64_t q);
/* n / d to DEC_PLACES places; -1 when d is 0 or too large. */
int dec_div(struct dec *r, const struct dec *n, const struct dec *d);

#endif
