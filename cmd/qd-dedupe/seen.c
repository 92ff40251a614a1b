#include "seen.h"

#include <string.h>

#define FIRST 128 /* home places at first */
#define TAIL 256  /* places behind the last home, for what runs over */

static uint64_t *
key_at(const struct seen *s, size_t i)
{
	return paged_at(&s->key, i);
}

/* The part of a key that the places are in the order of: not 0. */
static uint64_t
high(struct hash key)
{
	return key.hi + (key.hi == 0);
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
seen_open(struct seen *s, struct pool *p, int numbers)
{
	memset(s, 0, sizeof *s);
	s->numbers = numbers;
	paged_open(&s->key, p, sizeof(uint64_t));
	paged_open(&s->more, p, sizeof(uint16_t));
	paged_open(&s->num, p, sizeof(uint32_t));
}

size_t
seen_places(const struct seen *s)
{
	return s->cap ? s->cap + TAIL : 0;
}

static struct seen_entry
get(const struct seen *s, size_t i)
{
	struct seen_entry e = {*key_at(s, i), 0, 0};

	e.more = *(const uint16_t *)paged_at(&s->more, i);
	if (s->numbers)
		e.num = *(const uint32_t *)paged_at(&s->num, i);
	return e;
}

static void
set(struct seen *s, size_t i, struct seen_entry e)
{
	*key_at(s, i) = e.key;
	*(uint16_t *)paged_at(&s->more, i) = e.more;
	if (s->numbers)
		*(uint32_t *)paged_at(&s->num, i) = e.num;
}

/* The place of the first entry whose key is not below that one. */
static size_t
lower(const struct seen *s, uint64_t key)
{
	size_t i = home(s, key), end = seen_places(s);

	while (i < end && *key_at(s, i) && *key_at(s, i) < key)
		i++;
	return i;
}

void
seen_fetch(const struct seen *s, struct hash key)
{
	size_t i;

	if (s->cap == 0)
		return;
	i = home(s, high(key));
	__builtin_prefetch(key_at(s, i), 1);
	__builtin_prefetch(paged_at(&s->more, i), 1);
	if (s->numbers)
		__builtin_prefetch(paged_at(&s->num, i), 1);
}

int
seen_find(const struct seen *s, struct hash key, uint32_t *num)
{
	uint64_t want = high(key);
	size_t i, end = seen_places(s);
	struct seen_entry e;

	if (s->cap == 0)
		return 0;
	for (i = lower(s, want); i < end && *key_at(s, i) == want; i++) {
		e = get(s, i);
		*num = e.num;
		if (e.more == (uint16_t)key.lo)
			return 1;
	}
	return 0;
}

/* Moves all entries to the end of the first n places. */
static void
gather(struct seen *s, size_t from, size_t n)
{
	size_t w = n;

	while (from-- > 0) {
		if (*key_at(s, from) == 0)
			continue;
		w--;
		if (w == from)
			continue;
		set(s, w, get(s, from));
		*key_at(s, from) = 0;
	}
}

/* And from there to their homes, or behind those before them. */
static void
spread(struct seen *s, size_t n)
{
	size_t r = n - s->n, w = 0, i, h;
	struct seen_entry e;

	for (i = 0; i < s->n; i++, r++, w++) {
		e = get(s, r);
		h = home(s, e.key);
		w = h > w ? h : w;
		/* Keys that are no hashes could ask for more than TAIL. */
		w = w > r ? r : w;
		*key_at(s, r) = 0;
		set(s, w, e);
	}
}

/* A part of a hundred of the home places: more are not taken. */
static size_t
fullest(const struct seen *s)
{
	return s->cap / 100 * (s->numbers ? 92 : 80);
}

static size_t
next_cap(const struct seen *s)
{
	size_t cap = s->cap;

	if (cap == 0)
		return FIRST;
	if (cap < 1U << 16)
		return 2 * cap;
	return cap + cap / (!s->numbers || cap < 1U << 18 ? 4 : 16);
}

static int
grow_arrays(struct seen *s, size_t n)
{
	if (paged_grow(&s->key, n) == -1 || paged_grow(&s->more, n) == -1)
		return -1;
	return s->numbers ? paged_grow(&s->num, n) : 0;
}

static int
grow(struct seen *s)
{
	size_t old = seen_places(s), cap = next_cap(s);

	if (grow_arrays(s, cap + TAIL) == -1) {
		/* Not a quarter, but a thirty-second? */
		cap = s->cap + s->cap / 32;
		if (cap == s->cap || grow_arrays(s, cap + TAIL) == -1)
			return -1;
	}
	gather(s, old, cap + TAIL);
	s->cap = cap;
	spread(s, cap + TAIL);
	return 0;
}

/* 1 when the last place is free, so that there is one for any key. */
static int
has_end(const struct seen *s)
{
	return s->cap && !*key_at(s, s->cap + TAIL - 1);
}

int
seen_room(struct seen *s)
{
	if (s->n < fullest(s) && has_end(s))
		return 0;
	/* Keys that are no hashes may still have one home. */
	return grow(s) == -1 || !has_end(s) ? -1 : 0;
}

/* Moves members from..to - 1 one place up. */
static void
shift_up(const struct paged *a, size_t from, size_t to)
{
	size_t first, n;

	while (to > from) {
		/* The part that goes to places of one chunk. */
		first = to >> a->shift << a->shift;
		first = first > from ? first : from;
		n = to - first;
		if (n)
			memmove(paged_at(a, first + 1), paged_at(a, first),
			    n * a->size);
		if (first == from)
			break;
		memcpy(paged_at(a, first), paged_at(a, first - 1), a->size);
		to = first - 1;
	}
}

void
seen_put(struct seen *s, struct hash key, uint32_t num)
{
	struct seen_entry e = {high(key), (uint16_t)key.lo, num};
	size_t i = lower(s, e.key), to = i;

	while (*key_at(s, to))
		to++;
	shift_up(&s->key, i, to);
	shift_up(&s->more, i, to);
	if (s->numbers)
		shift_up(&s->num, i, to);
	set(s, i, e);
	s->n++;
}

void
seen_forget(struct seen *s, uint32_t first, uint32_t n)
{
	size_t i, end = seen_places(s);

	s->n = 0;
	for (i = 0; i < end; i++) {
		if (*key_at(s, i) && get(s, i).num - first < n)
			*key_at(s, i) = 0;
		s->n += *key_at(s, i) != 0;
	}
	gather(s, end, end);
	spread(s, end);
}

int
seen_at(const struct seen *s, size_t i, struct seen_entry *e)
{
	*e = get(s, i);
	return e->key != 0;
}

void
seen_reset(struct seen *s)
{
	size_t i;

	if (s->cap > FIRST) {
		paged_reset(&s->key);
		paged_reset(&s->more);
		paged_reset(&s->num);
		s->cap = 0;
	} else if (s->n) {
		for (i = 0; i < seen_places(s); i++)
			*key_at(s, i) = 0;
	}
	s->n = 0;
}

void
seen_free(struct seen *s)
{
	paged_free(&s->key);
	paged_free(&s->more);
	paged_free(&s->num);
	s->n = s->cap = 0;
}
