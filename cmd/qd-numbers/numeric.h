/*
 * Dates in digits: 2026-02-04, 2026/2/4, 2026.2.4, 20260204.
 */
#ifndef QD_NUMBERS_NUMERIC_H
#define QD_NUMBERS_NUMERIC_H

#include "point.h"

/* The date at byte i: 1, or 0. */
int numeric_read(const struct text *t, size_t i, struct point *p);
/* The number of at most four digits at i, -1 when there are more; *to is
 * where the digits end. */
int numeric_digits(const struct text *t, size_t i, size_t *to);
/* The end of the digits at i, Arabic or Han ones with 十 and 廿 among them
 * (at most six); i where none is there. */
size_t numeric_end(const struct text *t, size_t i);

#endif
