/*
 * The rows of a CSV file whose first row names the columns: those fields of
 * them that are wanted.  As row.h, for this one form.
 */
#ifndef QD_SPLIT_TABLE_H
#define QD_SPLIT_TABLE_H

#include "row.h"

struct table;

/* opt and why, to which faults are added, are borrowed until table_close. */
struct table *table_open(const struct row_opt *opt, struct buf *why);
void table_begin(struct table *t);
void table_line(struct table *t, const struct line *l);
/* 1 with the fields in row->v; 0 and -1 as rows_next. */
int table_next(struct table *t, struct row *row);
void table_end(struct table *t);
/* The line in which the row given last, or in hand, begins. */
size_t table_no(const struct table *t);
void table_close(struct table *t);

#endif
