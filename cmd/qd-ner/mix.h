/* Bits mixed, for the hashes of what the tagger sees. */
#ifndef QD_NER_MIX_H
#define QD_NER_MIX_H

#include <stdint.h>

/* A finalizer in the manner of splitmix64 (Steele, Lea, Flood 2014). */
static inline uint32_t
mix(uint64_t x)
{
	x = (x + 1) * 0x9e3779b97f4a7c15U;
	x ^= x >> 32;
	x *= 0xd6e8feb86659fd93U;
	return (uint32_t)(x >> 32);
}

static inline uint64_t
rotate(uint64_t x, int k)
{
	return x << k | x >> (64 - k);
}

#endif
