/*
 * The year of a dateline, from what the page says further down.
 *
 * A dateline says 12月29日 and no year.  Where neither an option nor the name
 * nor a date in full above it tells the year, the records from its article on
 * are kept back, to LATE_MOST bytes, until the page has been read; then the
 * years that it names decide:
 *
 *   - a date in full not more than a month away; else
 *   - the latest year that it names twice; in November and December, when
 *     plans for the next year are news, the one before it, if that is named.
 *
 * Ends of ranges, goals (到2035年) and decades are not counted.  What is found
 * so is told as date-from=dateline|page; it may be wrong, and where nothing
 * speaks for a year it stays open.
 *
 * A struct late owns what it keeps.  Start it as {0}; late_begin at each
 * document.
 */
#ifndef QD_SPLIT_LATE_H
#define QD_SPLIT_LATE_H

#include <stddef.h>

#include "date.h"
#include "io.h"
#include "mem.h"

#define LATE_MOST 131072 /* bytes kept back, and bytes of text looked at */
#define LATE_YEARS 50	 /* 2000 to 2049 */
#define LATE_DAYS 64	 /* dates in full that are remembered */

struct late {
	struct buf kept;	     /* records not given yet */
	int on;			     /* they are kept back */
	int over;		     /* the page was read as far as it is */
	size_t seen;		     /* bytes of text looked at */
	unsigned named[LATE_YEARS];  /* how often a year was named */
	struct date days[LATE_DAYS]; /* dates in full */
	size_t ndays;
};

void late_begin(struct late *t);
/* Looks at a block's text. */
void late_see(struct late *t, const char *s, size_t len);
/* A date in full that was told otherwise. */
void late_day(struct late *t, struct date d);
/* The year of the day m-d, 0 where nothing tells it. */
int late_year(const struct late *t, int m, int d);
/* From here on records are kept back, if that may help. */
void late_hold(struct late *t);
/* A piece of a record on its way out. */
void late_put(struct late *t, struct out *out, const char *s, size_t len);
/* Gives what was kept, with its years.  To be called between records: when
 * there is too much of it, and at the end of the document. */
void late_give(struct late *t, struct out *out);
/* 1 when so much is kept that it must be given. */
int late_full(const struct late *t);
void late_free(struct late *t);

#endif
