/*
 * Tables of -t csv back into records, as a spreadsheet may have written them
 * again: columns in any order, a byte order mark, LF alone.
 */
#include <string.h>

#include "cells.h"
#include "csvrec.h"
#include "from.h"

struct fromcsv {
	struct cells cells;
	struct csv_reader *csv;
	struct buf held; /* the lines of the row that is being read */
	size_t first;	 /* number of the first of them */
	size_t last;	 /* and of the line read last */
	size_t max;
	int header;
};

static void *
open_form(const struct opt *o)
{
	struct fromcsv *t = mem_calloc(1, sizeof *t);

	t->max = o->max_record;
	return t;
}

static void
begin(void *state, const char *name)
{
	struct fromcsv *t = state;

	(void)name;
	csv_close(t->csv);
	t->csv = csv_open();
	buf_reset(&t->held);
	t->header = 1;
	t->last = 0;
}

/* Gives up on the row that is being read: its lines are no records. */
static const char *
give_up(struct fromcsv *t, size_t *no, struct buf *b, const char *why)
{
	buf_put(b, t->held.s, t->held.len);
	buf_reset(&t->held);
	*no = t->first;
	csv_close(t->csv);
	t->csv = csv_open();
	return why;
}

/* The row, if it is whole. */
static const char *
take_row(struct fromcsv *t, size_t *no, struct buf *b, char *msg)
{
	const struct str *v;
	const char *wrong;
	size_t n;

	if (!csv_row(t->csv, &v, &n))
		return NULL;
	*no = t->first;
	if (t->header)
		wrong = cells_header(&t->cells, v, n, msg);
	else
		wrong = cells_row(&t->cells, v, n, b, msg);
	t->header = 0;
	if (wrong)
		buf_put(b, t->held.s, t->held.len);
	buf_reset(&t->held);
	return wrong;
}

static const char *
line(void *state, const struct line *l, size_t *no, struct buf *b, char *msg)
{
	static const char bad[] = "no CSV: a quotation mark inside a cell, or "
				  "text behind the closing one";
	struct fromcsv *t = state;
	const char *s;
	size_t len;

	if (l == NULL) {
		if (csv_end(t->csv) == -1)
			return give_up(t, no, b, "a quoted cell never ends");
		return take_row(t, no, b, msg);
	}
	s = l->s;
	len = l->len;
	if (t->header && t->last == 0 && len >= 3 &&
	    !memcmp(s, "\xef\xbb\xbf", 3)) {
		s += 3;
		len -= 3;
	}
	if (t->held.len == 0)
		t->first = l->no;
	t->last = l->no;
	buf_put(&t->held, s, len);
	buf_putc(&t->held, '\n');
	if (t->held.len > t->max)
		return give_up(t, no, b,
		    "row longer than a record may be (is a quote closed? "
		    "raise --max-record)");
	if (csv_feed(t->csv, s, len) == -1 ||
	    (l->nl && csv_feed(t->csv, "\n", 1) == -1))
		return give_up(t, no, b, bad);
	return take_row(t, no, b, msg);
}

static void
close_form(void *state)
{
	struct fromcsv *t = state;

	cells_free(&t->cells);
	csv_close(t->csv);
	buf_free(&t->held);
	mem_free(t);
}

const struct from from_csv = {"csv", open_form, begin, line, close_form};
