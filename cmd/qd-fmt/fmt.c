#include "fmt.h"

#include "where.h"

/* What is wrong with it, if anything; the block is whole. */
static const char *
flush(const struct fmt *fmt, struct fmt_job *job)
{
	if (!job->group.held)
		return NULL;
	job->group.held = 0;
	return fmt->block(job, &job->group);
}

/* What is wrong with the value of a record that should have a number. */
static const char *
bad_value(const struct rec *r)
{
	struct str v = r->f[REC_VALUE];
	double lo, hi;

	if (r->kind != REC_ANN || v.len == 0 ||
	    !fields_isquantity(r->f[REC_TAG]) || where_number(v, &lo, &hi))
		return NULL;
	return "the value of this quantity is no number (written as a string)";
}

static const char *
feed(const struct fmt *fmt, struct fmt_job *job, const struct rec *r)
{
	const char *wrong, *more = NULL;

	if (fmt->block == NULL)
		return fmt->record(job, r);
	if (group_takes(&job->group, r)) {
		wrong = group_add(&job->group, r);
		return fmt->takes & FMT_LOOSE ? NULL : wrong;
	}
	wrong = flush(fmt, job);
	if (r->kind == REC_BLOCK)
		group_begin(&job->group, r);
	else
		more = fmt->record(job, r);
	return wrong ? wrong : more;
}

const char *
fmt_feed(const struct fmt *fmt, struct fmt_job *job, const struct rec *r)
{
	const char *wrong = feed(fmt, job, r);

	if (wrong == NULL && (fmt->takes & FMT_NUMBERS))
		wrong = bad_value(r);
	return wrong;
}

const char *
fmt_finish(const struct fmt *fmt, struct fmt_job *job)
{
	const char *wrong = flush(fmt, job);

	fmt->end(job);
	return wrong;
}

void
fmt_free(struct fmt_job *job)
{
	group_free(&job->group);
	buf_free(&job->row);
	buf_free(&job->cell);
}
