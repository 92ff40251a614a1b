/*
 * Points in time that say less than they mean (2月4日, 29日, 上半年),
 * completed from what is known; and points in ISO 8601.
 */
#ifndef QD_NUMBERS_RESOLVE_H
#define QD_NUMBERS_RESOLVE_H

#include "mem.h"
#include "point.h"

/*
 * Completes p: the year is the sentence's, else the article's, and a month
 * more than half a year ahead was last year's; a bare day lies in the month
 * that the sentence named, else in the article's, or in the one before where
 * it would be far ahead.  0 when no such date exists or it needs what is not
 * known.
 */
int resolve_point(struct point *p, const struct known *c);
/* Adds p to b; --02-04 and ---29 where more is not known. */
void resolve_put(struct buf *b, const struct point *p);
/* Points that are known as far as they go. */
struct point resolve_year(int y);
struct point resolve_month(int y, int m);
struct point resolve_day(struct date d);

#endif
