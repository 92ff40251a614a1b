/* Clusters of words as nerclusters writes them: a line each, the word's hash
 * (feat_word), its fine cluster and its coarse one, in figures. */
#ifndef QD_TRAIN_GROUPED_H
#define QD_TRAIN_GROUPED_H

#include "cluster.h"

/* Reads the file at path or dies; what *c points to lives to the end of the
 * program. */
void grouped_read(struct clusters *c, const char *path);

#endif
