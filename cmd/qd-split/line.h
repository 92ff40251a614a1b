/*
 * One physical line of a page and what can be seen of it alone.
 *
 * Nothing here looks at the lines around it.  A struct ln points nowhere: its
 * text stands in the page's own bytes, at at.
 */
#ifndef QD_LINE_H
#define QD_LINE_H

#include <stddef.h>
#include <stdint.h>

#include "cue.h"
#include "mem.h"

/* Lines of more bytes are body text whatever they say: only their ends are
 * looked at. */
#define LINE_SHORT 400

enum {
	LINE_FF = 1,	    /* a form feed stood before it */
	LINE_BAD = 2,	    /* holds bytes that are no UTF-8 */
	LINE_LATIN = 4,	    /* more Latin letters than Han characters */
	LINE_STOP = 8,	    /* a sentence ends inside it */
	LINE_DATELINE = 16, /* begins with a dateline */
	LINE_TAIL = 32,	    /* ends with a credit in brackets */
	LINE_PART = 64,	    /* part of an over-long line */
	LINE_COMMA = 128,   /* a comma stands in it */
	LINE_ESC = 256,	    /* what a record escapes may stand in it */
};

struct ln {
	size_t at, len;	       /* the trimmed text in the page's bytes */
	size_t off;	       /* its place in the document */
	size_t nl;	       /* that of its newline, or of what stands for
				  it (inner); 0: none behind it */
	uint32_t first, last;  /* its end characters, in half width */
	uint32_t before;       /* the character before the last */
	unsigned width;	       /* columns: Han 2, Latin 1 */
	unsigned token;	       /* columns of what could not be broken at its
				  start: a character or a Latin word */
	unsigned short gap;    /* empty lines before it */
	unsigned short indent; /* columns of white space before it */
	short open;	       /* brackets and quotes opened and not closed */
	unsigned short rule;   /* the pattern that told the cue (cue.h) */
	unsigned char cue;     /* enum cue */
	unsigned short flags;
	unsigned char inner; /* two ideographic spaces end it (page.h) */
};

/*
 * Reads the raw line s into *l: trims it and looks at it.  off is the line's
 * place in the document.  at is left alone: the trimmed text begins at the
 * returned offset in s.
 * With l->len 0 afterwards it is an empty line.
 */
size_t line_read(
    struct ln *l, struct cues *c, const char *s, size_t len, size_t off);

/* What the character does at the end of a line or block. */
int line_ends_sentence(uint32_t cp); /* 。！？… and ASCII ones */
int line_closes(uint32_t cp);	     /* a closing quote or bracket */
int line_opens(uint32_t cp);
/* 1 when a sentence may end with the line: 。 or 。” or a credit in brackets */
int line_closed(const struct ln *l);

/* 1 when it has a cue that no line in the middle of a paragraph has by
 * accident. */
int line_breaks(const struct ln *l);

#endif
