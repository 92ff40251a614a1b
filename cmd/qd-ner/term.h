/*
 * Quoted slogans: what stands between quotation marks, is short, is no
 * sentence of somebody's speech and no name.  They are looked for when the
 * names are settled, and take nothing from them.
 */
#ifndef QD_NER_TERM_H
#define QD_NER_TERM_H

#include <stddef.h>

#include "mem.h"

struct term {
	size_t from, to; /* bytes of the folded text, with the marks */
	size_t mark;	 /* bytes of each mark */
};

/* The next one that begins at byte *at of the folded text or later, and *at
 * behind it; 0 where there is none. */
int term_next(struct str folded, size_t *at, struct term *t);

#endif
