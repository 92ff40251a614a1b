#include "prune.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "place.h"

/* How often each feature comes in what is learned from. */
static uint32_t *
counts(const struct corpus *c)
{
	uint32_t *n = mem_calloc(c->dict.nids + 1U, sizeof *n);
	const struct corpus_text *t;
	size_t i, k;

	for (t = c->texts; t < c->texts + c->ntexts; t++)
		for (i = t->slot; !t->held && i < t->slot + t->in; i++)
			for (k = 0; k < FEAT_N; k++)
				if (c->ids[i][k] != DICT_NONE)
					n[c->ids[i][k]]++;
	return n;
}

/* Which template each feature is of. */
static uint8_t *
templates(const struct corpus *c)
{
	uint8_t *of = mem_calloc(c->dict.nids + 1U, 1);
	size_t i, k;

	for (i = 0; i < c->nslots; i++)
		for (k = 0; k < FEAT_N; k++)
			if (c->ids[i][k] != DICT_NONE)
				of[c->ids[i][k]] = (uint8_t)k;
	return of;
}

static void
centre(struct net *x, const uint32_t *n, const uint8_t *of)
{
	float mean[FEAT_N][MODEL_HIDDEN] = {{0}};
	double sum[FEAT_N][MODEL_HIDDEN] = {{0}}, total[FEAT_N] = {0};
	const float *row;
	size_t i, k, j;

	for (i = 0; i < x->corpus->dict.nids; i++) {
		row = x->rows + i * x->hidden;
		total[of[i]] += n[i];
		for (j = 0; j < x->hidden; j++)
			sum[of[i]][j] += (double)row[j] * n[i];
	}
	for (k = 0; k < FEAT_N; k++)
		for (j = 0; total[k] > 0 && j < x->hidden; j++) {
			mean[k][j] = (float)(sum[k][j] / total[k]);
			for (i = 0; i < x->corpus->nconvs; i++)
				x->convs[i].w.bias[j] += mean[k][j];
		}
	for (i = 0; i < x->corpus->dict.nids; i++)
		for (j = 0; j < x->hidden; j++)
			x->rows[i * x->hidden + j] -= mean[of[i]][j];
}

struct weighed {
	float weight;
	uint32_t id;
	uint64_t key;
};

/* The heavier first, else in the order of the features. */
static int
by_weight(const void *a, const void *b)
{
	const struct weighed *x = a, *y = b;

	if (x->weight > y->weight || x->weight < y->weight)
		return x->weight < y->weight ? 1 : -1;
	return (x->id > y->id) - (x->id < y->id);
}

static struct weighed *
weigh(const struct net *x, const uint32_t *n)
{
	const struct dict *d = &x->corpus->dict;
	struct weighed *v = mem_calloc(d->nids + 1U, sizeof *v);
	const float *row;
	uint32_t id;
	size_t i, j;

	for (i = 0; i < d->cap; i++) {
		if (d->keys[i] == 0 || d->vals[i] == 0)
			continue;
		id = d->vals[i] - 1;
		row = x->rows + id * x->hidden;
		v[id].id = id;
		v[id].key = d->keys[i];
		for (j = 0; j < x->hidden; j++)
			v[id].weight += row[j] * row[j];
		v[id].weight = sqrtf(v[id].weight * (float)n[id]);
	}
	qsort(v, d->nids, sizeof *v, by_weight);
	return v;
}

/* Which features have a place, the heaviest of their bucket. */
static uint8_t *
places(const struct weighed *v, size_t n, uint32_t nbuckets)
{
	uint16_t *tags =
	    mem_calloc((size_t)nbuckets * MODEL_BUCKET, sizeof *tags);
	uint8_t *stays = mem_calloc(n + 1, 1);
	size_t i;

	for (i = 0; i < n; i++)
		stays[v[i].id] =
		    place_take(tags, nbuckets, v[i].key) != PLACE_NONE;
	mem_free(tags);
	return stays;
}

void
prune(struct net *x, uint32_t nbuckets)
{
	struct corpus *c = x->corpus;
	uint32_t *n = counts(c), id;
	uint8_t *of = templates(c), *stays;
	struct weighed *v;
	size_t i, k;

	centre(x, n, of);
	v = weigh(x, n);
	stays = places(v, c->dict.nids, nbuckets);
	for (i = 0; i < c->dict.nids; i++)
		if (!stays[i])
			memset(x->rows + i * x->hidden, 0,
			    x->hidden * sizeof *x->rows);
	for (i = 0; i < c->nslots; i++)
		for (k = 0; k < FEAT_N; k++) {
			id = c->ids[i][k];
			if (id != DICT_NONE && !stays[id])
				c->ids[i][k] = DICT_NONE;
		}
	mem_free(n);
	mem_free(of);
	mem_free(v);
	mem_free(stays);
}
