#include "crf.h"

#include <math.h>
#include <string.h>

#include "mem.h"

#define NSTATES LABEL_MAX
#define START LABEL_NEXT
/* Gradients smaller than this change nothing worth the time. */
#define TINY 2e-3F
/* Keeps the first steps of a rare feature small. */
#define DAMPING 0.3F
#define IMPOSSIBLE (-1e9F)

/* Types in label_types order, as in path.c: 0 is O, t + 1 type t. */
struct crf_char {
	float em[NSTATES];     /* scores, then their exponentials */
	float al[NSTATES];     /* forward, scaled */
	float be[NSTATES];     /* backward, scaled */
	float out[LABEL_NEXT]; /* forward of what ends behind it */
	float in[LABEL_NEXT];  /* of what begins at it */
	float scale;
	size_t picked; /* where its features begin */
};

void
crf_open(struct crf *f, const struct corpus *c, float rate, float drop)
{
	memset(f, 0, sizeof *f);
	f->corpus = c;
	f->rate = rate;
	f->drop = drop;
	f->seed = 88172645463325252U;
	f->rows = mem_calloc(c->dict.nids + 1U, sizeof *f->rows);
	f->sums =
	    mem_calloc((size_t)c->dict.nids * CRF_WEIGHTS + 1, sizeof *f->sums);
}

/* xorshift64 (Marsaglia 2003). */
uint32_t
crf_random(struct crf *f)
{
	f->seed ^= f->seed << 13;
	f->seed ^= f->seed >> 7;
	f->seed ^= f->seed << 17;
	return (uint32_t)(f->seed >> 16);
}

