/*
 * Arabic digits: 1400, 1,364, 3.5.
 */
#ifndef QD_NUMBERS_ARABIC_H
#define QD_NUMBERS_ARABIC_H

#include "dec.h"
#include "han.h"

/* The end of the run of digits at i. */
size_t numeral_digits(const struct text *t, size_t i);
/* 至, 到 or a dash of any kind at i, which join the ends of a range: the end,
 * or 0. */
size_t numeral_until(const struct text *t, size_t i);
/* The digits at i as a number: the end, or 0 when they are too many. */
size_t arabic_read(const struct text *t, size_t i, struct dec *d);
/*
 * As arabic_read, with groups of three and a decimal point; *whole is where
 * the whole number ends, or all of it where the digits are too many.
 */
size_t arabic_read_first(
    const struct text *t, size_t i, struct dec *d, size_t *whole);

#endif
