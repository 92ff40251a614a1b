/*
 * Records through the engine: a block's line goes out at once, the
 * annotations behind it are held until the block's run ends and then written
 * with the quantities among them.
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
	struct date fallback; /* --date */
	struct date doc;      /* the document's date */
	struct hold block;    /* the block's line, one or none */
	struct hold held;     /* its annotations */
	struct buf place;     /* doc and article of the line before */
	struct ann_list found;
	struct src_map map;
	struct buf text;
};

/* The next record or raw line; -1 when a block's src= is malformed (its
 * offsets are then counted from its start). */
int stream_record(struct stream *s, const struct rec *r);
/* The end of the input. */
void stream_end(struct stream *s);
void stream_free(struct stream *s);

#endif
