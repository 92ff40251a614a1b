/*
 * Clusters of words: what stands between the same neighbours is alike (Brown
 * and others 1992), so that a word which no annotated text has is seen as its
 * fellows are.  Learned from unlabelled text by scripts/ner/clusters.c; a part
 * of the model.
 *
 * A word is known by its hash (feat_word).  It stands in one of the
 * CLUSTER_TRIES places from its hash on, modulo their number.
 */
#ifndef QD_NER_CLUSTER_H
#define QD_NER_CLUSTER_H

#include <stddef.h>
#include <stdint.h>

#define CLUSTER_TRIES 8

struct cluster {
	uint32_t word;	       /* 0: a free place */
	uint16_t fine, coarse; /* its clusters, from 1 on; 0: none */
};

struct clusters {
	const struct cluster *v; /* borrowed */
	uint32_t n;		 /* places, a power of two; 0: none */
};

static inline struct cluster
cluster_of(const struct clusters *c, uint32_t word)
{
	const struct cluster *p;
	uint32_t i;

	for (i = 0; c->n && i < CLUSTER_TRIES; i++) {
		p = &c->v[(word + i) & (c->n - 1)];
		if (p->word == word)
			return *p;
		if (p->word == 0)
			break;
	}
	return (struct cluster){word, 0, 0};
}

#endif
