/*
 * Lines into units: which lines make one paragraph, headline or note.
 *
 * Nothing here knows articles or labels.
 */
#ifndef QD_UNIT_H
#define QD_UNIT_H

#include "page.h"

/*
 * Makes the next unit of p->l from p->done on, where final is set also from
 * the last lines.  0 when more lines are needed first.
 */
int unit_make(struct page *p, int final);

/* 1 when, by its form, it could be a headline or a subhead. */
int unit_headlike(const struct unit *u);

#endif
