/*
 * 128-bit hashes: the only room that knows xxHash (XXH3, Yann Collet).
 *
 * Not for enemies: whoever wants two texts to collide can make them.  Among n
 * honest texts the chance that any two do is about n * n / 2^129: at 10^9 of
 * them 10^-21.
 */
#ifndef QD_HASH_H
#define QD_HASH_H

#include <stddef.h>
#include <stdint.h>

struct hash {
	uint64_t lo, hi;
};

struct hash hash_bytes(const char *s, size_t n);

/* The low half of the same, of bytes that come in parts. */
struct hash_stream;

struct hash_stream *hash_open(void);
void hash_add(struct hash_stream *h, const char *s, size_t n);
/* The hash; frees. */
uint64_t hash_close(struct hash_stream *h);

#endif
