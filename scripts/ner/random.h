/* Random numbers that are the same on every run: xorshift64 (Marsaglia 2003).
 */
#ifndef QD_TRAIN_RANDOM_H
#define QD_TRAIN_RANDOM_H

#include <stddef.h>
#include <stdint.h>

#define RANDOM_SEED 88172645463325252U

static inline uint32_t
random_next(uint64_t *seed)
{
	*seed ^= *seed << 13;
	*seed ^= *seed >> 7;
	*seed ^= *seed << 17;
	return (uint32_t)(*seed >> 16);
}

/* At least 0, below 1. */
static inline float
random_unit(uint64_t *seed)
{
	return (float)(random_next(seed) & 0xffffff) / 16777216.0F;
}

/* Fisher and Yates (1938). */
static inline void
random_shuffle(uint64_t *seed, uint32_t *v, size_t n)
{
	size_t i, k;
	uint32_t t;

	for (i = n; i > 1; i--) {
		k = random_next(seed) % i;
		t = v[i - 1];
		v[i - 1] = v[k];
		v[k] = t;
	}
}

#endif
