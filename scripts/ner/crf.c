#include "crf.h"

#include <math.h>
#include <string.h>

#include "mem.h"

#define START LABEL_NEXT
#define IMPOSSIBLE (-1e9F)

/* Types in label_types order: 0 is O, t + 1 type t. */
struct crf_char {
	float em[LABEL_MAX];   /* exponentials of scores */
	float al[LABEL_MAX];   /* forward, scaled */
	float be[LABEL_MAX];   /* backward, scaled */
	float out[LABEL_NEXT]; /* forward of what ends behind it */
	float in[LABEL_NEXT];  /* of what begins at it */
	float scale, most;
	uint8_t back[LABEL_MAX]; /* the best label before each */
};

static size_t
ntypes(unsigned top)
{
	size_t n;

	for (n = 0; n < LABEL_NTYPES && label_types[n].begin <= top; n++)
		;
	return n;
}

/* What a type gets from its last label and its single one. */
static float
ends(const float *v, const struct label_type *l)
{
	return v[l->end] + (l->single ? v[l->single] : 0);
}

static void
exponentials(struct crf_char *a, const float *score, unsigned top)
{
	size_t l;

	a->most = 0;
	for (l = 1; l <= top; l++)
		a->most = score[l] > a->most ? score[l] : a->most;
	a->em[LABEL_O] = expf(-a->most);
	for (l = 1; l < LABEL_MAX; l++)
		a->em[l] = l <= top ? expf(score[l] - a->most) : 0;
}

/* Forward, character i of x; e: exponentials of what follows what. */
static void
forward(struct crf_char *a, const struct crf_stretch *x, size_t i,
    const struct crf_next *e, size_t nt)
{
	const struct label_type *l;
	float sum, on;
	size_t s, t;

	for (t = 0; t <= nt; t++) {
		a->in[t] = i ? 0 : e->w[x->first ? START : 0][t];
		for (s = 0; i && s <= nt; s++)
			a->in[t] += a[-1].out[s] * e->w[s][t];
	}
	memset(a->al, 0, sizeof a->al);
	sum = a->al[LABEL_O] = a->in[0] * a->em[LABEL_O];
	for (t = 0; t < nt; t++) {
		l = &label_types[t];
		on = i ? a[-1].al[l->begin] + a[-1].al[l->inside] : 0;
		a->al[l->begin] = a->in[t + 1] * a->em[l->begin];
		a->al[l->inside] = on * a->em[l->inside];
		a->al[l->end] = on * a->em[l->end];
		if (l->single)
			a->al[l->single] = a->in[t + 1] * a->em[l->single];
		sum += ends(a->al, l) + a->al[l->begin] + a->al[l->inside];
	}
	a->scale = 1 / sum;
	for (t = 0; t < LABEL_MAX; t++)
		a->al[t] *= a->scale;
	a->out[0] = a->al[LABEL_O];
	for (t = 0; t < nt; t++)
		a->out[t + 1] = ends(a->al, &label_types[t]);
}

/* What each type is worth that begins at a, what comes behind included. */
static void
begins(const struct crf_char *a, size_t nt, float *worth)
{
	const struct label_type *l;
	size_t t;

	worth[0] = a->em[LABEL_O] * a->be[LABEL_O];
	for (t = 0; t < nt; t++) {
		l = &label_types[t];
		worth[t + 1] = a->em[l->begin] * a->be[l->begin];
		if (l->single)
			worth[t + 1] += a->em[l->single] * a->be[l->single];
	}
}

/* Backward, a character that has others behind it. */
static void
backward(struct crf_char *a, const struct crf_next *e, size_t nt)
{
	const struct crf_char *b = a + 1;
	const struct label_type *l;
	float out[LABEL_NEXT] = {0}, on, worth[LABEL_NEXT];
	size_t s, t;

	begins(b, nt, worth);
	for (s = 0; s <= nt; s++) {
		for (t = 0; t <= nt; t++)
			out[s] += e->w[s][t] * worth[t];
		out[s] *= b->scale;
	}
	a->be[LABEL_O] = out[0];
	for (t = 0; t < nt; t++) {
		l = &label_types[t];
		on = b->em[l->inside] * b->be[l->inside] +
		     b->em[l->end] * b->be[l->end];
		a->be[l->begin] = a->be[l->inside] = on * b->scale;
		a->be[l->end] = out[t + 1];
		if (l->single)
			a->be[l->single] = out[t + 1];
	}
}

