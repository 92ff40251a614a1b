/*
 * Vectors of words, learned from what stands around them: skip-gram with
 * negative sampling (Mikolov and others 2013), each place beside the word with
 * weights of its own (Ling and others 2015), so that words are near each other
 * when they stand in the same places, not when they are about the same.
 */
#ifndef QD_TRAIN_VECTORS_H
#define QD_TRAIN_VECTORS_H

#include "tokens.h"

#define VECTORS_DIM 48

/* The vectors of the words, by their numbers, each of length 1; free them with
 * mem_free.  The same text gives the same vectors. */
float (*vectors_learn(const struct tokens *t))[VECTORS_DIM];

#endif
