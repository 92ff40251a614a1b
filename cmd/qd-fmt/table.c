/*
 * A table to read on a terminal, aligned by display width.  The columns' widths
 * are learned from the first rows, which are held back: SAMPLE_ROWS of them, or
 * SAMPLE_BYTES.  With --width the widest columns give way until a line fits,
 * and cells are cut with an ellipsis; without, a later cell that is wider
 * pushes what stands behind it.
 */
#include <string.h>

#include "fmt.h"
#include "utf8.h"
#include "width.h"

enum { SAMPLE_ROWS = 1000, SAMPLE_BYTES = 1 << 20, GAP = 2, LEAST = 4 };

#define ELLIPSIS "\xe2\x80\xa6"

struct table {
	struct buf cells; /* of the sample, one after the other */
	size_t *ends;	  /* where each ends */
	size_t n, cap;
	size_t *width; /* of each column */
	size_t rows;   /* held back, the header among them */
	int known;     /* the widths are settled, the sample is written */
};

/* 1 for what controls a terminal, the order of writing among it. */
static int
controls(uint32_t cp)
{
	return cp < ' ' || (cp >= 0x7f && cp < 0xa0) ||
	       (cp >= 0x202a && cp <= 0x202e) || (cp >= 0x2066 && cp <= 0x2069);
}

/* Adds s as a terminal may show it: escapes of the wire for TAB and line
 * breaks, U+FFFD for what else controls one, and for what is no UTF-8. */
static void
put_cell(struct buf *b, struct str s)
{
	size_t i, k, from = 0;
	uint32_t cp;

	for (i = 0; i < s.len; i += k) {
		k = utf8_decode(s.s + i, s.len - i, &cp);
		if (cp != 0xfffd && !controls(cp))
			continue;
		buf_put(b, s.s + from, i - from);
		from = i + k;
		if (cp == '\t' || cp == '\n' || cp == '\r')
			rec_escape(b, s.s + i, 1);
		else
			buf_puts(b, "\xef\xbf\xbd");
	}
	if (from < s.len)
		buf_put(b, s.s + from, s.len - from);
}

static void
add_cell(struct table *t, struct str s)
{
	put_cell(&t->cells, s);
	t->ends = mem_grow(t->ends, &t->cap, t->n + 1, sizeof *t->ends);
	t->ends[t->n++] = t->cells.len;
}

static void
begin(struct fmt_job *job)
{
	struct table *t = mem_calloc(1, sizeof *t);
	size_t i;

	t->width = mem_calloc(job->fields->n, sizeof *t->width);
	job->state = t;
	for (i = 0; i < job->fields->n; i++)
		add_cell(t, str_of(job->fields->v[i].name));
}

static struct str
cell(const struct table *t, size_t i)
{
	size_t from = i ? t->ends[i - 1] : 0;
	struct str s = {t->cells.s + from, t->ends[i] - from};

	return s;
}

/* Makes the widest columns narrower until all fit into width. */
static void
shrink(struct table *t, size_t n, size_t width)
{
	size_t i, sum = GAP * (n - 1), most;

	for (i = 0; i < n; i++)
		sum += t->width[i];
	while (sum > width) {
		for (most = 0, i = 1; i < n; i++)
			if (t->width[i] > t->width[most])
				most = i;
		if (t->width[most] <= LEAST)
			break;
		t->width[most]--;
		sum--;
	}
}

static void
pad(struct buf *row, size_t n)
{
	buf_reserve(row, n);
	memset(row->s + row->len, ' ', n);
	row->len += n;
	row->s[row->len] = '\0';
}

