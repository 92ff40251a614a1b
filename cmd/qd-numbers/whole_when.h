/*
 * Times that are all a text says: the name of a holiday (去年中秋), a day by
 * its distance (20天后), the coming weekday (星期二), 6·30, 一分半.
 */
#ifndef QD_NUMBERS_WHOLE_WHEN_H
#define QD_NUMBERS_WHOLE_WHEN_H

#include "scan.h"

/* Replaces what was found in s's text by the one time that it is: 1; 0 when it
 * is none. */
int whole_when(struct scan *s);

#endif
