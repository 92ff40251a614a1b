/*
 * The keys that were seen, each with a number if that is asked for: the exact
 * tier.
 *
 * 64 bits of a key lie in one array, 16 more to tell in a second, and 32 for
 * the number in a third: 10 or 14 bytes.  Each is one sorted run with gaps
 * (linear probing in the order of the keys: Amble and Knuth, Ordered hash
 * tables, 1974), so that it can grow where it is.  With numbers it is 87 to 92
 * parts of a hundred full, without them 64 to 80, which is faster.  Two of n
 * different texts are taken for the same with a chance of n * n / 2^81: 1 in 2
 * million for 10^9 of them.
 */
#ifndef QD_DEDUPE_SEEN_H
#define QD_DEDUPE_SEEN_H

#include "hash.h"
#include "pool.h"

struct seen {
	struct paged key;  /* of uint64_t; 0: free */
	struct paged more; /* of uint16_t */
	struct paged num;  /* of uint32_t; none: no numbers */
	int numbers;
	size_t n;
	size_t cap; /* home places; the arrays are a little longer */
};

struct seen_entry {
	uint64_t key;
	uint16_t more;
	uint32_t num;
};

void seen_open(struct seen *s, struct pool *p, int numbers);
/* 1 and the number of the key (if it has one) in *num, or 0: it is not there.
 */
int seen_find(const struct seen *s, struct hash key, uint32_t *num);
/* Makes room for one more; -1 when the pool has no more. */
int seen_room(struct seen *s);
/* Puts in a key that is not there; there must be room. */
void seen_put(struct seen *s, struct hash key, uint32_t num);
/* Forgets the keys with the n numbers from first on, modulo 2^32. */
void seen_forget(struct seen *s, uint32_t first, uint32_t n);
/* The entry of the ith place: 0 when it is free; i < seen_places. */
int seen_at(const struct seen *s, size_t i, struct seen_entry *e);
size_t seen_places(const struct seen *s);
/* The key is to be looked for soon. */
void seen_fetch(const struct seen *s, struct hash key);
/* Forgets all. */
void seen_reset(struct seen *s);
void seen_free(struct seen *s);

#endif
