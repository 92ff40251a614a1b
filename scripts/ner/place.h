/* Where a feature stands in a model (cmd/qd-ner/modelfile.h). */
#ifndef QD_TRAIN_PLACE_H
#define QD_TRAIN_PLACE_H

#include "modelfile.h"

#define PLACE_NONE SIZE_MAX

/* A free place of its bucket for the feature of hash key, where its tag now
 * stands; PLACE_NONE: the bucket is full, or another there has that tag. */
static inline size_t
place_take(uint16_t *tags, uint32_t nbuckets, uint64_t key)
{
	uint16_t tag = (uint16_t)(key & 0xffff ? key & 0xffff : 1);
	size_t at = (size_t)((key >> 32) * nbuckets >> 32) * MODEL_BUCKET;
	size_t end = at + MODEL_BUCKET;

	while (at < end && tags[at] && tags[at] != tag)
		at++;
	if (at == end || tags[at])
		return PLACE_NONE;
	tags[at] = tag;
	return at;
}

#endif
