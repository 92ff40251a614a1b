/*
 * Rows of CSV or JSON Lines, of which some fields make a document: its text,
 * its id, its date, its title.
 *
 * Lines go in one by one, rows come out when they are whole.  A struct rows
 * owns its readers; what a struct row points to is borrowed until the next
 * call for the same rows.  What is wrong with a row is told in words beside
 * it; a row whose text cannot be read is a row without text.
 */
#ifndef QD_SPLIT_ROW_H
#define QD_SPLIT_ROW_H

#include "io.h"
#include "mem.h"

enum row_field { ROW_TEXT, ROW_ID, ROW_DATE, ROW_TITLE, ROW_NFIELDS };

struct row_opt {
	int jsonl;		       /* JSON Lines, else CSV */
	const char *name[ROW_NFIELDS]; /* of fields; NULL: none is wanted */
	size_t max;		       /* bytes of a row at most */
	int strict; /* CSV: a stray quote is a fault, not a character */
};

struct row {
	struct str v[ROW_NFIELDS]; /* s is NULL where there is none */
	char date[11];		   /* YYYY-MM-DD, or empty */
	size_t no;		   /* the line of the file it begins in */
	const char *bad;	   /* what is wrong with it, or NULL */
};

struct rows;

/* opt is borrowed until rows_close. */
struct rows *rows_open(const struct row_opt *opt);
/* A file begins. */
void rows_begin(struct rows *r);
/* The next line of it, borrowed until rows_next gives 0. */
void rows_line(struct rows *r, const struct line *l);
/* The file has ended: its last row may come now. */
void rows_end(struct rows *r);
/*
 * 1 and the next whole row in *row; 0 when the next line is needed first; -1
 * when no row of the file can be read from here on: rows_why tells, and no
 * more of it may be given.
 */
int rows_next(struct rows *r, struct row *row);
/* What is wrong, and at which line of the file. */
const char *rows_why(const struct rows *r, size_t *no);
void rows_close(struct rows *r);

/* Adds to what is said of a row: what, and the field's name (or NULL). */
void row_fault(struct buf *why, const char *what, const char *name);

#endif
