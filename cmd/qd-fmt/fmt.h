/*
 * Output formats: each is one file that fills in a struct fmt.
 *
 * A new format is a new file with its struct fmt, named below and in the
 * table of main.c.  begin is called once before the first record, record for
 * every record and every line that is none (REC_RAW: it must not be lost),
 * end once after the last.
 */
#ifndef QD_FMT_FMT_H
#define QD_FMT_FMT_H

#include "fields.h"
#include "io.h"
#include "mem.h"
#include "rec.h"

/* What a format works with; all of it belongs to main. */
struct fmt_job {
	struct out *out;
	const struct fields *fields; /* what -f asked for, or all eight */
	struct buf row, cell;	     /* scratch, for one record */
	void *state;		     /* a format's own: begin to end */
};

struct fmt {
	const char *name; /* as -t has it */
	int columns;	  /* -f means something */
	void (*begin)(struct fmt_job *job);
	void (*record)(struct fmt_job *job, const struct rec *r);
	void (*end)(struct fmt_job *job);
};

extern const struct fmt fmt_csv, fmt_jsonl, fmt_text, fmt_tsv;

#endif
