/*
 * Bytes in and out: the lines of files one after the other, and an output
 * that notices every way of failing.
 *
 * Input is read with read(2) in steps of IO_STEP bytes.  What is written is
 * flushed before a read that would block (s6's rule), so a slow pipe shows
 * each line at once and a fast file is never flushed by the line.
 *
 * The output ends the program when it cannot be written: status 2 with a
 * message, or 141 in silence for a reader that left (where SIGPIPE is
 * ignored).  A file that cannot be opened or read is named on stderr, the
 * others are still read, and in_close tells.
 *
 * It does not know what a record is (rec.h does), nor what the bytes mean.
 */
#ifndef QD_IO_H
#define QD_IO_H

#include <stddef.h>

#include "mem.h"

#define IO_STEP 65536

struct out {
	int fd;
	char *buf; /* IO_STEP bytes, owned */
	size_t len;
};

void out_open(struct out *o, int fd);
void out_put(struct out *o, const char *s, size_t n);
void out_putc(struct out *o, int c);
void out_flush(struct out *o);
/* Flushes and closes: the only true end of output.  Frees. */
void out_close(struct out *o);

/*
 * One line, borrowed until the next in_next.  A line longer than the bound
 * comes in parts, cut between UTF-8 characters where there are any: each but
 * the last has more set, each but the first has off > the line's start.
 */
struct line {
	const char *s;
	size_t len;
	size_t off;    /* place of s in the file, in bytes */
	size_t no;     /* number of the line in the file, from 1 */
	unsigned nl;   /* a newline stood behind it (it is not in s) */
	unsigned part; /* 1: an over-long line in parts */
	unsigned more; /* 1: another part of the same line follows */
};

enum in_event {
	IN_END,	 /* no more */
	IN_FILE, /* the next file was opened: in_name tells which */
	IN_LINE,
};

struct in;

/*
 * files: names ended by NULL, "-" is standard input; none at all means
 * standard input.  With files0 (a name or "-") the names come from there,
 * each ended by NUL, and files must be empty.  max: longest line in bytes
 * that is given whole.  out (or NULL) is flushed before a blocking read.
 * The strings are borrowed until in_close.
 */
struct in *in_open(
    char *const *files, const char *files0, size_t max, struct out *out);
enum in_event in_next(struct in *in, struct line *l);
/* 1 when the next in_next gives a whole line that is read already: the lines
 * given so far stay where they are. */
int in_has_line(struct in *in);
/*
 * Decoding on the way in: bytes gets what was read (n bytes at s; last: the
 * file ends with them) and appends the text it stands for to b; begin is
 * called before each file.  Lines, offsets and the bound are then those of
 * the decoded text.  Set it before the first in_next; d is borrowed.
 */
struct in_decoder {
	void *state;
	void (*begin)(void *state);
	void (*bytes)(
	    void *state, const char *s, size_t n, int last, struct buf *b);
};
void in_decode(struct in *in, const struct in_decoder *d);
/* The current file's name as it was given; "-" for standard input. */
const char *in_name(const struct in *in);
/* Frees; 0, or -1 when some file could not be opened or read. */
int in_close(struct in *in);

#endif
