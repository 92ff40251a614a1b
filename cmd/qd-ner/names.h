/*
 * The lists that qd-ner knows: names.lex with the bits of its classes, and a
 * table of what each character costs in each place of a person's name.
 *
 * Costs everywhere in this tool are tenths of a nat (-10 ln p), so that they
 * add up along a text; NO_COST stands where there is none.  A struct names
 * owns the lexicon; what it points to lives until names_close.
 */
#ifndef QD_NER_NAMES_H
#define QD_NER_NAMES_H

#include <stdint.h>

#include "lex.h"

#define NAMES_LEVELS 8
#define NO_COST 127

/* A character's part in names (see data/names/chars.tsv), and what the
 * scanner wants to know of it. */
struct names_char {
	uint8_t sur;		 /* a surname */
	uint8_t first, second;	 /* of a given name of two */
	uint8_t single;		 /* a given name of one */
	uint8_t head, mid, tail; /* of a transliteration */
	uint8_t place, inplace;	 /* first or later of a place's name */
	uint8_t brand, inbrand;	 /* of the name a company gives itself */
	uint8_t kind;		 /* enum char_kind */
	uint8_t particle;	 /* a particle or pronoun that no name has */
};

enum char_kind {
	CHAR_HAN,
	CHAR_ALNUM, /* letters and digits of any script but Han */
	CHAR_SPACE,
	CHAR_PUNCT,
};

struct names {
	struct lex *lex;
	struct names_char *chars; /* of the 65536 of the BMP */
	/* bits of classes */
	uint32_t level[NAMES_LEVELS], levels, verb, func;
	uint8_t cost[37]; /* of the level of a bit, by that bit modulo 37 */
	uint32_t prov, city, dist, town, country, loc, amb, abbr;
	uint32_t org, osuf, osufw, organ, psuf, esuf, jsuf;
	uint32_t post, ppre, say, role, who, sur;
	uint32_t place; /* prov..loc together */
	uint32_t entry; /* all that is more than a word */
};

/* Takes lx over.  0, or -1 when it lacks one of our classes (it was built
 * from other lists); names_close is due in either case. */
int names_open(struct names *nm, struct lex *lx);
/* What cp is and costs; never NULL. */
const struct names_char *names_char(const struct names *nm, uint32_t cp);
/* The cost of a word of those classes. */
int names_cost(const struct names *nm, uint32_t classes);
void names_close(struct names *nm);

#endif
