#include "org.h"

#include <string.h>

#include "place.h"
#include "walk.h"

#define ANCHORS (NER_BIT(NER_LOC) | NER_BIT(NER_ORG))

/* Rebates and costs in tenths of a nat; found by trial on annotated news. */
#define LISTED_REBATE 4	 /* for each character of a listed name */
#define LISTED_MOST 100	 /* a listed name costs no more */
#define ORGAN_REBATE 30	 /* place or level + organ */
#define HIDDEN_REBATE 25 /* more for 城阳 + 区委: the level tells */
#define SHARED_REBATE 70 /* its level is paid twice */
#define BARE_REBATE 8	 /* 市委: a level inside the word */
#define STRONG_REBATE 35 /* place ... + 公司, 大学 */
#define WEAK_REBATE 25	 /* place ... + 局, 中心 */
#define RARE_REBATE 15	 /* a rare word ... + 公司 */
#define NEW_BRAND 45	 /* some unlisted name that a company gives itself */
#define RARE_IN_BRAND 90
#define BRAND_REBATE 25
#define MAX_WORDS 8
#define MAX_BRAND 4

struct finder {
	struct cands *c;
	const struct scan *sc;
	const struct names *nm;
};

/* 市委, 省政府 (地委, 盟委): a level is the organ's first character. */
static int
has_level(const struct scan *sc, const struct word *w)
{
	uint32_t a = sc->cp[w->from];

	if (scan_is(sc, w->from, SET_LEVEL))
		return 1;
	return w->to - w->from == 2 && (a == U'地' || a == U'盟') &&
	       sc->cp[w->from + 1] == U'委';
}

static void
listed(const struct finder *f, const struct word *w)
{
	int cost = scan_least(f->sc, w);
	struct cand *a;

	if (cost > LISTED_MOST)
		cost = LISTED_MOST;
	a = cand_add(f->c, NER_ORG, w->from, w->to,
	    cost - LISTED_REBATE * (int)(w->to - w->from),
	    CAND_LISTED | CAND_SURE);
	a->canon = scan_canon(f->sc, w);
}

/* 党委, 党组 and the like: of a company or a university they belong to the
 * office (党委书记) that follows. */
static int
of_party(const struct finder *f, const struct word *w)
{
	uint32_t a = f->sc->cp[w->from];

	return (a == U'党' || a == U'纪') &&
	       scan_word(f->sc, w->to, f->nm->post) != NULL;
}

/* The level by itself that ends at i begins there, else i. */
static size_t
level_before(const struct scan *sc, size_t i)
{
	if (i >= 3 && sc->cp[i - 3] == U'自' && sc->cp[i - 2] == U'治' &&
	    scan_is(sc, i - 1, SET_LEVEL))
		return i - 3;
	if (i > 0 && sc->prev[i] + 1 == i && scan_is(sc, i - 1, SET_LEVEL))
		return i - 1;
	return i;
}

/* With the places and organisations that end at its start: 青岛 + 市委. */
static int
owned(const struct finder *f, const struct word *w)
{
	struct cands *c = f->c;
	uint32_t i;
	int found = 0;

	for (i = c->tail[w->from]; i != CAND_NONE; i = c->v[i].nextend) {
		struct cand a = c->v[i];

		if (!(NER_BIT(a.type) & ANCHORS) ||
		    (a.type == NER_ORG && !(a.flags & CAND_GENERIC) &&
			of_party(f, w)))
			continue;
		cand_add(c, NER_ORG, a.from, w->to,
		    a.cost + w->cost - ORGAN_REBATE,
		    a.flags & (CAND_SURE | CAND_GENERIC));
		found = 1;
	}
	return found;
}

/* With the places that end with its level: 望海区 | 委. */
static int
shared(const struct finder *f, const struct word *w)
{
	struct cands *c = f->c;
	uint32_t i;
	int found = 0;

	for (i = c->tail[w->from + 1]; i != CAND_NONE; i = c->v[i].nextend) {
		struct cand a = c->v[i];

		if (a.type != NER_LOC || a.from == w->from)
			continue;
		cand_add(c, NER_ORG, a.from, w->to,
		    a.cost + w->cost - SHARED_REBATE, a.flags & CAND_SURE);
		found = 1;
	}
	return found;
}

/* 市委, 省政府; with what is before it 青岛市委, 市 + 科技局. */
static void
organ(const struct finder *f, const struct word *w)
{
	const struct scan *sc = f->sc;
	const struct word *p;
	int level = has_level(sc, w), found = owned(f, w);
	size_t from;

	if (level) {
		cand_add(f->c, NER_ORG, w->from, w->to, w->cost - BARE_REBATE,
		    CAND_GENERIC);
		found |= shared(f, w);
	}
	if (found)
		return;
	/* a place that elsewhere is taken for another word */
	p = scan_ending(sc, w->from, f->nm->place | f->nm->abbr);
	if (p && (!(p->classes & f->nm->abbr) || w->to - w->from > 1))
		cand_add(f->c, NER_ORG, p->from, w->to,
		    p->cost + w->cost - ORGAN_REBATE -
			(level ? HIDDEN_REBATE : 0),
		    0);
	from = level_before(sc, w->from);
	if (from < w->from)
		cand_add(f->c, NER_ORG, from, w->to,
		    scan_span(sc, from, w->from) + w->cost - BARE_REBATE,
		    CAND_GENERIC);
}

