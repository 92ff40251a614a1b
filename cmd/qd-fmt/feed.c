#include "feed.h"

struct feed {
	struct tally t;
	int repeat; /* the last block is marked as a repeat */
};

void
feed_begin(struct fmt_job *job)
{
	struct feed *f = mem_calloc(1, sizeof *f);

	job->state = f;
}

const char *
feed_record(struct fmt_job *job, const struct rec *r)
{
	struct feed *f = job->state;
	struct str none = {NULL, 0}, a = r->f[REC_ATTRS];

	if (r->kind == REC_RAW)
		return NULL;
	tally_place(&f->t, r);
	switch (r->kind) {
	case REC_BLOCK:
		tally_block(&f->t, r);
		f->repeat = attr_get(a, "dup").s != NULL &&
			    !str_is(attr_get(a, "dup-kind"), "partial");
		break;
	case REC_ANN:
		tally_mention(&f->t, r, none, f->repeat);
		break;
	default:
		f->repeat = 0;
	}
	return NULL;
}

void
feed_end(struct fmt_job *job)
{
	struct feed *f = job->state;

	tally_free(&f->t);
	mem_free(f);
}
