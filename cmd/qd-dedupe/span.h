/*
 * dup-span=: where the covered characters of a block stand in its document.
 *
 * A struct span is scratch: start it as {0}.
 */
#ifndef QD_DEDUPE_SPAN_H
#define QD_DEDUPE_SPAN_H

#include <stdint.h>

#include "rec.h"
#include "src.h"

/* Runs of folded characters of a text (anchor.h): from, to, from, to, ... */
struct runs {
	uint32_t *v;
	size_t n, cap; /* of runs; room for as many numbers */
};

void runs_add(struct runs *r, size_t from, size_t to);
void runs_free(struct runs *r);

struct span {
	struct src_map map;
	struct buf text, value;
};

/*
 * The spans start-end|start-end... of the runs in a text whose characters
 * from first on are those of block r, borrowed until the next call; *count,
 * if not NULL, is how many characters r has.
 */
struct str span_of(struct span *s, const struct rec *r, const struct runs *runs,
    size_t first, size_t *count);
void span_free(struct span *s);

#endif
