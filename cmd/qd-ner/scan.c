#include "scan.h"

#include <string.h>

#include "utf8.h"

/* Words from one place: prefixes of the longest of the lexicon. */
#define MAXHITS 24
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

static void
make_room(struct scan *sc, size_t n)
{
	size_t cap;

	if (n + 2 <= sc->cap)
		return;
	cap = sc->cap;
	sc->cp = mem_grow(sc->cp, &cap, n + 2, sizeof *sc->cp);
	sc->at = mem_realloc(sc->at, cap, sizeof *sc->at);
	sc->kind = mem_realloc(sc->kind, cap, sizeof *sc->kind);
	sc->first = mem_realloc(sc->first, cap, sizeof *sc->first);
	sc->ending = mem_realloc(sc->ending, cap, sizeof *sc->ending);
	sc->cost = mem_realloc(sc->cost, cap, sizeof *sc->cost);
	sc->prev = mem_realloc(sc->prev, cap, sizeof *sc->prev);
	sc->last = mem_realloc(sc->last, cap, sizeof *sc->last);
	sc->cap = cap;
}

/* utf8_decode with a short way for what nearly all characters are. */
static size_t
next_char(const char *s, size_t n, uint32_t *cp)
{
	const unsigned char *u = (const unsigned char *)s;

	if (u[0] >= 0xe3 && u[0] < 0xed && n >= 3) {
		*cp = (uint32_t)((u[0] & 15U) << 12 | (u[1] & 63U) << 6 |
				 (u[2] & 63U));
		return 3;
	}
	return utf8_decode(s, n, cp);
}

static void
decode(struct scan *sc, const struct names *nm)
{
	size_t i = 0, n = 0;
	uint32_t cp;

	make_room(sc, sc->s.len);
	while (i < sc->s.len) {
		sc->at[n] = (uint32_t)i;
		i += next_char(sc->s.s + i, sc->s.len - i, &cp);
		sc->cp[n] = cp;
		sc->kind[n++] = names_char(nm, cp)->kind;
	}
	sc->at[n] = (uint32_t)i;
	sc->cp[n] = 0;
	sc->kind[n] = CHAR_PUNCT;
	sc->n = n;
}

/* The characters in len bytes from character i on. */
static size_t
chars_in(const struct scan *sc, size_t i, size_t len)
{
	size_t to = i + 1;

	while (sc->at[to] - sc->at[i] < len)
		to++;
	return to - i;
}

static void
look_up(struct scan *sc, const struct names *nm)
{
	struct lex_hit hits[MAXHITS];
	size_t i, k, nhits;
	struct word *w;

	sc->nwords = 0;
	memset(sc->ending, 0xff, (sc->n + 1) * sizeof *sc->ending);
	for (i = 0; i < sc->n; i++) {
		sc->first[i] = (uint32_t)sc->nwords;
		if (sc->kind[i] == CHAR_PUNCT || sc->kind[i] == CHAR_SPACE)
			continue;
		if (i && sc->kind[i] == CHAR_ALNUM &&
		    sc->kind[i - 1] == CHAR_ALNUM)
			continue;
		nhits = lex_prefixes(nm->lex, sc->s.s + sc->at[i],
		    sc->s.len - sc->at[i], hits, MAXHITS);
		if (sc->nwords + nhits > sc->wcap)
			sc->words = mem_grow(sc->words, &sc->wcap,
			    sc->nwords + nhits, sizeof *sc->words);
		for (k = 0; k < nhits; k++) {
			w = &sc->words[sc->nwords];
			w->from = (uint32_t)i;
			w->to = (uint32_t)(i + chars_in(sc, i, hits[k].len));
			if (sc->kind[w->to] == CHAR_ALNUM &&
			    sc->kind[w->to - 1] == CHAR_ALNUM)
				continue;
			w->classes = hits[k].classes;
			w->cost = sc->kind[i] == CHAR_ALNUM
				      ? SCAN_PLAIN
				      : names_cost(nm, w->classes);
			w->canon = hits[k].canon;
			w->nextend = sc->ending[w->to];
			sc->ending[w->to] = (uint32_t)sc->nwords++;
		}
	}
	sc->first[sc->n] = (uint32_t)sc->nwords;
}

