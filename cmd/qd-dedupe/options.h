/*
 * The tool's own options: read from argv, and what cannot go together refused.
 *
 * Faults are usage errors: opt.h says them and ends the program.
 */
#ifndef QD_DEDUPE_OPTIONS_H
#define QD_DEDUPE_OPTIONS_H

#include "dedupe.h"
#include "opt.h"

/* What is done: the stream, or one of the steps that read no records. */
enum work { WORK_STREAM, WORK_PAIRS, WORK_CHECK, WORK_RESOLVE };

struct own {
	struct dedupe_opt dedupe;
	enum work work;
	const char *apply, *state; /* names of files, or NULL */
	int report;
};

/*
 * Reads all options; the strings are argv's.  The operands that are left,
 * ended by NULL.
 */
char **options_read(int argc, char *argv[], struct opt *opt, struct own *own);

#endif
