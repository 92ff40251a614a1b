/*
 * A small model for the unit tests of qd-ner: one convention with one bucket,
 * made by hand, so that they tell of the code and not of data/ner.model.
 */
#ifndef QD_NER_MODELS_H
#define QD_NER_MODELS_H

#include "feat.h"
#include "modelfile.h"

#include "tap.h"

static inline void
models_seal(struct buf *b)
{
	struct model_head h;

	memcpy(&h, b->s, sizeof h);
	h.size = b->len;
	h.check = model_checksum(b->s + sizeof h, b->len - sizeof h);
	memcpy(b->s, &h, sizeof h);
}

/* A model of two conventions without any feature. */
static inline void
models_make(struct buf *b)
{
	static const char zeros[MODEL_BUCKET * 2 + 256];
	struct model_head h = {
	    MODEL_MAGIC, MODEL_ORDER, FEAT_VERSION, 0, 0, 2, 0};
	struct model_conv c[2] = {
	    {"qd", LABEL_MAX, 1, 0, 0, {{0}}}, {"other", 12, 1, 0, 0, {{0}}}};
	size_t i;

	for (i = 0; i < 2; i++) {
		c[i].tags = sizeof h + sizeof c;
		c[i].rows = c[i].tags + MODEL_BUCKET * 2;
	}
	buf_reset(b);
	buf_put(b, (const char *)&h, sizeof h);
	buf_put(b, (const char *)c, sizeof c);
	buf_put(b, zeros, MODEL_BUCKET * 2 + 192);
	models_seal(b);
}

#endif
