#include "lexis.h"

#include <stdlib.h>

#include "fold.h"
#include "utf8.h"

#define MAXWORD 255

void
lexis_open(struct lexis *l, enum lexis_twice twice)
{
	memset(l, 0, sizeof *l);
	l->bits = twice == LEXIS_BITS;
	chars_open(&l->begin);
}

void
lexis_close(struct lexis *l)
{
	mem_free(l->slot);
	mem_free(l->word);
	buf_free(&l->bytes);
	buf_free(&l->tmp);
}

static uint32_t
key_of(uint32_t a, uint32_t b)
{
	return a << 16 | b;
}

/* The bits that make a word that begins with a and b be looked up; alone: it
 * is a. */
static void
note(struct lexis *l, uint32_t a, uint32_t b, int alone)
{
	uint32_t h = lexis_pair(a, b);

	chars_add(&l->begin, a);
	if (alone)
		l->single[a >> 3 & 0x1fff] |= (uint8_t)(1U << (a & 7));
	else
		l->pair[h >> 3] |= (uint8_t)(1U << (h & 7));
}

void
lexis_mark(struct lexis *l, uint32_t cp)
{
	note(l, cp, 0, 1);
}

int
lexis_add(struct lexis *l, struct str word, uint32_t value)
{
	struct text t;
	struct lexis_word *w;
	size_t n, n2;
	uint32_t a, b;

	if (word.len == 0 || word.len > MAXWORD ||
	    utf8_valid(word.s, word.len) != word.len)
		return -1;
	fold_bytes(&l->tmp, word);
	t.s = l->tmp.s;
	t.n = l->tmp.len;
	t.half = NULL;
	a = text_at(&t, 0, &n);
	b = text_at(&t, n, &n2);
	note(l, a, b, n == t.n);
	l->word = mem_grow(l->word, &l->cap, l->n + 1, sizeof *l->word);
	w = &l->word[l->n++];
	w->key = key_of(a, b);
	w->at = (uint32_t)l->bytes.len;
	w->len = (uint32_t)t.n;
	w->value = value;
	buf_put(&l->bytes, t.s, t.n);
	return 0;
}

static const char *sort_bytes; /* qsort has no context argument in C11 */

/* By key, the longest first; 0 for one word that comes twice. */
static int
compare(const struct lexis_word *x, const struct lexis_word *y)
{
	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	if (x->len != y->len)
		return x->len > y->len ? -1 : 1;
	return memcmp(sort_bytes + x->at, sort_bytes + y->at, x->len);
}

/* The same, and the first that was added first. */
static int
by_key(const void *a, const void *b)
{
	const struct lexis_word *x = a, *y = b;
	int c = compare(x, y);

	return c ? c : (x->at > y->at) - (x->at < y->at);
}

/* Joins words that come twice. */
static void
join(struct lexis *l)
{
	size_t i, k = 0;

	for (i = 0; i < l->n; i++)
		if (k == 0 || compare(&l->word[k - 1], &l->word[i]) != 0)
			l->word[k++] = l->word[i];
		else if (l->bits)
			l->word[k - 1].value |= l->word[i].value;
	l->n = k;
}

/* The slot of the key, or the free one that it would take. */
static struct lexis_slot *
find(const struct lexis *l, uint32_t key)
{
	uint32_t mask = UINT32_MAX >> l->shift;
	uint32_t i = key * 2654435769U >> l->shift;

	while (l->slot[i].n && l->slot[i].key != key)
		i = (i + 1) & mask;
	return &l->slot[i];
}

/* The bytes of the characters of a key; 0 where they are not told by it: a
 * character beyond the basic plane. */
static size_t
key_bytes(uint32_t key)
{
	uint32_t a = key >> 16, b = key & 0xffff;

	if (!a)
		return 0;
	return (a < 0x80       ? 1U
		   : a < 0x800 ? 2U
			       : 3U) +
	       (!b	       ? 0U
		   : b < 0x80  ? 1U
		   : b < 0x800 ? 2U
			       : 3U);
}

void
lexis_end(struct lexis *l)
{
	struct lexis_slot *s;
	size_t i, size = 2;

	sort_bytes = l->bytes.s;
	if (l->n)
		qsort(l->word, l->n, sizeof *l->word, by_key);
	join(l);
	for (l->shift = 31; size < 2 * l->n; size *= 2)
		l->shift--;
	l->slot = mem_calloc(size, sizeof *l->slot);
	for (i = 0; i < l->n; i++) {
		const struct lexis_word *w = &l->word[i];

		s = find(l, w->key);
		if (s->n == 0) {
			s->key = w->key;
			s->first = (uint32_t)i;
		}
		if (w->len == key_bytes(w->key)) {
			s->whole = 1;
			s->value = w->value;
		}
		s->n++;
	}
}

/* Adds to hits, of which n are there, the words of the key at byte i; len: the
 * bytes of its characters in the text. */
static size_t
add_hits(const struct lexis *l, const struct text *t, size_t i, uint32_t key,
    struct lexis_hit *hits, size_t n, size_t max)
{
	const struct lexis_slot *s = find(l, key);
	const struct lexis_word *w, *end;

	if (s->n == 0)
		return n;
	w = &l->word[s->first];
	for (end = w + (s->n - s->whole); w < end && n < max; w++)
		if (w->len <= t->n - i &&
		    !memcmp(l->bytes.s + w->at, t->s + i, w->len)) {
			hits[n].len = w->len;
			hits[n++].value = w->value;
		}
	if (s->whole && n < max) {
		hits[n].len = key_bytes(key);
		hits[n++].value = s->value;
	}
	return n;
}

size_t
lexis_all(const struct lexis *l, const struct text *t, size_t i, uint32_t a,
    uint32_t b, struct lexis_hit *hits, size_t max)
{
	uint32_t h = lexis_pair(a, b);
	size_t n = 0;

	if (l->pair[h >> 3] >> (h & 7) & 1)
		n = add_hits(l, t, i, key_of(a, b), hits, 0, max);
	if (n < max && (l->single[a >> 3 & 0x1fff] >> (a & 7) & 1))
		n = add_hits(l, t, i, key_of(a, 0), hits, n, max);
	return n;
}
