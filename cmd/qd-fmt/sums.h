/*
 * Sums by metric: quantities of one kind that count or measure the same thing
 * (of=) in the same unit, added up exactly (total.h).
 *
 * Added are money, counts and measures.  A change ("up 5 cars") is a metric
 * of its own.  A range adds its lower end to lo and its upper end to hi.  What
 * stands in a block that is marked as a repeat is left out, and counted, and
 * so is what is no number.  The sums are of what is written: where two
 * articles tell the same fact in different words, it is added twice.
 *
 * A struct sums owns its metrics; strings are borrowed from the tally, which
 * must not grow while they are used.
 */
#ifndef QD_FMT_SUMS_H
#define QD_FMT_SUMS_H

#include "tally.h"
#include "total.h"

struct sums_metric {
	struct str tag, unit, of, dir;
	struct total lo, hi;
	double size;	     /* of hi, for drawing and order alone */
	int range;	     /* lo and hi differ */
	size_t n;	     /* quantities added */
	size_t bounded;	     /* of these: with a bound (at least, about, ..) */
	size_t repeats, odd; /* left out */
};

/* Metrics of one tag and unit, which can be compared. */
struct sums_group {
	size_t from, n; /* in v */
	size_t count;	/* quantities added in all of it */
};

struct sums {
	struct sums_metric *v; /* by group, the largest first */
	size_t n, cap;
	struct sums_group *groups; /* with most quantities first */
	size_t ngroups, cap_groups;
};

void sums_make(struct sums *s, const struct tally *t);
/* Adds the sum to b: "12", or "12..15" for a range; group: with commas. */
void sums_put(struct buf *b, const struct sums_metric *m, int group);
void sums_free(struct sums *s);

#endif
