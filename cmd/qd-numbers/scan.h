/*
 * The scanner: all quantities of a text in one pass, the longest reading at
 * each place, none inside another.
 */
#ifndef QD_NUMBERS_SCAN_H
#define QD_NUMBERS_SCAN_H

#include "quantity.h"
#include "sift.h"
#include "when.h"

struct scan {
	const struct tables *tb;
	struct text t;
	const char *source; /* the text before folding */
	struct known known;
	struct quantities found; /* in order */
	size_t done;		 /* where the last one ends */
	int alone;		 /* a number may be the whole text */
	size_t sentence;	 /* number of the one that is read */
	struct sift sift;
};

/* tb is borrowed. */
void scan_open(struct scan *s, const struct tables *tb);
/*
 * The quantities of t, folded from source and marked in m, into s->found, good
 * until the next scan_text; t and source are borrowed as long.  alone: a number
 * may be the whole text (it is no number of a page).
 */
void scan_text(struct scan *s, const struct text *t, const struct marks *m,
    const char *source, int alone);
void scan_close(struct scan *s);

#endif
