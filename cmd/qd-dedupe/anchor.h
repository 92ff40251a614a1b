/*
 * A text as the near tier sees it: characters as 16-bit codes, and anchors.
 *
 * A code is a folded character (key.h) in lower case and simplified form.  An
 * anchor is the hash of ANCHOR_LEN characters that stand side by side, one of
 * those that a fixed share of all hashes is: the same windows are picked
 * wherever they stand (sampling modulo a number: Manber 1994), so that texts
 * which share a part share its anchors.  A short text has its smallest hashes
 * as well.
 */
#ifndef QD_DEDUPE_ANCHOR_H
#define QD_DEDUPE_ANCHOR_H

#include <stddef.h>
#include <stdint.h>

#include "mem.h"

#define ANCHOR_LEN 5

#define ANCHOR_EVERY 14 /* one window of so many */
#define ANCHOR_FEW 8	/* that many at least, where there are windows */

/* What each character of the basic plane becomes. */
struct variants {
	uint16_t to[1U << 16];
	uint64_t hash; /* of the table: other tables give other codes */
};

/* From the data file of that name; dir: --data or NULL.  It dies where that
 * cannot be read.  Freed with mem_free. */
struct variants *variants_load(const char *dir);

struct codes {
	uint16_t *v;
	size_t n, cap;
};

/* The codes of a folded text. */
void codes_of(struct codes *c, const struct variants *t, struct str fold);
void codes_free(struct codes *c);

struct anchors {
	uint64_t *v; /* one for each window that was picked */
	size_t n, cap;
};

void anchors_of(struct anchors *a, const uint16_t *code, size_t n);
void anchors_free(struct anchors *a);

#endif
