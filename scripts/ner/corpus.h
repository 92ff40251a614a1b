/*
 * The annotated text that a model is learned from, as scripts/nerdata writes
 * it: of each character the features' numbers and the label.
 *
 * Each feature is there twice, once shared by all conventions and once for its
 * own (feature augmentation: Daumé 2007), so that what differs between the
 * guides is learned apart and what they have in common together.
 */
#ifndef QD_TRAIN_CORPUS_H
#define QD_TRAIN_CORPUS_H

#include "dict.h"
#include "find.h"
#include "fold.h"

#define CORPUS_CONVS 8
#define CORPUS_FEATS (FEAT_FIRST + FEAT_REST)

struct corpus {
	struct corpus_text {
		size_t first, n; /* characters */
		size_t conv;
		int held; /* kept apart, to be measured on */
	} * texts;
	size_t ntexts, tcap;
	uint8_t *gold; /* of each character its label */
	size_t *at;    /* where its features begin; one more than characters */
	size_t nchars, ccap;
	uint32_t *ids; /* numbers of features */
	size_t nids, icap;
	struct corpus_conv {
		char name[16];
		unsigned top; /* its last label */
	} convs[CORPUS_CONVS];
	size_t nconvs;
	struct dict dict;
	uint8_t *shared;  /* by number: it is the shared copy */
	struct find find; /* the lists, opened by the caller; no model */
	/* scratch */
	struct feats feats;
	struct fold fold;
};

/* Reads the file: features that come cutoff times or more.  held: names of
 * documents to keep apart, joined by commas; documents NAME-dev are, always.
 * Dies with what is wrong. */
void corpus_read(
    struct corpus *c, const char *path, const char *held, uint32_t cutoff);
/* The key of a shared feature's own copy for convention i. */
uint64_t corpus_own(uint64_t key, size_t i);
void corpus_close(struct corpus *c);

#endif
