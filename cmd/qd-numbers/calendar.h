/*
 * Weeks and days of the week (ISO 8601: Monday is the first day), on top of
 * lib/date.h.  The dates must exist.
 */
#ifndef QD_NUMBERS_CALENDAR_H
#define QD_NUMBERS_CALENDAR_H

#include "date.h"

/* 1 Monday .. 7 Sunday */
int cal_weekday(struct date d);
/* The number of d's week; *year is the year that the week belongs to. */
int cal_week(struct date d, int *year);

#endif
