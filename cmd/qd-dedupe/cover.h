/*
 * How much of one text stands in another: the check behind a candidate.
 *
 * The texts are codes (anchor.h).  Blocks that both have are found greedily,
 * whatever their order (block moves: Tichy 1984), and joined over short gaps
 * at the same distance, where enough of the gap's characters are in both in
 * their order (bit-parallel longest common subsequence: Hyyro 2004).  What is
 * covered is the blocks and the gaps between joined ones; a few characters that
 * happen to be in both count for nothing.
 */
#ifndef QD_DEDUPE_COVER_H
#define QD_DEDUPE_COVER_H

#include <stddef.h>
#include <stdint.h>

#include "differ.h"

#define COVER_GAP 24 /* characters that may stand between joined blocks */

struct cover {
	/* the new text, and an index of its grams */
	const uint16_t *b;
	size_t nb;
	uint64_t *gram;
	uint32_t *head, *next;
	size_t cap_gram, cap_head, cap_next;
	unsigned bits;
	/* blocks that both have */
	struct cover_block {
		uint32_t a, b, len;
		uint32_t chain; /* index of the first block of its chain */
		uint32_t from;	/* the block before it there, or itself */
	} * block;
	uint32_t *sum; /* characters of the chain that begins there */
	size_t nblock, cap_block, cap_sum;
	unsigned char *in_a, *in_b; /* 1: covered */
	size_t cap_a, cap_b;
	/* the answer */
	size_t a_covered, b_covered; /* characters */
	size_t a_len, matched;	     /* a's length; in blocks */
	struct differ differ;	     /* what stands between these */
};

/* The new text, borrowed until the next cover_text. */
void cover_text(struct cover *c, const uint16_t *code, size_t n);
/* Compares it with an old one; the answer is in c. */
void cover_check(struct cover *c, const uint16_t *code, size_t n);
/*
 * The next run of covered characters of the new text that begins at *from or
 * later: 1, and from *from to *to; 0 when there is none.
 */
int cover_span(const struct cover *c, size_t *from, size_t *to);
void cover_free(struct cover *c);

#endif
