/*
 * Blocks of BLOCK bytes whose bytes are compared side by side, a bit for each:
 * with what vectors the machine has.  SSE2 is there on every x86-64; AVX2,
 * where the processor says so, does the same in half the steps.  Elsewhere, or
 * for a compiler that has neither, plain C does.
 *
 * For the rooms that do this (utf8, qd-dedupe's key), which have each
 * comparison once for each kind of vector.  Their tests ask for less than the
 * machine has by BLOCK_VECTORS.
 */
#ifndef QD_BLOCK_H
#define QD_BLOCK_H

#include <stdint.h>

#ifndef BLOCK_VECTORS
#define BLOCK_VECTORS 2 /* 0: none; 1: SSE2 at most */
#endif

#if defined(__x86_64__) && defined(__GNUC__) && BLOCK_VECTORS > 0
#include <immintrin.h>
#define BLOCK_AVX2 __attribute__((target("avx2")))
#endif

#define BLOCK 64
#define BLOCKS 16 /* that are looked at together */

#ifdef BLOCK_AVX2

static inline int
block_has_avx2(void)
{
	return BLOCK_VECTORS > 1 && __builtin_cpu_supports("avx2");
}

/* 0xff for each byte of x from lo to lo + n. */
static inline __m128i
block_in16(__m128i x, int lo, int n)
{
	x = _mm_sub_epi8(x, _mm_set1_epi8((char)lo));
	return _mm_cmpeq_epi8(_mm_min_epu8(x, _mm_set1_epi8((char)n)), x);
}

BLOCK_AVX2 static inline __m256i
block_in32(__m256i x, int lo, int n)
{
	x = _mm256_sub_epi8(x, _mm256_set1_epi8((char)lo));
	return _mm256_cmpeq_epi8(
	    _mm256_min_epu8(x, _mm256_set1_epi8((char)n)), x);
}

/* A bit for each byte, from bit i on. */
static inline uint64_t
block_bits16(__m128i x, unsigned i)
{
	return (uint64_t)(unsigned)_mm_movemask_epi8(x) << i;
}

BLOCK_AVX2 static inline uint64_t
block_bits32(__m256i x, unsigned i)
{
	return (uint64_t)(unsigned)_mm256_movemask_epi8(x) << i;
}

#endif
#endif
