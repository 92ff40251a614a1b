#include "posts.h"

#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* A tag is 16 bits of the anchor: a bucket may not stand for more. */
#define TAG_BITS 16
#define FILL 17 /* cells a bucket, on average, before the table grows */

static struct posts_bucket *
at(const struct posts *t, size_t i)
{
	return paged_at(&t->v, i);
}

void
posts_open(struct posts *t, struct pool *p, int few)
{
	size_t min = 256;

	memset(t, 0, sizeof *t);
	paged_open(&t->v, p, sizeof(struct posts_bucket));
	t->bits = TAG_BITS + 8;
	/* At most a 32nd of the pool is taken at once. */
	while (!few && t->bits < 32 &&
	       min * sizeof(struct posts_bucket) <= p->bytes / 64) {
		min *= 2;
		t->bits++;
	}
	t->min = min;
}

uint32_t
posts_key(const struct posts *t, uint64_t anchor)
{
	return (uint32_t)(anchor >> (64 - t->bits));
}

/* The bucket of an anchor. */
static size_t
bucket(const struct posts *t, uint32_t key)
{
	return (size_t)((uint64_t)key * t->nb >> t->bits);
}

/* The smallest anchor of bucket i. */
static uint32_t
smallest(const struct posts *t, size_t i)
{
	return (uint32_t)((((uint64_t)i << t->bits) + t->nb - 1) / t->nb);
}

/* Moves what the table of nb buckets holds to where it belongs in t->nb. */
static void
move_all(struct posts *t, size_t nb)
{
	struct posts old = *t;
	struct posts_bucket b;
	uint32_t low;
	size_t i, k;

	old.nb = nb;
	t->n = 0;
	for (i = nb; i-- > 0;) {
		b = *at(t, i);
		at(t, i)->n = 0;
		low = smallest(&old, i);
		for (k = 0; k < b.n; k++)
			posts_put(t, low + (uint16_t)(b.tag[k] - (uint16_t)low),
			    b.num[k]);
	}
}

static int
grow(struct posts *t)
{
	size_t old = t->nb, nb = old < 1U << 17 ? 2 * old : old + old / 8;

	if (old == 0)
		nb = t->min;
	if (paged_grow(&t->v, nb) == -1) {
		nb = old + old / 16;
		if (nb == old || paged_grow(&t->v, nb) == -1)
			return -1;
	}
	t->nb = nb;
	move_all(t, old);
	return 0;
}

int
posts_room(struct posts *t, size_t n)
{
	while (t->n + n > t->nb * FILL)
		if (grow(t) == -1)
			return -1;
	return 0;
}

void
posts_fetch(const struct posts *t, uint32_t key)
{
	const char *p;

	if (t->nb == 0)
		return;
	p = (const char *)at(t, bucket(t, key));
	__builtin_prefetch(p);
	__builtin_prefetch(p + 64);
}

/* Bit i for each cell i of the bucket that has the tag. */
static uint32_t
cells(const struct posts_bucket *b, uint16_t tag)
{
	uint32_t bits = 0;
#ifdef __SSE2__
	/* The first 48 bytes: the count, the tags, and two bytes more. */
	const char *p = (const char *)b;
	__m128i t = _mm_set1_epi16((short)tag), x, y, z;

	x = _mm_cmpeq_epi16(t, _mm_loadu_si128((const void *)p));
	y = _mm_cmpeq_epi16(t, _mm_loadu_si128((const void *)(p + 16)));
	z = _mm_cmpeq_epi16(t, _mm_loadu_si128((const void *)(p + 32)));
	bits = (uint32_t)_mm_movemask_epi8(_mm_packs_epi16(x, y));
	bits |= (uint32_t)_mm_movemask_epi8(_mm_packs_epi16(z, z)) << 16;
	bits >>= 1;
#else
	size_t i;

	for (i = 0; i < POSTS_CELLS; i++)
		bits |= (uint32_t)(b->tag[i] == tag) << i;
#endif
	return bits & ((1U << b->n) - 1);
}

void
posts_put(struct posts *t, uint32_t key, uint32_t num)
{
	struct posts_bucket *b = at(t, bucket(t, key));
	uint32_t bits = cells(b, (uint16_t)key), i, same = 0;

	for (; bits; bits &= bits - 1)
		/* A text may have an anchor twice. */
		if (b->num[__builtin_ctz(bits)] == num || ++same == POSTS_MAX)
			return;
	i = b->n;
	if (i == POSTS_CELLS) {
		t->lost++;
		return;
	}
	b->tag[i] = (uint16_t)key;
	b->num[i] = num;
	b->n++;
	t->n++;
}

size_t
posts_get(const struct posts *t, uint32_t key, uint32_t *num)
{
	const struct posts_bucket *b;
	uint32_t bits;
	size_t n = 0;

	if (t->nb == 0)
		return 0;
	b = at(t, bucket(t, key));
	for (bits = cells(b, (uint16_t)key); bits && n < POSTS_MAX;
	     bits &= bits - 1)
		num[n++] = b->num[__builtin_ctz(bits)];
	return n;
}

void
posts_forget(struct posts *t, uint32_t first)
{
	struct posts_bucket *b;
	size_t i, k, w;

	t->n = 0;
	for (i = 0; i < t->nb; i++) {
		b = at(t, i);
		for (k = w = 0; k < b->n; k++) {
			if ((int32_t)(b->num[k] - first) < 0)
				continue;
			b->tag[w] = b->tag[k];
			b->num[w++] = b->num[k];
		}
		b->n = (uint16_t)w;
		t->n += w;
	}
}

void
posts_reset(struct posts *t)
{
	size_t i;

	if (t->nb > t->min) {
		paged_reset(&t->v);
		t->nb = 0;
	} else if (t->n) {
		for (i = 0; i < t->nb; i++)
			at(t, i)->n = 0;
	}
	t->n = 0;
}

void
posts_free(struct posts *t)
{
	paged_free(&t->v);
	t->nb = t->n = 0;
}
