/*
 * The decoder of the tagger's scores: the best way through the labels of a
 * text (Viterbi 1967), where candidates that are known for other reasons (the
 * user's lexicon, the names of the article, titles between marks) are edges
 * from their first character to their last, as in a semi-Markov model
 * (Sarawagi and Cohen 2004).  So all evidence meets in one sum, and what is
 * chosen never overlaps.
 */
#ifndef QD_NER_PATH_H
#define QD_NER_PATH_H

#include "tag.h"

#define PATH_NEXT 8 /* types that one may follow, and room */

/* Boundary i is before character i.  All scores in 1/MODEL_UNIT nats. */
struct path {
	struct path_node {
		/* best score of what ends here, by type + 1 (0: O) */
		int32_t out[PATH_NEXT];
		/* a candidate that ends here as that, or CAND_NONE */
		uint32_t via[PATH_NEXT];
		/* of the character behind: from what type it begins, */
		uint8_t from[PATH_NEXT];
		uint8_t stay;	/* bits: goes on from INSIDE, not BEGIN */
		uint8_t single; /* bits: the type ends before here as single */
	} * v;
	size_t cap;
	struct path_span {
		uint32_t from, to;
		int type;     /* index of label_types; -1: by candidate */
		uint32_t via; /* the candidate, or CAND_NONE */
	} * spans;	      /* what was chosen, last first */
	size_t n, scap;	      /* of one stretch */
};

struct prob;

/*
 * The best way through the text of sc, into d->v as candidates of c (added
 * where there are none), in the order of the text.  t: its scores by m.  pr:
 * scratch for how probable each name is; NULL: that is not asked.
 */
void path_text(struct path *p, struct decoder *d, struct cands *c,
    const struct scan *sc, const struct tagger *t, const struct model_conv *m,
    struct prob *pr);
void path_free(struct path *p);

#endif
