#include "hash.h"

#include "mem.h"

/* The code of the header alone: no library is needed to run. */
#define XXH_INLINE_ALL
#include <xxhash.h>

struct hash
hash_bytes(const char *s, size_t n)
{
	XXH128_hash_t x = XXH3_128bits(s, n);
	struct hash h = {x.low64, x.high64};

	return h;
}

struct hash_stream {
	XXH3_state_t state; /* must lie at a multiple of 64 bytes */
	void *whole;
};

struct hash_stream *
hash_open(void)
{
	void *whole = mem_calloc(1, sizeof(struct hash_stream) + 64);
	struct hash_stream *h =
	    (void *)((char *)whole + 64 - (uintptr_t)whole % 64);

	h->whole = whole;
	(void)XXH3_128bits_reset(&h->state);
	return h;
}

void
hash_add(struct hash_stream *h, const char *s, size_t n)
{
	(void)XXH3_128bits_update(&h->state, s, n);
}

uint64_t
hash_close(struct hash_stream *h)
{
	uint64_t low = XXH3_128bits_digest(&h->state).low64;

	mem_free(h->whole);
	return low;
}
