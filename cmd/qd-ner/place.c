#include "place.h"

#include <string.h>

#include "walk.h"

/* Costs in tenths of a nat; found by trial on annotated news. */
#define LISTED_REBATE 8 /* a listed place beats the same word */
#define CHAIN_REBATE 12
#define NEW_NAME 62  /* some unlisted place with an ending */
#define NEW_TRANS 75 /* the same, in characters of transliteration */
#define FOREIGN 75   /* a foreign name without an ending, where wanted */
#define ANCHORED_REBATE 22
#define LONG_ENDING 25 /* more for one that ends in 大道, 港口 */
#define SITE_ENDING 25 /* more for one that ends in 山, 路 */
#define RARE_CHAR 145
#define USUAL_COST 35	 /* more where it is an everyday word */
#define RARE_IN_PLACE 95 /* a character never seen in one */
#define CLEAR 60
#define MAX_NEW 4 /* characters of an unlisted name */
#define MAX_TRANS 7

static enum place_rank
rank_of(const struct names *nm, uint32_t classes)
{
	return classes & nm->country ? RANK_COUNTRY
	       : classes & nm->prov  ? RANK_PROV
	       : classes & nm->city  ? RANK_CITY
	       : classes & nm->dist  ? RANK_DIST
	       : classes & nm->town  ? RANK_TOWN
				     : RANK_OTHER;
}

/* The rank of a name by its ending. */
static enum place_rank
rank_of_suffix(const struct scan *sc, const struct word *w)
{
	if (w->to - w->from > 1)
		return RANK_SITE;
	switch (sc->cp[w->from]) {
	case U'省':
		return RANK_PROV;
	case U'市':
	case U'州':
		return RANK_CITY;
	case U'县':
	case U'区':
	case U'旗':
	case U'郡':
		return RANK_DIST;
	case U'镇':
	case U'乡':
		return RANK_TOWN;
	case U'村':
		return RANK_VILLAGE;
	default:
		return RANK_SITE;
	}
}

/* Adds from..to, and with each wider place that ends at from. */
static void
add_place(struct cands *c, size_t from, size_t to, int cost,
    enum place_rank rank, unsigned flags, struct str canon)
{
	struct cand *a;
	uint32_t i;

	a = cand_add(c, NER_LOC, from, to, cost, flags);
	a->rank = (uint8_t)rank;
	if (a->canon.len == 0)
		a->canon = canon;
	for (i = c->tail[from]; i != CAND_NONE; i = c->v[i].nextend) {
		const struct cand w = c->v[i];

		if (w.type != NER_LOC || w.rank >= rank || w.rank == RANK_NONE)
			continue;
		a = cand_add(c, NER_LOC, w.from, to,
		    w.cost + cost / 2 - CHAIN_REBATE,
		    CAND_CHAIN | (w.flags & CAND_SURE));
		a->rank = (uint8_t)rank;
		a->part = (uint32_t)from;
	}
}

/* 1 when a place that may hold a district ends at i. */
static int
inside_wider(const struct cands *c, size_t i)
{
	const struct cand *a = cand_ending(c, i, NER_BIT(NER_LOC));

	return a && a->rank >= RANK_PROV && a->rank <= RANK_CITY;
}

static void
listed(struct cands *c, const struct scan *sc, const struct names *nm,
    const struct word *w)
{
	enum place_rank rank = rank_of(nm, w->classes);

	if ((w->classes & nm->amb) &&
	    !(rank == RANK_DIST && w->cost > 110 && inside_wider(c, w->from)))
		return;
	add_place(c, w->from, w->to, scan_least(sc, w) - LISTED_REBATE, rank,
	    CAND_LISTED | CAND_SURE, scan_canon(sc, w));
}

static int
or_rare(int cost)
{
	return cost == NO_COST ? RARE_IN_PLACE : cost;
}

/* 1 when a common particle stands at i, or a verb of two characters. */
static int
no_name(const struct scan *sc, const struct names *nm, size_t i)
{
	const struct word *w;

	if (scan_char(sc, i)->particle)
		return 1;
	w = scan_exact(sc, i, i + 2, nm->verb | nm->func);
	return w && w->cost < 125;
}

/* 1 when from..to is one word of everyday: 贫困 in 贫困县. */
static int
usual_word(const struct scan *sc, size_t from, size_t to)
{
	const struct word *w = scan_exact(sc, from, to, ~0U);

	return w && w->cost < 125;
}

/* A name so much cheaper than its words is looked for in the article. */
static unsigned
clear(const struct scan *sc, size_t from, size_t to, int cost)
{
	return cost < scan_span(sc, from, to) - CLEAR ? CAND_SURE : 0;
}

/* What the ending w costs behind an unlisted name. */
static int
ending_cost(const struct scan *sc, const struct word *w)
{
	if (w->to - w->from > 1)
		return LONG_ENDING;
	return scan_is(sc, w->from, SET_AREA) ? 0 : SITE_ENDING;
}

/* Unlisted names of up to MAX_NEW characters before the ending w; of one
 * where the character is rare (滁河). */
