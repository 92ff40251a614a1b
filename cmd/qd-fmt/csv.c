/*
 * Comma-separated values as RFC 4180 has them: a header line, CR LF at the
 * end of each line, quotes where they are needed, no escapes.
 */
#include <string.h>

#include "csvrec.h"
#include "fmt.h"

/* Adds one cell to the row and what follows it. */
static void
put(struct fmt_job *job, size_t i, struct str s)
{
	const struct fields *f = job->fields;

	/* An empty line is no row to most readers. */
	if (f->n == 1 && s.len == 0)
		buf_puts(&job->row, "\"\"");
	else if (s.len)
		csv_field(&job->row, s);
	if (i + 1 < f->n)
		buf_putc(&job->row, ',');
	else
		buf_put(&job->row, "\r\n", 2);
}

static void
begin(struct fmt_job *job)
{
	size_t i;

	if (job->opt->bom)
		buf_puts(&job->row, "\xef\xbb\xbf");
	for (i = 0; i < job->fields->n; i++)
		put(job, i, str_of(job->fields->v[i].name));
	out_put(job->out, job->row.s, job->row.len);
}

static const char *
record(struct fmt_job *job, const struct rec *r)
{
	const struct fields *f = job->fields;
	/* Most records have no escape, and need not be searched by field. */
	int plain = f->all && r->kind != REC_RAW && !memchr(r->s, '\\', r->len);
	size_t i;

	buf_reset(&job->row);
	for (i = 0; i < f->n; i++)
		put(job, i,
		    plain ? r->f[i] : fields_plain(&f->v[i], r, &job->cell));
	out_put(job->out, job->row.s, job->row.len);
	return NULL;
}

static void
end(struct fmt_job *job)
{
	(void)job;
}

const struct fmt fmt_csv = {
    "csv", FMT_FIELDS | FMT_ROWS | FMT_BOM, begin, record, NULL, end};
