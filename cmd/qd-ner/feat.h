/*
 * What the tagger sees of a text: for each character a set of features, each
 * a 64-bit hash of a template and what fills it.
 *
 * The same code runs in training and at work, so that both see the same.  The
 * templates are over characters, the words of the cheapest cutting and their
 * classes and clusters, the entries of the lists and of the gazetteers that
 * begin, end and lie across a character (Zhang and Yang 2018 and Ma and others
 * 2020 do so for neural taggers), its costs in names, and what the rules made
 * of the text (their candidates and the decoder's choice among them): stacked
 * generalization (Wolpert 1992).  Any change here needs a model trained anew,
 * and a new FEAT_VERSION.
 *
 * A struct feats owns its arrays and is used again for each text; start it as
 * {0}.
 */
#ifndef QD_NER_FEAT_H
#define QD_NER_FEAT_H

#include "cand.h"
#include "cluster.h"
#include "decode.h"
#include "gaz.h"
#include "scan.h"

#define FEAT_GATE 12 /* features of any character, for a first judgement */
#define FEAT_N 31    /* features of a character that may be in a name */
#define FEAT_VERSION 3

/* What is kept of a character; hashes are mixed. */
struct feat_char {
	uint32_t c;	       /* itself */
	uint32_t word;	       /* its word in the cheapest cutting */
	uint32_t kind;	       /* the classes of that word */
	uint16_t fine, coarse; /* its clusters */
	uint32_t pos;	       /* where it stands in it */
	uint32_t across;   /* the longest entry that it lies in, and where */
	uint32_t rule;	   /* what the rules chose: type and place in it */
	uint32_t cbegin;   /* the best candidate that begins here */
	uint32_t cend;	   /* that ends behind it */
	uint32_t cover;	   /* that it lies in, and where */
	uint16_t before;   /* the name chosen last on the left, how far */
	uint16_t after;	   /* the next on the right, how far */
	uint16_t given;	   /* what it costs in names: 4 digits of 8 */
	uint16_t trans;	   /* in transliterations: 3 */
	uint32_t from, to; /* its word, in characters */
	/* of the gazetteers: bits of type and place of all entries that it is
	 * in, the longest of these, those that begin and end here */
	uint32_t gaz, glong, gbegin, gend;
};

struct feats {
	struct feat_char *v; /* n of them behind FEAT_PAD empty ones */
	size_t n, cap;
	int32_t *best; /* scratch: margins of candidates, lengths */
};

/* Empty characters at either end. */
#define FEAT_PAD 3

/* The hash of a word of n characters, the first of that kind; never 0. */
uint32_t feat_word(enum char_kind kind, const uint32_t *cp, size_t n);
/* Prepares the text of sc, of which the rules chose dec among c; nothing of
 * the gazetteers as yet. */
void feat_text(struct feats *f, const struct scan *sc, const struct names *nm,
    const struct clusters *cl, const struct cands *c,
    const struct decoder *dec);
/* The entries of the gazetteers that begin at the n characters of at. */
void feat_gaz(struct feats *f, const struct gaz *g, const struct scan *sc,
    const uint32_t *at, size_t n);
/* The features of character i. */
void feat_gate(const struct feats *f, size_t i, uint64_t h[FEAT_GATE]);
void feat_all(const struct feats *f, size_t i, uint64_t h[FEAT_N]);
void feat_free(struct feats *f);

#endif
