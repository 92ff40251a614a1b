/*
 * The gazetteers: gaz.lex, many names of people, places and organisations from
 * public lists, of which the tagger is told where they stand in a text.  They
 * are evidence alone: names.lex is what the rules go by.
 *
 * A struct gaz owns the lexicon; start it as {0}.
 */
#ifndef QD_NER_GAZ_H
#define QD_NER_GAZ_H

#include "lex.h"
#include "scan.h"

/* Its classes, in the order of their bits: transliterated, person, place,
 * organisation, other proper name. */
#define GAZ_NTYPES 5
/* Entries that begin at one character, at most, and their longest. */
#define GAZ_MOST 12

struct gaz {
	struct lex *lex;
	struct lex_trie trie;
	uint16_t *codes; /* of the 65536 characters of the BMP */
	uint8_t *types;	 /* by lex_value - 1: bits of classes */
};

struct gaz_hit {
	uint32_t to; /* the character behind it */
	unsigned types;
};

/* Takes lx over.  0, or -1 when it lacks one of our classes; gaz_close is due
 * in either case. */
int gaz_open(struct gaz *g, struct lex *lx);
/* The entries of two characters or more from i on, shortest first; how many. */
size_t gaz_from(const struct gaz *g, const struct scan *sc, size_t i,
    struct gaz_hit hits[GAZ_MOST]);
void gaz_close(struct gaz *g);

#endif
