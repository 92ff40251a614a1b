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

/* In the order of cue_names in cue.c.  Up to CUE_PLAIN: a line is at most
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
	CUE_PLAIN,    /* none of these: told as CUE_NONE */
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

/* What a line is, each told by a pattern: its number in the order they were
 * read, from 1, or 0 for none. */
struct cue_seen {
	enum cue kind;
	unsigned short rule; /* that told the kind */
	unsigned short head; /* of a dateline at its head */
	unsigned short tail; /* of a credit in brackets at its end */
};

struct cues;

/* Which patterns a character may let match. */
#define CUE_NCLASSES 4096
struct cue_table {
	uint16_t class[0x10000];     /* of a character; 0: no trigger */
	uint64_t mask[CUE_NCLASSES]; /* by class: may stand anywhere */
};

/* Without a pattern; cue_free at last. */
struct cues *cue_open(void);
/* Reads the file at path (borrowed until cue_free), whose patterns are tried
 * behind those read before; dies with file, line and offset of a bad one. */
void cue_add(struct cues *c, const char *path);
/* The patterns that the character cp may matter to, wherever it stands. */
static inline uint64_t
cue_mask(const struct cue_table *t, uint32_t cp)
{
	return cp < 0x10000 ? t->mask[t->class[cp]] : 0;
}
/* The table for cue_mask: inline, because it is asked for every character. */
const struct cue_table *cue_table(const struct cues *c);
/* Those that the first and the last character of a line may matter to. */
uint64_t cue_ends(const struct cues *c, uint32_t first, uint32_t last);
/* Room for a line of len bytes in half width; until the next call. */
char *cue_room(struct cues *c, size_t len);
/*
 * Looks at the whole line that was written into the room, up to end, and tells
 * what it is.  mask: cue_ends of it and cue_mask of all its characters.  Of a
 * line that ends as text does only what such a line can be is asked.
 */
void cue_look(struct cues *c, const char *end, uint64_t mask, int is_text,
    struct cue_seen *seen);
/* 1 when mask holds a pattern of the kind. */
int cue_has(const struct cues *c, enum cue kind, uint64_t mask);
/*
 * 1 when a pattern of the kind matches text (from its start, but for
 * CUE_ACTS and CUE_TAIL), with what its groups hold in *hit (or NULL).
 */
int cue_test(
    struct cues *c, enum cue kind, struct str text, struct cue_hit *hit);
/* As cue_test, of a line that rule (or 0) told to be of the kind: that one is
 * tried first. */
int cue_read(struct cues *c, enum cue kind, unsigned rule, struct str text,
    struct cue_hit *hit);
/* The next name in names from *at on, which moves behind it; 0: no more. */
int cue_name(struct cues *c, struct str names, size_t *at, struct str *name);
/* The rule of the kind that matches text first, or 0. */
unsigned cue_which(struct cues *c, enum cue kind, struct str text);
/* The name of a kind as the files write it. */
const char *cue_kind(enum cue kind);
/* The file and *line in which a rule (from 1) is written; NULL for 0. */
const char *cue_rule(const struct cues *c, unsigned rule, size_t *line);
/*
 * The first rule behind that one (0: from the start) whose pattern gave up on
 * some lines, for it went back and forth too long; *left: it was left out
 * after so many.  0: no more.
 */
unsigned cue_lost(
    const struct cues *c, unsigned rule, size_t *lines, int *left);
void cue_free(struct cues *c);

#endif
