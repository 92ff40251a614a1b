#include "path.h"

#include <string.h>

#include "modelfile.h"

/* Rebates of candidates that are edges, in 1/MODEL_UNIT nats; found by trial
 * on annotated news. */
#define KNOWN_REBATE (2 * MODEL_UNIT)
#define POST_REBATE (3 * MODEL_UNIT)
#define PERSON_REBATE (MODEL_UNIT / 2) /* beside an office or the like */
#define USER_REBATE (200 * MODEL_UNIT) /* for each character */
/* A name is begun a little more readily than was learned: features that were
 * left out in training leave the weights shy. */
#define BOLD (MODEL_UNIT / 2)
/* So much better than no name at all, a name is sure. */
#define SURE (2 * MODEL_UNIT)
#define NEVER (INT32_MIN / 2)
/* A way so much worse than the best to the same place does not come back. */
#define BEAM (12 * MODEL_UNIT)

static void
start(struct path *p, size_t n)
{
	size_t i, s;

	p->v = mem_grow(p->v, &p->cap, n + 1, sizeof *p->v);
	p->n = 0;
	for (i = 0; i <= n; i++)
		for (s = 0; s < PATH_NEXT; s++) {
			p->v[i].out[s] = NEVER;
			p->v[i].via[s] = CAND_NONE;
		}
}

/* The best score with which each type begins behind boundary i. */
static void
begin(struct path_node *a, const struct model_table *m, size_t i, int32_t *in)
{
	int32_t best = a->out[0], from[PATH_NEXT] = {0}, v, least;
	const int16_t *next = m->next[i ? 0 : LABEL_NEXT];
	size_t s, t;

	for (s = 1; s < LABEL_NEXT; s++)
		best = a->out[s] > best ? a->out[s] : best;
	least = best - BEAM;
	for (t = 0; t < PATH_NEXT; t++)
		in[t] = (i ? a->out[0] : 0) + next[t];
	for (s = 1; i && s < LABEL_NEXT; s++) {
		if (a->out[s] < least)
			continue;
		next = m->next[s];
		for (t = 0; t < PATH_NEXT; t++) {
			v = a->out[s] + next[t];
			from[t] = v > in[t] ? (int32_t)s : from[t];
			in[t] = v > in[t] ? v : in[t];
		}
	}
	for (t = 0; t < PATH_NEXT; t++) {
		a->from[t] = (uint8_t)from[t];
		in[t] += t ? BOLD : 0;
	}
}

static void
arrive(struct path_node *b, size_t s, int32_t score, uint32_t via)
{
	b->via[s] = score > b->out[s] ? via : b->via[s];
	b->out[s] = score > b->out[s] ? score : b->out[s];
}

/* What the labels of the span weigh for a type. */
static int32_t
span_score(
    const struct tagger *t, const struct label_type *l, size_t from, size_t to)
{
	int32_t sum;

	if (to - from == 1)
		return t->score[from][l->single ? l->single : l->begin];
	sum = t->score[from][l->begin] + t->score[to - 1][l->end];
	for (from++; from + 1 < to; from++)
		sum += t->score[from][l->inside];
	return sum;
}

/* The user's names always; the article's and what the rules chose where the
 * table has their label; what has none under our own convention, which has
 * them all. */
static int
is_edge(const struct cand *x, int type, const struct model_table *m)
{
	if (x->flags & CAND_USER)
		return 1;
	if (type < 0)
		return m->nlabels == LABEL_MAX;
	return (x->flags & (CAND_KNOWN | CAND_RULED)) &&
	       label_types[type].begin < m->nlabels;
}

/* What it tells that the rules chose x, beyond what the tagger makes of that:
 * offices come in many forms of which few were seen in training. */
static int32_t
ruled_rebate(const struct cand *x)
{
	if (x->type == NER_POST)
		return POST_REBATE;
	if (x->type == NER_PER && (x->flags & (CAND_SURE | CAND_REPORTER)))
		return PERSON_REBATE;
	return 0;
}

/* What an edge is worth. */
static int32_t
edge_score(const struct cand *x, int type, const struct scan *sc,
    const struct tagger *t, const struct model_table *m)
{
	int32_t score = 0;

	if (x->flags & CAND_USER)
		score = USER_REBATE * (int32_t)(x->to - x->from);
	else if (type < 0)
		return (scan_span(sc, x->from, x->to) - x->cost) * MODEL_UNIT /
		       10;
	if (x->flags & CAND_KNOWN)
		score += KNOWN_REBATE;
	if (x->flags & CAND_RULED)
		score += ruled_rebate(x);
	if (type >= 0 && label_types[type].begin < m->nlabels)
		score += span_score(t, &label_types[type], x->from, x->to);
	return score;
}

