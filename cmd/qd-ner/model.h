/*
 * The tagger's weights: data/ner.model, mapped read-only.
 *
 * A model is one table of features, each with a row of weights for the hidden
 * units, and for each convention that it was trained on how the units speak
 * for its labels, and the clusters of words: the public corpora follow guides
 * that differ from ours, and share what they can.  The file's magic, version,
 * byte order, size, checksum and all offsets are checked before it is used.
 *
 * A struct model owns the map; tables and names live until model_close.
 */
#ifndef QD_NER_MODEL_H
#define QD_NER_MODEL_H

#include <stddef.h>
#include <stdint.h>

#include "feat.h"
#include "label.h"

#define MODEL_HIDDEN 64	  /* units at most */
#define MODEL_BUCKET 8	  /* features that share a bucket */
#define MODEL_GATEBITS 15 /* of the index of a feature of the gate */
#define MODEL_GATE (1U << MODEL_GATEBITS)
/* A weight of 1 in a row, a unit's 1, a score of 1 (a nat), as it is stored. */
#define MODEL_UNIT 32
/* What is added to a row's weight there. */
#define MODEL_ZERO 128
/* A weight of 1 between a unit and a label; a power of two. */
#define MODEL_OUT 256
/* The most that a unit, and the base of a label and of the gate reach: no sum
 * leaves 32 bits. */
#define MODEL_MOST 1023
#define MODEL_BASE_MOST 1000000

struct model;

/* What a convention has of its own. */
struct model_conv {
	uint32_t nlabels; /* with O */
	int32_t gate;	  /* what is added to the gate's sum */
	/* Of the labels, in 1/(MODEL_UNIT * MODEL_OUT); O has 0. */
	int32_t base[LABEL_MAX + 1];
	int16_t out[LABEL_MAX + 1][MODEL_HIDDEN];
	int16_t bias[MODEL_HIDDEN]; /* of the units, in 1/MODEL_UNIT */
	/* next[s][t]: what it weighs that type t - 1 (0: O) begins behind
	 * s - 1; s LABEL_NEXT: at the start of a text. */
	int16_t next[LABEL_NEXT + 1][8];
	/* A probability p as it is reckoned is 1 / (1 + exp(-(slope * log(p /
	 * (1 - p)) + shift))) as it was seen; in 1/1024. */
	int32_t slope, shift;
};

struct model_table {
	const struct model_conv *conv;
	const int8_t *gate; /* FEAT_GATE tables of MODEL_GATE; NULL: none, all
			       characters may be in names */
	const uint16_t *tags;
	const uint8_t *rows; /* hidden weights each */
	uint32_t nbuckets, hidden;
	struct clusters clusters;
};

/* Maps the file at path; NULL, and why in *why (static or errno's text). */
struct model *model_open(const char *path, const char **why);
/* The table of the convention of that name; 0, or -1: there is none. */
int model_find(const struct model *m, const char *name, struct model_table *t);
/* The name of convention i; NULL behind the last. */
const char *model_name(const struct model *m, size_t i);
void model_close(struct model *m);

#endif
