#include "pool.h"

#include <string.h>
#include <sys/mman.h>

#include "mem.h"

/* A chunk is a 2048th of all, from a page to a megabyte. */
#define CHUNKS 2048
#define MIN_SHIFT 12
#define MAX_SHIFT 20

int
pool_open(struct pool *p, size_t size)
{
	void *base;

	memset(p, 0, sizeof *p);
	p->shift = MIN_SHIFT;
	while (p->shift < MAX_SHIFT && size >> p->shift > CHUNKS)
		p->shift++;
	p->n = size >> p->shift;
	p->bytes = p->n << p->shift;
	base = mmap(NULL, p->bytes, PROT_READ | PROT_WRITE,
	    MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
	if (base == MAP_FAILED)
		return -1;
	p->base = base;
#ifdef MADV_HUGEPAGE
	/* Tables are read at random: fewer, larger pages are found faster.
	 * Where there are none, nothing is lost. */
	(void)madvise(base, p->bytes, MADV_HUGEPAGE);
#endif
	p->used = mem_calloc(p->n, 1);
	return 0;
}

/* The first of k chunks side by side that were given back; p->fresh where
 * there are none. */
static size_t
find_old(const struct pool *p, size_t k)
{
	size_t i, run = 0;

	for (i = 0; i < p->fresh; i++) {
		run = p->used[i] ? 0 : run + 1;
		if (run == k)
			return i + 1 - k;
	}
	return p->fresh;
}

size_t
pool_take(struct pool *p, size_t k)
{
	size_t i = p->fresh;

	if (p->given + k > p->n)
		return (size_t)-1;
	if (p->given < p->fresh) {
		i = find_old(p, k);
		if (i < p->fresh)
			memset(p->base + (i << p->shift), 0, k << p->shift);
	}
	if (i == p->fresh) {
		if (p->fresh + k > p->n)
			return (size_t)-1;
		p->fresh += k;
	}
	memset(p->used + i, 1, k);
	p->given += k;
	return i << p->shift;
}

void
pool_give(struct pool *p, size_t at, size_t k)
{
	memset(p->used + (at >> p->shift), 0, k);
	p->given -= k;
}

size_t
pool_used(const struct pool *p)
{
	return p->given << p->shift;
}

void
pool_close(struct pool *p)
{
	if (p->base)
		(void)munmap(p->base, p->bytes);
	mem_free(p->used);
	memset(p, 0, sizeof *p);
}

void
paged_open(struct paged *a, struct pool *p, unsigned size)
{
	memset(a, 0, sizeof *a);
	a->pool = p;
	a->size = size;
	a->shift = p->shift;
	while (size >>= 1)
		a->shift--;
}

size_t
paged_room(const struct paged *a)
{
	return a->nchunk << a->shift;
}

int
paged_grow(struct paged *a, size_t n)
{
	size_t at;

	while (paged_room(a) < n) {
		at = pool_take(a->pool, 1);
		if (at == (size_t)-1)
			return -1;
		a->chunk = mem_grow(
		    a->chunk, &a->cap, a->nchunk + 1, sizeof *a->chunk);
		a->chunk[a->nchunk++] = a->pool->base + at;
	}
	return 0;
}

static void
give(struct paged *a, size_t k)
{
	size_t i;

	for (i = 0; i < k; i++)
		pool_give(a->pool, (size_t)(a->chunk[i] - a->pool->base), 1);
}

void
paged_shift(struct paged *a, size_t k)
{
	if (k == 0)
		return;
	give(a, k);
	a->nchunk -= k;
	memmove(a->chunk, a->chunk + k, a->nchunk * sizeof *a->chunk);
}

void
paged_reset(struct paged *a)
{
	give(a, a->nchunk);
	a->nchunk = 0;
}

void
paged_free(struct paged *a)
{
	mem_free(a->chunk);
	a->chunk = NULL;
	a->nchunk = a->cap = 0;
}