static size_t
ntypes(const struct crf *f, const struct corpus_text *t)
{
	unsigned top = f->corpus->convs[t->conv].top;
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
make_room(struct crf *f, const struct corpus_text *t)
{
	const size_t *at = f->corpus->at + t->first;

	f->v = mem_grow(f->v, &f->cap, t->n + 1, sizeof *f->v);
	f->picked = mem_grow(
	    f->picked, &f->pcap, at[t->n] - at[0] + 1, sizeof *f->picked);
}

/* The scores of the labels, from the features that are not left out. */
static void
score(struct crf *f, const struct corpus_text *t, float drop)
{
	const struct corpus *c = f->corpus;
	const size_t *at = c->at + t->first;
	uint32_t least = (uint32_t)((double)drop * 4294967295.0);
	float s[CRF_WEIGHTS], up = 1 / (1 - drop);
	size_t i, k, l, n = 0;

	make_room(f, t);
	for (i = 0; i < t->n; i++) {
		memset(s, 0, sizeof s);
		f->v[i].picked = n;
		for (k = i + 1 < t->n ? at[i + 1] : at[i];
		     i + 1 < t->n && k < at[i + 2]; k++)
			__builtin_prefetch(&f->rows[c->ids[k]]);
		for (k = at[i]; k < at[i + 1]; k++) {
			if (drop > 0 && crf_random(f) < least)
				continue;
			f->picked[n++] = c->ids[k];
			for (l = 0; l < CRF_WEIGHTS; l++)
				s[l] += f->rows[c->ids[k]].w[l];
		}
		f->v[i].em[LABEL_O] = 0;
		for (l = 1; l < NSTATES; l++)
			f->v[i].em[l] = l <= c->convs[t->conv].top
					    ? s[l - 1] * up
					    : IMPOSSIBLE;
	}
	f->v[t->n].picked = n;
}

static void
exponentials(float *em)
{
	float most = 0;
	size_t l;

	for (l = 1; l < NSTATES; l++)
		most = em[l] > most ? em[l] : most;
	for (l = 0; l < NSTATES; l++)
		em[l] = expf(em[l] - most);
}

/* Forward, character i; e: exponentials of what follows what. */
static void
forward(
    struct crf_char *a, size_t i, size_t n, float (*e)[LABEL_NEXT], size_t nt)
{
	const struct label_type *l;
	float sum, on;
	size_t s, t;

	for (t = 0; t <= nt; t++) {
		a->in[t] = i ? 0 : e[START][t];
		for (s = 0; i && s <= nt; s++)
			a->in[t] += a[-1].out[s] * e[s][t];
	}
	memset(a->al, 0, sizeof a->al);
	a->al[LABEL_O] = a->in[0] * a->em[LABEL_O];
	sum = a->al[LABEL_O];
	for (t = 0; t < nt; t++) {
		l = &label_types[t];
		on = i ? a[-1].al[l->begin] + a[-1].al[l->inside] : 0;
		a->al[l->begin] = a->in[t + 1] * a->em[l->begin];
		a->al[l->inside] = on * a->em[l->inside];
		a->al[l->end] = on * a->em[l->end];
		if (l->single)
			a->al[l->single] = a->in[t + 1] * a->em[l->single];
		sum += ends(a->al, l);
		if (i + 1 < n)
			sum += a->al[l->begin] + a->al[l->inside];
	}
	a->scale = 1 / sum;
	for (t = 0; t < NSTATES; t++)
		a->al[t] *= a->scale;
	a->out[0] = a->al[LABEL_O];
	for (t = 0; t < nt; t++)
		a->out[t + 1] = ends(a->al, &label_types[t]);
}

/* What each type is worth that begins at a, the rest of the text included. */
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

/* Backward, character i. */
static void
backward(struct crf_char *a, int last, float (*e)[LABEL_NEXT], size_t nt)
{
	const struct crf_char *b = a + 1;
	const struct label_type *l;
	float out[LABEL_NEXT], on[LABEL_NTYPES] = {0}, worth[LABEL_NEXT];
	size_t s, t;

	for (s = 0; s <= nt; s++)
		out[s] = last ? 1 : 0;
	if (!last) {
		begins(b, nt, worth);
		for (s = 0; s <= nt; s++) {
			for (t = 0; t <= nt; t++)
				out[s] += e[s][t] * worth[t];
			out[s] *= b->scale;
		}
		for (t = 0; t < nt; t++) {
			l = &label_types[t];
			on[t] = (b->em[l->inside] * b->be[l->inside] +
				    b->em[l->end] * b->be[l->end]) *
				b->scale;
		}
	}
	a->be[LABEL_O] = out[0];
	for (t = 0; t < nt; t++) {
		l = &label_types[t];
		a->be[l->begin] = a->be[l->inside] = on[t];
		a->be[l->end] = out[t + 1];
		if (l->single)
			a->be[l->single] = out[t + 1];
	}
}

/* The type (+ 1) of a label that begins something, or -1; *type: of any. */
static int
beginning(unsigned label, size_t *type)
{
	size_t t;

	*type = 0;
	if (label == LABEL_O)
		return 0;
	for (t = 0; t < LABEL_NTYPES; t++) {
		const struct label_type *l = &label_types[t];

		if (label < l->begin ||
		    label > (l->single ? l->single : l->end))
			continue;
		*type = t + 1;
		return label == l->inside || label == l->end ? -1 : (int)t + 1;
	}
	return -1;
}

static void
learn_next(struct crf *f, const struct corpus_text *x, float (*e)[LABEL_NEXT],
    size_t nt)
{
	float g[LABEL_NEXT + 1][LABEL_NEXT] = {{0}}, worth[LABEL_NEXT], out;
	struct crf_next *next = &f->next[x->conv];
	size_t i, s, t, type, before = START;
	int k;

	for (i = 0; i < x->n; i++) {
		begins(&f->v[i], nt, worth);
		for (s = i ? 0 : START; s <= (i ? nt : START); s++) {
			out = i ? f->v[i - 1].out[s] : 1;
			for (t = 0; t <= nt; t++)
				g[s][t] +=
				    out * e[s][t] * worth[t] * f->v[i].scale;
		}
		k = beginning(f->corpus->gold[x->first + i], &type);
		if (k >= 0)
			g[before][k] -= 1;
		before = type;
	}
	for (s = 0; s <= START; s++)
		for (t = 0; t < LABEL_NEXT; t++) {
			if (g[s][t] == 0)
				continue;
			next->g[s][t] += g[s][t] * g[s][t];
			next->w[s][t] -=
			    f->rate * g[s][t] / (sqrtf(next->g[s][t]) + 1e-6F);
		}
}

static void
learn_rows(struct crf *f, const struct crf_char *a, unsigned gold)
{
	float g[CRF_WEIGHTS], most = 0;
	struct crf_row *r;
	size_t k, l;

	for (l = 1; l < NSTATES; l++) {
		g[l - 1] = a->al[l] * a->be[l] - (l == gold ? 1.0F : 0.0F);
		most = fabsf(g[l - 1]) > most ? fabsf(g[l - 1]) : most;
	}
	if (most < TINY)
		return;
	for (k = a->picked; k < a[1].picked; k++) {
		r = &f->rows[f->picked[k]];
		for (l = 0; l < CRF_WEIGHTS; l++) {
			r->g[l] += g[l] * g[l];
			r->w[l] -= f->rate * g[l] / (sqrtf(r->g[l]) + DAMPING);
		}
	}
}

void
crf_learn(struct crf *f, const struct corpus_text *t)
{
	float e[LABEL_NEXT + 1][LABEL_NEXT];
	size_t i, s, k, nt = ntypes(f, t);

	if (t->n == 0)
		return;
	score(f, t, f->drop);
	for (s = 0; s <= START; s++)
		for (k = 0; k < LABEL_NEXT; k++)
			e[s][k] = expf(f->next[t->conv].w[s][k]);
	for (i = 0; i < t->n; i++) {
		exponentials(f->v[i].em);
		memset(f->v[i].be, 0, sizeof f->v[i].be);
		forward(&f->v[i], i, t->n, e, nt);
	}
	for (i = t->n; i-- > 0;)
		backward(&f->v[i], i + 1 == t->n, e, nt);
	learn_next(f, t, e, nt);
	for (i = 0; i < t->n; i++)
		learn_rows(f, &f->v[i], f->corpus->gold[t->first + i]);
}

void
crf_pass(struct crf *f)
{
	size_t i, k, s, t;

	f->npasses++;
	for (i = 0; i < f->corpus->dict.nids; i++)
		for (k = 0; k < CRF_WEIGHTS; k++)
			f->sums[i * CRF_WEIGHTS + k] += f->rows[i].w[k];
	for (i = 0; i < CORPUS_CONVS; i++)
		for (s = 0; s <= START; s++)
			for (t = 0; t < LABEL_NEXT; t++)
				f->next[i].sum[s][t] +=
				    (double)f->next[i].w[s][t];
}

void
crf_average(struct crf *f)
{
	size_t i, k, s, t;

	for (i = 0; i < f->corpus->dict.nids; i++)
		for (k = 0; k < CRF_WEIGHTS; k++)
			f->rows[i].w[k] =
			    f->sums[i * CRF_WEIGHTS + k] / (float)f->npasses;
	for (i = 0; i < CORPUS_CONVS; i++)
		for (s = 0; s <= START; s++)
			for (t = 0; t < LABEL_NEXT; t++)
				f->next[i].w[s][t] =
				    (float)(f->next[i].sum[s][t] / f->npasses);
}

void
crf_close(struct crf *f)
{
	mem_free(f->rows);
	mem_free(f->sums);
	mem_free(f->v);
	mem_free(f->picked);
}
