/*
 * The decoder: chooses among the candidates of a text the set without overlap
 * that, with the words between them, costs least (Viterbi 1967 over a lattice
 * of words and names).
 */
#ifndef QD_NER_DECODE_H
#define QD_NER_DECODE_H

#include "cand.h"
#include "scan.h"

struct decoder {
	int32_t *cost;
	uint32_t *prev, *via; /* via: a candidate, or CAND_NONE for words */
	size_t cap;
	/* what was chosen: indices of candidates, in the order of the text */
	uint32_t *v;
	size_t n, vcap;
};

void decode_text(
    struct decoder *d, const struct scan *sc, const struct cands *c);
void decode_free(struct decoder *d);

#endif
