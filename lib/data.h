/*
 * Data files: where they are, and the lines of a commented text file.
 *
 * A data file is looked for in --data DIR, else in $QD_DATA, else in the
 * place compiled in.  What cannot be read ends the program with status 2 and
 * a message that names the file and where it was looked for.
 *
 * The text form: one entry a line, fields separated by TABs, UTF-8, LF; empty
 * lines and lines that begin with # are comments.
 */
#ifndef QD_DATA_H
#define QD_DATA_H

#include "mem.h"

/* The compiled-in place (datadir.c, which the Makefile makes twice). */
extern const char data_dir[];

/* The path of the data file name; free it with mem_free.  dir: --data or
 * NULL. */
char *data_path(const char *dir, const char *name);

struct data_file {
	const char *path;
	struct buf bytes; /* the whole file; the fields point into it */
	size_t at;	  /* where the next line begins */
	size_t no;	  /* number of the line given last */
};

/* Reads the file at path (borrowed until data_close) or dies. */
void data_open(struct data_file *d, const char *path);
/*
 * The next entry's fields (at most max; the last takes the rest of the line)
 * into f; missing ones are empty.  Returns how many there are, 0 at the end.
 */
size_t data_next(struct data_file *d, struct str *f, size_t max);
/* Dies with "PATH:LINE: message", status 2. */
_Noreturn void data_die(const struct data_file *d, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
void data_close(struct data_file *d);

#endif
