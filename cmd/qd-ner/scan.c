#include "scan.h"

#include <string.h>

#include "utf8.h"

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
	sc->first = mem_realloc(sc->first, cap, sizeof *sc->first);
	sc->ending = mem_realloc(sc->ending, cap, sizeof *sc->ending);
	sc->begins = mem_realloc(sc->begins, cap, sizeof *sc->begins);
	sc->ends = mem_realloc(sc->ends, cap, sizeof *sc->ends);
	sc->cost = mem_realloc(sc->cost, cap, sizeof *sc->cost);
	sc->prev = mem_realloc(sc->prev, cap, sizeof *sc->prev);
	sc->last = mem_realloc(sc->last, cap, sizeof *sc->last);
	sc->cap = cap;
}

/* utf8_decode of valid UTF-8, with a short way for what most characters are. */
static inline size_t
next_char(const char *s, size_t n, uint32_t *cp)
{
	const unsigned char *u = (const unsigned char *)s;

	if (u[0] < 0xe3 || u[0] > 0xec || n < 3)
		return utf8_decode(s, n, cp);
	*cp = (u[0] & 15U) << 12 | (u[1] & 63U) << 6 | (u[2] & 63U);
	return 3;
}

/* The characters.  What the words that begin with two of them need is on its
 * way from memory meanwhile. */
static void
decode(struct scan *sc)
{
	const struct names_start *starts = sc->nm->starts, *st;
	const struct lex_unit *units = sc->nm->trie.units;
	const uint16_t *ids = sc->nm->ids;
	const char *s = sc->s.s;
	uint32_t *at = sc->at, *cps = sc->cp, cp;
	uint16_t *v = sc->id;
	uint8_t *kind = sc->kind, *mark = sc->mark;
	size_t i, n, k, len = sc->s.len;
	uint32_t base = 0; /* of the character before */
	unsigned id;

	for (i = n = 0; i < len; i += k, n++) {
		k = next_char(s + i, len - i, &cp);
		id = cp < 0x10000 ? ids[cp] : names_id_far(sc->nm, cp);
		st = &starts[id];
		at[n] = (uint32_t)i;
		cps[n] = cp;
		v[n] = (uint16_t)id;
		kind[n] = st->kind;
		mark[n] = st->marks;
		__builtin_prefetch(units + (base >> 8) + id);
		base = st->base;
	}
	at[n] = (uint32_t)i;
	cps[n] = 0;
	v[n] = (uint16_t)sc->nm->end;
	kind[n] = CHAR_PUNCT;
	memset(mark + n, 0, 9); /* scan_marked looks ahead */
	sc->n = n;
}

static inline void
relax(struct scan *sc, size_t from, size_t to, int32_t cost, uint32_t word)
{
	int better = cost < sc->cost[to];

	/* no branch: which is better is hard to foretell */
	sc->cost[to] = better ? cost : sc->cost[to];
	sc->prev[to] = better ? (uint32_t)from : sc->prev[to];
	sc->last[to] = better ? word : sc->last[to];
}

/* The word is more than a word: the rules ask for these. */
static void
add_entry(struct scan *sc, struct word *w, uint32_t index)
{
	sc->entries[sc->nentries++] = index;
	w->nextend = sc->ending[w->to];
	sc->ending[w->to] = index;
	sc->ends[w->to] |= w->classes;
}

static void
room_for_words(struct scan *sc)
{
	if (sc->nwords + MAXHITS <= sc->wcap)
		return;
	sc->words = mem_grow(
	    sc->words, &sc->wcap, sc->nwords + MAXHITS, sizeof *sc->words);
	sc->entries =
	    mem_grow(sc->entries, &sc->ecap, sc->wcap, sizeof *sc->entries);
}

/* Takes down the word from i to to with that value as the n-th, and its step;
 * returns its classes. */
static inline uint32_t
add_word(
    struct scan *sc, size_t n, size_t i, size_t to, uint32_t value, int alnum)
{
	const struct names_value v = sc->nm->values[value - 1];
	struct word *w = &sc->words[n];

	w->from = (uint32_t)i;
	w->to = (uint32_t)to;
	w->classes = v.classes;
	w->cost = alnum ? SCAN_PLAIN : v.cost;
	w->value = value - 1;
	w->nextend = NO_WORD;
	if (v.classes & sc->nm->entry)
		add_entry(sc, w, (uint32_t)n);
	relax(sc, i, to, sc->cost[i] + (alnum ? SCAN_PLAIN : v.cost),
	    (uint32_t)n);
	return v.classes;
}

/* All words from i on, but none that ends inside a run of letters and digits;
 * alnum: they begin with a letter or digit. */
static inline void
look_up(struct scan *sc, size_t i, int alnum)
{
	const struct lex_trie *t = &sc->nm->trie;
	const struct names_start *start = &sc->nm->starts[sc->id[i]];
	const uint16_t *id = sc->id;
	size_t to = i + 1, n = sc->nwords, most = n + MAXHITS;
	uint32_t value = start->value, base = start->base, begins = 0, state;

	room_for_words(sc);
	for (;;) {
		if (value && (sc->kind[to] != CHAR_ALNUM || !scan_cuts(sc, to)))
			begins |= add_word(sc, n++, i, to, value, alnum);
		state = lex_go(t, base, id[to]);
		if (state == 0 || n == most)
			break;
		base = t->units[state].base;
		value = lex_value(t, state);
		to++;
	}
	sc->begins[i] = begins;
	if (n > sc->nwords && sc->words[n - 1].to > sc->far)
		sc->far = sc->words[n - 1].to;
	sc->nwords = n;
}

/* The step from i over what is no word; returns where it leads. */
static size_t
plain_step(struct scan *sc, size_t i)
{
	size_t to = i + 1;

	if (sc->kind[i] == CHAR_HAN) {
		relax(sc, i, to, sc->cost[i] + SCAN_UNKNOWN, NO_WORD);
		return to;
	}
	for (; sc->kind[i] == CHAR_ALNUM && sc->kind[to] == CHAR_ALNUM; to++) {
		sc->prev[to] = (uint32_t)to - 1; /* not reached */
		sc->first[to] = (uint32_t)sc->nwords;
	}
	relax(sc, i, to, sc->cost[i] + SCAN_PLAIN, NO_WORD);
	return to;
}

/* All steps from i; returns the next character that has some. */
static inline size_t
steps(struct scan *sc, size_t i)
{
	if (sc->kind[i] == CHAR_HAN) {
		look_up(sc, i, 0);
		/* a word costs less than a character that is none */
		return sc->nm->starts[sc->id[i]].value ? i + 1
						       : plain_step(sc, i);
	}
	if (sc->kind[i] == CHAR_ALNUM)
		look_up(sc, i, 1);
	return plain_step(sc, i);
}

static void
begin(struct scan *sc)
{
	size_t n = sc->n + 1;

	sc->nwords = sc->nentries = sc->far = 0;
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
	size_t i, next;

	sc->s = folded;
	sc->nm = nm;
	make_room(sc, folded.len);
	decode(sc);
	begin(sc);
	for (i = 0; i < sc->n; i = next) {
		sc->first[i] = (uint32_t)sc->nwords;
		if (sc->far <= i)
			sc->mark[i] |= MARK_CLEAR;
		next = steps(sc, i);
	}
	sc->first[sc->n] = (uint32_t)sc->nwords;
	sc->mark[sc->n] = MARK_CLEAR;
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
