/*
 * The first step (step.h): a unit's keys, its anchors and its text.
 */
#ifndef QD_DEDUPE_KEYS_H
#define QD_DEDUPE_KEYS_H

#include "index.h"
#include "io.h"

struct keys {
	const struct index_opt *o;
	struct codes codes;
	struct anchors anchors;
	struct buf line;
};

/* Writes the keys of a unit: fold is its folded text, bytes what the exact
 * tier compares. */
void keys_put(struct keys *k, struct out *out, struct str id, struct str doc,
    struct str loc, struct str bytes, struct str fold);
void keys_free(struct keys *k);

#endif
