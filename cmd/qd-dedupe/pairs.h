/*
 * The second step (step.h): which ids share a key.  Lines come sorted by key,
 * then id.
 *
 * In the stream only what is kept is remembered; the keys know that when marks
 * were made of them once: then a fourth field, k (kept) or r (repeat), makes
 * the pairs those of the stream.
 */
#ifndef QD_DEDUPE_PAIRS_H
#define QD_DEDUPE_PAIRS_H

#include "io.h"
#include "mem.h"
#include "posts.h"

enum pairs_lot { PAIRS_UNKNOWN, PAIRS_KEPT, PAIRS_REPEAT };

struct pairs {
	struct buf key;	  /* of the run */
	struct buf first; /* the earliest ids of it that differ */
	struct buf hash;  /* and what they are the keys of */
	size_t n, len[POSTS_MAX];
	struct buf line;
};

int pairs_line(struct pairs *p, struct str line, struct out *out);
void pairs_free(struct pairs *p);

#endif
