/*
 * The annotated text that a model is learned from, as scripts/nerdata writes
 * it.  It is read once, then seen twice: first of each character what the gate
 * goes by, then, when that is learned, of each character in doubt all features.
 *
 * A struct corpus owns its arrays; start it as {0} with the lists of find and
 * gaz opened.
 */
#ifndef QD_TRAIN_CORPUS_H
#define QD_TRAIN_CORPUS_H

#include "data.h"
#include "dict.h"
#include "find.h"

#define CORPUS_CONVS 8

struct corpus {
	struct corpus_text {
		struct str s;	 /* of the file */
		size_t first, n; /* characters */
		size_t slot, in; /* the first in doubt, how many */
		size_t conv;
		int held; /* kept apart, to be measured on */
		int byline;
	} * texts;
	size_t ntexts, tcap;
	/* by character */
	uint8_t *gold; /* its label */
	uint32_t (*gate)[FEAT_GATE];
	size_t nchars, ccap, gcap;
	/* by slot, of a character in doubt */
	uint32_t *at; /* its place in its text */
	uint64_t (*keys)[FEAT_N];
	uint32_t (*ids)[FEAT_N]; /* numbers of features, or DICT_NONE */
	size_t nslots, scap, kcap;
	struct corpus_conv {
		char name[16];
		unsigned top; /* its last label */
	} convs[CORPUS_CONVS];
	size_t nconvs;
	struct dict dict;
	struct find find; /* the lists, opened by the caller; no model */
	struct clusters clusters; /* of words, given by the caller; borrowed */
	/* scratch */
	struct tagger tagger;
	struct buf folded;
	struct data_file file;
};

/* Reads the file, with what the gate goes by.  held: names of documents to
 * keep apart, joined by commas; documents NAME-dev are, always.  Dies with
 * what is wrong. */
void corpus_read(struct corpus *c, const char *path, const char *held);
/* The features of what the gate lets through (of convention i under convs[i]),
 * and of all that is in a name, where it is to be learned from; those that
 * come cutoff times or more get numbers. */
void corpus_see(
    struct corpus *c, const struct model_table *gates, uint32_t cutoff);
void corpus_close(struct corpus *c);

#endif
