/*
 * A stream held back until it has ended, because only then it is known how
 * often each block stands in it.
 *
 * Holds every byte of the lines that are kept, some 20 bytes a line and 8 a
 * block, in the pool.
 */
#ifndef QD_DEDUPE_COUNTS_H
#define QD_DEDUPE_COUNTS_H

#include "mark.h"
#include "rec.h"
#include "store.h"

struct counts {
	struct store lines;
	struct paged who; /* of each line: the block whose count it has,
			     from 1; 0: none */
	struct paged n;	  /* of each block */
};

void counts_open(struct counts *c, struct pool *p);
/* Holds a line that has no count; -1 when the pool has no more. */
int counts_line(struct counts *c, const struct rec *r);
/* Holds a line that has the count of block num. */
int counts_block(struct counts *c, const struct rec *r, uint64_t num);
/* The block, which is new or not, was seen once more. */
int counts_again(struct counts *c, uint64_t num);
/* Writes all lines, the blocks with n=. */
void counts_write(const struct counts *c, struct mark *m, struct out *o);
void counts_free(struct counts *c);

#endif
