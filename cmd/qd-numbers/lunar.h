/*
 * Days of the Chinese calendar: 正月初八, 农历八月十五, 闰六月廿三, 腊月二十九.
 *
 * Without 农历 only where the words leave no doubt: 八月十五 may be either.
 */
#ifndef QD_NUMBERS_LUNAR_H
#define QD_NUMBERS_LUNAR_H

#include "point.h"

/* The day at byte i, behind its year y or (0) without one: 1; 0 when there is
 * none, or its year is not known. */
int lunar_read(const struct text *t, size_t i, int y, const struct known *c,
    struct point *p);
/*
 * The text from i to its end is the name of a holiday or solar term, behind a
 * year or not: 1, with its day.
 */
int lunar_holiday(
    const struct text *t, size_t i, const struct known *c, struct point *p);

#endif
