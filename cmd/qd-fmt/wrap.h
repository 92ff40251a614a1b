/*
 * Lines of a width out of running text, with kinsoku: no line begins with what
 * closes or goes on (。 ， 、 ） 」), none ends with what opens (（ “ 《),
 * dashes and dots of one run, Latin words and numbers are kept whole.
 *
 * A struct wrap owns the line that is not full yet; start it as {0} with width
 * and ambiguous set.  Width 0: one line, however long.
 */
#ifndef QD_FMT_WRAP_H
#define QD_FMT_WRAP_H

#include <stddef.h>
#include <stdint.h>

#include "io.h"
#include "mem.h"

struct wrap {
	size_t width;
	unsigned ambiguous;
	struct buf line; /* what is not written yet */
	size_t cols;	 /* of line */
	size_t cut;	 /* the line may end before this byte; 0: nowhere */
	size_t cut_cols; /* columns before it */
	uint32_t last;	 /* the last character; 0 at the beginning */
};

/* More text, valid UTF-8; the lines that are full go to out.  A line feed in
 * it ends a line. */
void wrap_put(struct wrap *w, struct out *o, struct str s);
/* Writes what is left, without a line feed behind it. */
void wrap_end(struct wrap *w, struct out *o);
void wrap_free(struct wrap *w);

#endif
