/*
 * Fractions: 三分之二, 百分之七点五, 百分百, 1/3, 2.56∶1.
 */
#ifndef QD_NUMBERS_FRACTION_H
#define QD_NUMBERS_FRACTION_H

#include "numeral.h"

struct fraction {
	size_t from, to;
	struct dec lo, hi;
	unsigned flags; /* NUM_ */
	int percent;	/* the value is percent; else a ratio */
};

/* The fraction that begins with the numeral n: 1, or 0. */
int fraction_read(
    const struct text *t, const struct numeral *n, struct fraction *f);

#endif
