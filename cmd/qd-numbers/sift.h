/*
 * The sieve in front of the scanner: what a character may begin, told so
 * cheaply that most of a text costs a table's byte a character.
 *
 * A character that begins something only in front of certain others (上 in
 * 上周, 数 in 数百) is passed over where none of them follows.
 */
#ifndef QD_NUMBERS_SIFT_H
#define QD_NUMBERS_SIFT_H

#include "chars.h"
#include "tables.h"

enum {
	SIFT_NONE,
	SIFT_NUMERAL,
	SIFT_WHEN,
	SIFT_ORDINAL,
	SIFT_CODE,
	SIFT_HALF,
	SIFT_OPEN, /* from here on: marks of the sentence, no quantities */
	SIFT_CLOSE,
	SIFT_STOP, /* ends a sentence, or a part of one that stands alone */
	SIFT_END,
	SIFT_KINDS = 0x0f,
	SIFT_PAIRED = 0x10 /* by what follows */
};

struct sift {
	uint8_t kind[0x10000]; /* by code point */
	struct chars chars;    /* that have a kind */
	uint8_t pair[0x2000]; /* bits, as in struct lexis */
};

/* The words that are no quantities (tb->stops) may begin with a character that
 * begins nothing else there: they are kept. */
void sift_open(struct sift *s, const struct tables *tb);
/*
 * The next character of t from byte *i on that may begin something: what, its
 * place in *i and its width in *w; SIFT_NONE at the end.
 */
unsigned sift_next(
    const struct sift *s, const struct text *t, size_t *i, size_t *w);

#endif
