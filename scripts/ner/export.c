#include "export.h"

#include <err.h>
#include <math.h>
#include <string.h>

#include "place.h"

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
} seen[] = {{"", 344, -617}, {"msra", 427, -80}};

struct exporter {
	const struct net *net;
	struct buf *image;
	struct model_head *head;
};

/* w in 1/unit, at most most either way. */
static int32_t
whole(float w, float unit, int32_t most)
{
	w = roundf(w * unit);
	return w > (float)most ? most : w < (float)-most ? -most : (int32_t)w;
}

/* The row of a feature; one of zeros says nothing. */
static void
put_row(const struct exporter *x, uint32_t id, uint64_t key)
{
	const struct model_head *h = x->head;
	const float *row = x->net->rows + id * x->net->hidden;
	uint16_t *tags = (uint16_t *)(void *)(x->image->s + h->tags);
	uint16_t *pairs, w;
	size_t k, at;

	for (k = 0; k < h->hidden && !(row[k] > 0 || row[k] < 0); k++)
		;
	if (k == h->hidden)
		return;
	at = place_take(tags, h->nbuckets, key);
	if (at == PLACE_NONE)
		errx(2, "a feature found no place");
	pairs = (uint16_t *)(void *)(x->image->s + h->rows + at * h->hidden);
	for (k = 0; k < h->hidden; k++) {
		w = (uint16_t)(MODEL_ZERO + whole(row[k], MODEL_UNIT, 127));
		pairs[k / 16 * 8 + k % 8] |=
		    (uint16_t)(k % 16 < 8 ? w : w << 8);
	}
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

static void
put_sections(struct exporter *x, const struct gate *g)
{
	const struct clusters *cl = &x->net->corpus->clusters;
	struct model_head *h = x->head;
	struct model_entry e;
	size_t n = (size_t)h->nbuckets * MODEL_BUCKET, i, at;

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
	h->nwords = cl->n;
	h->words = section(x->image, cl->n * sizeof *cl->v);
	if (cl->n)
		memcpy(x->image->s + h->words, cl->v, cl->n * sizeof *cl->v);
	h->tags = section(x->image, n * sizeof(uint16_t));
	h->rows = section(x->image, n * h->hidden);
}

void
export_model(const struct net *x, const struct gate *g, struct buf *image)
{
	const struct dict *d = &x->corpus->dict;
	struct model_head h = {MODEL_MAGIC, MODEL_ORDER, FEAT_VERSION, 0, 0,
	    (uint32_t)x->corpus->nconvs, (uint32_t)x->hidden, EXPORT_BUCKETS, 0,
	    0, 0, 0, {0}};
	struct exporter e = {x, image, &h};
	size_t i;

	section(image, sizeof h);
	put_sections(&e, g);
	for (i = 0; i < d->cap; i++)
		if (d->keys[i] && d->vals[i])
			put_row(&e, d->vals[i] - 1, d->keys[i]);
	h.size = image->len;
	h.check = model_checksum(image->s + sizeof h, image->len - sizeof h);
	memcpy(image->s, &h, sizeof h);
}
