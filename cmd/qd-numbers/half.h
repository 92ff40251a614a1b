/*
 * A text in half width (utf8_fold), with the way back: what it remembers is
 * where the widths differ, not where each byte comes from.
 *
 * The half owns its bytes; they live until the next half_text.  Start it as
 * {0}.  Texts are at most 4 GiB.
 */
#ifndef QD_NUMBERS_HALF_H
#define QD_NUMBERS_HALF_H

#include <stddef.h>
#include <stdint.h>

#include "mem.h"

struct half {
	struct buf text;
	struct half_shift {
		uint32_t at, source; /* from byte at on, it comes from there */
	} * v;
	size_t n, cap;
	struct half_shift *old; /* of half_again */
	size_t nold, cap_old;
	int gaps; /* spaces were taken out (tight.h) */
};

void half_text(struct half *h, struct str s);
/* The same for who puts the text himself: empty, with room for n bytes. */
void half_begin(struct half *h, size_t n);
/* Byte at of the text comes from byte source, and what follows from what
 * follows that.  To be told in order, from at = 0 on. */
void half_shift(struct half *h, size_t at, size_t source);
/* For who moves the text's bytes: what was told so far is in old, to be told
 * anew. */
void half_again(struct half *h);
/* Where the character that begins at byte i (or the end) comes from. */
size_t half_source(const struct half *h, size_t i);
void half_free(struct half *h);

#endif
