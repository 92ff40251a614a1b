/*
 * The network: rows of features summed up into rectified hidden units (Nair
 * and Hinton 2010), and from these the scores of the labels, for each
 * convention its own way; under the CRF of crf.h.
 *
 * What all conventions share are the rows: what differs between the guides is
 * told by the biases of the units and by the weights between them and the
 * labels (multi-task learning: Caruana 1997).  Units and features are left out
 * at random in training (dropout: Hinton and others 2012).  Rows are learned by
 * AdaGrad (Duchi, Hazan, Singer 2011) with one sum of squares a row, the rest
 * by Adam (Kingma and Ba 2015), at a rate that falls to almost nothing.
 *
 * A struct net owns its weights and scratch; the corpus is borrowed.
 */
#ifndef QD_TRAIN_NET_H
#define QD_TRAIN_NET_H

#include "corpus.h"
#include "crf.h"

struct net {
	struct corpus *corpus;
	size_t hidden;
	float *rows; /* by feature, hidden each */
	float *squares;
	/* What a convention has of its own, and how it is learned. */
	struct net_conv {
		struct net_part {
			float bias[MODEL_HIDDEN];
			float out[LABEL_MAX][MODEL_HIDDEN];
			float base[LABEL_MAX];
			struct crf_next next;
		} w, gradient, mean, square;
	} convs[CORPUS_CONVS];
	float rate; /* 1 at the beginning of training, 0 at its end */
	float drop; /* the part of features and units left out */
	size_t steps, pending;
	uint64_t seed;
	struct crf crf;
	/* scratch, by slot of a text */
	float *units, *dunits, (*score)[LABEL_MAX], (*dscore)[LABEL_MAX];
	uint32_t (*picked)[FEAT_N]; /* features not left out, then DICT_NONE */
	size_t cap;
};

/* seed: nets of other seeds begin otherwise and see other texts first. */
void net_open(
    struct net *x, struct corpus *c, size_t hidden, float drop, uint64_t seed);
/* Makes *x the mean of n nets of one corpus: their units side by side, each
 * net's say divided by n (ensembles: Hansen and Salamon 1990).  They are
 * closed. */
void net_join(struct net *x, struct net *part, size_t n);
/* Learns from a text; returns its loss in nats. */
float net_learn(struct net *x, const struct corpus_text *t);
/* The labels of a text's characters in doubt. */
void net_best(struct net *x, const struct corpus_text *t, uint8_t *label);
void net_close(struct net *x);

#endif
