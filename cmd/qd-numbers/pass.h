/*
 * Forms that hold numerals and are no quantities: names of models, formulas,
 * times of day, slogans between quotation marks, names of programmes.
 */
#ifndef QD_NUMBERS_PASS_H
#define QD_NUMBERS_PASS_H

#include "han.h"

/* 1 when the digits at i are part of a Latin word that begins before them. */
int pass_inside(const struct text *t, size_t i);
/* The end of the Latin word that goes on at i (5G, GB/T); i when none does. */
size_t pass_latin(const struct text *t, size_t i);
/* The end of the number and point of a list in front of a year (8.2025年);
 * or 0. */
size_t pass_item(const struct text *t, size_t i);
/* The end of the formula that the digits at i begin (4×100, 3+2+1); or 0. */
size_t pass_formula(const struct text *t, size_t i);
/* The end of the time of day that the number i..to begins; or 0. */
size_t pass_clock(const struct text *t, size_t i, size_t to);
/* 1 when byte i stands in a short quotation. */
int pass_slogan(const struct text *t, size_t i);
/*
 * 1 when the length of time that ends at `to` is part of a programme's name
 * (三年攻坚行动); not where its plan is meant (三年行动方案).
 */
int pass_programme(const struct text *t, size_t to);

#endif
