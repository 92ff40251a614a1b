/*
 * Bytes that must be UTF-8, because they go into a record, and may not be.
 */
#ifndef QD_SPLIT_MEND_H
#define QD_SPLIT_MEND_H

#include "mem.h"

/* s itself where it is UTF-8, else in b, which is reset: with U+FFFD for each
 * byte that is none. */
struct str mend_utf8(struct str s, struct buf *b);

#endif
