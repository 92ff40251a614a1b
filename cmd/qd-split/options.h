/*
 * The tool's own options: read from argv, and what cannot go together refused.
 *
 * Faults are usage errors: opt.h says them and ends the program.
 */
#ifndef QD_SPLIT_OPTIONS_H
#define QD_SPLIT_OPTIONS_H

#include "cue.h"
#include "decode.h"
#include "opt.h"
#include "page.h"
#include "source.h"

struct own {
	struct page_opt page; /* explain is left to the caller */
	struct source_opt source;
	const char *encoding;  /* or NULL: the input is UTF-8, */
	struct decode *decode; /* and this is NULL, too */
	struct cues *cues;     /* the rules named, in their order */
	int explain;
};

/*
 * Reads all options; the strings are argv's.  The operands that are left,
 * ended by NULL.  decode and cues are the caller's to free.
 */
char **options_read(int argc, char *argv[], struct opt *opt, struct own *own);

#endif
