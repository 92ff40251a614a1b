#include "export.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "modelfile.h"

/* Places for features: of our own convention, of MSRA, of the others. */
#define OWN_PLACES 262144
#define MSRA_PLACES 163840
#define PLACES 65536
/* So full a table is made; buckets that are full lose the lightest. */
#define FULL 95 /* percent */
/* Features of a smaller sum of squares are not looked at. */
#define LIGHT 0.005F
/* No type follows as this. */
#define NEVER (-30000)

struct weighed {
	float weight; /* sum of squares */
	uint32_t id;
};

struct exporter {
	const struct crf *crf;
	uint64_t *keys; /* of each feature */
	struct weighed *v;
	size_t n;
	struct buf *image;
};

static uint32_t
places(const char *conv)
{
	return !strcmp(conv, "qd")     ? OWN_PLACES
	       : !strcmp(conv, "msra") ? MSRA_PLACES
				       : PLACES;
}

/* The heavier first, else in the order of the features. */
static int
by_weight(const void *a, const void *b)
{
	const struct weighed *x = a, *y = b;

	if (x->weight != y->weight)
		return x->weight < y->weight ? 1 : -1;
	return (x->id > y->id) - (x->id < y->id);
}

/* The weights of a shared feature under convention i, its own added. */
static void
weights(const struct exporter *x, uint32_t id, size_t i, size_t n, float *w)
{
	uint32_t own =
	    dict_id(&x->crf->corpus->dict, corpus_own(x->keys[id], i));
	size_t k;

	for (k = 0; k < n; k++) {
		w[k] = x->crf->rows[id].w[k];
		if (own != DICT_NONE)
			w[k] += x->crf->rows[own].w[k];
	}
}

static void
weigh(struct exporter *x, size_t i, size_t n)
{
	const struct corpus *c = x->crf->corpus;
	float w[CRF_WEIGHTS], sum;
	uint32_t id;
	size_t k;

	x->n = 0;
	for (id = 0; id < c->dict.nids; id++) {
		if (!c->shared[id])
			continue;
		weights(x, id, i, n, w);
		for (sum = 0, k = 0; k < n; k++)
			sum += w[k] * w[k];
		if (sum <= LIGHT)
			continue;
		x->v[x->n].weight = sum;
		x->v[x->n++].id = id;
	}
	qsort(x->v, x->n, sizeof *x->v, by_weight);
}

static uint8_t
byte_of(float w)
{
	w = roundf(w * MODEL_UNIT);
	w = w > 127 ? 127 : w < -127 ? -127 : w;
	return (uint8_t)(MODEL_ZERO + (int)w);
}

/* Puts one feature where there is room in its bucket. */
static void
put(const struct exporter *x, const struct model_conv *conv, uint32_t id,
    size_t i)
{
	uint64_t key = x->keys[id];
	uint16_t tag = (uint16_t)(key & 0xffff ? key & 0xffff : 1);
	size_t at = (size_t)((key >> 32) * conv->nbuckets >> 32) * MODEL_BUCKET;
	size_t k, n = conv->nlabels - 1, end = at + MODEL_BUCKET;
	uint16_t *tags = (uint16_t *)(void *)(x->image->s + conv->tags);
	char *row;
	float w[CRF_WEIGHTS];

	while (at < end && tags[at] && tags[at] != tag)
		at++;
	if (at == end || tags[at])
		return;
	tags[at] = tag;
	row = x->image->s + conv->rows + at * n;
	weights(x, id, i, n, w);
	for (k = 0; k < n; k++)
		row[k] = (char)byte_of(w[k]);
}

static int16_t
short_of(float w)
{
	return (int16_t)lroundf(w * MODEL_UNIT);
}

static void
put_next(struct model_conv *conv, const struct crf_next *next)
{
	size_t s, t;

	for (s = 0; s <= LABEL_NEXT; s++) {
		for (t = 0; t < LABEL_NEXT; t++)
			conv->next[s][t] = short_of(next->w[s][t]);
		conv->next[s][LABEL_NEXT] = NEVER;
	}
}

/* n zero bytes at the end, n rounded up to a multiple of eight; where. */
static size_t
section(struct buf *b, size_t n)
{
	size_t at = b->len;

	n = (n + 7) / 8 * 8;
	buf_reserve(b, n);
	memset(b->s + at, 0, n);
	b->len += n;
	return at;
}

static void
convention(struct exporter *x, size_t at, size_t i)
{
	const struct corpus_conv *from = &x->crf->corpus->convs[i];
	struct model_conv conv = {0};
	size_t n, k;

	memcpy(conv.name, from->name, sizeof conv.name);
	conv.nlabels = from->top + 1;
	n = places(from->name);
	conv.nbuckets = (uint32_t)(n / MODEL_BUCKET);
	conv.tags = section(x->image, n * sizeof(uint16_t));
	conv.rows = section(x->image, n * from->top + MODEL_PAD);
	put_next(&conv, &x->crf->next[i]);
	weigh(x, i, from->top);
	for (k = 0; k < x->n && k < n * FULL / 100; k++)
		put(x, &conv, x->v[k].id, i);
	memcpy(x->image->s + at, &conv, sizeof conv);
}

/* The keys of the features, from the dictionary. */
static void
find_keys(struct exporter *x)
{
	const struct dict *d = &x->crf->corpus->dict;
	size_t i;

	for (i = 0; i < d->cap; i++)
		if (d->keys[i] && d->vals[i])
			x->keys[d->vals[i] - 1] = d->keys[i];
}

void
export_model(const struct crf *f, struct buf *image)
{
	struct exporter x = {f, NULL, NULL, 0, image};
	struct model_head h = {MODEL_MAGIC, MODEL_ORDER, FEAT_VERSION, 0, 0,
	    (uint32_t)f->corpus->nconvs, 0};
	size_t i, at;

	x.keys = mem_calloc(f->corpus->dict.nids + 1U, sizeof *x.keys);
	x.v = mem_calloc(f->corpus->dict.nids + 1U, sizeof *x.v);
	find_keys(&x);
	section(image, sizeof h);
	at = section(image, h.nconvs * sizeof(struct model_conv));
	for (i = 0; i < h.nconvs; i++)
		convention(&x, at + i * sizeof(struct model_conv), i);
	h.size = image->len;
	h.check = model_checksum(image->s + sizeof h, image->len - sizeof h);
	memcpy(image->s, &h, sizeof h);
	mem_free(x.keys);
	mem_free(x.v);
}
