/*
 * Edges: candidates that may be chosen as they are, beside what the labels of
 * their characters say, since they are known for other reasons.
 */
#ifndef QD_NER_EDGE_H
#define QD_NER_EDGE_H

#include "tag.h"

/* What the labels of the span weigh for a type; all its characters are in
 * doubt. */
int32_t edge_span(
    const struct tagger *t, const struct label_type *l, size_t from, size_t to);
/* The index + 1 in label_types of the type of x (0: it has no labels), and in
 * *score what it is worth, in 1/MODEL_UNIT nats; -1 when it is no edge. */
int edge_of(const struct cand *x, const struct scan *sc, const struct tagger *t,
    const struct model_conv *m, int32_t *score);

#endif
