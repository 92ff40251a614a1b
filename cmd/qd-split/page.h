/*
 * What qd-split knows of the article that it holds: lines, the units they
 * make, and where they are to go.
 *
 * line.c reads a physical line; unit.c puts hard-wrapped lines together into
 * units (a headline, a paragraph, a note); border.c finds where a new article
 * begins; label.c tells what each unit is; join.c finds the paragraphs that
 * carry on another; art.c gathers the article's date, place and names; emit.c
 * writes the records; page.c moves lines through all of them.
 *
 * The arrays of a struct page are owned by it.  Members before l0 and u0 are
 * done with and wait to be dropped; a unit's lines are l0 or later.
 */
#ifndef QD_PAGE_H
#define QD_PAGE_H

#include <stddef.h>

#include "cue.h"
#include "date.h"
#include "fit.h"
#include "guess.h"
#include "io.h"
#include "late.h"
#include "layout.h"
#include "line.h"
#include "mem.h"
#include "sent.h"
#include "src.h"

enum label {
	LABEL_NONE,
	LABEL_KICKER,
	LABEL_TITLE,
	LABEL_SUBTITLE,
	LABEL_BYLINE,
	LABEL_SUBHEAD,
	LABEL_PARA,
	LABEL_CAPTION,
	LABEL_NOTE,
};

#define UNIT_ALONE ((size_t)-1)
/* What parts paragraphs within a physical line: two ideographic spaces. */
#define PAGE_INNER "\xe3\x80\x80\xe3\x80\x80"

/* One or more lines that stand together, with the ends of the whole. */
struct unit {
	size_t line, n;	      /* its lines: line..line+n-1 */
	size_t next;	      /* unit that carries it on, or UNIT_ALONE */
	size_t root;	      /* first unit of its chain, itself if alone */
	size_t tail;	      /* of a root: the last unit of its chain */
	struct ln ends;	      /* as one line: first of the first, last of the
				 last, widths and brackets added up */
	unsigned char label;  /* enum label */
	unsigned char joined; /* it carries on another unit */
	unsigned char body;   /* body text, by its form */
	unsigned char name;   /* NAME_ONE, NAME_LIST: names on their own line */
	unsigned char contd;  /* hard-wrapped, and not begun as a paragraph */
	unsigned char list;   /* one of many short lines in a row */
	unsigned char cut;    /* CUT_HEAD, CUT_TAIL */
	unsigned char border; /* why an article begins with it (border.h) */
};

enum { CUT_HEAD = 1, CUT_TAIL = 2 };
enum { NAME_NONE, NAME_ONE, NAME_LIST };

/* What was wrong with the input; main says it. */
struct faults {
	size_t bad, bad_at; /* bytes that are no UTF-8, offset of the first */
	struct guess guess; /* what lines with such bytes look like */
	size_t parts;	    /* parts that over-long paragraphs were cut into */
	size_t articles;    /* articles given in parts */
};

enum page_unit { PAGE_PARA, PAGE_SENT, PAGE_ART }; /* -u */

struct page_opt {
	const char *date;   /* --date, or NULL */
	size_t max_article; /* bytes held at most */
	size_t max_record;
	int relink;
	enum page_unit unit;
	int rows; /* each document is a row: an article begins with it */
	struct out *explain; /* where labels are explained, or NULL */
};

/* What is known of a document before it is read. */
struct page_doc {
	struct str name;
	const char *where; /* for messages: its file, or FILE:N */
	const char *date;  /* YYYY-MM-DD of its own, or empty */
	struct str title;  /* of its first article, where len is not 0 */
};

struct page {
	const struct page_opt *opt;
	struct cues *cues;
	struct out *out;

	struct buf doc;	       /* the document's name, escaped */
	char date[11];	       /* its date, or "" */
	const char *date_from; /* field, option, name, page or NULL */
	struct buf given;      /* the title of its first article, or empty */
	struct date met; /* the day last printed in full with another article */
	size_t narts;	 /* articles given so far */

	struct buf bytes; /* text of the lines held */
	struct ln *l;
	size_t l0, nl, lcap;
	struct unit *u;
	size_t u0, nu, ucap;
	size_t done;	  /* lines made into units */
	size_t run, seen; /* border.c: where what stands between two
			     pieces of text begins, units passed */
	int in_head;	  /* between a headline with its byline and the
			     text */
	size_t gap;	  /* empty lines since the last one */
	unsigned ff;	  /* a form feed since the last one */
	size_t cost;	  /* of what is held, in bytes */
	int goes_on;	  /* the article was given in part already */

	/* With opt->explain: the document in messages, the number of each
	 * line held, of the one in hand; what is said of it. */
	const char *where;
	size_t *no, nocap, line_no;
	struct buf why;

	struct layout layout;
	struct late late;
	struct faults faults;

	/* scratch, reset for each use */
	struct buf text, attrs, tmp;
	struct buf title, meta; /* of the article in hand, for its parts */
	struct src_map map;
	struct sent sent;
	struct fit_pairs pairs;
};

/* The bytes of the lines of the units a..b-1, a newline behind each (one more
 * may be there); borrowed until the page changes. */
struct str page_text(const struct page *p, size_t a, size_t b);
/* Text of the unit's line i (0..n-1); borrowed until the page changes. */
struct str page_line_text(const struct page *p, const struct unit *u, size_t i);
/*
 * Text of the unit, its lines put together: borrowed from the page where it
 * is one line, else built in b (reset first).
 */
struct str page_unit_text(
    const struct page *p, const struct unit *u, struct buf *b);
/* The tag of a label. */
const char *page_tag(enum label label);
/* Adds unit to (a root) to the end of the chain of the root from. */
void page_link(struct page *p, size_t from, size_t to);
/* 1 when two lines that carry on need a space between them. */
int page_spaced(const struct ln *a, const struct ln *b);

/* A page for cues and out, both borrowed until page_free. */
struct page *page_new(
    const struct page_opt *opt, struct cues *cues, struct out *out);
/* Begins a document: writes its doc record. */
void page_open(struct page *p, const struct page_doc *doc);
/* The next line of it. */
void page_line(struct page *p, const struct line *l);
/* The document has ended: writes what is held. */
void page_close(struct page *p);
void page_free(struct page *p);

#endif
