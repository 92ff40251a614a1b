#include "net.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "random.h"

/* Found by trial on held-out text. */
#define ROW_RATE 0.1F
#define PART_RATE 1e-3F
#define BATCH 8 /* texts between two steps of Adam */
/* Gradients smaller than this change nothing worth the time. */
#define TINY 1e-3F

void
net_open(
    struct net *x, struct corpus *c, size_t hidden, float drop, uint64_t seed)
{
	size_t i, k, l;
	struct net_part *w;

	memset(x, 0, sizeof *x);
	x->corpus = c;
	x->hidden = hidden;
	x->drop = drop;
	x->rate = 1;
	x->seed = RANDOM_SEED + seed;
	x->rows = mem_calloc(c->dict.nids * hidden + 1, sizeof *x->rows);
	x->squares = mem_calloc(c->dict.nids + 1U, sizeof *x->squares);
	for (i = 0; i < c->dict.nids * hidden; i++)
		x->rows[i] = 0.1F * random_unit(&x->seed) - 0.05F;
	for (i = 0; i < c->nconvs; i++) {
		w = &x->convs[i].w;
		for (k = 0; k < hidden; k++) {
			w->bias[k] = 0.2F * random_unit(&x->seed) - 0.1F;
			for (l = 1; l < LABEL_MAX; l++)
				w->out[l][k] =
				    0.2F * random_unit(&x->seed) - 0.1F;
		}
	}
}

/* The units of part k of n, and its say. */
static void
join_conv(struct net_part *to, const struct net_part *from, size_t hidden,
    size_t k, size_t n)
{
	float share = 1 / (float)n;
	size_t s, t, j;

	for (j = 0; j < hidden; j++) {
		to->bias[k * hidden + j] = from->bias[j];
		for (t = 1; t < LABEL_MAX; t++)
			to->out[t][k * hidden + j] = from->out[t][j] * share;
	}
	for (t = 1; t < LABEL_MAX; t++)
		to->base[t] += from->base[t] * share;
	for (s = 0; s <= LABEL_NEXT; s++)
		for (t = 0; t < LABEL_NEXT; t++)
			to->next.w[s][t] += from->next.w[s][t] * share;
}

void
net_join(struct net *x, struct net *part, size_t n)
{
	struct corpus *c = part->corpus;
	size_t h = part->hidden, i, k;

	memset(x, 0, sizeof *x);
	x->corpus = c;
	x->hidden = h * n;
	x->drop = part->drop;
	x->seed = part->seed;
	x->rows = mem_calloc(c->dict.nids * x->hidden + 1, sizeof *x->rows);
	x->squares = mem_calloc(c->dict.nids + 1U, sizeof *x->squares);
	for (k = 0; k < n; k++) {
		for (i = 0; i < c->dict.nids; i++) {
			memcpy(x->rows + i * x->hidden + k * h,
			    part[k].rows + i * h, h * sizeof *x->rows);
			x->squares[i] += part[k].squares[i] / (float)n;
		}
		for (i = 0; i < c->nconvs; i++)
			join_conv(&x->convs[i].w, &part[k].convs[i].w, h, k, n);
		net_close(&part[k]);
	}
}

static void
make_room(struct net *x, size_t n)
{
	size_t cap = x->cap;

	if (n + 1 <= x->cap)
		return;
	x->score = mem_grow(x->score, &cap, n + 1, sizeof *x->score);
	x->dscore = mem_realloc(x->dscore, cap, sizeof *x->dscore);
	x->picked = mem_realloc(x->picked, cap, sizeof *x->picked);
	x->units = mem_realloc(x->units, cap * x->hidden, sizeof *x->units);
	x->dunits = mem_realloc(x->dunits, cap * x->hidden, sizeof *x->dunits);
	x->cap = cap;
}

/* The features of a slot that are not left out. */
static void
pick(struct net *x, size_t slot, uint32_t *picked, float drop)
{
	uint32_t least = (uint32_t)((double)drop * 4294967295.0), id;
	size_t k, n = 0;

	for (k = 0; k < FEAT_N; k++) {
		id = x->corpus->ids[slot][k];
		if (id == DICT_NONE ||
		    (drop > 0 && random_next(&x->seed) < least))
			continue;
		picked[n++] = id;
	}
	if (n < FEAT_N)
		picked[n] = DICT_NONE;
}

/* The hidden units of a character: its rows' sum, rectified. */
static void
activate(struct net *x, const struct net_part *w, const uint32_t *picked,
    float *unit, float drop)
{
	float up = 1 / (1 - drop), sum[MODEL_HIDDEN] = {0}, v;
	const float *row;
	size_t k, j;

	for (k = 0; k < FEAT_N && picked[k] != DICT_NONE; k++) {
		row = x->rows + picked[k] * x->hidden;
		for (j = 0; j < x->hidden; j++)
			sum[j] += row[j];
	}
	for (j = 0; j < x->hidden; j++) {
		v = sum[j] * up + w->bias[j];
		if (v < 0 || (drop > 0 && random_unit(&x->seed) < drop))
			v = 0;
		unit[j] = v * up;
	}
}

static void
score(const struct net *x, const struct net_part *w, const float *unit,
    float *s, unsigned top)
{
	size_t l, j;

	s[LABEL_O] = 0;
	for (l = 1; l <= top; l++) {
		s[l] = w->base[l];
		for (j = 0; j < x->hidden; j++)
			s[l] += w->out[l][j] * unit[j];
	}
}