static void
new_names(struct cands *c, const struct scan *sc, const struct names *nm,
    const struct word *w)
{
	enum place_rank rank = rank_of_suffix(sc, w);
	const struct names_char *ch;
	struct str none = {"", 0};
	int later = ending_cost(sc, w), cost, inside;
	size_t len, from;

	if (sc->cp[w->from - 1] == sc->cp[w->from])
		return; /* 澜江 | 江底 */
	for (len = 1; len <= MAX_NEW && len <= w->from; len++) {
		from = w->from - len;
		if (sc->kind[from] != CHAR_HAN ||
		    scan_is(sc, from, SET_NUMERAL) || no_name(sc, nm, from))
			return;
		ch = scan_char(sc, from);
		inside = cand_ending(c, from, NER_BIT(NER_LOC)) != NULL;
		cost = NEW_NAME + or_rare(ch->place) + later;
		if (usual_word(sc, from, w->from) && !inside)
			cost += USUAL_COST;
		later += or_rare(ch->inplace);
		if (cost >= scan_span(sc, from, w->to) ||
		    (len == 1 && scan_span(sc, from, w->from) < RARE_CHAR))
			continue;
		add_place(c, from, w->to, cost, rank,
		    clear(sc, from, w->to, cost), none);
	}
}

/* The same for names in characters of transliteration. */
static void
new_trans(struct cands *c, const struct scan *sc, const struct word *w)
{
	enum place_rank rank = rank_of_suffix(sc, w);
	const struct names_char *ch;
	struct str none = {"", 0};
	int later = 0, cost;
	size_t len, from;

	for (len = 1; len <= MAX_TRANS && len <= w->from; len++) {
		from = w->from - len;
		ch = scan_char(sc, from);
		if (ch->kind != CHAR_HAN)
			return;
		cost = NEW_TRANS + ch->head + later;
		later += len == 1 ? ch->tail : ch->mid;
		if ((len == 1 ? ch->tail : ch->mid) == NO_COST &&
		    ch->head == NO_COST)
			return;
		if (len < 3 || ch->head == NO_COST ||
		    cost >= scan_span(sc, from, w->to))
			continue;
		add_place(c, from, w->to, cost, rank,
		    clear(sc, from, w->to, cost), none);
	}
}

/* Endings that follow a place at once or after some nouns. */
static void
anchored(struct cands *c, const struct scan *sc, const struct names *nm,
    const struct word *w)
{
	struct walk wk;
	struct str none = {"", 0};
	size_t long_suffix = w->to - w->from > 1;

	if (sc->prev[w->to] != w->from)
		return;
	walk_left(
	    &wk, sc, nm, c, w->from, NER_BIT(NER_LOC), long_suffix ? 5 : 1);
	if (!wk.anchored || wk.level)
		return;
	if (!long_suffix && (wk.ntok > 1 || w->from == wk.from))
		return;
	if (!long_suffix && wk.ntok == 1 && wk.common)
		return;
	if (sc->cp[w->to - 1] == U'区' && wk.ntok > 2 && wk.common == wk.ntok)
		return; /* 青岛 + 新旧动能转换示范区 is a plan */
	add_place(c, wk.from, w->to,
	    walk_cost(&wk, sc, w->to) - ANCHORED_REBATE -
		(long_suffix ? 10 : 0),
	    rank_of_suffix(sc, w), 0, none);
}

/* 1 when what stands before i asks for a place. */
static int
place_wanted(const struct cands *c, const struct scan *sc, size_t i)
{
	const struct cand *a = cand_ending(c, i, NER_BIT(NER_LOC));

	if (a)
		return a->rank == RANK_COUNTRY || a->rank == RANK_CITY;
	if (i == 0 || !(sc->mark[i - 1] & MARK_ASKS))
		return 0;
	return sc->cp[i - 1] != U'、' ||
	       cand_ending(c, i - 1, NER_BIT(NER_LOC)) != NULL;
}

/* Names in characters of transliteration that begin at i. */
static void
foreign(struct cands *c, const struct scan *sc, size_t i)
{
	const struct names_char *ch = scan_char(sc, i);
	struct str none = {"", 0};
	int cost;
	size_t to;

	if (!place_wanted(c, sc, i))
		return;
	cost = FOREIGN + ch->head;
	for (to = i + 1; to < sc->n && to - i < MAX_TRANS; to++) {
		ch = scan_char(sc, to);
		if (ch->tail != NO_COST &&
		    cost + ch->tail < scan_span(sc, i, to + 1))
			add_place(
			    c, i, to + 1, cost + ch->tail, RANK_TOWN, 0, none);
		if (ch->mid == NO_COST)
			return;
		cost += ch->mid;
	}
}

/* Those that begin at the k-th head of a text or later, but before to; returns
 * the head to go on with. */
static size_t
foreign_before(struct cands *c, const struct scan *sc, size_t k, size_t to)
{
	size_t i;

	for (; k < sc->nhead && sc->head[k] < to; k++) {
		i = sc->head[k];
		if ((sc->mark[i] & MARK_HEAD) &&
		    (c->tail[i] != CAND_NONE ||
			(i && (sc->mark[i - 1] & MARK_ASKS))))
			foreign(c, sc, i);
	}
	return k;
}

void
place_find(struct cands *c, const struct scan *sc, const struct names *nm)
{
	size_t i, k = 0;

	for (i = 0; i < sc->nasked[RULE_PLACE]; i++) {
		const struct word *w = scan_asked(sc, RULE_PLACE, i);

		k = foreign_before(c, sc, k, w->from);
		if ((w->classes & nm->place) && !(w->classes & nm->abbr))
			listed(c, sc, nm, w);
		if (!(w->classes & nm->psuf) || w->from == 0)
			continue;
		new_names(c, sc, nm, w);
		new_trans(c, sc, w);
		anchored(c, sc, nm, w);
	}
	if (sc->nwords)
		foreign_before(c, sc, k, sc->words[sc->nwords - 1].from);
}
