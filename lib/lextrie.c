/*
 * The double array of a lexicon (Aoe 1989), filled in breadth from the root,
 * each state's children put at the first base where they all fit.
 */
#include "lextrie.h"

#include <stdlib.h>
#include <string.h>

#include "lexfile.h"
#include "utf8.h"

/* The words lo..hi-1 share depth bytes and are in state. */
struct branch {
	uint32_t state;
	size_t lo, hi, depth;
};

enum { USED_UNIT = 1, USED_BASE = 2 };

static void
need_units(struct lextrie *t, size_t n)
{
	size_t i = t->nunits;

	if (n <= i)
		return;
	t->units = mem_grow(t->units, &t->cap_units, n, sizeof *t->units);
	t->used = mem_grow(t->used, &t->cap_used, n, 1);
	memset(t->units + i, 0, (n - i) * sizeof *t->units);
	memset(t->used + i, 0, n - i);
	t->nunits = n;
}

/* First base, of no other state, where all the codes fall on free units; the
 * first of them is the least. */
static size_t
find_base(struct lextrie *t, const unsigned *codes, size_t n)
{
	size_t b, i, fit = 0, *first;

	while (n >> (fit + 1))
		fit++;
	first = &t->first[fit];
	for (;; ++*first) {
		need_units(t, *first + t->ncodes + 1);
		if (*first <= codes[0] || (t->used[*first] & USED_UNIT))
			continue;
		b = *first - codes[0];
		if (t->used[b] & USED_BASE)
			continue;
		for (i = 1; i < n; i++)
			if (t->used[b + codes[i]] & USED_UNIT)
				break;
		if (i == n)
			return b;
	}
}

static int
by_number(const void *a, const void *b)
{
	unsigned x = *(const unsigned *)a, y = *(const unsigned *)b;

	return (x > y) - (x < y);
}

/* The code by which word w goes on at depth bytes; 0 at its end. */
static unsigned
code_at(const struct lextrie *t, const struct lextrie_word *w, size_t depth)
{
	uint32_t cp;

	if (depth == w->s.len)
		return 0;
	utf8_decode(w->s.s + depth, w->s.len - depth, &cp);
	return t->code[cp];
}

/* The children of a branch at base b, as branches of their own. */
static void
put_children(struct lextrie *t, const struct branch *br, size_t b)
{
	struct branch *child = NULL;
	unsigned c, last = 0;
	uint32_t cp;
	size_t i;

	for (i = br->lo; i < br->hi; i++) {
		const struct lextrie_word *w = &t->v[i];

		c = code_at(t, w, br->depth);
		if (c == 0)
			continue;
		if (c != last) {
			t->todo = mem_grow(t->todo, &t->cap_todo, t->ntodo + 1,
			    sizeof *t->todo);
			child = &t->todo[t->ntodo++];
			child->state = (uint32_t)(b + c);
			child->lo = i;
			child->depth =
			    br->depth + utf8_decode(w->s.s + br->depth,
					    w->s.len - br->depth, &cp);
			t->units[b + c].code = (uint16_t)c;
			last = c;
		}
		child->hi = i + 1;
	}
}

/* Gives the state of a branch its value, and its children their units.
 * codes: room for one of each character, and one more. */
static void
place(struct lextrie *t, const struct branch *br, unsigned *codes)
{
	struct lex_unit *u = &t->units[br->state];
	uint32_t value = t->v[br->lo].value;
	int ends = t->v[br->lo].s.len == br->depth;
	int far = ends && value + 1 >= LEX_FAR;
	size_t i, n = 0, b;
	unsigned c;

	if (ends)
		u->value = (uint16_t)(far ? LEX_FAR : value + 1);
	if (far)
		codes[n++] = 0;
	for (i = br->lo + (size_t)ends; i < br->hi; i++) {
		c = code_at(t, &t->v[i], br->depth);
		if (n == (size_t)far || codes[n - 1] != c)
			codes[n++] = c;
	}
	if (n == 0)
		return;
	qsort(codes, n, sizeof *codes, by_number);
	b = find_base(t, codes, n);
	t->used[b] |= USED_BASE;
	u = &t->units[br->state]; /* it may have moved */
	u->base = (uint32_t)b << 8;
	for (i = 0; i < n; i++) {
		t->used[b + codes[i]] |= USED_UNIT;
		u->base |= 1U << codes[i] % 8;
	}
	if (far)
		t->units[b].base = value << 8;
	put_children(t, br, b);
}

void
lextrie_build(struct lextrie *t, const struct lextrie_word *v, size_t n,
    const uint16_t *code, uint32_t ncodes)
{
	unsigned *codes = mem_calloc((size_t)ncodes + 1, sizeof *codes);
	struct branch br = {LEX_ROOT, 0, n, 0};
	size_t i = 0;

	t->v = v;
	t->code = code;
	t->ncodes = ncodes;
	need_units(t, 1);
	t->used[0] = USED_UNIT | USED_BASE;
	if (n)
		place(t, &br, codes);
	for (; i < t->ntodo; i++) {
		br = t->todo[i]; /* which may move */
		place(t, &br, codes);
	}
	mem_free(codes);
}

void
lextrie_free(struct lextrie *t)
{
	mem_free(t->units);
	mem_free(t->used);
	mem_free(t->todo);
	memset(t, 0, sizeof *t);
}