static void
forward(struct net *x, const struct corpus_text *t, float drop)
{
	const struct net_part *w = &x->convs[t->conv].w;
	size_t i;

	make_room(x, t->in);
	for (i = 0; i < t->in; i++) {
		pick(x, t->slot + i, x->picked[i], drop);
		activate(x, w, x->picked[i], x->units + i * x->hidden, drop);
		score(x, w, x->units + i * x->hidden, x->score[i],
		    x->corpus->convs[t->conv].top);
	}
}

/* The stretch of characters in doubt from slot i of the text on. */
static struct crf_stretch
stretch(const struct net *x, const struct corpus_text *t, size_t i)
{
	const uint32_t *at = x->corpus->at + t->slot;
	struct crf_stretch s = {0};

	for (s.n = 1; i + s.n < t->in; s.n++)
		if (at[i + s.n] != at[i] + s.n)
			break;
	s.score = x->score + i;
	s.gold = x->corpus->gold + t->first + at[i];
	s.top = x->corpus->convs[t->conv].top;
	s.first = at[i] == 0;
	s.last = at[i] + s.n == t->n;
	return s;
}

/* From the labels' gradient to the units', and the weights' between them. */
static void
backward(struct net *x, struct net_conv *c, size_t i, unsigned top)
{
	const float *unit = x->units + i * x->hidden, *ds = x->dscore[i];
	float *du = x->dunits + i * x->hidden, most = 0;
	size_t l, j;

	memset(du, 0, x->hidden * sizeof *du);
	for (l = 1; l <= top; l++) {
		c->gradient.base[l] += ds[l];
		most = fabsf(ds[l]) > most ? fabsf(ds[l]) : most;
	}
	if (most < TINY)
		return;
	for (l = 1; l <= top; l++)
		for (j = 0; j < x->hidden; j++) {
			c->gradient.out[l][j] += ds[l] * unit[j];
			du[j] += ds[l] * c->w.out[l][j];
		}
}

static void
learn_rows(struct net *x, struct net_conv *c, size_t i)
{
	const float *unit = x->units + i * x->hidden;
	const uint32_t *picked = x->picked[i];
	float *du = x->dunits + i * x->hidden, *row, sum = 0, rate;
	float up = 1 / (1 - x->drop);
	size_t j, k;

	for (j = 0; j < x->hidden; j++) {
		du[j] = unit[j] > 0 ? du[j] * up : 0;
		c->gradient.bias[j] += du[j];
		du[j] *= up;
		sum += du[j] * du[j];
	}
	sum /= (float)x->hidden;
	if (sum < TINY * TINY)
		return;
	for (k = 0; k < FEAT_N && picked[k] != DICT_NONE; k++) {
		x->squares[picked[k]] += sum;
		rate =
		    x->rate * ROW_RATE / (sqrtf(x->squares[picked[k]]) + TINY);
		row = x->rows + picked[k] * x->hidden;
		for (j = 0; j < x->hidden; j++)
			row[j] -= rate * du[j];
	}
}

/* One step of Adam for n weights. */
static void
adam(struct net *x, float *w, float *g, float *mean, float *square, size_t n)
{
	float b1 = 1 - powf(0.9F, (float)x->steps);
	float b2 = 1 - powf(0.999F, (float)x->steps), v;
	size_t i;

	for (i = 0; i < n; i++) {
		v = g[i] / BATCH;
		g[i] = 0;
		mean[i] = 0.9F * mean[i] + 0.1F * v;
		square[i] = 0.999F * square[i] + 0.001F * v * v;
		w[i] -= x->rate * PART_RATE * (mean[i] / b1) /
			(sqrtf(square[i] / b2) + 1e-8F);
	}
}

static void
step(struct net *x)
{
	struct net_conv *c;

	x->steps++;
	x->pending = 0;
	for (c = x->convs; c < x->convs + x->corpus->nconvs; c++)
		adam(x, (float *)&c->w, (float *)&c->gradient,
		    (float *)&c->mean, (float *)&c->square,
		    sizeof c->w / sizeof(float));
}

float
net_learn(struct net *x, const struct corpus_text *t)
{
	struct net_conv *c = &x->convs[t->conv];
	struct crf_stretch s;
	float loss = 0;
	size_t i;

	forward(x, t, x->drop);
	for (i = 0; i < t->in; i += s.n) {
		s = stretch(x, t, i);
		loss += crf_gradient(
		    &x->crf, &s, &c->w.next, x->dscore + i, &c->gradient.next);
	}
	for (i = 0; i < t->in; i++) {
		backward(x, c, i, x->corpus->convs[t->conv].top);
		learn_rows(x, c, i);
	}
	if (++x->pending == BATCH)
		step(x);
	return loss;
}

void
net_best(struct net *x, const struct corpus_text *t, uint8_t *label)
{
	struct crf_stretch s;
	size_t i;

	forward(x, t, 0);
	for (i = 0; i < t->in; i += s.n) {
		s = stretch(x, t, i);
		crf_best(&x->crf, &s, &x->convs[t->conv].w.next, label + i);
	}
}

void
net_close(struct net *x)
{
	mem_free(x->rows);
	mem_free(x->squares);
	mem_free(x->units);
	mem_free(x->dunits);
	mem_free(x->score);
	mem_free(x->dscore);
	mem_free(x->picked);
	crf_close(&x->crf);
}
