#include "seen.h"

#include <string.h>

#define FIRST 128 /* home places at first */
#define TAIL 128  /* places behind the last home, for what runs over */

static struct seen_entry *
at(const struct seen *s, size_t i)
{
	return paged_at(&s->v, i);
}

/* floor(key * cap / 2^64): homes are in the order of the keys. */
static size_t
home(const struct seen *s, uint64_t key)
{
	__extension__ unsigned __int128 x = key;

	x *= s->cap;
	return (size_t)(x >> 64);
}

void
seen_open(struct seen *s, struct pool *p)
{
	memset(s, 0, sizeof *s);
	paged_open(&s->v, p, sizeof(struct seen_entry));
}

size_t
seen_places(const struct seen *s)
{
	return s->cap ? s->cap + TAIL : 0;
}

/* The place of the first entry whose key is not below that one. */
static size_t
lower(const struct seen *s, uint64_t key)
{
	size_t i = home(s, key), end = seen_places(s);
	const struct seen_entry *e;

	for (; i < end; i++) {
		e = at(s, i);
		if (e->num == 0 || e->key >= key)
			break;
	}
	return i;
}

void
seen_fetch(const struct seen *s, struct hash key)
{
	if (s->cap)
		__builtin_prefetch(at(s, home(s, key.hi)), 1);
}

int
seen_find(const struct seen *s, struct hash key, uint64_t *num)
{
	size_t i, end = seen_places(s);
	const struct seen_entry *e;

	if (s->cap == 0)
		return 0;
	for (i = lower(s, key.hi); i < end; i++) {
		e = at(s, i);
		if (e->num == 0 || e->key != key.hi)
			break;
		if ((e->num & 0xffff) == (key.lo & 0xffff)) {
			*num = (e->num >> 16) - 1;
			return 1;
		}
	}
	return 0;
}

/* Moves all entries to the end of the first n places. */
static void
gather(struct seen *s, size_t from, size_t n)
{
	struct seen_entry *e;
	size_t w = n;

	while (from-- > 0) {
		e = at(s, from);
		if (e->num == 0)
			continue;
		w--;
		if (w == from)
			continue;
		*at(s, w) = *e;
		e->num = 0;
	}
}

/* And from there to their homes, or behind those before them. */
static void
spread(struct seen *s, size_t n)
{
	size_t r = n - s->n, w = 0, i, h;
	struct seen_entry e;

	for (i = 0; i < s->n; i++, r++, w++) {
		e = *at(s, r);
		h = home(s, e.key);
		w = h > w ? h : w;
		/* Keys that are no hashes could ask for more than TAIL. */
		w = w > r ? r : w;
		at(s, r)->num = 0;
		*at(s, w) = e;
	}
}

static size_t
next_cap(size_t cap)
{
	if (cap == 0)
		return FIRST;
	return cap < 1U << 16 ? 2 * cap : cap + cap / (cap < 1U << 18 ? 4 : 8);
}

static int
grow(struct seen *s)
{
	size_t old = seen_places(s), cap = next_cap(s->cap), n = cap + TAIL;

	if (paged_grow(&s->v, n) == -1) {
		/* Not a quarter, but a sixteenth? */
		cap = s->cap + s->cap / 16;
		n = cap + TAIL;
		if (cap == s->cap || paged_grow(&s->v, n) == -1)
			return -1;
	}
	gather(s, old, n);
	s->cap = cap;
	spread(s, n);
	return 0;
}

int
seen_room(struct seen *s)
{
	if (s->n >= s->cap / 20 * 17 ||
	    (s->cap && at(s, s->cap + TAIL - 1)->num))
		return grow(s);
	return 0;
}

void
seen_put(struct seen *s, struct hash key, uint64_t num)
{
	struct seen_entry e, old;
	size_t i;

	e.key = key.hi;
	e.num = (num + 1) << 16 | (key.lo & 0xffff);
	for (i = lower(s, key.hi); i < seen_places(s); i++) {
		old = *at(s, i);
		*at(s, i) = e;
		e = old;
		if (e.num == 0)
			break;
	}
	s->n++;
}

void
seen_forget(struct seen *s, uint64_t first)
{
	struct seen_entry *e;
	size_t i, n = seen_places(s);

	s->n = 0;
	for (i = 0; i < n; i++) {
		e = at(s, i);
		if (e->num && (e->num >> 16) - 1 < first)
			e->num = 0;
		s->n += e->num != 0;
	}
	gather(s, n, n);
	spread(s, n);
}

int
seen_at(const struct seen *s, size_t i, struct seen_entry *e)
{
	*e = *at(s, i);
	return e->num != 0;
}

void
seen_reset(struct seen *s)
{
	size_t i;

	if (s->cap > FIRST) {
		paged_reset(&s->v);
		s->cap = 0;
	} else if (s->n) {
		for (i = 0; i < seen_places(s); i++)
			at(s, i)->num = 0;
	}
	s->n = 0;
}

void
seen_free(struct seen *s)
{
	paged_free(&s->v);
	s->n = s->cap = 0;
}
