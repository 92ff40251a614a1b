/*
 * How much of a few characters is in a few others, in their order: the longest
 * common subsequence, bit-parallel (Hyyro 2004).
 */
#ifndef QD_DEDUPE_LCS_H
#define QD_DEDUPE_LCS_H

#include <stddef.h>
#include <stdint.h>

/* Its length; nb <= 64. */
size_t lcs(const uint16_t *a, size_t na, const uint16_t *b, size_t nb);
/* 1 when half of the characters are in both: what is of the same form about
 * other things has less.  One or two are always alike.  nb <= 64. */
int lcs_alike(const uint16_t *a, size_t na, const uint16_t *b, size_t nb);

#endif
