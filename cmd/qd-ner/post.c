#include "post.h"

#include <string.h>

#include "place.h"

#define POST_REBATE 6
#define LONGER_REBATE 5 /* for each character: the longer office wins */
#define NAMES (NER_BIT(NER_LOC) | NER_BIT(NER_ORG))

/* Where the prefixes before i (常务, 副, 代理) begin. */
static size_t
before_prefixes(const struct scan *sc, const struct names *nm, size_t i)
{
	const struct word *w;

	while ((w = scan_ending(sc, i, nm->ppre)) != NULL)
		i = w->from;
	return i;
}

/* 1 when a name of its own ends at i, so that the office begins there. */
static int
name_ends(const struct cands *c, size_t i)
{
	uint32_t k;

	for (k = c->tail[i]; k != CAND_NONE; k = c->v[k].nextend)
		if ((NER_BIT(c->v[k].type) & NAMES) &&
		    !(c->v[k].flags & CAND_GENERIC))
			return 1;
	return 0;
}

/* A generic organ that ends at i (区委, 党组, 市 + 公安局), or i itself. */
static size_t
before_organ(const struct cands *c, const struct scan *sc,
    const struct names *nm, size_t i)
{
	const struct word *w;
	uint32_t k;
	size_t from = i;

	for (k = c->tail[i]; k != CAND_NONE; k = c->v[k].nextend)
		if (c->v[k].type == NER_ORG && (c->v[k].flags & CAND_GENERIC) &&
		    c->v[k].from < from)
			from = c->v[k].from;
	if (from < i)
		return from;
	w = scan_ending(sc, i, nm->organ | nm->osuf);
	if (w && w->to - w->from > 1)
		return w->from;
	return i;
}

/* 驻 + country + 大使. */
static size_t
before_mission(const struct cands *c, const struct scan *sc, size_t i)
{
	const struct cand *a = cand_ending(c, i, NER_BIT(NER_LOC));

	if (a && a->from > 0 && sc->cp[a->from - 1] == U'驻')
		return a->from - 1;
	if (i >= 2 && sc->cp[i - 2] == U'驻')
		return i - 2;
	return i;
}

static int
starts_with_organ(
    const struct scan *sc, const struct names *nm, const struct word *w)
{
	const struct word *o = scan_word(sc, w->from, nm->organ);

	return o && o->to < w->to;
}

static void
office(struct cands *c, const struct scan *sc, const struct names *nm,
    const struct word *w)
{
	size_t from = before_prefixes(sc, nm, w->from), i;

	if (starts_with_organ(sc, nm, w) &&
	    (cand_ending(c, w->from, NER_BIT(NER_LOC)) ||
		cand_ending(c, w->from + 1, NER_BIT(NER_LOC))))
		return; /* 青岛 | 市委书记 is 青岛市委 | 书记 */
	i = before_mission(c, sc, from);
	if (i == from && !name_ends(c, from)) {
		i = before_organ(c, sc, nm, from);
		if (cand_ending(c, i, NER_BIT(NER_LOC)))
			i = from;
	}
	cand_add(c, NER_POST, i, w->to,
	    scan_span(sc, i, w->to) - POST_REBATE -
		LONGER_REBATE * (int)(w->to - i),
	    0);
}

void
post_find(struct cands *c, const struct scan *sc, const struct names *nm)
{
	size_t i;

	for (i = 0; i < sc->nasked[RULE_POST]; i++)
		office(c, sc, nm, scan_asked(sc, RULE_POST, i));
}
