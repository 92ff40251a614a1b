/*
 * The source map: from byte offsets in a block's text to byte offsets in the
 * document, through the attribute src= (qd-records(5)).
 *
 * A map is made of pieces, each a contiguous copy of the source; the pieces
 * lie in the order of the text and cover it.  A piece that is exactly U+FFFD
 * stands for one source byte that was no UTF-8.  A struct src_map owns its
 * pieces: start it as {0}, use it again for the next block, free it at last.
 */
#ifndef QD_SRC_H
#define QD_SRC_H

#include <stddef.h>

#include "mem.h"
#include "rec.h"

struct src_piece {
	size_t text, len; /* in the text */
	size_t src, slen; /* in the document; slen differs from len (3)
			     only for U+FFFD (1) */
	int alone;	  /* not to be grown */
};

struct src_map {
	struct src_piece *v;
	size_t n, cap;
	size_t hint; /* piece found last: look-ups mostly go forwards */
};

/*
 * The map of a block: from its src= where it has one, else one piece that
 * begins at r->start.  text is the block's text without escapes.  0; -1 when
 * src= is malformed (out of order, past the text), and then the map is the
 * one piece.
 */
int src_read(struct src_map *m, const struct rec *r, struct str text);

/* Adds a piece at the end: the next len bytes of the text are the source's
 * from src on.  Grows the last piece where it carries straight on. */
void src_add(struct src_map *m, size_t len, size_t src);
/* Adds a U+FFFD that stands for the one source byte at src. */
void src_add_bad(struct src_map *m, size_t src);
/* Adds the one space put where a line break was taken out: a piece of its
 * own, for the white-space byte at src. */
void src_add_space(struct src_map *m, size_t src);

/*
 * Where the text bytes from..to (from < to <= the text's length) stand:
 * *start and *end are the smallest and largest source offsets.  Returns the
 * number of pieces they lie in; when it is more than one, the value of their
 * own src= is appended to b (b may be NULL).
 */
size_t src_span(struct src_map *m, size_t from, size_t to, size_t *start,
    size_t *end, struct buf *b);

void src_reset(struct src_map *m);
void src_free(struct src_map *m);

#endif
