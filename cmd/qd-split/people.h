/*
 * Names of people on lines of their own: one below the other under 本报记者 or
 * 责编, spread over lines, or what did not fit into the line of a byline.
 */
#ifndef QD_SPLIT_PEOPLE_H
#define QD_SPLIT_PEOPLE_H

#include "page.h"

/* 1 when the measure cut a name of the byline u in two and its rest stands in
 * line b, the one below. */
int people_cut(struct page *p, const struct unit *u, size_t b);
/* Gives a new unit u, not in p->u yet, its cue and name where it holds names
 * that belong to the units above. */
void people_mark(struct page *p, struct unit *u);

#endif