/* The candidates from i on that are edges. */
static void
edges(struct path *p, const struct cands *c, const struct scan *sc,
    const struct tagger *t, const struct model_table *m, const int32_t *in,
    size_t i)
{
	const struct cand *x;
	uint32_t k;
	int type;

	for (k = c->head[i]; k != CAND_NONE; k = x->next) {
		x = &c->v[k];
		type = label_type((enum ner_type)x->type);
		if (is_edge(x, type, m))
			arrive(&p->v[x->to], (size_t)type + 1,
			    in[type + 1] + edge_score(x, type, sc, t, m), k);
	}
}

/* One character: from boundary i to i + 1.  at: scores of the labels that go
 * on, by type: of what began and is inside. */
static void
step(struct path *p, const struct tagger *t, const struct model_table *m,
    const int32_t *in, int32_t (*at)[2], size_t i)
{
	const int16_t *score = t->score[i];
	struct path_node *a = &p->v[i], *b = a + 1;
	const struct label_type *l;
	int32_t on;
	size_t k;

	a->stay = b->single = 0;
	arrive(b, 0, in[0], CAND_NONE);
	for (k = 0; k < LABEL_NTYPES; k++) {
		l = &label_types[k];
		if (l->begin >= m->nlabels)
			break;
		on = at[k][0];
		if (at[k][1] > on) {
			on = at[k][1];
			a->stay |= (uint8_t)(1U << k);
		}
		arrive(b, k + 1, on + score[l->end], CAND_NONE);
		if (l->single && in[k + 1] + score[l->single] > b->out[k + 1]) {
			arrive(
			    b, k + 1, in[k + 1] + score[l->single], CAND_NONE);
			b->single |= (uint8_t)(1U << k);
		}
		at[k][0] = in[k + 1] + score[l->begin];
		at[k][1] = on + score[l->inside];
	}
}

/* Where the name of type k that ends at boundary to begins. */
static size_t
name_start(const struct path *p, size_t k, size_t to)
{
	size_t i = to - 1;

	if (p->v[to].single >> k & 1)
		return i;
	while (p->v[i].stay >> k & 1)
		i--;
	return i - 1;
}

/* Follows the best way back from the end. */
static void
walk_back(struct path *p, const struct cands *c, size_t n)
{
	const struct path_node *a = &p->v[n];
	struct path_span *x;
	size_t i = n, s = 0, k, from;

	for (k = 1; k < LABEL_NEXT; k++)
		if (a->out[k] > a->out[s])
			s = k;
	while (i > 0) {
		a = &p->v[i];
		if (s == 0 && a->via[0] == CAND_NONE) {
			s = p->v[--i].from[0];
			continue;
		}
		from = a->via[s] != CAND_NONE ? c->v[a->via[s]].from
					      : name_start(p, s - 1, i);
		p->spans =
		    mem_grow(p->spans, &p->scap, p->n + 1, sizeof *p->spans);
		x = &p->spans[p->n++];
		x->from = (uint32_t)from;
		x->to = (uint32_t)i;
		x->type = (int)s - 1;
		x->via = a->via[s];
		s = p->v[from].from[s];
		i = from;
	}
}

/* The candidate of a chosen span. */
static uint32_t
cand_of(struct cands *c, const struct tagger *t, const struct path_span *x)
{
	const struct label_type *l;
	struct cand *a;

	if (x->type < 0)
		return x->via;
	l = &label_types[x->type];
	a = cand_add(c, l->type, x->from, x->to, INT32_MAX, 0);
	a->flags &= (uint8_t)~CAND_SURE;
	if (span_score(t, l, x->from, x->to) > SURE)
		a->flags |= CAND_SURE;
	return (uint32_t)(a - c->v);
}

void
path_text(struct path *p, struct decoder *d, struct cands *c,
    const struct scan *sc, const struct tagger *t, const struct model_table *m)
{
	int32_t in[PATH_NEXT], at[LABEL_NTYPES][2];
	size_t i;

	for (i = 0; i < d->n; i++)
		c->v[d->v[i]].flags |= CAND_RULED;
	start(p, sc->n);
	for (i = 0; i < LABEL_NTYPES; i++)
		at[i][0] = at[i][1] = NEVER;
	for (i = 0; i < sc->n; i++) {
		begin(&p->v[i], m, i, in);
		if (c->head[i] != CAND_NONE)
			edges(p, c, sc, t, m, in, i);
		step(p, t, m, in, at, i);
	}
	walk_back(p, c, sc->n);
	d->n = 0;
	d->v = mem_grow(d->v, &d->vcap, p->n, sizeof *d->v);
	while (p->n > 0)
		d->v[d->n++] = cand_of(c, t, &p->spans[--p->n]);
}

void
path_free(struct path *p)
{
	mem_free(p->v);
	mem_free(p->spans);
	memset(p, 0, sizeof *p);
}
