/*
 * A linear-chain CRF (Lafferty, McCallum, Pereira 2001) over the labels of
 * label.h: of a stretch of characters, what the loss is and how it changes
 * with each score.  Before and behind a stretch all is O.
 *
 * A struct crf owns its scratch; start it as {0}.
 */
#ifndef QD_TRAIN_CRF_H
#define QD_TRAIN_CRF_H

#include <stddef.h>
#include <stdint.h>

#include "label.h"

/* What follows what: [s][t] as in model.h. */
struct crf_next {
	float w[LABEL_NEXT + 1][LABEL_NEXT];
};

struct crf_stretch {
	size_t n;
	float (*score)[LABEL_MAX]; /* n of them; O's is 0 */
	const uint8_t *gold;	   /* n labels */
	unsigned top;		   /* the last label there is */
	int first, last;	   /* it begins or ends where its text does */
};

struct crf {
	struct crf_char *v;
	size_t cap;
};

/*
 * The gradient of -log p(gold) by each score into grad, by what follows what
 * added to gnext; returns the loss.
 */
float crf_gradient(struct crf *f, const struct crf_stretch *x,
    const struct crf_next *next, float (*grad)[LABEL_MAX],
    struct crf_next *gnext);
/* The best labels, into label (n of them). */
void crf_best(struct crf *f, const struct crf_stretch *x,
    const struct crf_next *next, uint8_t *label);
void crf_close(struct crf *f);

#endif
