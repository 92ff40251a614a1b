/*
 * The third step (step.h): how much of the later text stands in the first.
 */
#ifndef QD_DEDUPE_CHECKS_H
#define QD_DEDUPE_CHECKS_H

#include "index.h"
#include "io.h"

struct checks {
	const struct index_opt *o;
	struct codes a, b;
	struct cover cover;
	struct buf line;
};

int checks_line(struct checks *c, struct str line, struct out *out);
void checks_free(struct checks *c);

#endif