/* Adds a cell of column i, padded; cut where it must fit. */
static void
put_padded(struct fmt_job *job, size_t i, struct str s)
{
	const struct table *t = job->state;
	const struct fields *f = job->fields;
	unsigned amb = job->opt->ambiguous;
	int right = f->v[i].at == REC_START || f->v[i].at == REC_END;
	size_t cols = width_of(s, amb), room = t->width[i];
	int cut = 0;

	if (cols > room && job->opt->width) {
		/* A column may have no room for an ellipsis even. */
		cut = room >= amb;
		s.len = width_fit(s, cut ? room - amb : room, amb, &cols);
		cols += cut ? amb : 0;
	}
	if (right && cols < room)
		pad(&job->row, room - cols);
	buf_put(&job->row, s.s, s.len);
	if (cut)
		buf_puts(&job->row, ELLIPSIS);
	if (!right && cols < room && i + 1 < f->n)
		pad(&job->row, room - cols);
	if (i + 1 < f->n)
		pad(&job->row, GAP);
}

/* Colour by what a record is: SGR (ECMA-48), or none. */
static const char *
color_of(const struct fmt_job *job, struct str tag)
{
	if (!job->opt->color || tag.len == 0)
		return "";
	if (tag.s[0] < 'a')
		return str_is(tag, "PER")   ? "\033[31m"
		       : str_is(tag, "ORG") ? "\033[34m"
		       : str_is(tag, "LOC") ? "\033[32m"
					    : "\033[35m";
	return rec_kind(tag) == REC_ANN ? "\033[33m" : "\033[2m";
}

/* Writes the row of cells that begins at cell first. */
static void
put_row(struct fmt_job *job, size_t first, const char *color)
{
	struct table *t = job->state;
	struct buf *row = &job->row;
	size_t i;

	buf_reset(row);
	buf_puts(row, color);
	for (i = 0; i < job->fields->n; i++)
		put_padded(job, i, cell(t, first + i));
	while (row->len && row->s[row->len - 1] == ' ')
		row->len--;
	if (*color)
		buf_puts(row, "\033[0m");
	buf_putc(row, '\n');
	out_put(job->out, row->s, row->len);
}

/* The tag of the row that begins at cell first, where there is such a column.
 */
static struct str
tag_of(const struct fmt_job *job, size_t first)
{
	const struct fields *f = job->fields;
	struct str none = {"", 0};
	size_t i;

	for (i = 0; i < f->n; i++)
		if (f->v[i].at == REC_TAG && f->v[i].of == NULL)
			return cell(job->state, first + i);
	return none;
}

/* Settles the widths and writes what was held back. */
static void
settle(struct fmt_job *job)
{
	struct table *t = job->state;
	size_t n = job->fields->n, i, w;

	for (i = 0; i < t->n; i++) {
		w = width_of(cell(t, i), job->opt->ambiguous);
		if (w > t->width[i % n])
			t->width[i % n] = w;
	}
	if (job->opt->width)
		shrink(t, n, job->opt->width);
	put_row(job, 0, job->opt->color ? "\033[1m" : "");
	for (i = n; i < t->n; i += n)
		put_row(job, i, color_of(job, tag_of(job, i)));
	t->known = 1;
}

static const char *
record(struct fmt_job *job, const struct rec *r)
{
	struct table *t = job->state;
	size_t i, n = job->fields->n;

	if (t->known) {
		buf_reset(&t->cells);
		t->n = 0;
	}
	for (i = 0; i < n; i++)
		add_cell(t, fields_plain(&job->fields->v[i], r, &job->cell));
	if (t->known)
		put_row(job, 0, color_of(job, tag_of(job, 0)));
	else if (++t->rows >= SAMPLE_ROWS || t->cells.len > SAMPLE_BYTES)
		settle(job);
	return NULL;
}

static void
end(struct fmt_job *job)
{
	struct table *t = job->state;

	if (!t->known)
		settle(job);
	buf_free(&t->cells);
	mem_free(t->ends);
	mem_free(t->width);
	mem_free(t);
}

const struct fmt fmt_table = {"table",
    FMT_FIELDS | FMT_ROWS | FMT_WIDTH | FMT_COLOR, begin, record, NULL, end};
