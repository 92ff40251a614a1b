/*
 * What each unit of an article is: headline lines, byline, subhead,
 * paragraph, caption, note (qd-split(1) says how each is told).
 */
#ifndef QD_LABEL_H
#define QD_LABEL_H

#include "page.h"

/* Labels the units a..b-1 of one article. */
void label_units(struct page *p, size_t a, size_t b);

#endif
