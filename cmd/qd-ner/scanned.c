/*
 * What rules ask of a text that was taken apart (scan.h).
 */
#include "scan.h"

#include <string.h>

/* Dearer than any words. */
#define DEAR (INT32_MAX / 4)
/* Longest span that is cut by itself, in characters. */
#define MAXSPAN 64

int
scan_in(uint32_t cp, const char32_t *set)
{
	for (; *set; set++)
		if (cp == *set)
			return 1;
	return 0;
}

int
scan_cuts(const struct scan *sc, size_t i)
{
	return i > 0 && i < sc->n && sc->kind[i] == CHAR_ALNUM &&
	       sc->kind[i - 1] == CHAR_ALNUM;
}

size_t
scan_marked(const struct scan *sc, size_t i, unsigned marks)
{
	uint64_t all = marks * 0x0101010101010101U, eight;

	for (; i < sc->n; i += 8) {
		memcpy(&eight, sc->mark + i, sizeof eight);
		if ((eight & all) == 0)
			continue;
		while (!(sc->mark[i] & marks))
			i++;
		return i;
	}
	return sc->n;
}

const struct word *
scan_word(const struct scan *sc, size_t i, uint32_t classes)
{
	uint32_t k;

	if (i >= sc->n || !(sc->begins[i] & classes))
		return NULL;
	for (k = sc->first[i + 1]; !(sc->words[--k].classes & classes);)
		;
	return &sc->words[k];
}

const struct word *
scan_exact(const struct scan *sc, size_t from, size_t to, uint32_t classes)
{
	uint32_t k;

	if (from >= sc->n || !(sc->begins[from] & classes))
		return NULL;
	for (k = sc->first[from]; k < sc->first[from + 1]; k++)
		if (sc->words[k].to == to)
			return sc->words[k].classes & classes ? &sc->words[k]
							      : NULL;
	return NULL;
}

const struct word *
scan_ending(const struct scan *sc, size_t to, uint32_t classes)
{
	const struct word *best = NULL;
	uint32_t k;

	if (!(sc->ends[to] & classes))
		return NULL;
	/* later words begin later: the last of the list is the longest */
	for (k = sc->ending[to]; k != NO_WORD; k = sc->words[k].nextend)
		if (sc->words[k].classes & classes)
			best = &sc->words[k];
	return best;
}

struct str
scan_canon(const struct scan *sc, const struct word *w)
{
	struct lex_hit hit;

	lex_value_get(sc->nm->lex, w->value, &hit);
	return hit.canon;
}

static inline int
plain_cost(const struct scan *sc, size_t i)
{
	return sc->kind[i] == CHAR_HAN ? SCAN_UNKNOWN : SCAN_PLAIN;
}

/* What the words from i on of one, two and three characters cost, or a plain
 * character. */
static inline void
short_words(const struct scan *sc, size_t i, int32_t c[3])
{
	const struct word *w = sc->words + sc->first[i];
	const struct word *end = sc->words + sc->first[i + 1];

	c[0] = plain_cost(sc, i);
	c[1] = c[2] = DEAR;
	for (; w < end && w->to <= i + 3; w++)
		if (w->cost < c[w->to - i - 1])
			c[w->to - i - 1] = w->cost;
}

static inline int32_t
lesser(int32_t a, int32_t b)
{
	return a < b ? a : b;
}

/* scan_cut_off of two or three characters: most names of people. */
static int
cut_few(const struct scan *sc, size_t from, size_t to)
{
	int32_t a[3], b[3], two;
	int c = plain_cost(sc, to - 1);
	const struct word *last = sc->words + sc->first[to - 1];

	if (sc->first[to - 1] < sc->first[to] && last->to == to)
		c = lesser(c, last->cost);
	short_words(sc, from, a);
	if (to - from == 2)
		return lesser(a[0] + c, a[1]);
	short_words(sc, from + 1, b);
	two = lesser(a[0] + b[0], a[1]);
	return lesser(lesser(two + c, a[0] + b[1]), a[2]);
}

/* The cheapest words of from..to alone, where the cutting of the whole text
 * has none that begins at from. */
int
scan_cut_off(const struct scan *sc, size_t from, size_t to)
{
	const struct word *w = sc->words + sc->first[from], *end;
	int32_t cost[MAXSPAN + 1], *at = cost, c;
	size_t i, n = to - from;

	if (n == 2 || n == 3)
		return cut_few(sc, from, to);
	if (n > MAXSPAN)
		return sc->cost[to] - sc->cost[from];
	for (i = 0; i <= MAXSPAN; i++)
		cost[i] = DEAR;
	cost[0] = 0;
	for (i = from; i < to; i++, at++) {
		c = *at + plain_cost(sc, i);
		at[1] = c < at[1] ? c : at[1];
		end = sc->words + sc->first[i + 1];
		for (; w < end && w->to <= to; w++) {
			c = *at + w->cost;
			if (c < at[w->to - i])
				at[w->to - i] = c;
		}
		w = end;
	}
	return cost[n];
}

int
scan_least(const struct scan *sc, const struct word *w)
{
	int span = scan_span(sc, w->from, w->to);

	return w->cost < span ? w->cost : span;
}
