#include "seen.h"

#include <string.h>

#include "mem.h"

#define FIRST_CAP 1024 /* entries; seen_reset clears that much */

static size_t
entry_size(const struct seen *s)
{
	return sizeof *s->v + (s->numbers ? sizeof *s->num : 0);
}

size_t
seen_bytes(const struct seen *s)
{
	return s->cap * entry_size(s);
}

static int
is_free(struct hash h)
{
	return h.lo == 0 && h.hi == 0;
}

/* Index of the key, or of the free entry where it belongs. */
static size_t
find(const struct seen *s, struct hash key)
{
	size_t i = (size_t)key.lo & (s->cap - 1);

	while (
	    !is_free(s->v[i]) && (s->v[i].lo != key.lo || s->v[i].hi != key.hi))
		i = (i + 1) & (s->cap - 1);
	return i;
}

static void
alloc(struct seen *s, size_t cap)
{
	s->cap = cap;
	s->v = mem_calloc(cap, sizeof *s->v);
	s->num = s->numbers ? mem_calloc(cap, sizeof *s->num) : NULL;
}

/* Doubles the table; 0 when that would pass the limit. */
static int
grow(struct seen *s)
{
	struct seen old = *s;
	size_t cap = s->cap ? 2 * s->cap : FIRST_CAP, i, at;

	if (cap + old.cap > s->limit / entry_size(s))
		return 0;
	alloc(s, cap);
	for (i = 0; i < old.cap; i++) {
		if (is_free(old.v[i]))
			continue;
		at = find(s, old.v[i]);
		s->v[at] = old.v[i];
		if (s->numbers)
			s->num[at] = old.num[i];
	}
	mem_free(old.v);
	mem_free(old.num);
	return 1;
}

int
seen_put(struct seen *s, struct hash key, size_t **num)
{
	size_t i;
	int old;

	if (is_free(key))
		key.lo = 1;
	/* At most three quarters full: three looks for a key on average. */
	if (s->n >= s->cap / 4 * 3 && !grow(s))
		return SEEN_FULL;
	i = find(s, key);
	old = !is_free(s->v[i]);
	if (!old) {
		s->v[i] = key;
		s->n++;
	}
	if (s->numbers)
		*num = &s->num[i];
	return old ? SEEN_OLD : SEEN_NEW;
}

void
seen_reset(struct seen *s)
{
	if (s->cap > FIRST_CAP)
		seen_free(s);
	else if (s->n)
		memset(s->v, 0, s->cap * sizeof *s->v);
	s->n = 0;
}

void
seen_free(struct seen *s)
{
	mem_free(s->v);
	mem_free(s->num);
	s->v = NULL;
	s->num = NULL;
	s->n = s->cap = 0;
}
