/*
 * A text in half width (utf8_fold), for who matches on it.  Character for
 * character it is the text: who needs the way back counts them.
 */
#ifndef QD_FOLD_H
#define QD_FOLD_H

#include "mem.h"

/* The folded bytes of s (b is reset first); what is no UTF-8 in s stays as it
 * is or is taken for a character. */
void fold_bytes(struct buf *b, struct str s);

#endif
