/*
 * The sieve in front of the scanner: one pass over a text folds it to half
 * width and marks what may begin something there, so cheaply that most of a
 * text costs a table's byte a character.
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
	SIFT_STOP, /* from here on no quantities: the end of a sentence, */
	SIFT_END,  /*   or (STOP) of a part of one that stands alone */
	SIFT_KINDS = 0x0f,
	SIFT_PAIRED = 0x10 /* by what follows */
};

struct sift {
	uint8_t kind[0x10000]; /* by code point */
	struct chars chars;    /* that have a kind, or are wide */
	uint8_t pair[0x2000];  /* bits, as in struct lexis */
};

/* What may begin something in a text, in order.  Start it as {0}. */
struct marks {
	struct mark {
		uint32_t at; /* byte of the folded text */
		uint8_t kind;
	} * v;
	size_t n, cap;
};

/* The words that are no quantities (tb->stops) may begin with a character that
 * begins nothing else there: they are kept. */
void sift_open(struct sift *s, const struct tables *tb);
/* Folds text into h (as half_text does) and marks it in m. */
void sift_text(
    const struct sift *s, struct str text, struct half *h, struct marks *m);

#endif
