/*
 * Where blocks stand: document and place, kept compactly.
 *
 * A document's name is stored once for the places in it that are added one
 * after the other.  A struct places owns its bytes: start it as {0}.
 */
#ifndef QD_DEDUPE_PLACES_H
#define QD_DEDUPE_PLACES_H

#include "mem.h"

struct places {
	struct buf b;
	size_t doc; /* in b: the document stored last; b.len 0: none */
};

/* Stores a place; the number that places_get wants. */
size_t places_add(struct places *p, struct str doc, struct str loc);
/* The place of that number, borrowed until the next places_add. */
void places_get(
    const struct places *p, size_t num, struct str *doc, struct str *loc);
void places_reset(struct places *p);
void places_free(struct places *p);

#endif
