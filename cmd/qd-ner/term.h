/*
 * Quoted slogans: what stands between quotation marks, is short, is no
 * sentence of somebody's speech and no name.  They are looked for when the
 * names are settled, and take nothing from them.
 */
#ifndef QD_NER_TERM_H
#define QD_NER_TERM_H

#include "link.h"

struct term {
	size_t from, to; /* bytes of the folded text, with the marks */
	size_t mark;	 /* bytes of each mark */
};

/* The next one that begins at byte *at of the folded text or later, and *at
 * behind it; 0 where there is none. */
int term_next(struct str folded, size_t *at, struct term *t);

/* Adds those of a text to the list, but for what overlaps one of the n names
 * that are written (link_names). */
void term_add(struct ann_list *list, struct str text, struct str folded,
    const struct linker *l, const struct name *v, size_t n);

#endif
