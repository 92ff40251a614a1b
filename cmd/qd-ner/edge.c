#include "edge.h"

/* Rebates in 1/MODEL_UNIT nats; found by trial on annotated news. */
#define KNOWN_REBATE (4 * MODEL_UNIT)
#define POST_REBATE (3 * MODEL_UNIT)
#define OWN_REBATE (2 * MODEL_UNIT)    /* under our own convention */
#define PERSON_REBATE (MODEL_UNIT / 2) /* beside an office or the like */
#define USER_REBATE (200 * MODEL_UNIT) /* for each character */

/* What the labels of the span weigh for a type; all its characters are in
 * doubt. */
int32_t
edge_span(
    const struct tagger *t, const struct label_type *l, size_t from, size_t to)
{
	int16_t(*score)[TAG_ROW] = t->score + t->slot[from];
	int32_t sum;
	size_t i, n = to - from;

	if (n == 1)
		return score[0][l->single ? l->single : l->begin];
	sum = score[0][l->begin] + score[n - 1][l->end];
	for (i = 1; i + 1 < n; i++)
		sum += score[i][l->inside];
	return sum;
}

/* The user's names always; the article's and what the rules chose where the
 * table has their label; what has none under our own convention, which has
 * them all. */
static int
is_edge(const struct cand *x, int type, const struct model_conv *m)
{
	if (x->flags & CAND_USER)
		return 1;
	if (type < 0)
		return m->nlabels == LABEL_MAX;
	return (x->flags & (CAND_KNOWN | CAND_RULED)) &&
	       label_types[type].begin < m->nlabels;
}

/* What it tells that the rules chose x, beyond what the tagger makes of that:
 * offices come in many forms of which few were seen in training; and the rules
 * follow our own convention, also where a text is like none that was. */
static int32_t
ruled_rebate(const struct cand *x, int own)
{
	if (x->type == NER_POST)
		return POST_REBATE;
	if (own)
		return OWN_REBATE;
	if (x->type == NER_PER && (x->flags & (CAND_SURE | CAND_REPORTER)))
		return PERSON_REBATE;
	return 0;
}

/* A user's name wins whatever its labels weigh; that may tell between two of
 * them. */
static int32_t
user_score(int32_t labels, size_t n)
{
	if (labels < -USER_REBATE / 2)
		labels = -USER_REBATE / 2;
	return labels + USER_REBATE * (int32_t)n;
}

int
edge_of(const struct cand *x, const struct scan *sc, const struct tagger *t,
    const struct model_conv *m, int32_t *score)
{
	int type = label_type((enum ner_type)x->type);

	if (!is_edge(x, type, m))
		return -1;
	*score = 0;
	if (type >= 0 && label_types[type].begin < m->nlabels)
		*score = edge_span(t, &label_types[type], x->from, x->to);
	if (x->flags & CAND_USER)
		*score = user_score(*score, x->to - x->from);
	else if (type < 0)
		*score =
		    (scan_span(sc, x->from, x->to) - x->cost) * MODEL_UNIT / 10;
	if (x->flags & CAND_KNOWN)
		*score += KNOWN_REBATE;
	if (x->flags & CAND_RULED)
		*score += ruled_rebate(x, m->nlabels == LABEL_MAX);
	return type + 1;
}
