/*
 * Rows of a table with a header back into records: what the forms tsv and csv
 * share.
 *
 * A struct cells owns its columns; start it as {0}, cells_header for each
 * file's first row, cells_row for the others.
 */
#ifndef QD_FMT_CELLS_H
#define QD_FMT_CELLS_H

#include "made.h"

struct cells {
	struct cells_col {
		size_t at; /* REC_TAG..REC_ATTRS; REC_NFIELDS: an attribute;
			      beyond: of no use */
		char *key;
	} * v;
	size_t n, cap;
	int wire;	/* cells have the escapes of the wire */
	int attributes; /* there are columns of attributes */
	int tag, text;	/* there are these columns */
	int good;	/* the header was one */
	struct made made;
	struct buf row;
};

/*
 * The names of the columns: fields, keys of attributes, attrs.KEY; those of
 * the context (art.date) are passed over.  NULL, or what is wrong in msg: a
 * name that is none of these, no column tag, or none text.
 */
const char *cells_header(
    struct cells *c, const struct str *v, size_t n, char *msg);
/* Adds the record's line to b.  NULL, or what is wrong with the row (in msg):
 * then nothing was added. */
const char *cells_row(
    struct cells *c, const struct str *v, size_t n, struct buf *b, char *msg);
void cells_reset(struct cells *c);
void cells_free(struct cells *c);

#endif
