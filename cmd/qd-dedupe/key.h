/*
 * Keys: two texts are repeats of each other when their keys are the same.
 *
 * The key of a text is the hash of what is left of it in half width without
 * white space and punctuation.  A mark between two digits stays: 12.5 and 125,
 * or 3/4 and 34, are not the same.  A text that has no letter, Han character
 * or digit (a row of asterisks) has no key: it repeats nothing.
 *
 * A change to what is folded changes every key.
 */
#ifndef QD_DEDUPE_KEY_H
#define QD_DEDUPE_KEY_H

#include "hash.h"
#include "mem.h"

/*
 * The text (field 6 as it stands on the wire, UTF-8) folded, in b; b's bytes
 * are good until it is used again.
 */
struct str key_fold(struct str text, struct buf *b);
/* 1 and the key of the text in *key, or 0: it has none.  b is scratch. */
int key_of(struct str text, struct buf *b, struct hash *key);

#endif
