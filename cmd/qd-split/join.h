/*
 * Paragraphs cut by a column or page break, put together again.
 *
 * Which rest goes to which open end: the one that stands right before it,
 * unless that does not fit (fit.h) or another fits better.
 */
#ifndef QD_JOIN_H
#define QD_JOIN_H

#include "page.h"

/*
 * Links the paragraphs among the labelled units a..b-1 through their next,
 * and marks those that stay cut.  Without p->opt->relink only a paragraph and
 * the very next line are linked.
 */
void join_units(struct page *p, size_t a, size_t b);

#endif
