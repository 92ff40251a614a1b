/*
 * Strings numbered in the order in which they are first seen.
 *
 * A struct intern owns copies of its strings; a string from intern_get is
 * borrowed until the next intern_put.  NUL may occur.  Start it as {0}.
 */
#ifndef QD_FMT_INTERN_H
#define QD_FMT_INTERN_H

#include "mem.h"

struct intern {
	struct buf bytes;
	struct intern_key {
		size_t at, len;
	} * v;
	size_t n, cap;
	size_t *slots, nslots; /* open addressing: number + 1, 0 is free */
};

/* The number of s, from 0; it is t->n - 1 and new where t->n grew. */
size_t intern_put(struct intern *t, struct str s);
/* The number of s; t->n where it was never put. */
size_t intern_find(const struct intern *t, struct str s);
struct str intern_get(const struct intern *t, size_t i);
void intern_free(struct intern *t);

#endif
