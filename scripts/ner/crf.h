/*
 * A linear-chain CRF (Lafferty, McCallum, Pereira 2001) over the labels of
 * label.h, learned a text at a time by AdaGrad (Duchi, Hazan, Singer 2011) with
 * features left out at random (dropout: Hinton and others 2012), its weights
 * averaged over the passes (Polyak and Juditsky 1992).
 *
 * A struct crf owns its weights and scratch; the corpus is borrowed.
 */
#ifndef QD_TRAIN_CRF_H
#define QD_TRAIN_CRF_H

#include "corpus.h"

#define CRF_WEIGHTS (LABEL_MAX - 1)

struct crf {
	const struct corpus *corpus;
	struct crf_row {
		float w[CRF_WEIGHTS];
		float g[CRF_WEIGHTS]; /* squares of gradients so far */
	} * rows;		      /* by feature */
	float *sums; /* of the weights after each pass, as rows */
	int npasses;
	/* What follows what, by convention: [s][t] as in modelfile.h. */
	struct crf_next {
		float w[LABEL_NEXT + 1][LABEL_NEXT];
		float g[LABEL_NEXT + 1][LABEL_NEXT];
		double sum[LABEL_NEXT + 1][LABEL_NEXT];
	} next[CORPUS_CONVS];
	float rate, drop;
	uint64_t seed; /* of the random numbers */
	/* scratch, by character */
	struct crf_char *v;
	size_t cap;
	uint32_t *picked; /* features that were not left out */
	size_t pcap;
};

void crf_open(struct crf *f, const struct corpus *c, float rate, float drop);
/* Learns from a text. */
void crf_learn(struct crf *f, const struct corpus_text *t);
/* To be called after each pass over the corpus. */
void crf_pass(struct crf *f);
/* Sets the weights to their averages over the passes. */
void crf_average(struct crf *f);
/* A random number below n. */
uint32_t crf_random(struct crf *f);
void crf_close(struct crf *f);

#endif
