/*
 * A stream held back until it has ended, because only then it is known how
 * often each block stands in it.
 *
 * Holds every byte of the lines that are kept, and 16 bytes a block.  Start it
 * as {0}.
 */
#ifndef QD_DEDUPE_COUNTS_H
#define QD_DEDUPE_COUNTS_H

#include "mark.h"
#include "rec.h"

struct counts {
	struct buf lines;
	struct counted {
		size_t at; /* in lines */
		size_t n;
	} * v;
	size_t n, cap;
};

/* Holds a line that has no count. */
void counts_line(struct counts *c, const struct rec *r);
/* Holds a block that was seen once; the number that counts_again wants. */
size_t counts_block(struct counts *c, const struct rec *r);
/* It was seen once more. */
void counts_again(struct counts *c, size_t num);
/* Writes all lines, the blocks with n=. */
void counts_write(const struct counts *c, struct mark *m, struct out *o);
void counts_free(struct counts *c);

#endif
