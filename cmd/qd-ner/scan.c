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

size_t
scan_marked(const struct scan *sc, size_t i, unsigned marks)
{
	uint64_t all = marks * 0x0101010101010101U, eight;

	for (; i < sc->n && i % 8; i++)
		if (sc->mark[i] & marks)
			return i;
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

static void
make_room(struct scan *sc, size_t n)
{
	size_t cap;

	if (n + 16 <= sc->cap)
		return;
	cap = sc->cap;
	sc->cp = mem_grow(sc->cp, &cap, n + 16, sizeof *sc->cp);
	sc->at = mem_realloc(sc->at, cap, sizeof *sc->at);
	sc->kind = mem_realloc(sc->kind, cap, sizeof *sc->kind);
	sc->id = mem_realloc(sc->id, cap, sizeof *sc->id);
	sc->mark = mem_realloc(sc->mark, cap, sizeof *sc->mark);
	sc->first = mem_realloc(sc->first, cap, sizeof *sc->first);
	sc->ending = mem_realloc(sc->ending, cap, sizeof *sc->ending);
	sc->begins = mem_realloc(sc->begins, cap, sizeof *sc->begins);
	sc->ends = mem_realloc(sc->ends, cap, sizeof *sc->ends);
	sc->cost = mem_realloc(sc->cost, cap, sizeof *sc->cost);
	sc->prev = mem_realloc(sc->prev, cap, sizeof *sc->prev);
	sc->last = mem_realloc(sc->last, cap, sizeof *sc->last);
	sc->cap = cap;
}

static void
decode(struct scan *sc)
{
	const struct names_char *chars = sc->nm->chars;
	size_t i = 0, n = 0;
	uint32_t cp;
	unsigned id;

	make_room(sc, sc->s.len);
	while (i < sc->s.len) {
		sc->at[n] = (uint32_t)i;
		i += utf8_decode(sc->s.s + i, sc->s.len - i, &cp);
		id = names_id(sc->nm, cp);
		sc->cp[n] = cp;
		sc->id[n] = (uint16_t)id;
		sc->kind[n] = chars[id].kind;
		sc->mark[n++] = chars[id].marks;
	}
	sc->at[n] = (uint32_t)i;
	sc->cp[n] = 0;
	sc->id[n] = 0;
	sc->kind[n] = CHAR_PUNCT;
	memset(sc->mark + n, 0, 8);
	sc->n = n;
}

/* 1 when names may begin at i: not inside a run of letters and digits, and at
 * no mark or space. */
static int
may_begin(const struct scan *sc, size_t i)
{
	if (sc->kind[i] == CHAR_ALNUM)
		return i == 0 || sc->kind[i - 1] != CHAR_ALNUM;
	return sc->kind[i] == CHAR_HAN;
}

/* Adds the word i..to with that value, unless it ends inside a run. */
static void
add_word(struct scan *sc, size_t i, size_t to, uint32_t value)
{
	const struct names_value *v = &sc->nm->values[value - 1];
	struct word *w = &sc->words[sc->nwords];

	if (sc->kind[to] == CHAR_ALNUM && sc->kind[to - 1] == CHAR_ALNUM)
		return;
	w->from = (uint32_t)i;
	w->to = (uint32_t)to;
	w->classes = v->classes;
	w->cost = sc->kind[i] == CHAR_ALNUM ? SCAN_PLAIN : v->cost;
	w->value = value - 1;
	w->nextend = sc->ending[to];
	sc->ending[to] = (uint32_t)sc->nwords;
	sc->begins[i] |= v->classes;
	sc->ends[to] |= v->classes;
	if (v->classes & sc->nm->entry)
		sc->entries[sc->nentries++] = (uint32_t)sc->nwords;
	sc->nwords++;
}

/* All words from i on.  state: where their first character leads. */
static void
look_up(struct scan *sc, size_t i, uint32_t state)
{
	const struct lex_trie *t = &sc->nm->trie;
	size_t to = i + 1, hits = 0;
	uint32_t value;

	if (sc->nwords + MAXHITS > sc->wcap) {
		sc->words = mem_grow(sc->words, &sc->wcap, sc->nwords + MAXHITS,
		    sizeof *sc->words);
		sc->entries = mem_grow(
		    sc->entries, &sc->ecap, sc->wcap, sizeof *sc->entries);
	}
	while (state) {
		value = lex_value(t, state);
		if (value) {
			add_word(sc, i, to, value);
			if (++hits == MAXHITS)
				return;
		}
		if (sc->id[to] == 0)
			return;
		state = lex_step(t, state, sc->id[to++]);
	}
}

static inline void
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

/* The steps of the cheapest path from i on. */
static void
steps(struct scan *sc, size_t i)
{
	size_t k, to;

	if (sc->cost[i] == INT32_MAX)
		return;
	for (k = sc->first[i]; k < sc->nwords; k++)
		relax(sc, i, sc->words[k].to, sc->words[k].cost, (uint32_t)k);
	if (sc->kind[i] == CHAR_HAN) {
		relax(sc, i, i + 1, SCAN_UNKNOWN, NO_WORD);
		return;
	}
	to = sc->kind[i] == CHAR_ALNUM ? run_end(sc, i) : i + 1;
	relax(sc, i, to, SCAN_PLAIN, NO_WORD);
}

static void
begin(struct scan *sc)
{
	size_t i;

	sc->nwords = sc->nentries = 0;
	memset(sc->ending, 0xff, (sc->n + 1) * sizeof *sc->ending);
	memset(sc->begins, 0, (sc->n + 1) * sizeof *sc->begins);
	memset(sc->ends, 0, (sc->n + 1) * sizeof *sc->ends);
	for (i = 1; i <= sc->n; i++) {
		sc->cost[i] = INT32_MAX;
		sc->prev[i] = (uint32_t)i - 1; /* inside a run: not reached */
	}
	sc->cost[0] = 0;
	sc->prev[0] = 0;
	sc->last[0] = NO_WORD;
}

/*
 * The words, and the cheapest of all ways through them (Viterbi 1967), in one
 * pass.  What the first two characters of the next word lead to is on its way
 * from memory meanwhile.
 */
void
scan_text(struct scan *sc, const struct names *nm, struct str folded)
{
	const struct lex_trie *t = &nm->trie;
	uint32_t state, next;
	size_t i;

	sc->s = folded;
	sc->nm = nm;
	decode(sc);
	begin(sc);
	next = sc->n ? lex_step(t, LEX_ROOT, sc->id[0]) : 0;
	for (i = 0; i < sc->n; i++) {
		state = next;
		sc->first[i] = (uint32_t)sc->nwords;
		if (i + 1 < sc->n) {
			next = lex_step(t, LEX_ROOT, sc->id[i + 1]);
			__builtin_prefetch(
			    &t->units[t->units[next].base + sc->id[i + 2]]);
		}
		if (may_begin(sc, i))
			look_up(sc, i, state);
		steps(sc, i);
	}
	sc->first[sc->n] = (uint32_t)sc->nwords;
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
	mem_free(sc->id);
	mem_free(sc->mark);
	mem_free(sc->entries);
	mem_free(sc->begins);
	mem_free(sc->ends);
	mem_free(sc->words);
	mem_free(sc->first);
	mem_free(sc->ending);
	mem_free(sc->cost);
	mem_free(sc->prev);
	mem_free(sc->last);
	memset(sc, 0, sizeof *sc);
}
