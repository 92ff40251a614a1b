/*
 * A text taken apart: its characters, all words of the lexicon in it, and the
 * cheapest cutting into words.
 *
 * Offsets in this tool are counted in characters of the folded text, but for
 * at[], which gives the byte where each begins.  A struct scan owns its arrays
 * and is used again for each text: what it holds lives until the next
 * scan_text.  Start it as {0}.
 */
#ifndef QD_NER_SCAN_H
#define QD_NER_SCAN_H

#include <stdint.h>
#include <uchar.h>

#include "names.h"

struct word {
	uint32_t from, to;
	uint32_t classes;
	int cost;
	uint32_t nextend; /* the next entry that ends there, or NO_WORD */
	uint32_t value;	  /* of the lexicon, see scan_canon */
};

struct scan {
	struct str s;		/* the folded text, borrowed */
	const struct names *nm; /* of the last scan_text, borrowed */
	size_t n;		/* characters */
	uint32_t *cp;		/* n, then a 0 */
	uint32_t *at;		/* n + 1 */
	uint8_t *kind;		/* n, enum char_kind; then CHAR_PUNCT */
	uint16_t *id;		/* n, of names.h; then twice the end's */
	uint8_t *mark;		/* n, enum char_mark; then MARK_CLEAR */
	uint32_t *sur;		/* the characters with MARK_SUR */
	size_t nsur;
	uint32_t *head; /* those with MARK_HEAD or MARK_JOINT */
	size_t nhead;
	struct names_brief *brief; /* n */
	uint32_t *two; /* n: the state of the lexicon that a character and the
			  next lead to, or 0 */
	struct word *words;
	size_t nwords, wcap;
	uint32_t *entries; /* the words that are more than words */
	size_t nentries, ecap;
	uint32_t *asked[NAMES_NRULES]; /* of these, what each rule asks for */
	size_t nasked[NAMES_NRULES];
	uint32_t *first; /* n + 1: the words from i on are
			    first[i]..first[i+1]-1, shortest first */
	uint32_t
	    *ending; /* n + 1: the last found of the entries that end there */
	uint32_t *begins; /* n + 1: classes of the words from i on, together */
	uint32_t *ends;	  /* n + 1: and of those that end there */
	int32_t *cost;	  /* n + 1: of the cheapest cutting up to i */
	uint32_t *prev;	  /* n + 1: where its last word begins */
	uint32_t *last;	  /* n + 1: the index of that word, or NO_WORD */
	size_t cap;
	size_t far; /* the farthest end of a word so far */
};

#define NO_WORD UINT32_MAX

/* 1 when cp is one of the characters of set. */
int scan_in(uint32_t cp, const char32_t *set);
/* What is known of character i (i <= n). */
static inline const struct names_char *
scan_char(const struct scan *sc, size_t i)
{
	return &sc->nm->chars[sc->id[i]];
}

/* 1 when character i is in one of the sets (enum char_set). */
static inline int
scan_is(const struct scan *sc, size_t i, unsigned sets)
{
	return (scan_char(sc, i)->sets & sets) != 0;
}

/* 1 when the boundary before character i lies in a run of letters and digits,
 * so that no name begins or ends there. */
int scan_cuts(const struct scan *sc, size_t i);
/* The first part of scan_text: the characters of sc->s, where there is room. */
void scan_chars(struct scan *sc);
void scan_text(struct scan *sc, const struct names *nm, struct str folded);
/* The i-th entry that the rule asks for (i < sc->nasked[rule]). */
static inline const struct word *
scan_asked(const struct scan *sc, enum names_rule rule, size_t i)
{
	return &sc->words[sc->asked[rule][i]];
}

/* What the three below leave to a call. */
const struct word *scan_word_any(
    const struct scan *sc, size_t i, uint32_t classes);
const struct word *scan_exact_any(
    const struct scan *sc, size_t from, size_t to, uint32_t classes);
const struct word *scan_ending_any(
    const struct scan *sc, size_t to, uint32_t classes);
/* The longest word from i on that has one of the classes, or NULL. */
static inline const struct word *
scan_word(const struct scan *sc, size_t i, uint32_t classes)
{
	return i < sc->n && (sc->begins[i] & classes)
		   ? scan_word_any(sc, i, classes)
		   : NULL;
}

/* The word from..to that has one of the classes, or NULL. */
static inline const struct word *
scan_exact(const struct scan *sc, size_t from, size_t to, uint32_t classes)
{
	return from < sc->n && (sc->begins[from] & classes)
		   ? scan_exact_any(sc, from, to, classes)
		   : NULL;
}

/* The longest entry that ends at to and has one of the classes, or NULL. */
static inline const struct word *
scan_ending(const struct scan *sc, size_t to, uint32_t classes)
{
	return sc->ends[to] & classes ? scan_ending_any(sc, to, classes) : NULL;
}

/* What scan_span leaves to a call. */
int scan_cut_off(const struct scan *sc, size_t from, size_t to);
/* What the cheapest words of from..to cost, when it is cut off there. */
static inline int
scan_span(const struct scan *sc, size_t from, size_t to)
{
	size_t i = to;

	while (i > from)
		i = sc->prev[i];
	return i == from ? sc->cost[to] - sc->cost[from]
			 : scan_cut_off(sc, from, to);
}

/* The same of one, two or three characters that are no letters or digits, which
 * asks the cutting for nothing. */
static inline int
scan_few(const struct scan *sc, size_t from, size_t to)
{
	const struct names_brief *b = sc->brief + from;
	int one = b->cost[0], two, last;

	if (to - from == 1)
		return one;
	two = one + b[1].cost[0];
	two = b->cost[1] < two ? b->cost[1] : two;
	if (to - from == 2)
		return two;
	two += b[2].cost[0];
	last = one + b[1].cost[1];
	last = b->cost[2] < last ? b->cost[2] : last;
	return two < last ? two : last;
}

/* The canonical form of w; empty: none. */
struct str scan_canon(const struct scan *sc, const struct word *w);
/* What w costs, or the words of its span where they are cheaper. */
int scan_least(const struct scan *sc, const struct word *w);
void scan_free(struct scan *sc);

#endif
