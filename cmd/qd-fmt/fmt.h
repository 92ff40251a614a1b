/*
 * Output formats: each is one file that fills in a struct fmt.
 *
 * A new format is a new file with its struct fmt, named below and in the
 * table of main.c.  begin is called once before the first record, end once
 * after the last; between them every record, and every line that is none
 * (REC_RAW: it must not be lost), is given once, in the order of the stream:
 *
 * - without block, all of them to record, one by one;
 * - with block, a block and its run of annotations come together, each
 *   annotation placed in the block's text (group.h); record gets the rest:
 *   doc and art lines, raw lines, and annotations that stand behind no block
 *   of their own (the output of a filter's -o).
 *
 * A format may keep what it needs in memory until end, the whole stream even
 * (hold.h copies lines); then the page says so.  What it was given is borrowed
 * until the call returns.  Formats are silent: record and block return NULL,
 * or in words what is wrong with what they were given (a static string, or
 * one in job->msg); it has been written as well as it can be all the same.
 * main names it with file and line and goes on.
 */
#ifndef QD_FMT_FMT_H
#define QD_FMT_FMT_H

#include "fields.h"
#include "group.h"
#include "io.h"
#include "mem.h"
#include "rec.h"

/* What the options say; one that was not given is 0 or NULL. */
struct fmt_opt {
	size_t width;	    /* --width, else COLUMNS: columns of a line */
	unsigned ambiguous; /* --ambiguous: columns of “ ” — …, 1 or 2 */
	int bom;	    /* --bom */
	int color;	    /* --color, resolved: 1 to use colours */
	int marks;	    /* --marks */
	const char *chart;  /* --chart: bars, timeline or articles */
	const char *title;  /* --title */
	const char *dir;    /* --out DIR */
};

/* What a format works with; all of it belongs to main. */
struct fmt_job {
	struct out *out;
	const struct fmt_opt *opt;
	const struct fields *fields; /* what -f asked for, or all eight */
	struct buf row, cell;	     /* scratch, for one record */
	struct group group;	     /* of fmt_feed */
	char msg[160];		     /* for what is wrong, in words */
	int fatal;   /* set with a message: nothing more can be written */
	void *state; /* a format's own: begin to end */
};

/* Options that a format takes; main refuses those that it does not. */
enum {
	FMT_FIELDS = 1,	 /* -f: it has columns; -w drops any record */
	FMT_WIDTH = 2,	 /* --width, --ambiguous */
	FMT_COLOR = 4,	 /* --color */
	FMT_BOM = 8,	 /* --bom */
	FMT_MARKS = 16,	 /* --marks */
	FMT_OUT = 32,	 /* --out, and needs it */
	FMT_CHART = 64,	 /* --chart */
	FMT_TITLE = 512, /* --title */
	FMT_ROWS = 128,	 /* -w drops any record, else annotations alone */
	FMT_LOOSE = 256, /* annotations need no place in the text of a block */
	FMT_NUMBERS =
	    1024, /* values are written as numbers: name what is none */
};

struct fmt {
	const char *name; /* as -t has it */
	unsigned takes;	  /* bits of FMT_FIELDS.. */
	void (*begin)(struct fmt_job *job);
	const char *(*record)(struct fmt_job *job, const struct rec *r);
	const char *(*block)(struct fmt_job *job, const struct group *g);
	void (*end)(struct fmt_job *job);
};

/*
 * Gives r to the format, through the group where it has block.  NULL or what
 * is wrong, as record.
 */
const char *fmt_feed(
    const struct fmt *fmt, struct fmt_job *job, const struct rec *r);
/* Gives the last block and calls end. */
const char *fmt_finish(const struct fmt *fmt, struct fmt_job *job);
void fmt_free(struct fmt_job *job);

extern const struct fmt fmt_brat, fmt_conll, fmt_displacy, fmt_doccano, fmt_tei,
    fmt_csv, fmt_gnuplot, fmt_html, fmt_json, fmt_jsonl, fmt_marked, fmt_md,
    fmt_rec, fmt_sql, fmt_svg, fmt_table, fmt_text, fmt_tsv;

#endif
