/*
 * A block's text with its annotations as nested marks (HTML).
 *
 * Annotations that cross are cut where they must be: the first part carries
 * the mark's id, the others point to it.  At most MARKS_DEEP lie over one
 * place; what would lie deeper, or has no place in the text, is given after
 * the text.  So the work is linear in the text and its annotations.
 */
#ifndef QD_FMT_MARKS_H
#define QD_FMT_MARKS_H

#include "group.h"
#include "tally.h"

#define MARKS_DEEP 8

/* One thing to mark: an annotation, or a part of the text that is a repeat. */
struct marks_item {
	size_t from, to, line;
	size_t mention; /* its number, 0: a repeated part */
	int begun;	/* an earlier part was written */
};

/* Scratch of marks_put; start it as {0}. */
struct marks {
	struct marks_item *v;
	size_t n, cap;
	char *placed;	 /* by line: it stands in the text */
	size_t *mention; /* by line: its number */
	size_t cap_placed, cap_mention;
	struct marks_item open[MARKS_DEEP], rest[MARKS_DEEP * 2];
	size_t nopen, nrest;
};

/*
 * Adds the text of g with its marks to b, and counts its annotations in t,
 * whose place is there already.  repeat: the whole block is a repeat.
 */
void marks_put(struct buf *b, struct marks *m, struct tally *t,
    const struct group *g, int repeat);
/* Adds a mark alone, for the annotation r that stands behind no block. */
void marks_alone(struct buf *b, struct tally *t, const struct rec *r);
/* Adds the attributes of r but for its source map, as they are on the wire, as
 * the attribute data-x; nothing where there are none. */
void marks_attrs(struct buf *b, const struct rec *r);
void marks_free(struct marks *m);

#endif
