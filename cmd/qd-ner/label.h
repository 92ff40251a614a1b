/*
 * The labels of the tagger: where a character stands in a name of each type
 * (begin, inside, end, single; Ratinov and Roth 2009 call it BILOU), and O for
 * none.  O scores 0 always, so that a feature has a weight for each of the
 * others.  Types that are rarer stand behind, so that a convention which marks
 * fewer has the first labels alone.
 */
#ifndef QD_NER_LABEL_H
#define QD_NER_LABEL_H

#include "cand.h"

enum {
	LABEL_O,
	LABEL_MAX = 21, /* with O */
	LABEL_NTYPES = 6,
	LABEL_NEXT = LABEL_NTYPES + 1, /* types and O, of which one follows
					  another */
};

/* The labels of one type; single is 0 where it has none. */
struct label_type {
	enum ner_type type;
	unsigned begin, inside, end, single;
};

extern const struct label_type label_types[LABEL_NTYPES];

/* The index in label_types, or -1. */
int label_type(enum ner_type type);

#endif
