/*
 * How far a name reaches to the left of its ending: back over the words of
 * the cheapest cutting, to a place or organisation that it begins with, or to
 * a word that no name goes across.
 */
#ifndef QD_NER_WALK_H
#define QD_NER_WALK_H

#include "cand.h"
#include "scan.h"

#define WALK_STOPS 8

struct walk {
	size_t from; /* where the name may begin */
	size_t anchor_end;
	int anchored;	/* at from stands a name of one of the types, or a level
			 */
	int level;	/* it is a bare level (市 in 市科技局) */
	int org;	/* or it begins with an organisation */
	int rank;	/* of the anchor, a place (enum place_rank) */
	int cost;	/* of the anchor */
	unsigned flags; /* of the anchor, enum cand_flag */
	int ntok;	/* words between that and the ending */
	int common;	/* of these: words of everyday */
	int rare;	/* and words that are hardly any */
	size_t first_rare;	 /* where the leftmost rare one begins */
	size_t stop[WALK_STOPS]; /* ends of words on the way, end first */
	int nstops;
};

/*
 * Walks left from end (where the ending begins), over at most max words, and
 * stops at names of the given types (bits).
 */
void walk_left(struct walk *wk, const struct scan *sc, const struct names *nm,
    const struct cands *c, size_t end, unsigned types, int max);
/* What the name costs as its anchor and the words from there up to to. */
int walk_cost(const struct walk *wk, const struct scan *sc, size_t to);

#endif
