#include "row.h"

#include <string.h>

#include "csvrec.h"
#include "json.h"
#include "mend.h"
#include "name.h"
#include "utf8.h"

#define LONG_ID 4096 /* bytes: it stands in each record */
#define STEP 65536   /* bytes of CSV read in one go */
#define NAMES 200    /* bytes of a header's names in a message */

struct rows {
	const struct row_opt *opt;
	struct csv_reader *csv;
	struct json_reader *json;
	size_t col[ROW_NFIELDS]; /* CSV: from 1; 0: the field is not wanted */
	size_t ncols;		 /* of its header; 0: not yet read */
	size_t no;		 /* line in which the row in hand begins */
	int within;		 /* it has begun */
	int ready;		 /* JSON: it is whole */
	int broken;		 /* JSON: it cannot be read */
	int open;		 /* CSV: its last quote was never closed */
	struct str rest;	 /* CSV: of the line in hand, not yet read */
	int nl;			 /* and the line feed behind it */
	struct buf why, bytes[ROW_NFIELDS]; /* faults; values made here */
	struct buf line; /* JSON: a line with U+FFFD for what is no UTF-8 */
	char msg[160];
};

struct rows *
rows_open(const struct row_opt *opt)
{
	struct rows *r = mem_calloc(1, sizeof *r);

	r->opt = opt;
	if (opt->jsonl)
		r->json = json_open();
	return r;
}

void
rows_begin(struct rows *r)
{
	if (!r->opt->jsonl) {
		csv_close(r->csv);
		r->csv = csv_open();
		if (!r->opt->strict)
			csv_forgive(r->csv);
	}
	r->ncols = 0;
	r->within = r->ready = r->open = r->nl = 0;
	r->rest.len = 0;
}

/* Adds a fault to what is said of the row. */
static void
fault(struct rows *r, const char *what, const char *name)
{
	if (r->why.len)
		buf_puts(&r->why, "; ");
	buf_puts(&r->why, what);
	if (name) {
		buf_puts(&r->why, " '");
		buf_puts(&r->why, name);
		buf_putc(&r->why, '\'');
	}
}

/* -- CSV */

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
no_column(struct rows *r, const char *name, const struct str *f, size_t n)
{
	size_t i;

	fault(r, "no column", name);
	buf_puts(&r->why, " (the header has: ");
	for (i = 0; i < n && r->why.len < NAMES; i++) {
		struct str h = header_name(f, i);

		if (i)
			buf_puts(&r->why, ", ");
		buf_put(
		    &r->why, h.s, h.len < NAMES ? h.len : utf8_cut(h.s, NAMES));
	}
	buf_puts(&r->why, i < n ? ", ...)" : ")");
}

/* Finds the wanted columns in the header; -1 when one is not there. */
static int
read_header(struct rows *r, const struct str *f, size_t n)
{
	size_t c, i;

	r->ncols = n;
	for (c = 0; c < ROW_NFIELDS; c++) {
		const char *name = r->opt->name[c];

		r->col[c] = 0;
		for (i = 0; name && r->col[c] == 0 && i < n; i++)
			if (str_is(header_name(f, i), name))
				r->col[c] = i + 1;
		if (name && r->col[c] == 0) {
			no_column(r, name, f, n);
			return -1;
		}
	}
	return 0;
}

static void
csv_put(struct rows *r, const struct line *l)
{
	if (!r->within && l->len == 0 && !l->part)
		return;
	if (!r->within)
		r->no = l->no;
	r->within = 1;
	r->rest.s = l->s;
	r->rest.len = l->len;
	r->nl = l->nl != 0;
}

/* Feeds some more of the line; -1 when that is no CSV, or too long a row. */
static int
csv_more(struct rows *r)
{
	size_t n = r->rest.len < STEP ? r->rest.len : STEP;
	int bad;

	if (n) {
		bad = csv_feed(r->csv, r->rest.s, n);
		r->rest.s += n;
		r->rest.len -= n;
	} else {
		bad = csv_feed(r->csv, "\n", 1);
		r->nl = 0;
	}
	if (bad)
		fault(r, "no CSV: a quote within a field, or text behind one",
		    NULL);
	else if (csv_held(r->csv) > r->opt->max)
		fault(r,
		    "row longer than --max-record (is a quote never closed?)",
		    NULL);
	return r->why.len ? -1 : 0;
}

/* The next whole row of the file: 1, 0: not yet, -1: no more. */
static int
csv_next(struct rows *r, const struct str **f, size_t *n)
{
	for (;;) {
		if (csv_row(r->csv, f, n)) {
			if (r->ncols)
				return 1;
			if (read_header(r, *f, *n) == -1)
				return -1;
			r->within = r->rest.len || r->nl;
		} else if (r->rest.len == 0 && !r->nl) {
			return 0;
		} else if (csv_more(r) == -1) {
			return -1;
		}
	}
}

