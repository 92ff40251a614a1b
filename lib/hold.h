/*
 * Lines held back: copies of records, in order.  A block's annotations, or an
 * article's lines.
 *
 * The bytes belong to the hold; a record from hold_get is borrowed until the
 * next hold_add or hold_reset.  Start it as {0}.
 */
#ifndef QD_HOLD_H
#define QD_HOLD_H

#include "rec.h"

struct hold {
	struct buf bytes;
	struct hold_line {
		size_t at, len;
		size_t field[REC_NFIELDS]; /* bytes of each */
		size_t start, end;
		enum rec_kind kind;
		unsigned nl;
	} * v;
	size_t n, cap;
};

void hold_add(struct hold *h, const struct rec *r);
void hold_get(const struct hold *h, size_t i, struct rec *r);
/*
 * 1 when r stands in the document of line i, and at its place (art: in its
 * article).  Line i must be a record; it is not taken apart again.
 */
int hold_same_loc(const struct hold *h, size_t i, const struct rec *r);
int hold_same_art(const struct hold *h, size_t i, const struct rec *r);
void hold_reset(struct hold *h);
void hold_free(struct hold *h);

#endif
