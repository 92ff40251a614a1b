/*
 * A Markdown table (GitHub Flavored Markdown, section 4.10).  What means
 * something there is escaped; a line break in a cell is <br>.
 */
#include <string.h>

#include "fmt.h"

/* Adds s so that it shows as it is. */
static void
put_text(struct buf *b, struct str s)
{
	size_t i;

	for (i = 0; i < s.len; i++) {
		char c = s.s[i];

		if (c == '\n')
			buf_puts(b, "<br>");
		else if (c == '\r' || c == '\t')
			buf_putc(b, ' ');
		else if (c == '<')
			buf_puts(b, "&lt;");
		else if (c == '&')
			buf_puts(b, "&amp;");
		else if (c && strchr("\\|`*_[]~", c))
			buf_putc(b, '\\'), buf_putc(b, c);
		else
			buf_putc(b, c);
	}
}

static void
put_row(struct fmt_job *job)
{
	buf_puts(&job->row, "|\n");
	out_put(job->out, job->row.s, job->row.len);
	buf_reset(&job->row);
}

static void
begin(struct fmt_job *job)
{
	const struct fields *f = job->fields;
	size_t i;

	for (i = 0; i < f->n; i++) {
		buf_puts(&job->row, "| ");
		put_text(&job->row, str_of(f->v[i].name));
		buf_putc(&job->row, ' ');
	}
	put_row(job);
	for (i = 0; i < f->n; i++) {
		/* Offsets are numbers: to the right. */
		int right = f->v[i].at == REC_START || f->v[i].at == REC_END;

		buf_puts(&job->row, right ? "| ---: " : "| --- ");
	}
	put_row(job);
}

static const char *
record(struct fmt_job *job, const struct rec *r)
{
	const struct fields *f = job->fields;
	size_t i;

	for (i = 0; i < f->n; i++) {
		buf_puts(&job->row, "| ");
		put_text(&job->row, fields_plain(&f->v[i], r, &job->cell));
		buf_putc(&job->row, ' ');
	}
	put_row(job);
	return NULL;
}

static void
end(struct fmt_job *job)
{
	(void)job;
}

const struct fmt fmt_md = {
    "md", FMT_FIELDS | FMT_ROWS, begin, record, NULL, end};
