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
/* From here on a quote within a field is a character of it, as spreadsheets
 * write and read them; a field whose quote is never closed ends with the
 * bytes, and csv_end, which tells, still gives its row. */
void csv_forgive(struct csv_reader *r);
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
/* Bytes that the row which is being read takes so far: to bound it. */
size_t csv_held(const struct csv_reader *r);
void csv_close(struct csv_reader *r);

#endif
