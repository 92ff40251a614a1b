/*
 * Lengths of time in ISO 8601: 5年, 半个小时, 一年多, 36天5小时30分, 37秒92,
 * 3到5天.
 */
#ifndef QD_NUMBERS_SPAN_H
#define QD_NUMBERS_SPAN_H

#include "amount.h"
#include "mem.h"

/*
 * Adds the value of the amount, whose unit is one of time, to b; what carries
 * it on behind the unit (多, 半, smaller units) becomes part of it.  0, or -1
 * when there is no value.
 */
int span_read(const struct tables *tb, const struct text *t, struct amount *a,
    struct buf *b);
/* 五分三十秒, 五分半钟: 1 when the 分 behind the numeral in a is minutes; it is
 * then the unit. */
int span_minutes(
    const struct tables *tb, const struct text *t, struct amount *a);

#endif
