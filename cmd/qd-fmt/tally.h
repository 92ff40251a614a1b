/*
 * What a stream amounts to: its documents and articles, the names in it and
 * where they stand, its quantities and dates.  Pages, charts and plots are
 * drawn from it.
 *
 * A struct tally owns copies of all it keeps, without the escapes of the
 * record format (attributes but for those; they keep them).  It grows with
 * the number of articles, of different names, and of quantities and dates;
 * the text of the blocks is not kept.  Strings are spans of its store: they
 * stay good while it grows, tally_str makes them readable until it grows
 * again.  Start it as {0}.
 */
#ifndef QD_FMT_TALLY_H
#define QD_FMT_TALLY_H

#include "intern.h"
#include "rec.h"

struct tally_span {
	size_t at, len;
};

/* What articles are counted by: the tags of qd-ner, other upper-case tags,
 * and quantities with dates. */
enum {
	TALLY_PER,
	TALLY_POST,
	TALLY_ORG,
	TALLY_LOC,
	TALLY_EVENT,
	TALLY_PROJ,
	TALLY_WORK,
	TALLY_TERM,
	TALLY_OTHER,
	TALLY_QUANT,
	TALLY_KINDS
};

struct tally_doc {
	struct tally_span name, date;
	size_t art; /* its first article */
};

struct tally_art {
	size_t doc;			      /* in docs */
	struct tally_span title, lead, attrs; /* lead: its first words */
	size_t n[TALLY_KINDS];
};

/* A name: one value under one upper-case tag. */
struct tally_name {
	size_t tag;	 /* in tags */
	size_t value;	 /* in values, behind its tag and a TAB */
	size_t n, first; /* mentions; number of the first */
	size_t posts;	 /* the last in posts, + 1; 0: none */
};

/* An office that stands beside a name, or an organisation's. */
struct tally_post {
	size_t n, next; /* times; the one before it, + 1 */
};

/* A quantity or a date. */
struct tally_fact {
	size_t tag; /* in tags */
	struct tally_span text, value, attrs, around;
	size_t art, mention;
	int repeat; /* in a block that is marked as a repeat */
};

struct tally {
	struct buf store;
	struct intern tags, values, places;
	struct intern offices; /* the number of a name, a TAB, the words */
	size_t *tag_n;	       /* mentions of each tag */
	size_t *first_block;   /* of each place: a block's number */
	struct tally_doc *docs;
	struct tally_art *arts;
	struct tally_name *names;
	struct tally_post *posts;
	struct tally_fact *facts;
	size_t ndocs, narts, nnames, nposts, nfacts;
	size_t cap_docs, cap_arts, cap_names, cap_posts, cap_facts, cap_tags,
	    cap_places;
	size_t mentions, blocks;	/* counted so far */
	struct buf doc, art, key, cell; /* where the stream is; scratch */
	int in_doc, in_art;
};

enum { TALLY_NEW_DOC = 1, TALLY_NEW_ART = 2 };

/*
 * Goes to where r (no raw line) stands; to be called for each record.
 * Returns what begins there: bits TALLY_NEW_DOC, TALLY_NEW_ART.
 */
unsigned tally_place(struct tally *t, const struct rec *r);
/* Counts a block: its number, from 1. */
size_t tally_block(struct tally *t, const struct rec *r);
/* The number of the first block at a place "doc:loc" (dup=, without escapes),
 * 0: none. */
size_t tally_find(const struct tally *t, struct str place);
/*
 * Counts an annotation: its number, from 1.  around: the words that it stands
 * in, for dates (may be empty); repeat: its block is one.
 */
size_t tally_mention(
    struct tally *t, const struct rec *r, struct str around, int repeat);

/* Upper case tags are names, lower case ones facts. */
int tally_is_name(struct str tag);
/* 1 when tag is date or period. */
int tally_is_date(struct str tag);
/* The kind TALLY_.. of a tag. */
size_t tally_kind(struct str tag);
struct str tally_str(const struct tally *t, struct tally_span s);
/* What an article is called: its headline, else its first words. */
struct str tally_title(const struct tally *t, const struct tally_art *a);
/* The value of a name, without its tag. */
struct str tally_value(const struct tally *t, const struct tally_name *n);
/* The number of the name of r, an annotation that was counted. */
size_t tally_name_of(struct tally *t, const struct rec *r);
/* The words of an office. */
struct str tally_office(const struct tally *t, const struct tally_post *p);
/*
 * The next value of an attribute in *v, without escapes (it may stand in
 * scratch); *rest starts as what attr_get gave.  0: no more.
 */
int tally_each(struct str *rest, struct str *v, struct buf *scratch);
void tally_free(struct tally *t);

#endif
