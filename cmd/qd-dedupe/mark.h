/*
 * Marks: attributes put into a block's line.
 *
 * The filter's own attributes that stand there from an earlier run go; all
 * else stays as it is.  A struct mark is scratch: start it as {0}.
 */
#ifndef QD_DEDUPE_MARK_H
#define QD_DEDUPE_MARK_H

#include "rec.h"

struct mark {
	struct buf attrs, value, doc;
};

/* 1 when the block is marked as a repeat. */
int mark_is(const struct rec *r);
/* Writes the block without dup and dup-*, or, where doc.s is not NULL, with
 * dup=doc:loc (as they are on the wire) and dup-kind=kind. */
void mark_dup(struct mark *m, struct out *o, const struct rec *r,
    struct str doc, struct str loc, const char *kind);
/* Writes the block with n=count. */
void mark_count(
    struct mark *m, struct out *o, const struct rec *r, size_t count);
void mark_free(struct mark *m);

#endif
