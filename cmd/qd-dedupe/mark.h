/*
 * Marks: attributes put into a block's line.
 *
 * The filter's own attributes that stand there from an earlier run go; all
 * else stays as it is.  A struct mark is scratch: start it as {0}.
 */
#ifndef QD_DEDUPE_MARK_H
#define QD_DEDUPE_MARK_H

#include "rec.h"
#include "verdict.h"

struct mark {
	struct buf attrs, value, doc, cover;
};

/* 1 when the block is marked as a repeat. */
int mark_is(const struct rec *r);
/* What is said of a repeat. */
struct dup {
	struct str doc, loc; /* of the first instance, as on the wire */
	enum verdict_kind kind;
	unsigned cover;	  /* per mille; not said of VERDICT_EXACT */
	struct str spans; /* start-end|..., or empty */
};

/* Writes the block without dup and dup-*. */
void mark_none(struct mark *m, struct out *o, const struct rec *r);
/* Writes it with those that dup says. */
void mark_dup(
    struct mark *m, struct out *o, const struct rec *r, const struct dup *dup);
/* Writes the block with n=count. */
void mark_count(
    struct mark *m, struct out *o, const struct rec *r, size_t count);
void mark_free(struct mark *m);

#endif
