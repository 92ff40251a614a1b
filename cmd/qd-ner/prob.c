#include "prob.h"

#include <math.h>
#include <string.h>

#include "edge.h"

#define NONE (-1e30F)
#define NATS (1.0F / MODEL_UNIT)

/* Scores are logarithms: what two ways weigh together. */
static float
both(float a, float b)
{
	float most = a > b ? a : b, least = a > b ? b : a;

	return least < most - 30 ? most : most + log1pf(expf(least - most));
}

/* What it weighs that type t (0: O) begins behind s. */
static float
next_at(const struct model_conv *m, size_t s, size_t t)
{
	return NATS * (float)m->next[s][t];
}

static float
score_at(const struct tagger *t, size_t i, unsigned label)
{
	return NATS * (float)t->score[t->slot[i]][label];
}

/* The labels of type k that character i can have, as far as the convention has
 * the type and the character is in doubt. */
static const struct label_type *
labels_at(
    const struct tagger *t, const struct model_conv *m, size_t i, size_t k)
{
	const struct label_type *l = &label_types[k];

	return l->begin < m->nlabels && t->state[i] & TAG_DOUBT ? l : NULL;
}

/* Forward, boundary i: what may begin there, from what ends there. */
static void
begin(struct prob_node *a, const struct model_conv *m, size_t i, int first)
{
	size_t s, k;

	for (k = 0; k < LABEL_NEXT; k++) {
		a->in[k] = first ? next_at(m, i ? 0 : LABEL_NEXT, k) : NONE;
		for (s = 0; !first && s < LABEL_NEXT; s++)
			a->in[k] = both(a->in[k], a->out[s] + next_at(m, s, k));
	}
}

/* Forward, over character i; on: ways that are in a name of each type. */
static void
over(struct prob *p, const struct tagger *t, const struct model_conv *m,
    size_t i, float on[LABEL_NTYPES])
{
	struct prob_node *a = &p->v[i], *b = a + 1;
	const struct label_type *l;
	float end;
	size_t k;

	b->out[0] = both(b->out[0], a->in[0]);
	for (k = 0; k < LABEL_NTYPES; k++) {
		l = labels_at(t, m, i, k);
		if (l == NULL) {
			on[k] = NONE;
			continue;
		}
		end = on[k] + score_at(t, i, l->end);
		if (l->single)
			end =
			    both(end, a->in[k + 1] + score_at(t, i, l->single));
		b->out[k + 1] = both(b->out[k + 1], end);
		on[k] = both(on[k] + score_at(t, i, l->inside),
		    a->in[k + 1] + score_at(t, i, l->begin));
	}
}

/* The candidates that begin at i: forward into out of where they end, or (v
 * not NULL) backward: what they are worth into v, by type + 1. */
static void
edges(struct prob *p, const struct cands *c, const struct scan *sc,
    const struct tagger *t, const struct model_conv *m, size_t i, float *v)
{
	struct prob_node *b;
	int32_t score;
	uint32_t k;
	int type;

	for (k = c->head[i]; k != CAND_NONE; k = c->v[k].next) {
		type = edge_of(&c->v[k], sc, t, m, &score);
		if (type < 0)
			continue;
		b = &p->v[c->v[k].to];
		if (v)
			v[type] = both(
			    v[type], NATS * (float)score + b->behind[type]);
		else
			b->out[type] = both(b->out[type],
			    p->v[i].in[type] + NATS * (float)score);
	}
}

static void
forward(struct prob *p, const struct cands *c, const struct scan *sc,
    const struct tagger *t, const struct model_conv *m, size_t from, size_t to)
{
	float on[LABEL_NTYPES];
	size_t i, k;

	for (i = from; i <= to; i++)
		for (k = 0; k < LABEL_NEXT; k++)
			p->v[i].out[k] = NONE;
	for (k = 0; k < LABEL_NTYPES; k++)
		on[k] = NONE;
	for (i = from; i < to; i++) {
		begin(&p->v[i], m, i, i == from);
		edges(p, c, sc, t, m, i, NULL);
		over(p, t, m, i, on);
	}
}