/* The last character; returns the sum over all ways, scaled. */
static float
backward_end(
    struct crf_char *a, int at_end, const struct crf_next *e, size_t nt)
{
	const struct label_type *l;
	float sum, w;
	size_t t;

	memset(a->be, 0, sizeof a->be);
	a->be[LABEL_O] = at_end ? 1 : e->w[0][0];
	sum = a->al[LABEL_O] * a->be[LABEL_O];
	for (t = 0; t < nt; t++) {
		l = &label_types[t];
		w = at_end ? 1 : e->w[t + 1][0];
		a->be[l->end] = w;
		if (l->single)
			a->be[l->single] = w;
		sum += w * ends(a->al, l);
	}
	for (t = 0; t < LABEL_MAX; t++)
		a->be[t] /= sum;
	return sum;
}

/* The type (+ 1) of a label that begins something, or -1; *type: of any. */
static int
beginning(unsigned label, size_t *type)
{
	const struct label_type *l;
	size_t t;

	*type = 0;
	for (t = 0; label != LABEL_O && t < LABEL_NTYPES; t++) {
		l = &label_types[t];
		if (label < l->begin ||
		    label > (l->single ? l->single : l->end))
			continue;
		*type = t + 1;
		return label == l->inside || label == l->end ? -1 : (int)t + 1;
	}
	return 0;
}

static void
next_gradient(const struct crf *f, const struct crf_stretch *x,
    const struct crf_next *e, struct crf_next *g, size_t nt)
{
	float worth[LABEL_NEXT], out;
	size_t i, s, t, type, before = x->first ? START : 0;
	int k;

	for (i = 0; i < x->n; i++) {
		begins(&f->v[i], nt, worth);
		for (s = i ? 0 : before; s <= (i ? nt : before); s++) {
			out = i ? f->v[i - 1].out[s] : 1;
			for (t = 0; t <= nt; t++)
				g->w[s][t] +=
				    out * e->w[s][t] * worth[t] * f->v[i].scale;
		}
	}
	for (i = 0; i < x->n; i++) {
		k = beginning(x->gold[i], &type);
		if (k >= 0)
			g->w[before][k] -= 1;
		before = type;
	}
	if (x->last)
		return;
	g->w[before][0] -= 1;
	for (s = 0; s <= nt; s++) /* out * e->w[s][0] / sum, by what be is */
		g->w[s][0] +=
		    f->v[x->n - 1].out[s] *
		    f->v[x->n - 1].be[s ? label_types[s - 1].end : LABEL_O];
}

/* The score of the gold labels, exponentials' maxima taken off. */
static float
gold_score(const struct crf *f, const struct crf_stretch *x,
    const struct crf_next *next)
{
	size_t i, type, before = x->first ? START : 0;
	float sum = 0;
	int k;

	for (i = 0; i < x->n; i++) {
		sum +=
		    (x->gold[i] ? x->score[i][x->gold[i]] : 0) - f->v[i].most;
		k = beginning(x->gold[i], &type);
		sum += k >= 0 ? next->w[before][k] : 0;
		before = type;
	}
	return sum + (x->last ? 0 : next->w[before][0]);
}

float
crf_gradient(struct crf *f, const struct crf_stretch *x,
    const struct crf_next *next, float (*grad)[LABEL_MAX],
    struct crf_next *gnext)
{
	size_t i, s, t, nt = ntypes(x->top);
	struct crf_next e;
	float sum, loss = 0;

