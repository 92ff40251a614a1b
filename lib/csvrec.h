/*
 * CSV (RFC 4180): the only room that knows libcsv.
 */
#ifndef QD_CSVREC_H
#define QD_CSVREC_H

#include "mem.h"

/* Adds s to b as one CSV field: in quotes (doubled inside) where it must be. */
void csv_field(struct buf *b, struct str s);

/*
 * Reading: bytes go in as they come, rows come out one by one.  A reader owns
 * the rows that wait in it.
 */
struct csv_reader;

struct csv_reader *csv_open(void);
/* The next n bytes.  0; -1 when they are no CSV (a quote inside a field, text
 * behind a closing quote): nothing more can be read then. */
int csv_feed(struct csv_reader *r, const char *s, size_t n);
/* No more bytes follow: ends the last row.  As csv_feed; -1 also for a quote
 * that is never closed. */
int csv_end(struct csv_reader *r);
/*
 * The next whole row: 1 with its *n fields in *f, borrowed until the next
 * call for r; 0 when none is whole yet.
 */
int csv_row(struct csv_reader *r, const struct str **f, size_t *n);
/* Bytes of the row that is being read: to bound it. */
size_t csv_held(const struct csv_reader *r);
void csv_close(struct csv_reader *r);

#endif
