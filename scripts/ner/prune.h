/* Fewer features: those that weigh most, as many as a model has places for. */
#ifndef QD_TRAIN_PRUNE_H
#define QD_TRAIN_PRUNE_H

#include "net.h"

/*
 * Leaves of the features that share a bucket of a model of so many (place.h)
 * those whose rows weigh most: |row| times the root of how often the feature
 * comes.  Before that each template's mean row goes over into the biases, so
 * that a feature without a row says what its template says on the average.
 */
void prune(struct net *x, uint32_t nbuckets);

#endif