static int
csv_take(struct rows *r, struct row *row)
{
	const struct str *f;
	size_t n, c;
	int got = csv_next(r, &f, &n);

	if (got != 1)
		return got;
	r->within = r->rest.len || r->nl;
	for (c = 0; c < ROW_NFIELDS; c++)
		if (r->col[c] && r->col[c] <= n)
			row->v[c] = f[r->col[c] - 1];
	if (r->open)
		fault(r, "a quote is never closed", NULL);
	if (n != r->ncols) {
		fault(r,
		    n < r->ncols ? "fewer fields than the header has:"
				 : "more fields than the header has:",
		    NULL);
		buf_putc(&r->why, ' ');
		buf_putu(&r->why, n);
		buf_puts(&r->why, ", not ");
		buf_putu(&r->why, r->ncols);
	}
	return 1;
}

/* -- JSON Lines */

static int
is_blank(struct str s)
{
	while (s.len && (*s.s == ' ' || *s.s == '\t' || *s.s == '\r')) {
		s.s++;
		s.len--;
	}
	return s.len == 0;
}

/* A line that is no row: nothing of it can be read. */
static void
json_fault(struct rows *r, const char *what)
{
	r->broken = 1;
	fault(r, what, NULL);
}

static void
json_put(struct rows *r, const struct line *l)
{
	struct str s = {l->s, l->len};
	const char *bad;

	/* Of an over-long line only the first part counts. */
	if ((l->part && r->within) || (!l->part && is_blank(s))) {
		r->within = l->more != 0;
		return;
	}
	r->within = l->more != 0;
	r->no = l->no;
	r->ready = 1;
	r->broken = 0;
	buf_reset(&r->why);
	if (l->part) {
		json_fault(r, "line longer than --max-record");
		return;
	}
	if (utf8_valid(s.s, s.len) < s.len) {
		fault(r, "invalid UTF-8", NULL);
		s = mend_utf8(s, &r->line);
	}
	bad = json_read(r->json, s.s, s.len, r->msg);
	if (bad)
		json_fault(r, bad);
}

/* A list of texts: each is a line. */
static int
join_list(const struct json_val *v, struct buf *b)
{
	struct buf one = {0};
	size_t i, n = json_count(v);

	buf_reset(b);
	for (i = 0; i < n; i++) {
		struct str s = json_text(json_at(v, i), &one);

		if (json_kind(json_at(v, i)) != JSON_TEXT)
			break;
		if (i)
			buf_putc(b, '\n');
		buf_put(b, s.s, s.len);
	}
	buf_free(&one);
	return i == n;
}

static struct str
json_value(struct rows *r, enum row_field c)
{
	const struct json_val *v = json_get(json_top(r->json), r->opt->name[c]);
	enum json_kind kind = json_kind(v);
	struct str none = {NULL, 0};

	if (kind != JSON_LIST && kind != JSON_DICT)
		return json_text(v, &r->bytes[c]);
	if (kind == JSON_LIST && c == ROW_TEXT && join_list(v, &r->bytes[c]))
		return buf_str(&r->bytes[c]);
	fault(r, "no text in field", r->opt->name[c]);
	return none;
}

static int
json_take(struct rows *r, struct row *row)
{
	size_t c;

	if (!r->ready)
		return 0;
	r->ready = 0;
	for (c = 0; c < ROW_NFIELDS && !r->broken; c++)
		if (r->opt->name[c])
			row->v[c] = json_value(r, (enum row_field)c);
	return 1;
}

/* -- both */

void
rows_line(struct rows *r, const struct line *l)
{
	if (r->opt->jsonl)
		json_put(r, l);
	else
		csv_put(r, l);
}

void
rows_end(struct rows *r)
{
	if (r->csv && csv_end(r->csv) == -1)
		r->open = 1;
}

const char *
rows_why(const struct rows *r, size_t *no)
{
	*no = r->no;
	return r->why.s;
}

int
rows_next(struct rows *r, struct row *row)
{
	size_t c;
	int got;

	memset(row, 0, sizeof *row);
	if (!r->opt->jsonl)
		buf_reset(&r->why);
	got = r->opt->jsonl ? json_take(r, row) : csv_take(r, row);
	if (got != 1)
		return got;
	if (row->v[ROW_TEXT].s == NULL && !r->why.len)
		fault(r, "no field", r->opt->name[ROW_TEXT]);
	if (row->v[ROW_ID].len > LONG_ID)
		row->v[ROW_ID].len = 0;
	if (r->opt->name[ROW_ID] && row->v[ROW_ID].len == 0 && !r->broken)
		fault(r, "no id of 1 to 4096 bytes in field",
		    r->opt->name[ROW_ID]);
	for (c = 0; c < ROW_NFIELDS; c++) {
		struct str v = row->v[c];

		if (c == ROW_TEXT)
			continue;
		row->v[c] = mend_utf8(v, &r->bytes[c]);
		if (row->v[c].s != v.s)
			fault(r, "invalid UTF-8 in field", r->opt->name[c]);
	}
	if (row->v[ROW_DATE].len &&
	    !name_field_date(row->v[ROW_DATE], row->date))
		fault(r, "no date (want YYYY-MM-DD) in field",
		    r->opt->name[ROW_DATE]);
	row->no = r->no;
	row->bad = r->why.len ? r->why.s : NULL;
	return 1;
}

void
rows_close(struct rows *r)
{
	size_t c;

	if (r == NULL)
		return;
	csv_close(r->csv);
	json_close(r->json);
	buf_free(&r->why);
	buf_free(&r->line);
	for (c = 0; c < ROW_NFIELDS; c++)
		buf_free(&r->bytes[c]);
	mem_free(r);
}
