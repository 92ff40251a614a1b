/*
 * The keys that were seen, each with a number: the exact tier.
 *
 * An entry has 16 bytes: 64 bits of the key, 16 more to tell, and 48 for the
 * number.  The table is one sorted run with gaps (linear probing in the order
 * of the keys: Amble and Knuth, Ordered hash tables, 1974), so that it can
 * grow where it is, by an eighth or a quarter, and is 68 to 85 parts of a
 * hundred full.  Two of n different texts are taken for the same with a
 * chance of n * n / 2^81: 1 in 2 million for 10^9 of them.
 */
#ifndef QD_DEDUPE_SEEN_H
#define QD_DEDUPE_SEEN_H

#include "hash.h"
#include "pool.h"

struct seen {
	struct paged v; /* of struct seen_entry */
	size_t n;
	size_t cap; /* home places; the array is a little longer */
};

struct seen_entry {
	uint64_t key;
	uint64_t num; /* (number + 1) << 16 | more of the key; 0: free */
};

void seen_open(struct seen *s, struct pool *p);
/* 1 and the number of the key in *num, or 0: it is not there. */
int seen_find(const struct seen *s, struct hash key, uint64_t *num);
/* Makes room for one more; -1 when the pool has no more. */
int seen_room(struct seen *s);
/* Puts in a key that is not there; there must be room. */
void seen_put(struct seen *s, struct hash key, uint64_t num);
/* Forgets the keys with a number below first. */
void seen_forget(struct seen *s, uint64_t first);
/* The entry of the ith place: 0 when it is free; i < seen_places. */
int seen_at(const struct seen *s, size_t i, struct seen_entry *e);
size_t seen_places(const struct seen *s);
/* The key is to be looked for soon. */
void seen_fetch(const struct seen *s, struct hash key);
/* Forgets all. */
void seen_reset(struct seen *s);
void seen_free(struct seen *s);

#endif
