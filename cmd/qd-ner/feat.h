/*
 * What the tagger sees of a text: for each character two sets of features, each
 * a 64-bit hash of a template and what fills it.
 *
 * The same code runs in training and at work, so that both see the same.  The
 * templates are over characters, the words of the cheapest cutting and their
 * classes, the entries of the lists that begin, end and lie across a
 * character, its costs in names, and what the rules made of the text (their
 * candidates and the decoder's choice among them): stacked generalization
 * (Wolpert 1992).  Any change here needs a model trained anew, and a new
 * FEAT_VERSION.
 *
 * A struct feats owns its arrays and is used again for each text; start it as
 * {0}.
 */
#ifndef QD_NER_FEAT_H
#define QD_NER_FEAT_H

#include "cand.h"
#include "decode.h"
#include "scan.h"

#define FEAT_FIRST 8 /* features that tell most */
#define FEAT_REST 24 /* the others */
#define FEAT_MOST 24 /* the larger of the two */
#define FEAT_VERSION 1

/* What is kept of a character; hashes are mixed. */
struct feat_char {
	uint64_t c;	   /* itself */
	uint64_t word;	   /* its word in the cheapest cutting */
	uint64_t kind;	   /* the classes of that word */
	uint64_t pos;	   /* where it stands in it */
	uint64_t begins;   /* the longest entry that begins here */
	uint64_t ends;	   /* the longest that ends behind it */
	uint64_t across;   /* the longest that it lies in, and where */
	uint64_t rule;	   /* what the rules chose: type and place in it */
	uint64_t span;	   /* how that name ends */
	uint64_t cbegin;   /* the best candidate that begins here */
	uint64_t cend;	   /* that ends behind it */
	uint64_t cover;	   /* that it lies in, and where */
	uint64_t before;   /* the name chosen last on the left, how far */
	uint64_t after;	   /* the next on the right, how far */
	uint64_t given;	   /* what it costs in names: 3 digits of 8 */
	uint64_t trans;	   /* in transliterations */
	uint32_t from, to; /* its word, in characters */
};

struct feats {
	struct feat_char *v; /* n of them behind FEAT_PAD empty ones */
	size_t n, cap;
	int32_t *best; /* scratch: margins of candidates */
};

/* Empty characters at either end. */
#define FEAT_PAD 3

/* Prepares the text of sc, of which the rules chose dec among c. */
void feat_text(struct feats *f, const struct scan *sc, const struct names *nm,
    const struct cands *c, const struct decoder *dec);
/* The features of character i: the FEAT_FIRST that tell most, the FEAT_REST
 * others. */
void feat_first(const struct feats *f, size_t i, uint64_t h[FEAT_MOST]);
void feat_rest(const struct feats *f, size_t i, uint64_t h[FEAT_MOST]);
void feat_free(struct feats *f);

#endif
