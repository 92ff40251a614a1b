#include "gate.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "random.h"

#define PASSES 4
#define RATE 0.1F
#define DAMPING 0.1F
#define WEIGHTS ((size_t)FEAT_GATE * MODEL_GATE)
/* A weight of 1 as it is stored. */
#define UNIT 16
/* The part of the characters of names that may be held back, by the texts that
 * were put aside; under our own guide what the rules chose is let in anyway. */
#define MISSED 0.003F
#define OWN_MISSED 0.015F
/* Every so manieth text is put aside. */
#define ASIDE 8
/* Where a convention has no text put aside. */
#define OPEN 10000

/* Weights for all conventions together, then those of each (Daumé 2007); and
 * the sums of squares of their gradients (AdaGrad). */
struct state {
	float *w, *g;
	float bias[CORPUS_CONVS], gbias[CORPUS_CONVS];
};

static void
learn_char(struct state *s, const uint32_t *at, size_t conv, int gold)
{
	float *own = s->w + (conv + 1) * WEIGHTS, z = s->bias[conv], d;
	float *gown = s->g + (conv + 1) * WEIGHTS;
	size_t k;

	for (k = 0; k < FEAT_GATE; k++)
		z += s->w[at[k]] + own[at[k]];
	d = 1 / (1 + expf(-z)) - (float)gold;
	s->gbias[conv] += d * d;
	s->bias[conv] -= RATE * d / (sqrtf(s->gbias[conv]) + 1);
	for (k = 0; k < FEAT_GATE; k++) {
		s->g[at[k]] += d * d;
		s->w[at[k]] -= RATE * d / (sqrtf(s->g[at[k]]) + DAMPING);
		gown[at[k]] += d * d;
		own[at[k]] -= RATE * d / (sqrtf(gown[at[k]]) + DAMPING);
	}
}

static void
pass(struct state *s, const struct corpus *c, const uint32_t *order)
{
	const struct corpus_text *t;
	size_t i, k;

	for (i = 0; i < c->ntexts; i++) {
		t = &c->texts[order[i]];
		if (t->held || order[i] % ASIDE == 0)
			continue;
		for (k = t->first; k < t->first + t->n; k++)
			learn_char(
			    s, c->gate[k], t->conv, c->gold[k] != LABEL_O);
	}
}

static int
ascending(const void *a, const void *b)
{
	const int32_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static int32_t
sum(const int8_t *w, const uint32_t *at)
{
	int32_t v = 0;
	size_t k;

	for (k = 0; k < FEAT_GATE; k++)
		v += w[at[k]];
	return v;
}

/* What is added to the sums of a convention so that those of names are
 * positive, but for the missed part. */
static int32_t
bias(const struct gate *g, const struct corpus *c, size_t conv, float missed)
{
	int32_t *v = mem_calloc(c->nchars + 1, sizeof *v), least;
	const struct corpus_text *t;
	size_t i, k, n = 0;

	for (i = 0; i < c->ntexts; i += ASIDE) {
		t = &c->texts[i];
		for (k = t->first; k < t->first + t->n; k++)
			if (t->conv == conv && c->gold[k] != LABEL_O)
				v[n++] = sum(g->w[conv], c->gate[k]);
	}
	qsort(v, n, sizeof *v, ascending);
	least = n ? v[(size_t)((float)n * missed)] : -OPEN;
	mem_free(v);
	return 1 - least;
}

static int8_t *
quantized(const struct state *s, size_t conv)
{
	const float *own = s->w + (conv + 1) * WEIGHTS;
	int8_t *v = mem_calloc(WEIGHTS, 1);
	size_t i;
	float w;

	for (i = 0; i < WEIGHTS; i++) {
		w = roundf((s->w[i] + own[i]) * UNIT);
		v[i] = (int8_t)(w > 127 ? 127 : w < -127 ? -127 : w);
	}
	return v;
}

void
gate_learn(struct gate *g, const struct corpus *c)
{
	struct state s = {0};
	uint32_t *order = mem_calloc(c->ntexts + 1, sizeof *order);
	uint64_t seed = RANDOM_SEED;
	size_t i;

	s.w = mem_calloc((c->nconvs + 1) * WEIGHTS, sizeof *s.w);
	s.g = mem_calloc((c->nconvs + 1) * WEIGHTS, sizeof *s.g);
	for (i = 0; i < c->ntexts; i++)
		order[i] = (uint32_t)i;
	for (i = 0; i < PASSES; i++) {
		random_shuffle(&seed, order, c->ntexts);
		pass(&s, c, order);
	}
	for (i = 0; i < c->nconvs; i++) {
		g->w[i] = quantized(&s, i);
		g->bias[i] = bias(g, c, i,
		    strcmp(c->convs[i].name, "qd") ? MISSED : OWN_MISSED);
	}
	mem_free(s.w);
	mem_free(s.g);
	mem_free(order);
}

void
gate_free(struct gate *g)
{
	size_t i;

	for (i = 0; i < CORPUS_CONVS; i++)
		mem_free(g->w[i]);
}
