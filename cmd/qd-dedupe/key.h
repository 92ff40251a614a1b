/*
 * Folding: two texts are repeats of each other when what is left of them is
 * the same.
 *
 * Left is a text in half width without white space and punctuation.  A mark
 * between two digits stays: 12.5 and 125, or 3/4 and 34, are not the same.  Of
 * a text that has no letter, Han character or digit (a row of asterisks)
 * nothing is left: it repeats nothing.
 *
 * Texts are field 6 as it stands on the wire, UTF-8.  A change to what is
 * folded changes every key.
 */
#ifndef QD_DEDUPE_KEY_H
#define QD_DEDUPE_KEY_H

#include "mem.h"

/* The text folded, in b; b's bytes are good until it is used again. */
struct str key_fold(struct str text, struct buf *b);
/* As that, behind what b holds. */
void key_fold_more(struct str text, struct buf *b);

/* The characters that are left, one by one, with their places. */
struct key_walk {
	const char *s, *end;
	int digit;
	size_t at; /* in bytes of the text without escapes */
};

void key_walk(struct key_walk *w, struct str text);
/* The next character that is left stood there: 1, or 0 at the end. */
int key_next(struct key_walk *w, size_t *from, size_t *to);

#endif
