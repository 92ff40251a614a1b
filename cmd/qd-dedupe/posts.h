/*
 * Postings: which blocks have which anchor (anchor.h).
 *
 * A cell is 6 bytes: 16 bits of the anchor and the block's number modulo
 * 2^32; 21 cells are a bucket of two cache lines.  Buckets are in the order of
 * the anchors, so that the table grows where it is and finds an anchor's other
 * bits in the place of its bucket (quotienting: Cleary 1984).  An anchor has
 * POSTS_MAX blocks at most, the earliest: one that has them all is a set
 * phrase.  A cell that finds its bucket full is lost, and counted: a few in a
 * hundred.
 */
#ifndef QD_DEDUPE_POSTS_H
#define QD_DEDUPE_POSTS_H

#include "pool.h"

#define POSTS_MAX 4
#define POSTS_CELLS 21

struct posts_bucket {
	uint16_t n;
	uint16_t tag[POSTS_CELLS];
	uint32_t num[POSTS_CELLS];
};

struct posts {
	struct paged v; /* of struct posts_bucket */
	size_t nb;	/* buckets */
	size_t min;	/* of them, at first */
	unsigned bits;	/* of an anchor */
	size_t n;	/* cells in use */
	size_t lost;
};

/* Few: the table is to be small at first, and soon reset. */
void posts_open(struct posts *t, struct pool *p, int few);
/* Makes room for about n more; -1 when the pool has no more. */
int posts_room(struct posts *t, size_t n);
/* An anchor of 64 bits in the bits that are kept. */
uint32_t posts_key(const struct posts *t, uint64_t anchor);
/* Its bucket is to be looked at soon. */
void posts_fetch(const struct posts *t, uint32_t key);
/* Adds block num to the anchor, if it has not POSTS_MAX. */
void posts_put(struct posts *t, uint32_t key, uint32_t num);
/* The blocks of the anchor into num[POSTS_MAX]; how many. */
size_t posts_get(const struct posts *t, uint32_t key, uint32_t *num);
/* Forgets the blocks that lie before first, modulo 2^32. */
void posts_forget(struct posts *t, uint32_t first);
void posts_reset(struct posts *t);
void posts_free(struct posts *t);

#endif