static void
relax(struct scan *sc, size_t from, size_t to, int cost, uint32_t word)
{
	int32_t c = sc->cost[from] + cost;

	if (c < sc->cost[to]) {
		sc->cost[to] = c;
		sc->prev[to] = (uint32_t)from;
		sc->last[to] = word;
	}
}

/* The end of the run of letters and digits at i. */
static size_t
run_end(const struct scan *sc, size_t i)
{
	while (i < sc->n && sc->kind[i] == CHAR_ALNUM)
		i++;
	return i;
}

/* Viterbi (1967) over the words: each path pays its words. */
static void
cut(struct scan *sc)
{
	size_t i, to;
	uint32_t k;

	for (i = 1; i <= sc->n; i++) {
		sc->cost[i] = INT32_MAX;
		sc->prev[i] = (uint32_t)i - 1; /* inside a run: not reached */
	}
	sc->cost[0] = 0;
	sc->prev[0] = 0;
	sc->last[0] = NO_WORD;
	for (i = 0; i < sc->n; i++) {
		if (sc->cost[i] == INT32_MAX)
			continue;
		for (k = sc->first[i]; k < sc->first[i + 1]; k++)
			relax(sc, i, sc->words[k].to, sc->words[k].cost, k);
		if (sc->kind[i] == CHAR_HAN) {
			relax(sc, i, i + 1, SCAN_UNKNOWN, NO_WORD);
			continue;
		}
		to = sc->kind[i] == CHAR_ALNUM ? run_end(sc, i) : i + 1;
		relax(sc, i, to, SCAN_PLAIN, NO_WORD);
	}
}

void
scan_text(struct scan *sc, const struct names *nm, struct str folded)
{
	sc->s = folded;
	decode(sc, nm);
	look_up(sc, nm);
	cut(sc);
}

const struct word *
scan_word(const struct scan *sc, size_t i, uint32_t classes)
{
	uint32_t k;

	if (i >= sc->n)
		return NULL;
	for (k = sc->first[i + 1]; k-- > sc->first[i];)
		if (sc->words[k].classes & classes)
			return &sc->words[k];
	return NULL;
}

const struct word *
scan_exact(const struct scan *sc, size_t from, size_t to, uint32_t classes)
{
	uint32_t k;

	if (from >= sc->n)
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

	/* later words begin later: the last of the list is the longest */
	for (k = sc->ending[to]; k != NO_WORD; k = sc->words[k].nextend)
		if (sc->words[k].classes & classes)
			best = &sc->words[k];
	return best;
}

/* The cheapest words of from..to alone, where the cutting of the whole text
 * has none that begins at from. */
static int
cut_off(const struct scan *sc, size_t from, size_t to)
{
	int32_t cost[MAXSPAN + 1], c;
	size_t i, n = to - from;
	uint32_t k;

	if (n > MAXSPAN)
		return sc->cost[to] - sc->cost[from];
	for (i = 1; i <= n; i++)
		cost[i] = INT32_MAX;
	cost[0] = 0;
	for (i = 0; i < n; i++) {
		c = cost[i] + (sc->kind[from + i] == CHAR_HAN ? SCAN_UNKNOWN
							      : SCAN_PLAIN);
		if (c < cost[i + 1])
			cost[i + 1] = c;
		for (k = sc->first[from + i]; k < sc->first[from + i + 1];
		     k++) {
			if (sc->words[k].to > to)
				break;
			c = cost[i] + sc->words[k].cost;
			if (c < cost[sc->words[k].to - from])
				cost[sc->words[k].to - from] = c;
		}
	}
	return cost[n];
}

int
scan_span(const struct scan *sc, size_t from, size_t to)
{
	size_t i = to;

	while (i > from)
		i = sc->prev[i];
	if (i == from)
		return sc->cost[to] - sc->cost[from];
	return cut_off(sc, from, to);
}

int
scan_least(const struct scan *sc, const struct word *w)
{
	int span = scan_span(sc, w->from, w->to);

	return w->cost < span ? w->cost : span;
}

void
scan_free(struct scan *sc)
{
	mem_free(sc->cp);
	mem_free(sc->at);
	mem_free(sc->kind);
	mem_free(sc->words);
	mem_free(sc->first);
	mem_free(sc->ending);
	mem_free(sc->cost);
	mem_free(sc->prev);
	mem_free(sc->last);
	memset(sc, 0, sizeof *sc);
}