	f->v = mem_grow(f->v, &f->cap, x->n + 1, sizeof *f->v);
	for (s = 0; s <= START; s++)
		for (t = 0; t < LABEL_NEXT; t++)
			e.w[s][t] = expf(next->w[s][t]);
	for (i = 0; i < x->n; i++) {
		exponentials(&f->v[i], x->score[i], x->top);
		forward(&f->v[i], x, i, &e, nt);
		loss -= logf(f->v[i].scale);
	}
	sum = backward_end(&f->v[x->n - 1], x->last, &e, nt);
	for (i = x->n - 1; i-- > 0;) {
		memset(f->v[i].be, 0, sizeof f->v[i].be);
		backward(&f->v[i], &e, nt);
	}
	for (i = 0; i < x->n; i++) {
		for (t = 1; t < LABEL_MAX; t++)
			grad[i][t] = f->v[i].al[t] * f->v[i].be[t];
		grad[i][LABEL_O] = 0;
		if (x->gold[i] != LABEL_O)
			grad[i][x->gold[i]] -= 1;
	}
	next_gradient(f, x, &e, gnext, nt);
	return loss + logf(sum) - gold_score(f, x, next);
}

/* The better of the labels that end a type, at a (scores in al). */
static unsigned
ending(const struct crf_char *a, size_t s)
{
	const struct label_type *l;

	if (s == 0)
		return LABEL_O;
	l = &label_types[s - 1];
	return l->single && a->al[l->single] > a->al[l->end] ? l->single
							     : l->end;
}

/* Viterbi (1967), character i: scores into al, the labels before into back. */
static void
best_step(struct crf_char *a, const struct crf_stretch *x, size_t i,
    const struct crf_next *next, size_t nt)
{
	const struct label_type *l;
	const float *score = x->score[i];
	size_t s, t;
	unsigned k;
	float v, on;

	for (t = 0; t <= nt; t++) {
		a->in[t] = i ? IMPOSSIBLE : next->w[x->first ? START : 0][t];
		a->back[t ? label_types[t - 1].begin : LABEL_O] = LABEL_O;
		for (s = 0; i && s <= nt; s++) {
			k = ending(a - 1, s);
			v = a[-1].al[k] + next->w[s][t];
			if (v <= a->in[t])
				continue;
			a->in[t] = v;
			a->back[t ? label_types[t - 1].begin : LABEL_O] =
			    (uint8_t)k;
		}
	}
	a->al[LABEL_O] = a->in[0];
	for (t = 0; t < nt; t++) {
		l = &label_types[t];
		k = i && a[-1].al[l->inside] > a[-1].al[l->begin] ? l->inside
								  : l->begin;
		on = i ? a[-1].al[k] : IMPOSSIBLE;
		a->al[l->begin] = a->in[t + 1] + score[l->begin];
		a->al[l->inside] = on + score[l->inside];
		a->al[l->end] = on + score[l->end];
		a->back[l->inside] = a->back[l->end] = (uint8_t)k;
		if (l->single == 0)
			continue;
		a->al[l->single] = a->in[t + 1] + score[l->single];
		a->back[l->single] = a->back[l->begin];
	}
}

void
crf_best(struct crf *f, const struct crf_stretch *x,
    const struct crf_next *next, uint8_t *label)
{
	size_t i, s, nt = ntypes(x->top);
	float v, best = 2 * IMPOSSIBLE;
	unsigned k, last = LABEL_O;

	f->v = mem_grow(f->v, &f->cap, x->n + 1, sizeof *f->v);
	for (i = 0; i < x->n; i++)
		best_step(&f->v[i], x, i, next, nt);
	for (s = 0; s <= nt; s++) {
		k = ending(&f->v[x->n - 1], s);
		v = f->v[x->n - 1].al[k] + (x->last ? 0 : next->w[s][0]);
		if (v <= best)
			continue;
		best = v;
		last = k;
	}
	for (i = x->n; i-- > 0; last = f->v[i].back[last])
		label[i] = (uint8_t)last;
}

void
crf_close(struct crf *f)
{
	mem_free(f->v);
}
