#include "beside.h"

/* Rebates in tenths of a nat; found by trial on annotated news. */
#define BY_POST 60
#define BY_ROLE 60
#define BY_SPEECH 32
#define BY_TITLE 30
#define BY_WHO 25 /* 村民, ...员 */
#define BY_EDGE 5
#define BY_LINE 15 /* in a byline */
#define CLEAR 80   /* so much cheaper than its words, a name is sure */

int
beside_edge(const struct scan *sc, size_t i)
{
	return sc->kind[i] == CHAR_PUNCT || sc->kind[i] == CHAR_SPACE;
}

/* What stands before i says that a name begins there. */
static int
rebate_left(struct people *p, size_t i, unsigned *flags)
{
	const struct scan *sc = p->sc;
	size_t k = i;

	if (i == 0)
		return BY_EDGE;
	if (cand_ending(p->c, i, NER_BIT(NER_POST)))
		return BY_POST;
	while (k > 0 && (sc->kind[k - 1] == CHAR_SPACE || sc->cp[k - 1] == ':'))
		k--;
	if (scan_ending(sc, k, p->nm->role)) {
		*flags |= CAND_REPORTER;
		return BY_ROLE;
	}
	if (sc->cp[i - 1] == U'、' || (p->byline && k < i) ||
	    (k + 1 == i && cand_ending(p->c, k, NER_BIT(NER_PER))))
		return BESIDE_LIST;
	if (sc->cp[i - 1] == U'员' || scan_ending(sc, i, p->nm->who))
		return BY_WHO;
	return beside_edge(sc, i - 1) ? BY_EDGE : 0;
}

/* What stands at i says that a name ends there. */
static int
rebate_right(struct people *p, size_t i)
{
	const struct scan *sc = p->sc;

	if (i >= sc->n)
		return BY_EDGE;
	if (sc->cp[i] == U'、')
		return BESIDE_LIST;
	if (beside_edge(sc, i))
		return BY_EDGE;
	return sc->begins[i] & p->nm->say    ? BY_SPEECH
	       : sc->begins[i] & p->nm->post ? BY_TITLE
					     : 0;
}

void
beside_begin(struct people *p, size_t from)
{
	p->from = from;
	p->flags = p->byline ? CAND_REPORTER : 0;
	p->left = rebate_left(p, from, &p->flags);
	p->most = p->left + (p->byline ? BY_LINE : 0) + BY_SPEECH +
		  (from == 0 ? BESIDE_LIST : 0);
}

void
beside_weigh(struct people *p, size_t to, int cost, int span)
{
	unsigned flags = p->flags;
	int right = rebate_right(p, to);

	cost -= p->left + (p->byline ? BY_LINE : 0) + right;
	if (p->from == 0 && to == p->sc->n)
		cost -= BESIDE_LIST;
	if (cost >= span + BESIDE_SLACK)
		return;
	if (p->left >= BY_POST || right >= BY_SPEECH || cost < span - CLEAR)
		flags |= CAND_SURE;
	cand_add(p->c, NER_PER, p->from, to, cost, flags);
}
