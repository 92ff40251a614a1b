#include "source.h"

#include <string.h>

#include "utf8.h"

struct source {
	struct in *in;
	const struct source_opt *opt;
	const char *file;
	int begun; /* SOURCE_FILES: the file's document was told */
	int dead;  /* no more of this file can be read */

	struct source_doc doc;
	struct buf name, where;
	size_t n; /* documents of the file so far */

	/* A text ended by NUL: where it begins in the file, and its first
	 * line; the rest of a line that holds a NUL. */
	size_t from, first;
	struct line rest;
	int open, has_rest;

	/* A row: its text, where its next line begins in it. */
	struct rows *rows;
	struct str text;
	size_t at, no;
	int within, part;    /* in the row; in an over-long line of it */
	enum in_event after; /* what came behind the file's last row */
	int ended;
};

struct source *
source_open(struct in *in, const struct source_opt *opt)
{
	struct source *s = mem_calloc(1, sizeof *s);

	s->in = in;
	s->opt = opt;
	if (opt->form == SOURCE_ROWS)
		s->rows = rows_open(&opt->row);
	return s;
}

static const char *
file_name(const struct source *s)
{
	return s->opt->name && !strcmp(s->file, "-") ? s->opt->name : s->file;
}

static const char *
file_and(struct buf *b, const char *file, size_t n)
{
	buf_reset(b);
	buf_puts(b, file);
	buf_putc(b, ':');
	buf_putu(b, n);
	return b->s;
}

/* The next document of the file, without a name of its own. */
static void
begin_doc(struct source *s)
{
	memset(&s->doc, 0, sizeof s->doc);
	s->n++;
	file_and(&s->name, file_name(s), s->n);
	s->doc.name = buf_str(&s->name);
	s->doc.where = file_and(&s->where, s->file, s->n);
}

static enum source_event
begin_file_doc(struct source *s)
{
	memset(&s->doc, 0, sizeof s->doc);
	s->doc.name = str_of(file_name(s));
	s->doc.where = s->file;
	s->begun = 1;
	return SOURCE_DOC;
}

static enum source_event
begin_file(struct source *s)
{
	s->file = in_name(s->in);
	s->begun = s->dead = 0;
	s->n = 0;
	s->open = s->has_rest = 0;
	s->within = s->ended = 0;
	if (s->rows)
		rows_begin(s->rows);
	return SOURCE_FILE;
}

/* -- texts ended by NUL */

/* What of the line in s->rest belongs to one document: SOURCE_LINE in *l, the
 * document's beginning, or SOURCE_END: nothing of it is left. */
static enum source_event
nul_next(struct source *s, struct line *l)
{
	const char *nul = NULL;

	for (;;) {
		*l = s->rest;
		if (!s->open) {
			if (l->len == 0 && !l->nl)
				break;
			s->open = 1;
			s->from = l->off;
			s->first = l->no - 1;
			begin_doc(s);
			return SOURCE_DOC;
		}
		nul = memchr(l->s, '\0', l->len);
		if (nul != l->s)
			break;
		s->open = 0;
		s->rest.s++;
		s->rest.len--;
		s->rest.off++;
	}
	s->has_rest = nul != NULL;
	if (!s->open)
		return SOURCE_END;
	if (nul) {
		l->len = (size_t)(nul - l->s);
		l->nl = l->more = 0;
		s->rest.s += l->len;
		s->rest.len -= l->len;
		s->rest.off += l->len;
	}
	l->off -= s->from;
	l->no -= s->first;
	return SOURCE_LINE;
}

/* -- rows */

static enum source_event
begin_row(struct source *s, const struct row *row)
{
	begin_doc(s);
	file_and(&s->where, s->file, row->no);
	s->doc.where = s->where.s;
	if (row->v[ROW_ID].len)
		s->doc.name = row->v[ROW_ID];
	s->doc.title = row->v[ROW_TITLE];
	s->doc.bad = row->bad;
	memcpy(s->doc.date, row->date, sizeof s->doc.date);
	s->text = row->v[ROW_TEXT];
	s->at = s->no = 0;
	s->within = 1;
	s->part = 0;
	return SOURCE_DOC;
}

/* The next line of the row's text; 0 at its end. */
static int
row_line(struct source *s, struct line *l)
{
	size_t left = s->text.len - s->at;
	const char *nl;

	if (left == 0) {
		s->within = 0;
		return 0;
	}
	memset(l, 0, sizeof *l);
	l->s = s->text.s + s->at;
	l->off = s->at;
	nl = memchr(l->s, '\n', left);
	l->nl = nl != NULL;
	l->len = nl ? (size_t)(nl - l->s) : left;
	if (l->len > s->opt->max) {
		l->len = utf8_cut(l->s, s->opt->max);
		l->nl = 0;
		l->more = 1;
	}
	s->no += !s->part;
	l->no = s->no;
	l->part = s->part || l->more;
	s->part = (int)l->more;
	s->at += l->len + l->nl;
	return 1;
}

/* SOURCE_END: the next line is needed first. */
static enum source_event
row_next(struct source *s, struct line *l)
{
	struct row row;
	int got;

	if (s->within && row_line(s, l))
		return SOURCE_LINE;
	if (s->dead)
		return SOURCE_END;
	got = rows_next(s->rows, &row);
	if (got == 0)
		return SOURCE_END;
	s->dead = got == -1;
	return s->dead ? SOURCE_STOP : begin_row(s, &row);
}

/* The file in hand has ended, but its last row may still come. */
static enum source_event
end_rows(struct source *s, enum in_event e)
{
	if (!s->dead)
		rows_end(s->rows);
	s->ended = 1;
	s->after = e;
	return SOURCE_END;
}

/* -- all */

static void
take(struct source *s, const struct line *l)
{
	if (s->opt->form == SOURCE_NUL) {
		s->rest = *l;
		s->has_rest = 1;
	} else if (!s->dead) {
		rows_line(s->rows, l);
	}
}

/* Whatever is left of what was read before; SOURCE_END: nothing is. */
static enum source_event
left_over(struct source *s, struct line *l)
{
	if (s->file == NULL)
		return SOURCE_END;
	if (s->has_rest)
		return nul_next(s, l);
	return s->rows ? row_next(s, l) : SOURCE_END;
}

enum source_event
source_next(struct source *s, struct line *l)
{
	enum source_event e;
	enum in_event i;

	if (s->opt->form == SOURCE_FILES) {
		if (s->file && !s->begun)
			return begin_file_doc(s);
		i = in_next(s->in, l);
		if (i == IN_LINE)
			return SOURCE_LINE;
		return i == IN_FILE ? begin_file(s) : SOURCE_END;
	}
	for (;;) {
		e = left_over(s, l);
		if (e != SOURCE_END)
			return e;
		if (s->ended) {
			i = s->after;
		} else {
			i = in_next(s->in, l);
			if (i != IN_LINE && s->rows && s->file) {
				end_rows(s, i);
				continue;
			}
		}
		if (i == IN_FILE)
			return begin_file(s);
		if (i == IN_END)
			return SOURCE_END;
		take(s, l);
	}
}

const char *
source_file(const struct source *s)
{
	return s->file;
}

const struct source_doc *
source_doc(const struct source *s)
{
	return &s->doc;
}

const char *
source_why(const struct source *s, size_t *no)
{
	return rows_why(s->rows, no);
}

void
source_close(struct source *s)
{
	rows_close(s->rows);
	buf_free(&s->name);
	buf_free(&s->where);
	mem_free(s);
}
