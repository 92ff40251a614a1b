/*
 * What the layout tells about an article as a whole: its date, the place and
 * medium of its dateline, the names of its byline.
 */
#ifndef QD_ART_H
#define QD_ART_H

#include "page.h"

/*
 * Puts the attributes of the art record for the labelled units a..b-1 into
 * b (reset first): by, date, date-from, media, place.  May learn the page's
 * own date from a running head or a bracketed date.
 */
void art_attrs(struct page *p, size_t a, size_t z, struct buf *b);

/*
 * The year of a day m-d printed on the day y-pm-pd: the same year or the one
 * before, whichever makes it no later.
 */
int art_year(int m, int d, int y, int pm, int pd);

#endif
