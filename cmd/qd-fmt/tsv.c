/*
 * Tab-separated values with a header line.  The fields stay escaped as they
 * are on the wire, so that nothing is lost and no quotes are needed.
 */
#include "fmt.h"

static void
begin(struct fmt_job *job)
{
	size_t i;

	for (i = 0; i < job->fields->n; i++) {
		const char *name = job->fields->v[i].name;

		if (i)
			out_putc(job->out, '\t');
		out_put(job->out, name, str_of(name).len);
	}
	out_putc(job->out, '\n');
}

static const char *
record(struct fmt_job *job, const struct rec *r)
{
	const struct fields *f = job->fields;
	struct str s;
	size_t i;

	if (f->all && r->kind != REC_RAW) {
		rec_put(job->out, r);
		return NULL;
	}
	for (i = 0; i < f->n; i++) {
		if (i)
			out_putc(job->out, '\t');
		s = fields_wire(&f->v[i], r, &job->cell);
		out_put(job->out, s.s, s.len);
	}
	out_putc(job->out, '\n');
	return NULL;
}

static void
end(struct fmt_job *job)
{
	(void)job;
}

const struct fmt fmt_tsv = {
    "tsv", FMT_FIELDS | FMT_ROWS, begin, record, NULL, end};
