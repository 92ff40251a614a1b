#include "path.h"

#include <string.h>

#include "edge.h"
#include "prob.h"
#include "whole.h"

/* So much better than no name at all, a name is sure. */
#define SURE (2 * MODEL_UNIT)
#define NEVER (INT32_MIN / 2)
/* A way so much worse than the best to the same place does not come back. */
#define BEAM (12 * MODEL_UNIT)

static void
start(struct path *p, size_t from, size_t to)
{
	size_t i, s;

	for (i = from; i <= to; i++)
		for (s = 0; s < PATH_NEXT; s++) {
			p->v[i].out[s] = NEVER;
			p->v[i].via[s] = CAND_NONE;
		}
}

/* The best score with which each type begins behind boundary i; from is where
 * the stretch begins. */
static void
begin(struct path_node *a, const struct model_conv *m, size_t i, size_t from,
    int32_t *in)
{
	int32_t best = a->out[0], behind[PATH_NEXT] = {0}, v, least;
	const int16_t *next = m->next[i ? 0 : LABEL_NEXT];
	size_t s, t;

	for (s = 1; s < LABEL_NEXT; s++)
		best = a->out[s] > best ? a->out[s] : best;
	least = best - BEAM;
	for (t = 0; t < PATH_NEXT; t++)
		in[t] = (i > from ? a->out[0] : 0) + next[t];
	for (s = 1; i > from && s < LABEL_NEXT; s++) {
		if (a->out[s] < least)
			continue;
		next = m->next[s];
		for (t = 0; t < PATH_NEXT; t++) {
			v = a->out[s] + next[t];
			behind[t] = v > in[t] ? (int32_t)s : behind[t];
			in[t] = v > in[t] ? v : in[t];
		}
	}
	for (t = 0; t < PATH_NEXT; t++)
		a->from[t] = (uint8_t)behind[t];
}

static void
arrive(struct path_node *b, size_t s, int32_t score, uint32_t via)
{
	b->via[s] = score > b->out[s] ? via : b->via[s];
	b->out[s] = score > b->out[s] ? score : b->out[s];
}

/* The candidates from i on that are edges. */
static void
edges(struct path *p, const struct cands *c, const struct scan *sc,
    const struct tagger *t, const struct model_conv *m, const int32_t *in,
    size_t i)
{
	int32_t score;
	uint32_t k;
	int type;

	for (k = c->head[i]; k != CAND_NONE; k = c->v[k].next) {
		type = edge_of(&c->v[k], sc, t, m, &score);
		if (type >= 0)
			arrive(&p->v[c->v[k].to], (size_t)type,
			    in[type] + score, k);
	}
}

/* One character that is in no name but a candidate's. */
static void
pass_by(struct path *p, const int32_t *in, int32_t (*at)[2], size_t i)
{
	size_t k;

	p->v[i].stay = p->v[i + 1].single = 0;
	arrive(&p->v[i + 1], 0, in[0], CAND_NONE);
	for (k = 0; k < LABEL_NTYPES; k++)
		at[k][0] = at[k][1] = NEVER;
}

/* One character: from boundary i to i + 1.  at: scores of the labels that go
 * on, by type: of what began and is inside. */
static void
step(struct path *p, const struct tagger *t, const struct model_conv *m,
    const int32_t *in, int32_t (*at)[2], size_t i)
{
	const int16_t *score = t->score[t->slot[i]];
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

/* Follows the best way back from boundary to, the end of the stretch, to
 * where it begins; last: what ends there. */
static void
walk_back(
    struct path *p, const struct cands *c, size_t begin, size_t to, size_t last)
{
	const struct path_node *a;
	struct path_span *x;
	size_t i = to, s = last, from;

	while (i > begin) {
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

/* The best of what ends at the end of the stretch, before O or the end. */
static size_t
best_end(const struct path_node *a, const struct model_conv *m, int at_end)
{
	int32_t v, best = a->out[0] + (at_end ? 0 : m->next[0][0]);
	size_t s, k = 0;

	for (s = 1; s < LABEL_NEXT; s++) {
		v = a->out[s] + (at_end ? 0 : m->next[s][0]);
		if (v <= best)
			continue;
		best = v;
		k = s;
	}
	return k;
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
	if (edge_span(t, l, x->from, x->to) > SURE)
		a->flags |= CAND_SURE;
	return (uint32_t)(a - c->v);
}

/* The best way through the stretch from..to: behind and before it all is O. */
static void
stretch(struct path *p, const struct cands *c, const struct scan *sc,
    const struct tagger *t, const struct model_conv *m, size_t from, size_t to)
{
	int32_t in[PATH_NEXT], at[LABEL_NTYPES][2];
	size_t i;

	start(p, from, to);
	for (i = 0; i < LABEL_NTYPES; i++)
		at[i][0] = at[i][1] = NEVER;
	for (i = from; i < to; i++) {
		begin(&p->v[i], m, i, from, in);
		if (c->head[i] != CAND_NONE)
			edges(p, c, sc, t, m, in, i);
		if (t->state[i] & TAG_DOUBT)
			step(p, t, m, in, at, i);
		else
			pass_by(p, in, at, i);
	}
	walk_back(p, c, from, to, best_end(&p->v[to], m, to == sc->n));
}

/* Takes over what was chosen in a stretch, in the order of the text. */
static void
choose(struct path *p, struct decoder *d, struct cands *c,
    const struct scan *sc, const struct tagger *t, const struct model_conv *m,
    const struct prob *pr)
{
	struct path_span *x;
	unsigned per_mille;
	uint32_t k;

	d->v = mem_grow(d->v, &d->vcap, d->n + p->n, sizeof *d->v);
	while (p->n > 0) {
		x = &p->spans[--p->n];
		if (x->via == CAND_NONE && !whole_name(sc, x))
			continue;
		per_mille =
		    pr ? prob_name(pr, c, sc, t, m, x->from, x->to, x->type)
		       : 0;
		k = cand_of(c, t, x);
		c->v[k].p = (uint16_t)per_mille;
		d->v[d->n++] = k;
	}
}

void
path_text(struct path *p, struct decoder *d, struct cands *c,
    const struct scan *sc, const struct tagger *t, const struct model_conv *m,
    struct prob *pr)
{
	size_t from, to;

	p->v = mem_grow(p->v, &p->cap, sc->n + 1, sizeof *p->v);
	d->n = 0;
	for (from = 0; from < sc->n; from = to) {
		for (to = from; t->state[to]; to++)
			;
		if (to == from) {
			to++;
			continue;
		}
		p->n = 0;
		stretch(p, c, sc, t, m, from, to);
		if (pr && p->n)
			prob_stretch(pr, c, sc, t, m, from, to);
		choose(p, d, c, sc, t, m, pr);
	}
}

void
path_free(struct path *p)
{
	mem_free(p->v);
	mem_free(p->spans);
	memset(p, 0, sizeof *p);
}
