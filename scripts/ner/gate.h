/*
 * The gate: a logistic regression that tells from a few hashed features
 * (hashing trick: Weinberger and others 2009) whether a character may be in a
 * name, so that the rest of the features need not be looked at for most.
 */
#ifndef QD_TRAIN_GATE_H
#define QD_TRAIN_GATE_H

#include "corpus.h"

struct gate {
	int8_t *w[CORPUS_CONVS]; /* as in the model */
	int32_t bias[CORPUS_CONVS];
};

/* Learns from the texts of c that are not held. */
void gate_learn(struct gate *g, const struct corpus *c);
void gate_free(struct gate *g);

#endif
