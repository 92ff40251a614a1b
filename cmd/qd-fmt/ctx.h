/*
 * Where a record stands: the lines of its document, its article and its
 * block, kept while the stream goes by.
 *
 * A struct ctx owns copies of the three lines; start it as {0}.  Only those
 * that are wanted are kept.
 */
#ifndef QD_FMT_CTX_H
#define QD_FMT_CTX_H

#include "rec.h"

enum { CTX_DOC, CTX_ART, CTX_BLOCK, CTX_N };

struct ctx_line {
	int wanted, there;
	struct rec rec; /* in bytes; set when there is 1 */
	struct buf bytes;
};

struct ctx {
	struct ctx_line line[CTX_N];
};

/* The stream has come to r: to be called for every record, before it is
 * asked for. */
void ctx_see(struct ctx *c, const struct rec *r);
void ctx_free(struct ctx *c);

#endif
