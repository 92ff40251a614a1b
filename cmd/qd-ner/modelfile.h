/*
 * The file form of a model, for model.c (which reads it) and scripts/ner
 * (which makes it), and for nobody else: the head, its conventions, then for
 * each of these its tags and its rows, each section a multiple of eight bytes.
 */
#ifndef QD_NER_MODELFILE_H
#define QD_NER_MODELFILE_H

#include <stddef.h>
#include <stdint.h>

#include "label.h"

#define MODEL_MAGIC "qdner\0\0\1" /* 8 bytes; the last is the version */
#define MODEL_ORDER 0x01020304U
#define MODEL_NAME 16
#define MODEL_MAXCONVS 16
#define MODEL_BUCKET 8 /* features that share a bucket */
/* Bytes behind the last row that may be read with it. */
#define MODEL_PAD 24
/* A weight of 1 (a nat) as it is stored. */
#define MODEL_UNIT 32
/* What is added to it there. */
#define MODEL_ZERO 128

struct model_head {
	char magic[8];
	uint32_t order;
	uint32_t features; /* FEAT_VERSION */
	uint64_t size;	   /* of the whole file */
	uint64_t check;	   /* model_checksum of all that follows the head */
	uint32_t nconvs, zero;
};

/*
 * A feature of hash h is in bucket (h >> 32) * nbuckets >> 32 under the tag
 * h & 0xffff (1 for 0); tag 0 is a free place.  Its row, nlabels - 1 weights
 * of a byte, stands at the same index.  next[s][t]: what it weighs that type
 * t - 1 (0: O) begins behind s - 1; s LABEL_NEXT: at the start of a text.
 */
struct model_conv {
	char name[MODEL_NAME]; /* ended by NUL */
	uint32_t nlabels;      /* with O */
	uint32_t nbuckets;
	uint64_t tags, rows; /* where they begin in the file */
	int16_t next[LABEL_NEXT + 1][8];
};

/* FNV-1a over 64-bit words, n being a multiple of eight. */
uint64_t model_checksum(const char *s, size_t n);

#endif
