/*
 * The documents of the input: whole files, texts ended by NUL, or the rows of
 * CSV or JSON Lines, of which one field is the text.
 *
 * A document's lines come as from io.h, with offsets into the document and
 * numbers of its own.  What source_next and source_doc give is borrowed until
 * the next source_next.
 */
#ifndef QD_SPLIT_SOURCE_H
#define QD_SPLIT_SOURCE_H

#include "io.h"
#include "row.h"

enum source_form { SOURCE_FILES, SOURCE_NUL, SOURCE_ROWS };

struct source_opt {
	enum source_form form;
	const char *name; /* of standard input, or NULL */
	size_t max;	  /* bytes of a line given whole */
	struct row_opt row;
};

struct source_doc {
	struct str name;   /* its file, its id, or FILE:N */
	const char *where; /* for messages: its file, FILE:N, FILE:LINE */
	char date[11];	   /* YYYY-MM-DD, or empty where no field tells it */
	struct str title;  /* s is NULL where no field tells it */
	const char *bad;   /* what is wrong with its row, or NULL */
};

enum source_event {
	SOURCE_END,
	SOURCE_FILE, /* the next file was opened: source_file */
	SOURCE_DOC,  /* a document begins: source_doc */
	SOURCE_LINE, /* a line of it */
	SOURCE_STOP, /* no more of the file can be read: source_why */
};

struct source;

/* in and opt are borrowed until source_close. */
struct source *source_open(struct in *in, const struct source_opt *opt);
enum source_event source_next(struct source *s, struct line *l);
/* The file in hand, as it was given. */
const char *source_file(const struct source *s);
const struct source_doc *source_doc(const struct source *s);
/* After SOURCE_STOP: why, and at which line of the file. */
const char *source_why(const struct source *s, size_t *no);
void source_close(struct source *s);

#endif
