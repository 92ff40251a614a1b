/*
 * Input forms (--from): each is one file that fills in a struct from, which
 * turns lines back into records (struct rec_form in rec.h).
 *
 * A new form is a new file with its struct from, named below and in the table
 * of main.c.  The state is a form's own, from open to close.
 */
#ifndef QD_FMT_FROM_H
#define QD_FMT_FROM_H

#include "io.h"
#include "mem.h"
#include "rec.h"

struct from {
	const char *name; /* as --from has it */
	void *(*open)(const struct opt *o);
	/* as in struct rec_form */
	void (*begin)(void *state, const char *name);
	const char *(*line)(void *state, const struct line *l, size_t *no,
	    struct buf *b, char *msg);
	void (*close)(void *state);
};

extern const struct from from_brat, from_csv, from_doccano, from_jsonl,
    from_tsv;

#endif
