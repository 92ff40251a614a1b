#include "walk.h"

#include <string.h>

/* No name is longer, in characters. */
#define MAX_CHARS 30
/* Words at least so dear are hardly words (level 1 and below). */
#define RARE 140
/* Verbs that are rarer than this may be part of a name. */
#define COMMON_VERB 115

/* 第二, 三. */
static int
numerals(const struct scan *sc, size_t from, size_t to)
{
	while (from < to)
		if (!scan_is(sc, from++, SET_ORDINAL))
			return 0;
	return 1;
}

/* The place of the opening quotation mark of the closing one before i. */
static size_t
quote_start(const struct scan *sc, size_t i)
{
	size_t k;
	uint32_t open = sc->cp[i - 1] == U'”'	? U'“'
			: sc->cp[i - 1] == U'’' ? U'‘'
			: sc->cp[i - 1] == U')' ? U'('
						: 0;

	if (open == 0)
		return i;
	for (k = i - 1; k > 0 && i - k < 20; k--)
		if (sc->cp[k - 1] == open)
			return k - 1;
	return i;
}

enum step { STEP_STOP, STEP_WORD, STEP_COMMON, STEP_RARE, STEP_BRIDGE };

/* What the word from..to means to a name that ends after it. */
static enum step
step_of(const struct scan *sc, const struct names *nm, size_t from, size_t to,
    uint32_t word)
{
	const struct word *w = word == NO_WORD ? NULL : &sc->words[word];

	if (sc->kind[from] == CHAR_ALNUM)
		return STEP_WORD;
	if (sc->kind[from] != CHAR_HAN)
		return STEP_STOP;
	if (to - from == 1 && scan_is(sc, from, SET_AND))
		return STEP_BRIDGE;
	if (numerals(sc, from, to))
		return STEP_WORD;
	if (w == NULL)
		return STEP_RARE;
	if (w->classes & nm->func)
		return STEP_STOP;
	if (w->classes & nm->verb)
		return w->cost < COMMON_VERB ? STEP_STOP : STEP_WORD;
	if (to - from == 1 && from > 0 && scan_is(sc, from, SET_UNIT) &&
	    scan_is(sc, from - 1, SET_SMALL))
		return STEP_STOP;
	if (w->cost >= RARE || (to - from == 1 && w->cost > 100))
		return STEP_RARE;
	return STEP_COMMON;
}

/* 1 when the walk ends at an anchor at t. */
static int
at_anchor(struct walk *wk, const struct scan *sc, const struct cands *c,
    size_t t, unsigned types)
{
	const struct cand *a = cand_ending(c, t, types);

	if (a) {
		wk->from = a->from;
		wk->anchor_end = t;
		wk->anchored = 1;
		wk->cost = a->cost;
		wk->flags = a->flags;
		wk->org = a->type == NER_ORG;
		wk->rank = a->rank;
		a = cand_ending(c, a->from, types & NER_BIT(NER_ORG));
		if (a) {
			wk->from = a->from;
			wk->cost += a->cost;
			wk->flags = a->flags;
			wk->org = 1;
		}
		return 1;
	}
	if (t >= 3 && sc->cp[t - 3] == U'自' && sc->cp[t - 2] == U'治' &&
	    (sc->cp[t - 1] == U'区' || sc->cp[t - 1] == U'州')) {
		wk->from = t - 3;
		wk->anchor_end = t;
		wk->anchored = wk->level = 1;
		wk->cost = scan_span(sc, t - 3, t);
		return 1;
	}
	if (t > 0 && sc->prev[t] + 1 == t && scan_is(sc, t - 1, SET_LEVEL)) {
		wk->from = t - 1;
		wk->anchor_end = t;
		wk->anchored = wk->level = 1;
		wk->cost = scan_span(sc, t - 1, t);
		return 1;
	}
	return 0;
}

/* One step left from t; where it leads, or t where no name goes on. */
static size_t
step(struct walk *wk, const struct scan *sc, const struct names *nm, size_t t,
    size_t *bridge)
{
	size_t p = quote_start(sc, t);
	enum step s = STEP_RARE;

	if (p == t) {
		p = sc->prev[t];
		s = step_of(sc, nm, p, t, sc->last[t]);
	}
	if (s == STEP_STOP || (s == STEP_BRIDGE && *bridge))
		return t;
	if (s == STEP_BRIDGE) {
		*bridge = t;
		return p;
	}
	wk->ntok++;
	wk->common += s == STEP_COMMON;
	if (s == STEP_RARE) {
		wk->rare++;
		wk->first_rare = p;
	}
	wk->from = p;
	return p;
}

void
walk_left(struct walk *wk, const struct scan *sc, const struct names *nm,
    const struct cands *c, size_t end, unsigned types, int max)
{
	size_t t, next = end, bridge = 0;

	memset(wk, 0, sizeof *wk);
	wk->from = wk->first_rare = end;
	do {
		t = next;
		if (t > 0 && wk->nstops < WALK_STOPS)
			wk->stop[wk->nstops++] = t;
		if (t == 0 || at_anchor(wk, sc, c, t, types) ||
		    wk->ntok >= max || end - t > MAX_CHARS)
			break;
		next = step(wk, sc, nm, t, &bridge);
	} while (next < t);
	/* a bridge leads somewhere only where a place is on the far side */
	if (bridge && wk->anchored && (wk->ntok == 0 || wk->org))
		wk->anchored = wk->level = wk->org = wk->cost = 0;
	if (!wk->anchored && bridge)
		wk->from = bridge;
	if (!wk->anchored)
		wk->anchor_end = wk->from;
}

int
walk_cost(const struct walk *wk, const struct scan *sc, size_t to)
{
	return wk->cost + scan_span(sc, wk->anchor_end, to);
}
