#include "event.h"

#include "walk.h"

/* Rebates in tenths of a nat; found by trial on annotated news. */
#define QUOTED_REBATE 60  /* “...”活动 */
#define ORDINAL_REBATE 45 /* 第三届...节 */
#define ANCHORED_REBATE 18
#define MARKS_REBATE 12
#define BRAND_COST 45 /* a place in a quoted brand or slogan is none */
#define MAX_QUOTED 8
#define MAX_WORDS 8

/* 第 ... 届 or 次, 首届, a year before i: where it begins, else i. */
static size_t
ordinal_before(const struct scan *sc, size_t i)
{
	size_t k = i;

	if (k == 0)
		return i;
	if (sc->cp[k - 1] == U'届' || sc->cp[k - 1] == U'次') {
		for (k--; k > 0 && scan_is(sc, k - 1, SET_CENTURY);)
			k--;
		if (k > 0 && (sc->cp[k - 1] == U'第' || sc->cp[k - 1] == U'首'))
			return k - 1;
		return sc->cp[i - 1] == U'届' && k + 1 < i ? k : i;
	}
	if (k >= 5 && sc->cp[k - 1] == U'年' &&
	    scan_is(sc, k - 2, SET_CENTURY) && sc->cp[k - 5] == '2' &&
	    sc->cp[k - 4] == '0')
		return k - 5;
	return i;
}

/* An organisation or place (and its own ordinal) that ends at i and belongs
 * to what follows; *cost gets what it costs. */
static size_t
owner_before(const struct cands *c, const struct scan *sc, size_t i, int *cost)
{
	const struct cand *a =
	    cand_ending(c, i, NER_BIT(NER_ORG) | NER_BIT(NER_LOC));
	size_t ord;

	*cost = 0;
	if (a == NULL)
		return i;
	ord = ordinal_before(sc, a->from);
	*cost = a->cost + scan_span(sc, ord, a->from);
	return ord;
}

static void
ending(struct cands *c, const struct scan *sc, const struct names *nm,
    const struct word *w, enum ner_type type)
{
	struct walk wk;
	int i, rebate = 0, cost;
	size_t from, ord;

	if (w->from == 0 || sc->prev[w->to] != w->from)
		return;
	walk_left(&wk, sc, nm, c, w->from,
	    NER_BIT(NER_LOC) | NER_BIT(NER_ORG) | NER_BIT(NER_EVENT),
	    MAX_WORDS);
	for (i = 0; i < wk.nstops; i++) {
		ord = ordinal_before(sc, wk.stop[i]);
		if (ord == wk.stop[i] || w->to - w->from + (size_t)i < 2 ||
		    sc->cp[wk.stop[i]] == U'月')
			continue;
		from = owner_before(c, sc, ord, &cost);
		cand_add(c, type, from, w->to,
		    cost + scan_span(sc, ord, w->to) - ORDINAL_REBATE, 0);
	}
	from = wk.from;
	if (from == w->from)
		return;
	if (sc->cp[w->from - 1] == U'”' || sc->cp[w->from - 1] == U'’') {
		rebate = QUOTED_REBATE;
		from = wk.stop[wk.nstops > 1 ? 1 : 0];
		cand_add(c, type, from, w->to,
		    scan_span(sc, from, w->to) - rebate, 0);
		return;
	}
	if (!wk.anchored || wk.level ||
	    (wk.ntok == 0 && !wk.org && w->to - w->from < 3) ||
	    w->to - w->from < 2)
		return;
	ord = ordinal_before(sc, from);
	if (ord < from)
		rebate = ORDINAL_REBATE;
	cand_add(c, type, ord, w->to,
	    scan_span(sc, ord, from) + walk_cost(&wk, sc, w->to) -
		ANCHORED_REBATE - rebate,
	    0);
}

void
event_find(struct cands *c, const struct scan *sc, const struct names *nm)
{
	size_t i;

	for (i = 0; i < sc->nasked[RULE_EVENT]; i++) {
		const struct word *w = scan_asked(sc, RULE_EVENT, i);

		if (w->classes & nm->esuf)
			ending(c, sc, nm, w, NER_EVENT);
		if (w->classes & nm->jsuf)
			ending(c, sc, nm, w, NER_PROJ);
	}
}

/* 1 when the place begins a short quotation that goes on with other words. */
static int
in_brand(const struct scan *sc, const struct cand *a)
{
	size_t to = a->to;

	while (to < sc->n && to - a->from <= MAX_QUOTED &&
	       sc->kind[to] == CHAR_HAN)
		to++;
	return sc->cp[a->from - 1] == U'“' && sc->cp[to] == U'”' &&
	       to - a->from <= MAX_QUOTED && to > a->to;
}

void
event_quotes(struct cands *c, const struct scan *sc)
{
	size_t i, n = c->n;
	uint32_t open;
	struct cand a;

	for (i = 0; i < n; i++) {
		open = c->v[i].from ? sc->cp[c->v[i].from - 1] : 0;
		if (open != U'“' && open != U'‘')
			continue;
		if (c->v[i].type == NER_LOC && in_brand(sc, &c->v[i]))
			c->v[i].cost += BRAND_COST;
		a = c->v[i];
		if (a.type < NER_ORG || a.type > NER_PROJ ||
		    (a.type == NER_LOC && (a.flags & CAND_LISTED)))
			continue;
		if (sc->cp[a.to] == (open == U'“' ? U'”' : U'’'))
			cand_add(c, (enum ner_type)a.type, a.from - 1, a.to + 1,
			    a.cost + 2 * NAMES_PLAIN - MARKS_REBATE, a.flags);
	}
}
