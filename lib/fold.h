/*
 * A text in half width (utf8_fold), with the way back: engines match on the
 * folded bytes and answer in offsets of the text.
 *
 * The fold owns its bytes; they live until the next fold_text.  Start it as
 * {0}.  Texts are at most 4 GiB.
 */
#ifndef QD_FOLD_H
#define QD_FOLD_H

#include <stddef.h>
#include <stdint.h>

#include "mem.h"

struct fold {
	struct buf text;
	uint32_t *at; /* at[i]: where folded byte i stands in the text;
			 at[text.len] is the text's length */
	size_t cap;
};

void fold_text(struct fold *f, struct str s);
/* The folded bytes alone (b is reset first), for who needs no way
 * back; what is no UTF-8 in s stays as it is or is taken for a character. */
void fold_bytes(struct buf *b, struct str s);
void fold_free(struct fold *f);

#endif
