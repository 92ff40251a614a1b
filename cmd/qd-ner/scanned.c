/*
 * What rules ask of a text that was taken apart (scan.h).
 */
#include "scan.h"

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

const struct word *
scan_word_any(const struct scan *sc, size_t i, uint32_t classes)
{
	uint32_t k;

	for (k = sc->first[i + 1]; !(sc->words[--k].classes & classes);)
		;
	return &sc->words[k];
}

const struct word *
scan_exact_any(const struct scan *sc, size_t from, size_t to, uint32_t classes)
{
	uint32_t k;

	for (k = sc->first[from]; k < sc->first[from + 1]; k++)
		if (sc->words[k].to == to)
			return sc->words[k].classes & classes ? &sc->words[k]
							      : NULL;
	return NULL;
}

const struct word *
scan_ending_any(const struct scan *sc, size_t to, uint32_t classes)
{
	const struct word *best = NULL;
	uint32_t k;

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
	return sc->kind[i] == CHAR_HAN ? NAMES_UNKNOWN : NAMES_PLAIN;
}

/* The cheapest words of from..to alone, where the cutting of the whole text
 * has none that begins at from. */
int
scan_cut_off(const struct scan *sc, size_t from, size_t to)
{
	const struct word *w = sc->words + sc->first[from], *end;
	int32_t cost[MAXSPAN + 1], *at = cost, c;
	size_t i, n = to - from;

	if (n <= 3)
		return scan_few(sc, from, to);
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
