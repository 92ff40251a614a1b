/*
 * The records themselves, as another tool of the pipe reads them: for what
 * --from read, and what -w leaves.
 */
#include "fmt.h"

static void
begin(struct fmt_job *job)
{
	(void)job;
}

static const char *
record(struct fmt_job *job, const struct rec *r)
{
	rec_put(job->out, r);
	return NULL;
}

static void
end(struct fmt_job *job)
{
	(void)job;
}

const struct fmt fmt_rec = {"rec", FMT_ROWS, begin, record, NULL, end};
