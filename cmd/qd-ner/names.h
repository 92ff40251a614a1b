/*
 * The lists that qd-ner knows: names.lex with the bits of its classes, and a
 * table of what each character costs in each place of a name.  Characters have
 * ids: the frequent ones small ones, so that what is looked at most lies
 * together; none that the lexicon knows is the end of a text.
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
/* Cost of one character that is no word: rarer than all that are. */
#define NAMES_UNKNOWN 175
/* Of a run of letters and digits, a space, a mark. */
#define NAMES_PLAIN 40

/* A character's part in names (see data/names/chars.tsv), and what the
 * scanner and the rules want to know of it. */
struct names_char {
	uint8_t sur;		 /* a surname */
	uint8_t first, second;	 /* of a given name of two */
	uint8_t single;		 /* a given name of one */
	uint8_t head, mid, tail; /* of a transliteration */
	uint8_t place, inplace;	 /* first or later of a place's name */
	uint8_t brand, inbrand;	 /* of the name a company gives itself */
	uint8_t kind;		 /* enum char_kind */
	uint8_t particle;	 /* a particle or pronoun that no name has */
	uint8_t marks;		 /* enum char_mark */
	uint16_t sets;		 /* enum char_set */
};

/* Where the rules have a closer look. */
enum char_mark {
	MARK_SUR = 1,	/* a surname, or 小, 老, 阿 */
	MARK_HEAD = 2,	/* may begin a transliteration */
	MARK_JOINT = 4, /* may join the parts of a foreign name */
	MARK_ASKS = 16, /* a place may follow it */
	MARK_CLEAR = 8, /* of a place in a text: no word crosses it */
};

/* Sets of characters that the rules ask for; what is in them: names.c. */
enum char_set {
	SET_NUMERAL = 1,   /* in front of what is counted */
	SET_COUNTED = 2,   /* in front of a unit that looks like a surname */
	SET_ORDINAL = 4,   /* of a number that is part of a name */
	SET_NOT_GIVEN = 8, /* hardly in a given name */
	SET_LEVEL = 16,	   /* of administration */
	SET_AREA = 32,	   /* ends the name of an area */
	SET_CENTURY = 128, /* of an ordinal, in words or digits */
	SET_AND = 256,
	SET_UNIT = 512,	     /* counts people or houses */
	SET_SMALL = 1024,    /* a number in front of it */
	SET_OFFICE = 4096,   /* begins what a state has: abbr.c */
	SET_VISITS = 8192,   /* 访 in 访华 */
	SET_NO_BRAND = 2048, /* a number, in no company's own name */
};

enum char_kind {
	CHAR_HAN,
	CHAR_ALNUM, /* letters and digits of any script but Han */
	CHAR_SPACE,
	CHAR_PUNCT,
};

/* What the words of one value of the lexicon have in common. */
struct names_value {
	uint32_t classes;
	int cost;
};

/* What the words of one, two and three characters from one place on cost, or a
 * character that is none; NAMES_NONE: there is none. */
struct names_brief {
	int16_t cost[4]; /* the last is there for the size */
};

#define NAMES_NONE 16383

/* What the scanner wants to know of a character, side by side: where words
 * that begin with it lead (lex_go, lex_value), the one that it is, and two of
 * its names_char. */
struct names_start {
	uint32_t base, value;
	uint32_t classes; /* of that value */
	struct names_brief brief;
	uint8_t kind, marks;
};

/* Who asks for which entries: each rule for its own. */
enum names_rule {
	RULE_PLACE,
	RULE_ABBR,
	RULE_ORG,
	RULE_POST,
	RULE_EVENT,
	RULE_SUR,
	NAMES_NRULES
};

struct names {
	struct lex *lex;
	struct lex_trie trie;	  /* of lex */
	struct names_char *chars; /* by id */
	size_t nchars, cap;
	unsigned end;		    /* the id of the end of a text */
	struct names_start *starts; /* by id */
	uint16_t *ids;		    /* of the 65536 characters of the BMP */
	struct names_value *values; /* by lex_value - 1 */
	/* bits of classes */
	uint32_t level[NAMES_LEVELS], levels, verb, func;
	uint32_t prov, city, dist, town, country, loc, amb, abbr;
	uint32_t org, osuf, osufw, organ, psuf, esuf, jsuf;
	uint32_t post, ppre, say, role, who, sur;
	uint32_t place; /* prov..loc together */
	uint32_t entry; /* all that is more than a word */
	uint32_t rule[NAMES_NRULES];
};

/* Takes lx over.  0, or -1 when it lacks one of our classes (it was built
 * from other lists); names_close is due in either case. */
int names_open(struct names *nm, struct lex *lx);
/* What names_id leaves to a call. */
unsigned names_id_far(const struct names *nm, uint32_t cp);
/* The index of cp in nm->chars; its code in the lexicon, where it has one. */
static inline unsigned
names_id(const struct names *nm, uint32_t cp)
{
	return cp < 0x10000 ? nm->ids[cp] : names_id_far(nm, cp);
}

/* What cp is and costs. */
static inline const struct names_char *
names_char(const struct names *nm, uint32_t cp)
{
	return &nm->chars[names_id(nm, cp)];
}

void names_close(struct names *nm);

#endif
