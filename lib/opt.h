/*
 * Options: what all tools share, and numbers and names from argv with the
 * option in the message.
 *
 * A tool has one struct opt_tool, static, and its own table of long options
 * that begins with OPT_SHARED.  Its main calls opt_shared for each letter
 * that its own switch does not know.  Every function here that finds a fault
 * says so on stderr with the SYNOPSIS and ends the program with status 2.
 */
#ifndef QD_OPT_H
#define QD_OPT_H

#include <getopt.h>
#include <stddef.h>

struct opt_tool {
	const char *name;     /* qd-split */
	const char *synopsis; /* the SYNOPSIS of the man page, no newline */
	const char *help;     /* one line an own option, each with newline */
};

/* Values of the shared options; start it as OPT_DEFAULTS. */
struct opt {
	const char *data;   /* --data DIR, or NULL */
	const char *files0; /* --files0-from FILE, or NULL */
	size_t max_record;  /* --max-record SIZE, bytes */
	int quiet;	    /* -q */
	int strict;	    /* --strict */
};

#define OPT_MAX_RECORD (16U << 20)
#define OPT_DEFAULTS                                                           \
	{                                                                      \
		NULL, NULL, OPT_MAX_RECORD, 0, 0                               \
	}

/* Values of long options without a letter; a tool's own begin at OPT_OWN. */
enum { OPT_DATA = 256, OPT_FILES0, OPT_MAXREC, OPT_STRICT, OPT_OWN };

/* clang-format off */
#define OPT_SHARED \
	{"help", no_argument, NULL, 'h'}, \
	{"version", no_argument, NULL, 'V'}, \
	{"quiet", no_argument, NULL, 'q'}, \
	{"data", required_argument, NULL, OPT_DATA}, \
	{"files0-from", required_argument, NULL, OPT_FILES0}, \
	{"max-record", required_argument, NULL, OPT_MAXREC}, \
	{"strict", no_argument, NULL, OPT_STRICT}
/* clang-format on */
#define OPT_LETTERS "hqV"

/*
 * Does what the shared option c (with optarg arg) asks: -h and -V print and
 * exit 0; what is no shared option is a usage error.
 */
void opt_shared(
    const struct opt_tool *t, int c, const char *arg, struct opt *o);

/* The operands argv, ended by NULL; with --files0-from there may be none. */
char **opt_operands(const struct opt_tool *t, char **argv, const struct opt *o);

/* "qd-x: MESSAGE", the synopsis, exit 2.  fmt as printf; NULL: no message. */
_Noreturn void opt_usage(const struct opt_tool *t, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/* A whole number in lo..hi; opt is the option as the user types it. */
size_t opt_size(const struct opt_tool *t, const char *opt, const char *arg,
    size_t lo, size_t hi);

/*
 * arg is a list of names joined by commas; each must be in names (ended by
 * NULL, at most 64).  Returns the bits of those that are named.
 */
unsigned long long opt_names(const struct opt_tool *t, const char *opt,
    const char *arg, const char *const *names);

/* arg as an existing calendar date YYYY-MM-DD; returns arg. */
const char *opt_date(
    const struct opt_tool *t, const char *opt, const char *arg);

#endif
