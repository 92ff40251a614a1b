/*
 * Which kind of quantity an amount is, by its unit and by what stands around
 * it; and whether it is one at all.
 */
#ifndef QD_NUMBERS_JUDGE_H
#define QD_NUMBERS_JUDGE_H

#include "scan.h"

/* Adds what the amount is to the quantities of s; where the scan goes on. */
size_t judge_amount(struct scan *s, struct amount *a);
/* The bytes of the minus in front of the numeral at byte i (负, 零下, a hyphen
 * where no word or number is in front of it), or 0. */
size_t judge_minus(const struct scan *s, size_t i);

#endif
