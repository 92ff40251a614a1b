/*
 * A small model for the unit tests of qd-ner: two conventions and one bucket,
 * made by hand, so that they tell of the code and not of data/ner.model.
 */
#ifndef QD_NER_MODELS_H
#define QD_NER_MODELS_H

#include "modelfile.h"

#include "tap.h"

#define MODELS_HIDDEN 16
#define MODELS_PLACES 16

static inline void
models_seal(struct buf *b)
{
	struct model_head h;

	memcpy(&h, b->s, sizeof h);
	h.size = b->len;
	h.check = model_checksum(b->s + sizeof h, b->len - sizeof h);
	memcpy(b->s, &h, sizeof h);
}

/* n zero bytes at the end, n rounded up; where. */
static inline size_t
models_section(struct buf *b, size_t n)
{
	size_t at = b->len;

	n = (n + MODEL_ALIGN - 1) / MODEL_ALIGN * MODEL_ALIGN;
	buf_reserve(b, n);
	memset(b->s + at, 0, n);
	b->len += n;
	return at;
}

/* A model of two conventions without any feature. */
static inline void
models_make(struct buf *b)
{
	struct model_head h = {MODEL_MAGIC, MODEL_ORDER, FEAT_VERSION, 0, 0, 2,
	    MODELS_HIDDEN, 1, 0, 0, 0, 0, {0}};
	struct model_entry e[2];
	size_t at, gate;

	memset(e, 0, sizeof e);
	memcpy(e[0].name, "qd", 3);
	memcpy(e[1].name, "other", 6);
	e[0].conv.nlabels = LABEL_MAX;
	e[1].conv.nlabels = 12;
	buf_reset(b);
	models_section(b, sizeof h);
	at = models_section(b, sizeof e);
	gate = models_section(b, (size_t)FEAT_GATE * MODEL_GATE);
	e[0].gate = e[1].gate = gate;
	memcpy(b->s + at, e, sizeof e);
	h.nwords = MODELS_PLACES;
	h.words = models_section(b, MODELS_PLACES * sizeof(struct cluster));
	h.tags = models_section(b, MODEL_BUCKET * sizeof(uint16_t));
	h.rows = models_section(b, MODEL_BUCKET * MODELS_HIDDEN);
	memcpy(b->s, &h, sizeof h);
	models_seal(b);
}

#endif
