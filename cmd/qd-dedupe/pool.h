/*
 * The memory of a run: one reservation, cut into chunks.
 *
 * pool_open reserves all of it; the machine gives a page when it is first
 * touched, and the pool gives no more than what was reserved.  So what is
 * remembered never passes the bound, and a short stream takes little.
 *
 * A struct paged is an array whose members lie in chunks: it grows where it
 * is.  It gives its chunks back to the pool, which must outlive it.  Chunks
 * are zero when they are given.
 */
#ifndef QD_DEDUPE_POOL_H
#define QD_DEDUPE_POOL_H

#include <stddef.h>
#include <stdint.h>

struct pool {
	char *base;
	size_t bytes;	     /* reserved */
	unsigned shift;	     /* a chunk has 1 << shift bytes */
	size_t n;	     /* chunks */
	size_t fresh;	     /* chunks from here on were never given */
	size_t given;	     /* chunks that are in use */
	unsigned char *used; /* a byte for each chunk */
};

/* Reserves size bytes (1M or more); -1 with errno when that cannot be. */
int pool_open(struct pool *p, size_t size);
/* k chunks side by side: their place in the pool in bytes, or (size_t)-1 when
 * there are none. */
size_t pool_take(struct pool *p, size_t k);
/* Gives back k chunks that begin at that place. */
void pool_give(struct pool *p, size_t at, size_t k);
/* Bytes in use. */
size_t pool_used(const struct pool *p);
void pool_close(struct pool *p);

struct paged {
	struct pool *pool;
	unsigned shift; /* 1 << shift members in a chunk */
	unsigned size;	/* bytes of a member: a power of 2 */
	char **chunk;
	size_t nchunk, cap;
};

void paged_open(struct paged *a, struct pool *p, unsigned size);
/* Room for n members; 0, or -1 when the pool has no more. */
int paged_grow(struct paged *a, size_t n);
/* How many it has room for. */
size_t paged_room(const struct paged *a);
/* Gives back the first k chunks: member i + paged_chunk * k becomes i. */
void paged_shift(struct paged *a, size_t k);
/* Gives all back. */
void paged_reset(struct paged *a);
void paged_free(struct paged *a);

/* Member i, of those there is room for. */
static inline void *
paged_at(const struct paged *a, size_t i)
{
	return a->chunk[i >> a->shift] +
	       (i & (((size_t)1 << a->shift) - 1)) * a->size;
}

#endif
