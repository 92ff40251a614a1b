/*
 * A place in a text and in the same text folded (fold.h), going forwards: for
 * who wants to know few of them and has no map.
 */
#ifndef QD_NER_BOTH_H
#define QD_NER_BOTH_H

#include <stddef.h>

#include "mem.h"

/* Bytes; start it as {0}. */
struct both {
	size_t text, folded;
};

/* Moves b on to the folded byte to, where a character begins; the text's byte.
 */
size_t both_go(struct both *b, struct str text, size_t to);

#endif
