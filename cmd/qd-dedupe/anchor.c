#include "anchor.h"

#include <string.h>

#include "hash.h"
#include "simple.h"
#include "utf8.h"

struct variants *
variants_load(const char *dir)
{
	struct variants *t = mem_calloc(1, sizeof *t);
	struct hash h;
	uint32_t i;

	simple_read(dir, t->to);
	for (i = 'A'; i <= 'Z'; i++)
		t->to[i] = (uint16_t)(i + 'a' - 'A');
	h = hash_bytes((const char *)t->to, sizeof t->to);
	t->hash = h.lo;
	return t;
}

/* Characters of other planes share the codes of the surrogates, which no text
 * has. */
static uint16_t
astral(uint32_t cp)
{
	return (uint16_t)(0xd800U | (cp * 0x9e3779b1U >> 21));
}

/* The character at s of U+4000..U+9FFF, which most are, of three bytes that
 * are there; 0 when it is none. */
static inline uint32_t
han_at(const char *s)
{
	const unsigned char *u = (const unsigned char *)s;
	unsigned lead = u[0] - 0xe4U, b = u[1] ^ 0x80U, c = u[2] ^ 0x80U;

	if (lead > 5 || (b | c) > 0x3f)
		return 0;
	return 0x4000 + (lead << 12 | b << 6 | c);
}

void
codes_of(struct codes *c, const struct variants *t, struct str fold)
{
	const char *s = fold.s, *end = fold.s + fold.len;
	uint16_t *d;
	uint32_t cp;

	c->v = mem_grow(c->v, &c->cap, fold.len + 1, sizeof *c->v);
	d = c->v;
	while (s < end) {
		if (end - s >= 3 && (cp = han_at(s)) != 0) {
			*d++ = t->to[cp];
			s += 3;
			continue;
		}
		s += utf8_decode(s, (size_t)(end - s), &cp);
		*d++ = cp < 1U << 16 ? t->to[cp] : astral(cp);
	}
	c->n = (size_t)(d - c->v);
}

void
codes_free(struct codes *c)
{
	mem_free(c->v);
	c->v = NULL;
	c->n = c->cap = 0;
}

/* The multipliers of splitmix64 (Steele, Lea and Flood 2014). */
static uint64_t
mix(uint64_t x, uint64_t first)
{
	x = (x ^ first * 0x9e3779b97f4a7c15U) * 0xbf58476d1ce4e5b9U;
	x = (x ^ x >> 29) * 0x94d049bb133111ebU;
	return x ^ x >> 32;
}

/* The low half of a hash picks it, the high half is its name. */
static uint32_t
rank(uint64_t h)
{
	return (uint32_t)h;
}

/* Puts h among the n smallest, if it is one of them and not there yet. */
static size_t
insert(uint64_t *best, size_t n, uint64_t h)
{
	size_t k;

	if (n == ANCHOR_FEW && rank(h) >= rank(best[n - 1]))
		return n;
	for (k = 0; k < n; k++)
		if (best[k] == h)
			return n;
	n += n < ANCHOR_FEW;
	for (k = n - 1; k > 0 && rank(best[k - 1]) > rank(h); k--)
		best[k] = best[k - 1];
	best[k] = h;
	return n;
}

/* All windows that matter are there: keeps those below most, or the smallest
 * where these are too few. */
static void
keep_smallest(struct anchors *a, uint64_t most)
{
	uint64_t best[ANCHOR_FEW] = {0};
	size_t n = 0, i, below = 0;

	for (i = 0; i < a->n; i++)
		below += rank(a->v[i]) < most;
	if (below < ANCHOR_FEW) {
		for (i = 0; i < a->n; i++)
			n = insert(best, n, a->v[i]);
		memcpy(a->v, best, n * sizeof *best);
		a->n = n;
		return;
	}
	for (i = 0; i < a->n; i++)
		if (rank(a->v[i]) < most)
			a->v[n++] = a->v[i];
	a->n = n;
}

/* The hashes of the windows, those below most in their low half. */
static void
pick(struct anchors *a, const uint16_t *code, size_t n, uint64_t most)
{
	uint64_t x = 0, first, h, *v = a->v;
	size_t i, k = 0;

	for (i = 0; i < ANCHOR_LEN - 1; i++)
		x = x >> 16 | (uint64_t)code[i] << 48;
	for (; i < n; i++) {
		first = code[i - (ANCHOR_LEN - 1)];
		x = x >> 16 | (uint64_t)code[i] << 48;
		h = mix(x, first);
		v[k] = h;
		k += rank(h) < most;
	}
	a->n = k;
}

/* As keep_smallest of all windows, of which those below bound are looked at
 * first: enough, nearly always. */
static void
pick_few(struct anchors *a, const uint16_t *code, size_t n, uint64_t most)
{
	uint64_t bound = ((uint64_t)ANCHOR_FEW * 2 << 32) / n;

	pick(a, code, n, bound < most ? most : bound);
	keep_smallest(a, most);
	if (a->n < ANCHOR_FEW) {
		pick(a, code, n, 1ULL << 32);
		keep_smallest(a, most);
	}
}

void
anchors_of(struct anchors *a, const uint16_t *code, size_t n)
{
	const uint64_t most = (1ULL << 32) / ANCHOR_EVERY;

	a->n = 0;
	if (n < ANCHOR_LEN)
		return;
	a->v = mem_grow(a->v, &a->cap, n, sizeof *a->v);
	/* Of a short text the first pass would mostly be in vain. */
	if (n >= (size_t)ANCHOR_FEW * ANCHOR_EVERY)
		pick(a, code, n, most);
	if (a->n < ANCHOR_FEW)
		pick_few(a, code, n, most);
}

void
anchors_free(struct anchors *a)
{
	mem_free(a->v);
	a->v = NULL;
	a->n = a->cap = 0;
}
