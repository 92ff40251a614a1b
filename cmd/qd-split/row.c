#include "row.h"

#include <string.h>

#include "json.h"
#include "mend.h"
#include "name.h"
#include "table.h"
#include "utf8.h"

#define LONG_ID 4096 /* bytes: it stands in each record */

struct rows {
	const struct row_opt *opt;
	struct table *table;	  /* of CSV, or NULL */
	struct json_reader *json; /* of JSON Lines, or NULL: */
	size_t no;		  /* the line in hand */
	int within;		  /* in an over-long line */
	int ready;		  /* the line is a row */
	int broken;		  /* that cannot be read */
	struct buf line;	  /* with U+FFFD for what is no UTF-8 */
	char msg[160];
	struct buf why, bytes[ROW_NFIELDS]; /* faults; values made here */
};

struct rows *
rows_open(const struct row_opt *opt)
{
	struct rows *r = mem_calloc(1, sizeof *r);

	r->opt = opt;
	if (opt->jsonl)
		r->json = json_open();
	else
		r->table = table_open(opt, &r->why);
	return r;
}

void
rows_begin(struct rows *r)
{
	if (r->table)
		table_begin(r->table);
	r->within = r->ready = 0;
}

void
row_fault(struct buf *why, const char *what, const char *name)
{
	if (why->len)
		buf_puts(why, "; ");
	buf_puts(why, what);
	if (name) {
		buf_puts(why, " '");
		buf_puts(why, name);
		buf_putc(why, '\'');
	}
}

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
	row_fault(&r->why, what, NULL);
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
		row_fault(&r->why, "invalid UTF-8", NULL);
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
	row_fault(&r->why, "no text in field", r->opt->name[c]);
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

void
rows_line(struct rows *r, const struct line *l)
{
	if (r->table)
		table_line(r->table, l);
	else
		json_put(r, l);
}

void
rows_end(struct rows *r)
{
	if (r->table)
		table_end(r->table);
}

const char *
rows_why(const struct rows *r, size_t *no)
{
	*no = r->table ? table_no(r->table) : r->no;
	return r->why.s;
}

/* Without white space at its ends. */
static struct str
trim(struct str s)
{
	uint32_t cp;
	size_t k;

	while (s.len) {
		k = utf8_decode(s.s, s.len, &cp);
		if (!utf8_isspace(cp))
			break;
		s.s += k;
		s.len -= k;
	}
	while (s.len) {
		k = utf8_before(s.s, s.len, &cp);
		if (!utf8_isspace(cp))
			break;
		s.len -= k;
	}
	return s;
}

/* What is said of a row beside its text. */
static void
check_fields(struct rows *r, struct row *row)
{
	const char *const *name = r->opt->name;
	struct str *v = row->v;
	size_t c;

	if (v[ROW_TEXT].s == NULL && !r->why.len)
		row_fault(&r->why, "no field", name[ROW_TEXT]);
	if (v[ROW_ID].len > LONG_ID)
		v[ROW_ID].len = 0;
	if (name[ROW_ID] && v[ROW_ID].len == 0 && !r->broken)
		row_fault(
		    &r->why, "no id of 1 to 4096 bytes in field", name[ROW_ID]);
	for (c = ROW_ID; c < ROW_NFIELDS; c++) {
		struct str was = v[c];

		v[c] = mend_utf8(was, &r->bytes[c]);
		if (v[c].s != was.s)
			row_fault(&r->why, "invalid UTF-8 in field", name[c]);
	}
	v[ROW_TITLE] = trim(v[ROW_TITLE]);
	if (v[ROW_DATE].len && !name_field_date(v[ROW_DATE], row->date))
		row_fault(&r->why, "no date (want YYYY-MM-DD) in field",
		    name[ROW_DATE]);
}

int
rows_next(struct rows *r, struct row *row)
{
	int got;

	memset(row, 0, sizeof *row);
	if (r->table)
		buf_reset(&r->why);
	got = r->table ? table_next(r->table, row) : json_take(r, row);
	if (got != 1)
		return got;
	check_fields(r, row);
	row->no = r->table ? table_no(r->table) : r->no;
	row->bad = r->why.len ? r->why.s : NULL;
	return 1;
}

void
rows_close(struct rows *r)
{
	size_t c;

	if (r == NULL)
		return;
	table_close(r->table);
	json_close(r->json);
	buf_free(&r->why);
	buf_free(&r->line);
	for (c = 0; c < ROW_NFIELDS; c++)
		buf_free(&r->bytes[c]);
	mem_free(r);
}
