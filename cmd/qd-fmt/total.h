/*
 * Exact sums of plain decimals ("-12.50"): no binary float, no rounding.
 *
 * A struct total owns its digits.  Start it as {0}.
 */
#ifndef QD_FMT_TOTAL_H
#define QD_FMT_TOTAL_H

#include "mem.h"

#define TOTAL_DIGITS 64 /* longest number that is added */

/* A whole number without a sign, divided by ten to the power of places. */
struct total_side {
	struct buf d; /* digits 0..9 as bytes, the last one first */
	size_t places;
};

struct total {
	struct total_side plus, minus;
};

/* 0 when number is a plain decimal of at most TOTAL_DIGITS, else -1. */
int total_check(struct str number);
/* Adds number; -1 and nothing done where total_check refuses it. */
int total_add(struct total *t, struct str number);
/* Adds the sum to b in plain decimals, without zeros that say nothing. */
void total_put(struct buf *b, const struct total *t);
/*
 * Adds the number s (a plain decimal, else it is added as it stands) to b with
 * a comma between each three digits before the point.
 */
void total_group(struct buf *b, struct str s);
void total_free(struct total *t);

#endif
