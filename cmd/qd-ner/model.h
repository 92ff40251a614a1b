/*
 * The tagger's weights: data/ner.model, mapped read-only.
 *
 * A model holds a table for each convention that it was trained on: the
 * public corpora follow guides that differ from ours, and each has its labels
 * and weights.  The file's magic, version, byte order, size, checksum and all
 * offsets are checked before it is used.
 *
 * A struct model owns the map; tables and names live until model_close.
 */
#ifndef QD_NER_MODEL_H
#define QD_NER_MODEL_H

#include <stddef.h>
#include <stdint.h>

#include "label.h"

struct model;

struct model_table {
	const uint16_t *tags;
	const uint8_t *rows; /* nlabels - 1 weights each */
	const int16_t (*next)[8];
	uint32_t nbuckets, nlabels;
};

/* Maps the file at path; NULL, and why in *why (static or errno's text). */
struct model *model_open(const char *path, const char **why);
/* The table of the convention of that name; 0, or -1: there is none. */
int model_find(const struct model *m, const char *name, struct model_table *t);
/* The name of convention i; NULL behind the last. */
const char *model_name(const struct model *m, size_t i);
void model_close(struct model *m);

#endif
