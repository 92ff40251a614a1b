/*
 * The features of a corpus: counted, then numbered where they are frequent
 * enough.  A struct dict owns its tables; start it with dict_open.
 */
#ifndef QD_TRAIN_DICT_H
#define QD_TRAIN_DICT_H

#include <stddef.h>
#include <stdint.h>

#define DICT_NONE UINT32_MAX

struct dict {
	uint64_t *keys; /* open addressing; 0: free */
	uint32_t *vals; /* counts, then numbers + 1 (0: too rare) */
	size_t cap, n;
	uint32_t nids;
};

void dict_open(struct dict *d);
void dict_count(struct dict *d, uint64_t key);
/* To be called once: numbers what was counted cutoff times or more. */
void dict_number(struct dict *d, uint32_t cutoff);
/* The number of a key, or DICT_NONE. */
uint32_t dict_id(const struct dict *d, uint64_t key);
void dict_close(struct dict *d);

#endif
