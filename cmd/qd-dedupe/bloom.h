/*
 * The exact tier as a filter: which keys were seen, perhaps.
 *
 * A blocked Bloom filter (Bloom 1970; Putze, Sanders and Singler 2007): each
 * key sets BLOOM_BITS bits of one block of 512.  A key that was put in is
 * always found; one that was not is found, wrongly, with a chance that is
 * known at any time from how full the blocks are.
 */
#ifndef QD_DEDUPE_BLOOM_H
#define QD_DEDUPE_BLOOM_H

#include "hash.h"
#include "pool.h"

#define BLOOM_BITS 8
#define BLOOM_WORDS 8 /* of 64 bits, in a block */

struct bloom {
	uint64_t *v;
	size_t nblock;
	size_t n;      /* keys that were put in */
	size_t set;    /* bits */
	double chance; /* summed over the blocks: that a key is found */
	double expect; /* keys that were found wrongly, expected */
};

/* Takes the whole pool, which must be fresh. */
void bloom_open(struct bloom *f, struct pool *p);
/* The key is to be put in soon. */
void bloom_fetch(const struct bloom *f, struct hash key);
/* 1 when the key is there already, perhaps; else 0, and it is now. */
int bloom_put(struct bloom *f, struct hash key);
/* Bits that are set, per cent. */
double bloom_full(const struct bloom *f);
/* The chance that a new key is found. */
double bloom_chance(const struct bloom *f);

#endif
