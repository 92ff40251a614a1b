/*
 * The hash is FNV-1a, 64 bit (Fowler, Noll, Vo), the table open addressing
 * with linear probing, at most half full.
 */
#include "intern.h"

#include <stdint.h>
#include <string.h>

static size_t
hash(struct str s)
{
	uint64_t h = 0xcbf29ce484222325U;
	size_t i;

	for (i = 0; i < s.len; i++)
		h = (h ^ (unsigned char)s.s[i]) * 0x100000001b3U;
	return (size_t)(h ^ h >> 32);
}

struct str
intern_get(const struct intern *t, size_t i)
{
	struct str s = {t->bytes.s + t->v[i].at, t->v[i].len};

	return s;
}

/* The slot that holds s, or the free one where it belongs. */
static size_t
slot_of(const struct intern *t, struct str s)
{
	size_t i = hash(s) & (t->nslots - 1);

	while (t->slots[i] && !str_eq(intern_get(t, t->slots[i] - 1), s))
		i = (i + 1) & (t->nslots - 1);
	return i;
}

static void
enlarge(struct intern *t)
{
	size_t i;

	t->nslots = t->nslots ? t->nslots * 2 : 64;
	mem_free(t->slots);
	t->slots = mem_calloc(t->nslots, sizeof *t->slots);
	for (i = 0; i < t->n; i++)
		t->slots[slot_of(t, intern_get(t, i))] = i + 1;
}

size_t
intern_find(const struct intern *t, struct str s)
{
	size_t i;

	if (!t->nslots)
		return t->n;
	i = t->slots[slot_of(t, s)];
	return i ? i - 1 : t->n;
}

size_t
intern_put(struct intern *t, struct str s)
{
	size_t i;

	if (t->n * 2 >= t->nslots)
		enlarge(t);
	i = slot_of(t, s);
	if (t->slots[i])
		return t->slots[i] - 1;
	t->v = mem_grow(t->v, &t->cap, t->n + 1, sizeof *t->v);
	t->v[t->n].at = t->bytes.len;
	t->v[t->n].len = s.len;
	buf_put(&t->bytes, s.s, s.len);
	t->slots[i] = ++t->n;
	return t->n - 1;
}

void
intern_free(struct intern *t)
{
	buf_free(&t->bytes);
	mem_free(t->v);
	mem_free(t->slots);
	memset(t, 0, sizeof *t);
}
