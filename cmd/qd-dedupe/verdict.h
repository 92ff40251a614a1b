/*
 * What is found out about a text.
 */
#ifndef QD_DEDUPE_VERDICT_H
#define QD_DEDUPE_VERDICT_H

#include <stdint.h>

enum verdict_kind {
	VERDICT_NONE,	   /* nothing but marks: it takes no part */
	VERDICT_NEW,	   /* the first of its kind */
	VERDICT_EXACT,	   /* the same after folding */
	VERDICT_NEAR,	   /* nearly the same */
	VERDICT_CONTAINED, /* it stands within a longer one */
	VERDICT_PARTIAL,   /* a part of it stands in another */
};

struct verdict {
	enum verdict_kind kind;
	int repeat;	/* it counts as a repeat */
	uint64_t num;	/* of the earlier one; where it is new, its own */
	unsigned cover; /* how much of it is a repeat, per mille */
};

/* The word for dup-kind=. */
const char *verdict_word(enum verdict_kind kind);

#endif
