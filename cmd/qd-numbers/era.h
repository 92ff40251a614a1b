/*
 * Spans that have names: five-year plans (十五五), centuries and decades
 * (20世纪80年代), 今明两天.
 */
#ifndef QD_NUMBERS_ERA_H
#define QD_NUMBERS_ERA_H

#include "when.h"

/* The span at byte i, as when_read gives it: 1, or 0. */
int era_read(const struct text *t, size_t i, const struct known *k,
    struct when *w, struct buf *b);

#endif
