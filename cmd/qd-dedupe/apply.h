/*
 * The last step (step.h): a line of resolve taken apart.
 */
#ifndef QD_DEDUPE_APPLY_H
#define QD_DEDUPE_APPLY_H

#include "span.h"
#include "verdict.h"

/* A mark taken apart: what a line of resolve says; 0, or -1 when it is none.
 * The strings are borrowed from the line. */
struct apply_mark {
	struct str id, doc, loc;
	struct verdict v;
};

int apply_read(struct str line, struct apply_mark *m, struct runs *runs);

#endif
