/* From what was learned to the file form of a model (cmd/qd-ner/modelfile.h).
 */
#ifndef QD_TRAIN_EXPORT_H
#define QD_TRAIN_EXPORT_H

#include "gate.h"
#include "mem.h"
#include "net.h"

/* Of features: as many as a file of 32 MB has room for. */
#define EXPORT_BUCKETS 49152U

/* The image of the file into *image, which the caller frees; x is pruned to
 * EXPORT_BUCKETS. */
void export_model(const struct net *x, const struct gate *g, struct buf *image);

#endif
