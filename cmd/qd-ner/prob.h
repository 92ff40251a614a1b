/*
 * How probable a name is: the part of all ways through a stretch of text, each
 * by what it scores, on which that name lies, by the forward-backward algorithm
 * of a semi-Markov CRF (Sarawagi and Cohen 2004) over labels and candidates.
 * What comes out is brought to what was seen on text kept apart (Platt 1999)
 * by two numbers of the convention.
 *
 * A struct prob owns its arrays and is used again for each stretch; start it
 * as {0}.
 */
#ifndef QD_NER_PROB_H
#define QD_NER_PROB_H

#include "path.h"

struct prob {
	struct prob_node {
		/* by boundary: log-sums of what comes before, by the type (+ 1;
		 * 0: O) that begins there, and of what comes behind, by what
		 * ends there */
		float in[LABEL_NEXT], behind[LABEL_NEXT];
		float out[LABEL_NEXT]; /* of what ends there */
		/* of the ways on from a begun name of each type, that goes on
		 * with the character behind */
		float on[LABEL_NTYPES];
	} * v;
	size_t cap;
	float all; /* of all ways */
};

/* Prepares the stretch from..to, as path.h cuts them. */
void prob_stretch(struct prob *p, const struct cands *c, const struct scan *sc,
    const struct tagger *t, const struct model_conv *m, size_t from, size_t to);
/* How probable it is that from..to is a name of that type (index in
 * label_types; -1: what candidate x is), in 1/1000, at least 1, at most 999. */
unsigned prob_name(const struct prob *p, const struct cands *c,
    const struct scan *sc, const struct tagger *t, const struct model_conv *m,
    size_t from, size_t to, int type);
void prob_free(struct prob *p);

#endif
