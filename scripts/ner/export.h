/* From what was learned to the file form of a model (cmd/qd-ner/modelfile.h).
 */
#ifndef QD_TRAIN_EXPORT_H
#define QD_TRAIN_EXPORT_H

#include "gate.h"
#include "mem.h"
#include "net.h"

/* The places for features in a model: so many more than rows that few find
 * their bucket full. */
#define EXPORT_ROWS 280000U
#define EXPORT_PLACES 393216U

/* The image of the file into *image, which the caller frees.  Returns how many
 * features found no place. */
size_t export_model(
    const struct net *x, const struct gate *g, struct buf *image);

#endif
