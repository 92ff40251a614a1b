/*
 * Cues: what the wording of a line tells about its part in a page.
 *
 * The patterns are data (data/split.pat, whose head documents the form).  All
 * are matched on the line in half width, without white space at its ends, and
 * each is tried only where one of its trigger characters stands in the line:
 * the caller collects those with cue_mask while it looks at the characters
 * anyway, so that most lines reach no pattern at all.
 *
 * A struct cues owns the patterns.  What a hit points to lives until the next
 * call with the same cues.
 */
#ifndef QD_CUE_H
#define QD_CUE_H

#include <stddef.h>
#include <stdint.h>

#include "mem.h"

/* In the order of cue_names in cue.c.  Up to CUE_AUTHOR: a line is at most
 * one of them, the first that matches in the order of the file. */
enum cue {
	CUE_NONE,
	CUE_FOLIO,    /* page number, running head */
	CUE_STAFF,    /* editors, layout, letters' address */
	CUE_JUMP,     /* carried on from or to another page */
	CUE_ORIGIN,   /* the paper, day and page an article comes from */
	CUE_PART,     /* a date in brackets that opens a part */
	CUE_STAMP,    /* a date, or date and time, alone */
	CUE_MARKED,   /* a headline that says so */
	CUE_BYLINE,   /* who wrote or sent it */
	CUE_BYHEAD,   /* the same, names on the lines that follow */
	CUE_CREDIT,   /* the same, in brackets or after the text */
	CUE_CAPTION,  /* of a picture */
	CUE_ELLIPSIS, /* nothing but dots */
	CUE_ASIDE,    /* links, rules, advertisement marks */
	CUE_NUMBER,   /* a numbered heading or article of a law */
	CUE_AUTHOR,   /* a name alone */
	CUE_DATELINE, /* head of a paragraph */
	CUE_TAIL,     /* a credit that ends a paragraph */
	CUE_ACTS,     /* who spoke, chaired, attended: in a subtitle */
	CUE_NAME,     /* one name in the names of a byline */
	CUE_N
};

struct cue_hit {
	struct str names, media, place; /* empty where there is none */
	int y, m, d;			/* 0 where there is none */
};

struct cues;

/* Which patterns a character may let match. */
#define CUE_NCLASSES 256
struct cue_table {
	unsigned char class[0x10000]; /* of a character; 0: no trigger */
	uint64_t mask[CUE_NCLASSES];  /* by class: may stand anywhere */
};

/* Reads the file at path; dies with file, line and offset of a bad one. */
struct cues *cue_open(const char *path);
/* The patterns that the character cp may matter to, wherever it stands, and
 * those for which it must be the first of the line. */
static inline uint64_t
cue_mask(const struct cue_table *t, uint32_t cp)
{
	return cp < 0x10000 ? t->mask[t->class[cp]] : 0;
}
/* The table for cue_mask: inline, because it is asked for every character. */
const struct cue_table *cue_table(const struct cues *c);
uint64_t cue_first(const struct cues *c, uint32_t cp);
/*
 * Looks at a whole line: returns what it is; *head, *tail: whether it has a
 * dateline, a credit in brackets at its end.  mask: cue_first of its first
 * character and cue_mask of all.  Of a line that ends as text does only what
 * such a line can be is asked.
 */
enum cue cue_look(struct cues *c, struct str text, uint64_t mask, int is_text,
    int *head, int *tail);
/* 1 when mask holds a pattern of the kind. */
int cue_has(const struct cues *c, enum cue kind, uint64_t mask);
/*
 * 1 when a pattern of the kind matches text (from its start, but for
 * CUE_ACTS and CUE_TAIL), with what its groups hold in *hit (or NULL).
 */
int cue_test(
    struct cues *c, enum cue kind, struct str text, struct cue_hit *hit);
/* The next name in names from *at on, which moves behind it; 0: no more. */
int cue_name(struct cues *c, struct str names, size_t *at, struct str *name);
void cue_free(struct cues *c);

#endif
