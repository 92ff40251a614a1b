/*
 * Units into records: the art record and the blocks of an article, each with
 * its place in the document and, where its text is not one copy of the
 * source, its map.
 */
#ifndef QD_EMIT_H
#define QD_EMIT_H

#include "page.h"

/* The doc record. */
void emit_doc(struct page *p);
/*
 * The art record and the blocks of the units a..b-1, linked and labelled;
 * more: another article follows.
 */
void emit_article(struct page *p, size_t a, size_t b, int more);

#endif
