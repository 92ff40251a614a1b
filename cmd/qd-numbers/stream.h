/*
 * Records through the engine: a block's line goes out at once; the annotations
 * behind it go out as they come, with the quantities that stand before them,
 * and what is left when the block's run ends.  A block is held, and the
 * quantities of one piece of it.
 */
#ifndef QD_NUMBERS_STREAM_H
#define QD_NUMBERS_STREAM_H

#include "ann.h"
#include "date.h"
#include "numbers.h"

struct stream {
	struct numbers *nm;
	struct out *out;
	struct ann_own own;
	struct date fallback;  /* --date */
	struct date doc;       /* the document's date */
	struct hold block;     /* the block's line, one or none */
	struct rec rec;	       /* that, taken apart */
	struct str text;       /* its text without escapes, */
	struct src_map map;    /* where it comes from, */
	int forward;	       /* and whether in the order of the text */
	struct ann_list found; /* the quantities of its last piece */
	struct buf place;      /* doc and article of the line before */
	struct buf bytes;      /* of the text */
};

/* The next record or raw line; -1 when a block's src= is malformed (its
 * offsets are then counted from its start). */
int stream_record(struct stream *s, const struct rec *r);
/* The end of the input. */
void stream_end(struct stream *s);
void stream_free(struct stream *s);

#endif
