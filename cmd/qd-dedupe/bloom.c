#include "bloom.h"

#include <string.h>

void
bloom_open(struct bloom *f, struct pool *p)
{
	memset(f, 0, sizeof *f);
	f->nblock = p->bytes / (BLOOM_WORDS * sizeof *f->v);
	f->v = (uint64_t *)(void *)(p->base + pool_take(p, p->n));
}

/* (i / 512) to the power of BLOOM_BITS: a block's chance. */
static double
chance(unsigned i)
{
	double x = (double)i / (64 * BLOOM_WORDS);

	x *= x;
	x *= x;
	return x * x;
}

static unsigned
bits_in(const uint64_t *b)
{
	unsigned i, n = 0;

	for (i = 0; i < BLOOM_WORDS; i++)
		n += (unsigned)__builtin_popcountll(b[i]);
	return n;
}

/* The block of a key. */
static uint64_t *
block(const struct bloom *f, struct hash key)
{
	__extension__ unsigned __int128 x = key.hi;

	x *= f->nblock;
	return f->v + (size_t)(x >> 64) * BLOOM_WORDS;
}

void
bloom_fetch(const struct bloom *f, struct hash key)
{
	__builtin_prefetch(block(f, key), 1);
}

int
bloom_put(struct bloom *f, struct hash key)
{
	uint64_t *b = block(f, key), bits = key.lo, old;
	unsigned i, before, after, missing = 0;

	/* 9 bits of the key choose a bit of the block, those for the next one
	 * 7 bits on: neighbours share two. */
	for (i = 0; i < BLOOM_BITS; i++)
		missing +=
		    !(b[bits >> (7 * i + 6) & 7] >> (bits >> 7 * i & 63) & 1);
	if (!missing)
		return 1;
	f->expect += bloom_chance(f);
	before = bits_in(b);
	for (i = 0; i < BLOOM_BITS; i++) {
		old = (uint64_t)1 << (bits >> 7 * i & 63);
		b[bits >> (7 * i + 6) & 7] |= old;
	}
	after = bits_in(b);
	f->set += after - before;
	f->chance += chance(after) - chance(before);
	f->n++;
	return 0;
}

double
bloom_chance(const struct bloom *f)
{
	return f->chance / (double)f->nblock;
}

double
bloom_full(const struct bloom *f)
{
	return 100.0 * (double)f->set / ((double)f->nblock * 64 * BLOOM_WORDS);
}
