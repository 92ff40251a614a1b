/* Words in groups by their vectors: spherical k-means (Dhillon and Modha 2001)
 * in a fixed number of rounds, the more frequent words counting more. */
#ifndef QD_TRAIN_KMEANS_H
#define QD_TRAIN_KMEANS_H

#include "vectors.h"

/* The group of each word, below n; free it with mem_free.  n: at most the
 * number of words. */
uint32_t *kmeans(const struct tokens *t, float (*v)[VECTORS_DIM], size_t n);

#endif
