#include "export.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "modelfile.h"

/* No type follows as this. */
#define NEVER (-30000)
/* Under our own guide a name is begun a little more readily than was learned,
 * in nats: what is overlooked costs its readers more than what is invented,
 * and by F1 it is no loss. */
#define BOLD 0.5F

/* What brings a reckoned probability to what was seen (model.h): fitted on the
 * names that models found in text which they had not learned from
 * (data/ner-model.md); the first is for conventions that are not listed. */
static const struct {
	const char *conv;
	int32_t slope, shift;
} seen[] = {{"", 381, -529}, {"msra", 476, -132}};

struct weighed {
	float weight; /* sum of squares */
	uint32_t id;
};

struct exporter {
	const struct net *net;
	uint64_t *keys; /* of each feature */
	struct weighed *v;
	size_t n;
	struct buf *image;
	struct model_head *head;
};

/* The heavier first, else in the order of the features. */
static int
by_weight(const void *a, const void *b)
{
	const struct weighed *x = a, *y = b;

	if (x->weight != y->weight)
		return x->weight < y->weight ? 1 : -1;
	return (x->id > y->id) - (x->id < y->id);
}

static void
weigh(struct exporter *x)
{
	const float *row;
	uint32_t id;
	float sum;
	size_t j;

	for (id = 0; id < x->net->corpus->dict.nids; id++) {
		row = x->net->rows + id * x->net->hidden;
		for (sum = 0, j = 0; j < x->net->hidden; j++)
			sum += row[j] * row[j];
		if (sum <= 0)
			continue;
		x->v[x->n].weight = sum;
		x->v[x->n++].id = id;
	}
	qsort(x->v, x->n, sizeof *x->v, by_weight);
}

/* w in 1/unit, at most most either way. */
static int32_t
whole(float w, float unit, int32_t most)
{
	w = roundf(w * unit);
	return w > (float)most ? most : w < (float)-most ? -most : (int32_t)w;
}

/* Puts one feature where there is room in its bucket; 0, or 1: none is. */
static size_t
put(const struct exporter *x, uint32_t id)
{
	const struct model_head *h = x->head;
	uint64_t key = x->keys[id];
	uint16_t tag = (uint16_t)(key & 0xffff ? key & 0xffff : 1);
	size_t at = (size_t)((key >> 32) * h->nbuckets >> 32) * MODEL_BUCKET;
	size_t k, end = at + MODEL_BUCKET;
	uint16_t *tags = (uint16_t *)(void *)(x->image->s + h->tags);
	uint16_t *pairs, w;

	while (at < end && tags[at] && tags[at] != tag)
		at++;
	if (at == end || tags[at])
		return 1;
	tags[at] = tag;
	pairs = (uint16_t *)(void *)(x->image->s + h->rows + at * h->hidden);
	for (k = 0; k < h->hidden; k++) {
		w = (uint16_t)(MODEL_ZERO +
			       whole(x->net->rows[id * x->net->hidden + k],
				   MODEL_UNIT, 127));
		pairs[k / 16 * 8 + k % 8] |=
		    (uint16_t)(k % 16 < 8 ? w : w << 8);
	}
	return 0;
}

static void
put_conv(const struct exporter *x, size_t i, int32_t gate, struct model_conv *c)
{
	const struct net_part *w = &x->net->convs[i].w;
	const char *name = x->net->corpus->convs[i].name;
	float bold = strcmp(name, "qd") ? 0 : BOLD;
	size_t s, t, k;

	c->nlabels = x->net->corpus->convs[i].top + 1;
	c->gate = gate;
	for (t = 1; t < c->nlabels; t++) {
		c->base[t] =
		    whole(w->base[t], MODEL_UNIT * MODEL_OUT, MODEL_BASE_MOST);
		for (k = 0; k < x->net->hidden; k++)
			c->out[t][k] =
			    (int16_t)whole(w->out[t][k], MODEL_OUT, INT16_MAX);
	}
	for (k = 0; k < x->net->hidden; k++)
		c->bias[k] =
		    (int16_t)whole(w->bias[k], MODEL_UNIT, INT16_MAX / 2);
	for (s = 0; s <= LABEL_NEXT; s++) {
		for (t = 0; t < LABEL_NEXT; t++)
			c->next[s][t] =
			    (int16_t)whole(w->next.w[s][t] + (t ? bold : 0),
				MODEL_UNIT, -NEVER);
		c->next[s][LABEL_NEXT] = NEVER;
	}
	for (k = 0; k < sizeof seen / sizeof *seen; k++)
		if (k == 0 || !strcmp(seen[k].conv, name)) {
			c->slope = seen[k].slope;
			c->shift = seen[k].shift;
		}
}

/* n zero bytes at the end, n rounded up; where. */
static size_t
section(struct buf *b, size_t n)
{
	size_t at = b->len;

	n = (n + MODEL_ALIGN - 1) / MODEL_ALIGN * MODEL_ALIGN;
	buf_reserve(b, n);
	memset(b->s + at, 0, n);
	b->len += n;
	return at;
}

/* The keys of the features, from the dictionary. */
static void
find_keys(struct exporter *x)
{
	const struct dict *d = &x->net->corpus->dict;
	size_t i;

	for (i = 0; i < d->cap; i++)
		if (d->keys[i] && d->vals[i])
			x->keys[d->vals[i] - 1] = d->keys[i];
}

static void
put_sections(struct exporter *x, const struct gate *g)
{
	struct model_head *h = x->head;
	struct model_entry e;
	size_t i, at;

	at = section(x->image, h->nconvs * sizeof e);
	for (i = 0; i < h->nconvs; i++) {
		memset(&e, 0, sizeof e);
		memcpy(e.name, x->net->corpus->convs[i].name, sizeof e.name);
		put_conv(x, i, g->bias[i], &e.conv);
		e.gate = section(x->image, (size_t)FEAT_GATE * MODEL_GATE);
		memcpy(x->image->s + e.gate, g->w[i],
		    (size_t)FEAT_GATE * MODEL_GATE);
		memcpy(x->image->s + at + i * sizeof e, &e, sizeof e);
	}
	h->tags = section(x->image, EXPORT_PLACES * sizeof(uint16_t));
	h->rows = section(x->image, (size_t)EXPORT_PLACES * h->hidden);
}

size_t
export_model(const struct net *x, const struct gate *g, struct buf *image)
{
	struct model_head h = {MODEL_MAGIC, MODEL_ORDER, FEAT_VERSION, 0, 0,
	    (uint32_t)x->corpus->nconvs, (uint32_t)x->hidden,
	    EXPORT_PLACES / MODEL_BUCKET, 0, 0, 0, {0}};
	struct exporter e = {x, NULL, NULL, 0, image, &h};
	size_t i, lost = 0;

	e.keys = mem_calloc(x->corpus->dict.nids + 1U, sizeof *e.keys);
	e.v = mem_calloc(x->corpus->dict.nids + 1U, sizeof *e.v);
	find_keys(&e);
	weigh(&e);
	section(image, sizeof h);
	put_sections(&e, g);
	for (i = 0; i < e.n; i++)
		lost += put(&e, e.v[i].id);
	h.size = image->len;
	h.check = model_checksum(image->s + sizeof h, image->len - sizeof h);
	memcpy(image->s, &h, sizeof h);
	mem_free(e.keys);
	mem_free(e.v);
	return lost;
}