static int
or_rare(int cost)
{
	return cost == NO_COST ? RARE_IN_BRAND : cost;
}

/* Adds from..to, and with the place that ends at from. */
static void
add_brand(const struct finder *f, size_t from, size_t to, int cost)
{
	const struct cand *p;

	cand_add(f->c, NER_ORG, from, to, cost, 0);
	p = cand_ending(f->c, from, NER_BIT(NER_LOC));
	if (p)
		cand_add(f->c, NER_ORG, p->from, to,
		    p->cost + cost - STRONG_REBATE, 0);
}

/* Names that companies give themselves, that end at i, and on to to. */
static void
brands(const struct finder *f, size_t i, size_t to)
{
	const struct scan *sc = f->sc;
	const struct names_char *ch;
	int later = 0, cost, tail;
	size_t len, from;

	tail = scan_span(sc, i, to) - BRAND_REBATE + NEW_BRAND;
	for (len = 1; len <= MAX_BRAND && len <= i; len++) {
		from = i - len;
		if (sc->kind[from] != CHAR_HAN ||
		    scan_is(sc, from, SET_NO_BRAND) ||
		    scan_char(sc, from)->particle)
			return;
		ch = scan_char(sc, from);
		cost = or_rare(ch->brand) + later + tail;
		later += or_rare(ch->inbrand);
		if (len > 1 && cost < scan_span(sc, from, to))
			add_brand(f, from, to, cost);
	}
}

/* 1 when a name of that ending may follow a place at once. */
static int
after_place(const struct scan *sc, const struct word *w, const struct walk *wk)
{
	if (wk->org || wk->rank > RANK_CITY)
		return w->to - w->from > 1 || wk->org;
	if (str_is(scan_canon(sc, w), "+"))
		return 0;
	return w->to - w->from > 1 || sc->cp[w->from] == U'网';
}

/* A place, an organisation or a level, then nouns, then the ending w. */
static void
anchored(const struct finder *f, const struct word *w, const struct walk *wk)
{
	int rebate = (w->classes & f->nm->osuf) ? STRONG_REBATE : WEAK_REBATE;
	unsigned flags = 0;

	if (wk->level) {
		if (wk->ntok == 0 || wk->ntok > 4)
			return;
		rebate = WEAK_REBATE;
		flags = CAND_GENERIC;
	} else if (wk->ntok == 0 && !after_place(f->sc, w, wk)) {
		return;
	}
	cand_add(f->c, NER_ORG, wk->from, w->to,
	    walk_cost(wk, f->sc, w->to) - rebate, flags);
}

/* An unlisted name that ends with w. */
static void
ending(const struct finder *f, const struct word *w)
{
	struct walk wk;
	size_t begin;
	int i;

	if (w->from == 0 ||
	    (w->to - w->from == 1 && f->sc->kind[w->from - 1] == CHAR_ALNUM))
		return;
	/* the cheapest word that ends here may hold the ending: 发展部 */
	begin = f->sc->prev[w->to];
	if (begin != w->from && (begin > w->from || w->to - begin < 3))
		return;
	if (begin < w->from && !scan_exact(f->sc, begin, w->from, ~0U))
		return;
	walk_left(&wk, f->sc, f->nm, f->c, begin, ANCHORS, MAX_WORDS);
	if (of_party(f, w))
		return; /* organ() has done what there was */
	wk.ntok += begin < w->from;
	if (wk.anchored)
		anchored(f, w, &wk);
	if (!(w->classes & f->nm->osuf) || begin != w->from)
		return;
	for (i = 0; i < wk.nstops; i++)
		brands(f, wk.stop[i], w->to);
	if (!wk.anchored && wk.rare && scan_canon(f->sc, w).len == 0)
		cand_add(f->c, NER_ORG, wk.first_rare, w->to,
		    scan_span(f->sc, wk.first_rare, w->to) - RARE_REBATE, 0);
}

void
org_find(struct cands *c, const struct scan *sc, const struct names *nm)
{
	struct finder f = {c, sc, nm};
	uint32_t endings = nm->osuf | nm->osufw | nm->organ;
	size_t i;

	for (i = 0; i < sc->nasked[RULE_ORG]; i++) {
		const struct word *w = scan_asked(sc, RULE_ORG, i);

		if (w->classes & nm->org)
			listed(&f, w);
		if (w->classes & nm->organ)
			organ(&f, w);
		if (w->classes & endings)
			ending(&f, w);
	}
}
