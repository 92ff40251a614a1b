/*
 * 128-bit hashes: the only room that knows xxHash (XXH3, Yann Collet).
 *
 * Not for enemies: whoever wants two texts to collide can make them.  Among n
 * honest texts the chance that any two do is about n * n / 2^129: at 10^9 of
 * them 10^-21.
 */
#ifndef QD_DEDUPE_HASH_H
#define QD_DEDUPE_HASH_H

#include <stddef.h>
#include <stdint.h>

struct hash {
	uint64_t lo, hi;
};

struct hash hash_bytes(const char *s, size_t n);

#endif
