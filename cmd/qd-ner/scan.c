#include "scan.h"

#include <string.h>

/* Words from one place: prefixes of the longest of the lexicon. */
#define MAXHITS 24
/* A byte of a cost that stands for none yet. */
#define NOT_REACHED 0x7f

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
	sc->sur = mem_realloc(sc->sur, cap, sizeof *sc->sur);
	sc->head = mem_realloc(sc->head, cap, sizeof *sc->head);
	sc->brief = mem_realloc(sc->brief, cap, sizeof *sc->brief);
	sc->two = mem_realloc(sc->two, cap, sizeof *sc->two);
	sc->first = mem_realloc(sc->first, cap, sizeof *sc->first);
	sc->ending = mem_realloc(sc->ending, cap, sizeof *sc->ending);
	sc->begins = mem_realloc(sc->begins, cap, sizeof *sc->begins);
	sc->ends = mem_realloc(sc->ends, cap, sizeof *sc->ends);
	sc->cost = mem_realloc(sc->cost, cap, sizeof *sc->cost);
	sc->prev = mem_realloc(sc->prev, cap, sizeof *sc->prev);
	sc->last = mem_realloc(sc->last, cap, sizeof *sc->last);
	sc->cap = cap;
}

static inline void
relax(struct scan *sc, size_t from, size_t to, int32_t cost, uint32_t word)
{
	int32_t best = sc->cost[to];
	uint32_t prev = sc->prev[to], last = sc->last[to];

	/* no branch: which is better is hard to foretell */
	prev = cost < best ? (uint32_t)from : prev;
	last = cost < best ? word : last;
	best = cost < best ? cost : best;
	sc->cost[to] = best;
	sc->prev[to] = prev;
	sc->last[to] = last;
}

/* The word is more than a word: the rules ask for these. */
static void
add_entry(struct scan *sc, struct word *w, uint32_t index)
{
	int k;

	/* no branch: what an entry is cannot be foretold */
	for (k = 0; k < NAMES_NRULES; k++) {
		sc->asked[k][sc->nasked[k]] = index;
		sc->nasked[k] += (w->classes & sc->nm->rule[k]) != 0;
	}
	sc->entries[sc->nentries++] = index;
	w->nextend = sc->ending[w->to];
	sc->ending[w->to] = index;
	sc->ends[w->to] |= w->classes;
}

static void
room_for_words(struct scan *sc)
{
	int k;

	if (sc->nwords + MAXHITS <= sc->wcap)
		return;
	sc->words = mem_grow(
	    sc->words, &sc->wcap, sc->nwords + MAXHITS, sizeof *sc->words);
	sc->entries =
	    mem_grow(sc->entries, &sc->ecap, sc->wcap, sizeof *sc->entries);
	for (k = 0; k < NAMES_NRULES; k++)
		sc->asked[k] =
		    mem_realloc(sc->asked[k], sc->ecap, sizeof *sc->asked[k]);
}

/* Takes down the word from i to to, and its step. */
static inline void
add_word(struct scan *sc, size_t i, size_t to, uint32_t value, uint32_t classes,
    int cost)
{
	uint32_t n = (uint32_t)sc->nwords++;
	struct word *w = &sc->words[n];

	w->from = (uint32_t)i;
	w->to = (uint32_t)to;
	w->classes = classes;
	w->cost = cost;
	w->value = value - 1;
	if (classes & sc->nm->entry)
		add_entry(sc, w, n);
	relax(sc, i, to, sc->cost[i] + cost, n);
}

/* The words of more than one character from i on, but none that ends inside a
 * run of letters and digits; returns their classes. */
