/*
 * The fourth step (step.h): the first instance of each repeat.
 *
 * Its marks are held in memory.
 */
#ifndef QD_DEDUPE_RESOLVE_H
#define QD_DEDUPE_RESOLVE_H

#include "io.h"
#include "mem.h"

enum resolve_rank {
	RESOLVE_NONE,
	RESOLVE_PARTIAL, /* the largest part of a block that is kept */
	RESOLVE_REPEAT,	 /* nearly a block that is kept: the first edge */
	RESOLVE_EXACT	 /* a block's exact copy: its lot */
};

struct resolve {
	struct buf id;		/* whose edges are being read */
	struct buf best;	/* what its mark is to say so far, */
	enum resolve_rank rank; /* and why */
	long cover;		/* of the part */
	struct buf spare;	/* an edge to what is a repeat itself, led on */
	struct buf marks;	/* lines that were written */
	struct resolve_mark {
		size_t at, len;	 /* in marks, without the newline */
		unsigned nid;	 /* bytes of the id */
		unsigned repeat; /* a repeat, not a part */
	} * v;
	size_t n, cap;
	struct buf line;
};

int resolve_line(struct resolve *r, struct str line, struct out *out);
void resolve_end(struct resolve *r, struct out *out);
void resolve_free(struct resolve *r);

#endif
