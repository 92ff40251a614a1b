/*
 * The names that an article is known to hold: what was found with evidence in
 * one block is looked for in all of them.
 *
 * A struct known owns the copies of its names; known_reset empties it for the
 * next article.  Start it as {0}.
 */
#ifndef QD_NER_KNOWN_H
#define QD_NER_KNOWN_H

#include "cand.h"
#include "scan.h"

struct known {
	struct known_name {
		size_t at, len;	  /* in bytes */
		struct str canon; /* lives as long as the lists */
		uint32_t full;	  /* index + 1 of what it is short for */
		uint32_t bin;	  /* of its first characters */
		uint32_t next;	  /* index + 1 of the next in its bin */
		uint8_t type;
		uint8_t rank;  /* of a place */
		unsigned seen; /* how often it was found */
		unsigned sure; /* of these, with evidence */
		int counts;    /* to be looked for, after known_settle */
	} * v;
	size_t n, cap;
	struct buf bytes;
	uint32_t *first; /* of each bin: index + 1, 0 none */
	uint8_t *heads;	 /* by the first four bytes: 1, one that counts */
	int brief;	 /* one that counts has fewer */
	int any;	 /* one counts */
};

/* Counts a name found; sure: with evidence. */
void known_add(struct known *k, struct str name, enum ner_type type,
    unsigned rank, struct str canon, int sure);
/* Decides which of the names are to be looked for, and adds the short forms of
 * places (临溪 for 临溪县) and of foreign names (the last part).  To be called
 * once, after all known_add. */
void known_settle(struct known *k);
/* The first byte from i on where such a name may stand, of n bytes of valid
 * UTF-8 at s; n where none can.  Asks so little that it may be asked of a whole
 * text. */
size_t known_next(const struct known *k, const char *s, size_t n, size_t i);
/* The name that counts and stands at s, the longest; NULL where none does. */
const struct known_name *known_at(
    const struct known *k, const char *s, size_t n);
/* The canonical form of a name, what a short form is short for; empty where
 * there is none.  It lives until known_reset. */
struct str known_canon(const struct known *k, const struct known_name *a);
/* Adds the names that stand in the text as candidates. */
void known_find(const struct known *k, struct cands *c, const struct scan *sc);
void known_reset(struct known *k);
void known_free(struct known *k);

#endif
