/* From what was learned to the file form of a model (cmd/qd-ner/modelfile.h).
 */
#ifndef QD_TRAIN_EXPORT_H
#define QD_TRAIN_EXPORT_H

#include "gate.h"
#include "mem.h"
#include "net.h"

/* Of features: what makes a file of somewhat less than 30 MB. */
#define EXPORT_BUCKETS 49152U

/* The image of the file into *image, which the caller frees; x is pruned to
 * EXPORT_BUCKETS. */
void export_model(const struct net *x, const struct gate *g, struct buf *image);

#endif
