/*
 * Records (qd-records(5)): read, taken apart, checked, written.
 *
 * A record that rec_next gives is borrowed until the next rec_next: s, len
 * and the fields point into the reader's buffer.  The length travels with
 * the pointer; NUL may occur.  Fields are as they stand on the wire, still
 * escaped; rec_text undoes the escapes.
 *
 * A line that is no record is named on stderr (unless quiet) and given with
 * kind REC_RAW: a filter writes it with rec_put in its place and goes on.
 * So is each part of a line longer than the bound.  With strict the program
 * ends there with status 2, after flushing the output.
 */
#ifndef QD_REC_H
#define QD_REC_H

#include <stddef.h>

#include "io.h"
#include "mem.h"
#include "opt.h"

#define REC_MSG 160 /* bytes of what is wrong, in words */

enum {
	REC_TAG,
	REC_DOC,
	REC_LOC,
	REC_START,
	REC_END,
	REC_TEXT,
	REC_VALUE,
	REC_ATTRS,
	REC_NFIELDS
};

enum rec_kind {
	REC_RAW,   /* no record: only s, len, nl are set */
	REC_DOCU,  /* tag doc */
	REC_ART,   /* tag art */
	REC_BLOCK, /* one of the eight block tags, or sent */
	REC_ANN,   /* anything else: an annotation, or a user's own line */
};

struct rec {
	const char *s; /* the line without its newline */
	size_t len;
	enum rec_kind kind;
	unsigned nl; /* to be ended by a newline when written */
	struct str f[REC_NFIELDS];
	size_t start, end; /* fields 4 and 5 */
};

struct rec_reader;

/* files: as in_open, with o->files0 and o->max_record; out: flushed before
 * a read that would block, or NULL.  o is borrowed until rec_close. */
struct rec_reader *rec_open(
    char *const *files, const struct opt *o, struct out *out);
/*
 * Input in another form, each line of which becomes no, one or several
 * records.  begin is called with the name of each file as it is opened; line
 * adds to b the record lines, each ended by LF, that l amounts to (l is NULL
 * at the end of the file, and again until nothing is wrong) and may set *no to
 * the line where they began.  It returns NULL, or in words what is wrong
 * (static, or in msg of REC_MSG bytes): that is named, and no line that it
 * added is named again. Set it before the first rec_next; form is borrowed.
 */
struct rec_form {
	void *state;
	void (*begin)(void *state, const char *name);
	const char *(*line)(void *state, const struct line *l, size_t *no,
	    struct buf *b, char *msg);
};
void rec_form(struct rec_reader *rd, const struct rec_form *form);
/* 1: a record or raw line in *r; 0: the end. */
int rec_next(struct rec_reader *rd, struct rec *r);
/*
 * As rec_next of up to max records at once, all borrowed until the next call:
 * those that are read already, and no more than one where lines that are no
 * records end the program.  How many; 0: the end.
 */
size_t rec_some(struct rec_reader *rd, struct rec *r, size_t max);
/*
 * Reports "FILE:LINE: message" for the record last given and counts it as
 * bad input (status 1); with strict ends the program.
 */
void rec_warn(struct rec_reader *rd, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
/* Frees; the exit status: 0, 1 some input was bad, 2 a file failed. */
int rec_close(struct rec_reader *rd);

/*
 * Takes the len bytes at s apart into *r (borrowed from s); NULL, or what is
 * wrong with them in words (a static string or one in msg, of REC_MSG bytes),
 * and then r->kind is REC_RAW.
 */
const char *rec_parse(struct rec *r, const char *s, size_t len, char *msg);

/* The line as it came, with its newline. */
void rec_put(struct out *o, const struct rec *r);

/* The kind of a tag. */
enum rec_kind rec_kind(struct str tag);
/* 1 when a and b name the same document and place. */
int rec_same_loc(const struct rec *a, const struct rec *b);
/* The article part of a loc: its bytes before the first dot. */
struct str rec_art(struct str loc);

/*
 * f without its escapes: f itself when it holds no backslash, else the bytes
 * in b, which is reset first (and must outlive the result).
 */
struct str rec_text(struct str f, struct buf *b);
/* Adds s to b with TAB, LF, CR and backslash escaped. */
void rec_escape(struct buf *b, const char *s, size_t len);
/* The letter of the escape of a byte that is escaped in every field, else 0. */
static inline char
rec_letter(char c)
{
	if ((unsigned char)c > '\\')
		return 0; /* nearly all are */
	switch (c) {
	case '\t':
		return 't';
	case '\n':
		return 'n';
	case '\r':
		return 'r';
	case '\\':
		return c;
	default:
		return 0;
	}
}

/*
 * The value of key in an attrs field, as it stands on the wire; s is NULL
 * where the key is missing.
 */
struct str attr_get(struct str attrs, const char *key);
/*
 * Walks an attrs field: *at starts at 0; returns 0 at the end, else 1 with
 * key and value as they stand on the wire.
 */
int attr_next(struct str attrs, size_t *at, struct str *key, struct str *val);
/* A value from the wire without escapes; several values stay joined by '|'
 * (an escaped bar loses its backslash: split first where it matters). */
struct str attr_text(struct str v, struct buf *b);
/*
 * Adds key=value to b (";" before it where b holds something already), the
 * value escaped, its bars too.  Keys are to be put in byte order.
 */
void attr_put(struct buf *b, const char *key, const char *s, size_t len);
/* Adds s to b as a value in attrs is escaped: as rec_escape, ; and | too. */
void attr_escape(struct buf *b, const char *s, size_t len);
/* Adds another value to the key put last: "|" and the value escaped. */
void attr_more(struct buf *b, const char *s, size_t len);

#endif
