/*
 * Text as numbers: each word of the cheapest cutting (scan.h) by its hash.
 *
 * A struct tokens owns its arrays; start it as {0}.
 */
#ifndef QD_TRAIN_TOKENS_H
#define QD_TRAIN_TOKENS_H

#include "dict.h"

/* A word too rare to be learned; what stands between two texts. */
#define TOKENS_RARE DICT_NONE
#define TOKENS_END (DICT_NONE - 1)

struct tokens {
	uint32_t *v; /* n of them: numbers of words, or one of these */
	size_t n, cap;
	/* by number of a word */
	uint32_t *word; /* its hash */
	uint32_t *count;
	uint32_t nwords;
};

/* Reads the files, a text a line, or dies; words that come cutoff times or
 * more get numbers. */
void tokens_read(struct tokens *t, char **paths, uint32_t cutoff);
void tokens_free(struct tokens *t);

#endif