static inline uint32_t
longer_words(struct scan *sc, size_t i, int alnum)
{
	const struct lex_trie *t = &sc->nm->trie;
	size_t to = i + 1, last = to, most = sc->first[i] + MAXHITS;
	uint32_t state, value, begins = 0;
	const struct names_value *v;
	int cost;

	for (state = sc->two[i]; state && sc->nwords < most;
	     state = lex_step(t, state, sc->id[to])) {
		value = lex_value(t, state);
		to++;
		if (value == 0 ||
		    (sc->kind[to] == CHAR_ALNUM && scan_cuts(sc, to)))
			continue;
		v = &sc->nm->values[value - 1];
		cost = alnum ? NAMES_PLAIN : v->cost;
		if (to - i <= 3)
			sc->brief[i].cost[to - i - 1] = (int16_t)cost;
		add_word(sc, i, to, value, v->classes, cost);
		begins |= v->classes;
		last = to;
	}
	sc->far = last > sc->far ? last : sc->far;
	return begins;
}

static void
han_steps(struct scan *sc, size_t i)
{
	const struct names_start *start = &sc->nm->starts[sc->id[i]];
	int cost = start->brief.cost[0];

	room_for_words(sc);
	/* a word costs less than a character that is none */
	if (start->value)
		add_word(sc, i, i + 1, start->value, start->classes, cost);
	else
		relax(sc, i, i + 1, sc->cost[i] + cost, NO_WORD);
	sc->begins[i] = start->classes | longer_words(sc, i, 0);
}

/* The same of what is no Han character; returns what the step over it leads to:
 * the end of a run of letters and digits. */
static size_t
other_steps(struct scan *sc, size_t i)
{
	const struct names_start *start = &sc->nm->starts[sc->id[i]];
	size_t to = i + 1;

	if (sc->kind[i] == CHAR_ALNUM) {
		room_for_words(sc);
		if (start->value && !scan_cuts(sc, to)) {
			add_word(sc, i, to, start->value, start->classes,
			    NAMES_PLAIN);
			sc->begins[i] = start->classes;
		}
		sc->begins[i] |= longer_words(sc, i, 1);
	}
	for (; sc->kind[i] == CHAR_ALNUM && sc->kind[to] == CHAR_ALNUM; to++) {
		sc->prev[to] = (uint32_t)to - 1; /* not reached */
		sc->first[to] = (uint32_t)sc->nwords;
	}
	relax(sc, i, to, sc->cost[i] + NAMES_PLAIN, NO_WORD);
	return to;
}

static void
begin(struct scan *sc)
{
	size_t n = sc->n + 1;

	sc->nwords = sc->nentries = sc->far = 0;
	memset(sc->nasked, 0, sizeof sc->nasked);
	memset(sc->ending, 0xff, n * sizeof *sc->ending);
	memset(sc->begins, 0, n * sizeof *sc->begins);
	memset(sc->ends, 0, n * sizeof *sc->ends);
	memset(sc->cost, NOT_REACHED, n * sizeof *sc->cost);
	sc->cost[0] = 0;
	sc->prev[0] = 0;
	sc->last[0] = NO_WORD;
}

/* The words, and the cheapest of all ways through them (Viterbi 1967), in one
 * pass. */
void
scan_text(struct scan *sc, const struct names *nm, struct str folded)
{
	size_t i;

	sc->s = folded;
	sc->nm = nm;
	make_room(sc, folded.len);
	scan_chars(sc);
	begin(sc);
	for (i = 0; i < sc->n;) {
		sc->first[i] = (uint32_t)sc->nwords;
		sc->mark[i] |= (uint8_t)((sc->far <= i) * MARK_CLEAR);
		if (sc->kind[i] == CHAR_HAN)
			han_steps(sc, i++);
		else
			i = other_steps(sc, i);
	}
	sc->first[sc->n] = (uint32_t)sc->nwords;
	sc->mark[sc->n] = MARK_CLEAR;
}

void
scan_free(struct scan *sc)
{
	int k;

	for (k = 0; k < NAMES_NRULES; k++)
		mem_free(sc->asked[k]);
	mem_free(sc->cp);
	mem_free(sc->at);
	mem_free(sc->kind);
	mem_free(sc->id);
	mem_free(sc->mark);
	mem_free(sc->sur);
	mem_free(sc->head);
	mem_free(sc->brief);
	mem_free(sc->two);
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
