#include "table.h"

#include <string.h>

#include "csvrec.h"
#include "utf8.h"

#define STEP 65536 /* bytes read in one go */
#define NAMES 200  /* bytes of the header's names in a message */

struct table {
	const struct row_opt *opt;
	struct buf *why; /* the caller's */
	struct csv_reader *csv;
	size_t col[ROW_NFIELDS]; /* from 1; 0: the field is not wanted */
	size_t ncols;		 /* of the header; 0: not yet read */
	size_t no;		 /* line in which the row in hand begins */
	int within;		 /* it has begun */
	int open;		 /* its last quote was never closed */
	struct str rest;	 /* of the line in hand, not yet read */
	int nl;			 /* and the line feed behind it */
};

struct table *
table_open(const struct row_opt *opt, struct buf *why)
{
	struct table *t = mem_calloc(1, sizeof *t);

	t->opt = opt;
	t->why = why;
	return t;
}

void
table_begin(struct table *t)
{
	csv_close(t->csv);
	t->csv = csv_open();
	if (!t->opt->strict)
		csv_forgive(t->csv);
	t->ncols = 0;
	t->within = t->open = t->nl = 0;
	t->rest.len = 0;
}

/* The i-th name of a header, without a byte order mark before the first. */
static struct str
header_name(const struct str *f, size_t i)
{
	struct str h = f[i];

	if (i == 0 && h.len >= 3 && !memcmp(h.s, "\xef\xbb\xbf", 3)) {
		h.s += 3;
		h.len -= 3;
	}
	return h;
}

static void
no_column(struct table *t, const char *name, const struct str *f, size_t n)
{
	size_t i;

	row_fault(t->why, "no column", name);
	buf_puts(t->why, " (the header has: ");
	for (i = 0; i < n && t->why->len < NAMES; i++) {
		struct str h = header_name(f, i);

		if (i)
			buf_puts(t->why, ", ");
		buf_put(
		    t->why, h.s, h.len < NAMES ? h.len : utf8_cut(h.s, NAMES));
	}
	buf_puts(t->why, i < n ? ", ...)" : ")");
}

/* Finds the wanted columns in the header; -1 when one is not there. */
static int
read_header(struct table *t, const struct str *f, size_t n)
{
	size_t c, i;

	t->ncols = n;
	for (c = 0; c < ROW_NFIELDS; c++) {
		const char *name = t->opt->name[c];

		t->col[c] = 0;
		for (i = 0; name && t->col[c] == 0 && i < n; i++)
			if (str_is(header_name(f, i), name))
				t->col[c] = i + 1;
		if (name && t->col[c] == 0) {
			no_column(t, name, f, n);
			return -1;
		}
	}
	return 0;
}

void
table_line(struct table *t, const struct line *l)
{
	if (!t->within && l->len == 0 && !l->part)
		return;
	if (!t->within)
		t->no = l->no;
	t->within = 1;
	t->rest.s = l->s;
	t->rest.len = l->len;
	t->nl = l->nl != 0;
}

/* Feeds some more of the line; -1 when that is no CSV, or too long a row. */
static int
more(struct table *t)
{
	size_t n = t->rest.len < STEP ? t->rest.len : STEP;
	int bad;

	if (n) {
		bad = csv_feed(t->csv, t->rest.s, n);
		t->rest.s += n;
		t->rest.len -= n;
	} else {
		bad = csv_feed(t->csv, "\n", 1);
		t->nl = 0;
	}
	if (bad)
		row_fault(t->why,
		    "no CSV: a quote within a field, or text behind one", NULL);
	else if (csv_held(t->csv) > t->opt->max)
		row_fault(t->why,
		    "row longer than --max-record (is a quote never closed?)",
		    NULL);
	return t->why->len ? -1 : 0;
}

/* The next whole row of the file: 1, 0: not yet, -1: no more. */
static int
next(struct table *t, const struct str **f, size_t *n)
{
	for (;;) {
		if (csv_row(t->csv, f, n)) {
			if (t->ncols)
				return 1;
			if (read_header(t, *f, *n) == -1)
				return -1;
			t->within = t->rest.len || t->nl;
		} else if (t->rest.len == 0 && !t->nl) {
			return 0;
		} else if (more(t) == -1) {
			return -1;
		}
	}
}

int
table_next(struct table *t, struct row *row)
{
	const struct str *f;
	size_t n, c;
	int got = next(t, &f, &n);

	if (got != 1)
		return got;
	t->within = t->rest.len || t->nl;
	for (c = 0; c < ROW_NFIELDS; c++)
		if (t->col[c] && t->col[c] <= n)
			row->v[c] = f[t->col[c] - 1];
	if (t->open)
		row_fault(t->why, "a quote is never closed", NULL);
	if (n != t->ncols) {
		row_fault(t->why,
		    n < t->ncols ? "fewer fields than the header has:"
				 : "more fields than the header has:",
		    NULL);
		buf_putc(t->why, ' ');
		buf_putu(t->why, n);
		buf_puts(t->why, ", not ");
		buf_putu(t->why, t->ncols);
	}
	return 1;
}

void
table_end(struct table *t)
{
	t->open = csv_end(t->csv) == -1;
}

size_t
table_no(const struct table *t)
{
	return t->no;
}

void
table_close(struct table *t)
{
	if (t == NULL)
		return;
	csv_close(t->csv);
	mem_free(t);
}
