/*
 * The double array of a lexicon, for lexbuild.c alone: sorted words in, units
 * out.
 */
#ifndef QD_LEXTRIE_H
#define QD_LEXTRIE_H

#include "lex.h"

struct lextrie_word {
	struct str s; /* valid UTF-8, borrowed */
	uint32_t value;
};

/* Branches are put as they fit; those of many children are not tried again
 * where as many found no place. */
#define LEXTRIE_FITS 17

struct lextrie {
	struct lex_unit *units;
	size_t nunits, cap_units;
	/* while it is built */
	const struct lextrie_word *v;
	const uint16_t *code; /* of each character */
	uint32_t ncodes;
	unsigned char *used; /* by unit */
	size_t cap_used;
	size_t first[LEXTRIE_FITS]; /* by log2 of children: where to look from
				     */
	struct branch *todo;
	size_t ntodo, cap_todo;
};

/* The units of n words, sorted and each once; t starts as {0}.  The codes are
 * 1..ncodes. */
void lextrie_build(struct lextrie *t, const struct lextrie_word *v, size_t n,
    const uint16_t *code, uint32_t ncodes);
void lextrie_free(struct lextrie *t);

#endif
