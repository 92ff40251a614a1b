/*
 * Years: in figures (2026年, 二〇二六年, 26年3月) and in words (今年, 前年).
 */
#ifndef QD_NUMBERS_YEAR_H
#define QD_NUMBERS_YEAR_H

#include "point.h"

/* 1 when the character names a year in front of 年 (今); how far that is from
 * the article's in *shift. */
int year_word(uint32_t cp, int *shift);

/* A year with its 年 (2026年, 二〇二六年, 今年): its end, or 0. */
size_t year_read(const struct text *t, size_t i, const struct known *c, int *y);

#endif
