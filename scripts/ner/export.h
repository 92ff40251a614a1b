/*
 * A learned model as the file that qd-ner maps (cmd/qd-ner/modelfile.h): for
 * each convention the shared and its own weights of a feature summed, a byte
 * each, of the features that weigh most.
 */
#ifndef QD_TRAIN_EXPORT_H
#define QD_TRAIN_EXPORT_H

#include "crf.h"
#include "mem.h"

/* The image of the file, into *image. */
void export_model(const struct crf *f, struct buf *image);

#endif
