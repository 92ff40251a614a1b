/*
 * Points in time that are named by where they lie from the article's date:
 * 昨天, 当天, 上周五, 本月20日, 年底.
 */
#ifndef QD_NUMBERS_RELATIVE_H
#define QD_NUMBERS_RELATIVE_H

#include "point.h"

/* The point at byte i: 1; 0 when there is none, or the date that it needs is
 * not known. */
int relative_read(
    const struct text *t, size_t i, const struct known *c, struct point *p);
/* 周五 alone, of those points. */
int relative_weekday(
    const struct text *t, size_t i, const struct known *c, struct point *p);

#endif
