/*
 * What most numerals are: a few Arabic digits or a single Han one, and nothing
 * else.  They need none of the arithmetic of numeral.c.
 */
#ifndef QD_NUMBERS_PLAIN_H
#define QD_NUMBERS_PLAIN_H

#include "numeral.h"

/* The plain numeral at byte i into r, as numeral_parse reads it: its end; 0
 * where there is more to it, or none (r then holds nothing of use). */
size_t plain_read(const struct text *t, size_t i, struct numeral *r);

#endif