/* Backward, from boundary i + 1 to i. */
static void
back(struct prob *p, const struct cands *c, const struct scan *sc,
    const struct tagger *t, const struct model_conv *m, size_t i)
{
	struct prob_node *a = &p->v[i], *b = a + 1;
	const struct label_type *l;
	float v[LABEL_NEXT];
	size_t s, k;

	v[0] = b->behind[0];
	for (k = 0; k < LABEL_NTYPES; k++) {
		v[k + 1] = a->on[k] = NONE;
		l = labels_at(t, m, i, k);
		if (l == NULL)
			continue;
		v[k + 1] = score_at(t, i, l->begin) + b->on[k];
		a->on[k] = both(score_at(t, i, l->end) + b->behind[k + 1],
		    score_at(t, i, l->inside) + b->on[k]);
		if (l->single)
			v[k + 1] = both(v[k + 1],
			    score_at(t, i, l->single) + b->behind[k + 1]);
	}
	edges(p, c, sc, t, m, i, v);
	for (s = 0; s < LABEL_NEXT; s++) {
		a->behind[s] = NONE;
		for (k = 0; k < LABEL_NEXT; k++)
			a->behind[s] =
			    both(a->behind[s], next_at(m, s, k) + v[k]);
	}
}

void
prob_stretch(struct prob *p, const struct cands *c, const struct scan *sc,
    const struct tagger *t, const struct model_conv *m, size_t from, size_t to)
{
	struct prob_node *end;
	size_t i, k;

	p->v = mem_grow(p->v, &p->cap, to + 1, sizeof *p->v);
	forward(p, c, sc, t, m, from, to);
	end = &p->v[to];
	p->all = NONE;
	for (k = 0; k < LABEL_NEXT; k++) {
		end->behind[k] = to == sc->n ? 0 : next_at(m, k, 0);
		p->all = both(p->all, end->out[k] + end->behind[k]);
	}
	for (k = 0; k < LABEL_NTYPES; k++)
		end->on[k] = NONE;
	for (i = to; i-- > from;)
		back(p, c, sc, t, m, i);
}

/* What the name weighs by itself: by its labels, by all its candidates. */
static float
name_score(const struct cands *c, const struct scan *sc, const struct tagger *t,
    const struct model_conv *m, size_t from, size_t to, int type)
{
	float sum = NONE;
	int32_t score;
	size_t i;
	uint32_t k;

	for (i = from; type >= 0 && i < to; i++)
		if (!labels_at(t, m, i, (size_t)type))
			break;
	if (type >= 0 && i == to)
		sum = NATS * (float)edge_span(t, &label_types[type], from, to);
	for (k = c->head[from]; k != CAND_NONE; k = c->v[k].next)
		if (c->v[k].to == to &&
		    edge_of(&c->v[k], sc, t, m, &score) == type + 1)
			sum = both(sum, NATS * (float)score);
	return sum;
}

unsigned
prob_name(const struct prob *p, const struct cands *c, const struct scan *sc,
    const struct tagger *t, const struct model_conv *m, size_t from, size_t to,
    int type)
{
	float z = p->v[from].in[type + 1] + p->v[to].behind[type + 1] +
		  name_score(c, sc, t, m, from, to, type) - p->all;
	float odds, v;

	z = z > -1e-6F ? -1e-6F : z;
	odds = z - logf(-expm1f(z));
	odds = (odds * (float)m->slope + (float)m->shift) / 1024;
	v = 1000 / (1 + expf(-odds));
	return v < 1 ? 1 : v > 999 ? 999 : (unsigned)(v + 0.5F);
}

void
prob_free(struct prob *p)
{
	mem_free(p->v);
	memset(p, 0, sizeof *p);
}
