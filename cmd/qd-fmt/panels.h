/*
 * What stands around the text of a page: its head, and behind the text the
 * index of names, the tables and the charts.
 */
#ifndef QD_FMT_PANELS_H
#define QD_FMT_PANELS_H

#include "tally.h"

/* Everything up to the text.  title: of the page, or NULL for one made of the
 * documents' names. */
void panels_head(struct buf *b, const struct tally *t, const char *title);
/* Everything behind the text. */
void panels_tail(struct buf *b, const struct tally *t);

/* Parts of it (index.c, tables.c). */
void index_put(struct buf *b, const struct tally *t);
void tables_quantities(struct buf *b, const struct tally *t);
void tables_dates(struct buf *b, const struct tally *t);
void tables_charts(struct buf *b, const struct tally *t);
/* The numbers of all tags, those of qd-records(5) first; free it. */
size_t *panels_tags(const struct tally *t);
/* The name of a file without its folders. */
struct str panels_base(struct str name);
/* Adds a link to an article, its headline shortened. */
void panels_article(struct buf *b, const struct tally *t, size_t art);

#endif
