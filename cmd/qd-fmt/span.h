/*
 * Dates on a line: the values of date and period (qd-records(5)) as days, and
 * how many of them fall in each step of a time line.
 *
 * A time line shows the steps in which nearly all of the dates lie, so that a
 * founding year does not squeeze the week that the page is about; what lies
 * outside is counted at either end.  Dates that are as long as a step or
 * shorter are counted in it; longer ones (a year, a five-year plan) are spans
 * of their own.  Nothing here depends on the machine's clock.
 */
#ifndef QD_FMT_SPAN_H
#define QD_FMT_SPAN_H

#include "tally.h"

#define SPAN_STEPS 60 /* most steps of a line */

enum span_unit {
	SPAN_DAY,
	SPAN_WEEK,
	SPAN_MONTH,
	SPAN_QUARTER,
	SPAN_YEAR,
	SPAN_DECADE,
	SPAN_CENTURY
};

/* Days from the first to the last, both meant; day 0 is 1970-01-01. */
struct span {
	long first, last;
};

struct span_long {
	struct span span;
	struct str value; /* borrowed from the tally */
	size_t n;
};

struct span_line {
	enum span_unit unit;
	long first; /* number of the first step (span_step) */
	size_t n;   /* steps; 0: there are no dates */
	size_t count[SPAN_STEPS];
	size_t most;		 /* largest count */
	size_t before, after;	 /* outside of the steps */
	size_t timeless;	 /* without a year: --02-04 */
	size_t repeats;		 /* in repeated blocks: left out */
	struct span_long *longs; /* most frequent first */
	size_t nlongs, cap;
};

/* The days of a value; -1 where it has no year or is no date. */
int span_read(struct str value, struct span *s);
/* The number of the step that a day lies in. */
long span_step(enum span_unit unit, long day);
/* The first day of a step. */
long span_day(enum span_unit unit, long step);
/* Adds the name of a step to b: 2026-02-04, 2026-02, 2026-Q1, 2026. */
void span_name(struct buf *b, enum span_unit unit, long step);
void span_make(struct span_line *l, const struct tally *t);
void span_free(struct span_line *l);

#endif
