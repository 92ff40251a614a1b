/* How well names are found in the texts that are kept apart. */
#ifndef QD_TRAIN_MEASURE_H
#define QD_TRAIN_MEASURE_H

#include "net.h"

/* Writes precision, recall and F1 of each convention's names (exact span and
 * type) on stderr, behind the word what. */
void measure(struct net *x, const char *what);

#endif
