/*
 * The file form of a model, for model.c (which reads it) and scripts/ner
 * (which makes it), and for nobody else: the head, its conventions, then the
 * weights of their gates, the clusters, the tags and the rows, each section at
 * a multiple of 64 bytes.
 */
#ifndef QD_NER_MODELFILE_H
#define QD_NER_MODELFILE_H

#include <stddef.h>
#include <stdint.h>

#include "label.h"
#include "model.h"

#define MODEL_MAGIC "qdner\0\0\3" /* 8 bytes; the last is the version */
#define MODEL_ORDER 0x01020304U
#define MODEL_NAME 16
#define MODEL_MAXCONVS 16
#define MODEL_ALIGN 64

struct model_head {
	char magic[8];
	uint32_t order;
	uint32_t features; /* FEAT_VERSION */
	uint64_t size;	   /* of the whole file */
	uint64_t check;	   /* model_checksum of all that follows the head */
	uint32_t nconvs;
	uint32_t hidden;   /* units, a multiple of 16, at most MODEL_HIDDEN */
	uint32_t nbuckets; /* of features */
	uint32_t nwords;   /* places of clusters, a power of two or 0 */
	uint64_t tags, rows, words; /* where they begin in the file */
	uint64_t zeros[7];
};

/*
 * A feature of hash h is in bucket (h >> 32) * nbuckets >> 32 under the tag
 * h & 0xffff (1 for 0); tag 0 is a free place.  Its row, a byte for each
 * hidden unit, stands at the same index: of sixteen units at a time, number k
 * and k + 8 as the low and the high byte of the 16-bit number k.  Feature k of
 * the gate weighs what stands at k * MODEL_GATE + (h >> (64 - MODEL_GATEBITS)).
 */
struct model_entry {
	char name[MODEL_NAME]; /* ended by NUL */
	uint64_t gate;	       /* where its gate's weights begin */
	struct model_conv conv;
};

/* Of hash.h, the low half. */
uint64_t model_checksum(const char *s, size_t n);

#endif
