/*
 * A block and its run of annotations (qd-records(5)), each annotation placed
 * in the block's text: what formats need that mark up text.
 *
 * A struct group owns copies of the lines, the text without its escapes and
 * the places; all of it is good until the next group_begin.  Start it as {0}.
 */
#ifndef QD_FMT_GROUP_H
#define QD_FMT_GROUP_H

#include "hold.h"
#include "src.h"

struct group_ann {
	size_t from, to; /* bytes of the text, from < to <= text.len */
	size_t line;	 /* index in lines */
};

struct group {
	struct rec block;    /* its record */
	struct str text;     /* its text without escapes */
	struct hold lines;   /* its run, as it came */
	struct group_ann *v; /* in the order of the run: by from, then the
				longer first; they may nest and overlap */
	size_t n, cap;
	struct src_map map;
	struct group_piece { /* of the map, by source offset, once sorted */
		size_t src, i;
	} * order;
	size_t cap_order;
	int sorted;
	struct buf head, plain, cell;
	int held;
};

/* Begins a group with a block's record; held is 1 from then on. */
void group_begin(struct group *g, const struct rec *block);
/* 1 when r is an annotation of the block in g. */
int group_takes(const struct group *g, const struct rec *r);
/*
 * Adds an annotation that group_takes.  NULL; or in words (static) why it has
 * no place in the block's text: then it is in lines but not in v.
 */
const char *group_add(struct group *g, const struct rec *r);
/* The record of v[i]; borrowed until the next group_begin. */
void group_get(const struct group *g, size_t i, struct rec *r);
/*
 * The number of characters (code points) before a byte of the text.  at
 * remembers the last place asked for, so that a walk forwards costs the text
 * once; start it as {0, 0}.
 */
struct group_chars {
	size_t byte, n;
};
size_t group_char(const struct group *g, struct group_chars *at, size_t byte);
void group_free(struct group *g);

#endif
