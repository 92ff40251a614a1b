/*
 * Whether text is UTF-8, at a speed at which it can be asked of all (utf8.h).
 */
#include "utf8.h"

#include <string.h>

#include "block.h"
#include "utf8seq.h"

/*
 * 1 when the 8 bytes at u begin with two characters of three bytes whose leads
 * have no rule of their own: nearly all that Chinese text is made of.
 */
static int
two_han(const unsigned char *u)
{
	static const unsigned char bits[] = {
	    0xf0, 0xc0, 0xc0, 0xf0, 0xc0, 0xc0, 0, 0};
	static const unsigned char want[] = {
	    0xe0, 0x80, 0x80, 0xe0, 0x80, 0x80, 0, 0};
	uint64_t w, b, x;

	memcpy(&w, u, sizeof w);
	memcpy(&b, bits, sizeof b);
	memcpy(&x, want, sizeof x);
	return (w & b) == x && u[0] != 0xe0 && u[0] != 0xed && u[3] != 0xe0 &&
	       u[3] != 0xed;
}

/* Where bytes below 0x20 stand: the first max of them, and how many. */
struct lows {
	size_t *at, max, n;
};

/* Bit k of bits: one stands at i + k. */
static void
note(struct lows *l, uint64_t bits, size_t i)
{
	for (; bits; bits &= bits - 1) {
		if (l->n < l->max)
			l->at[l->n] = i + (size_t)__builtin_ctzll(bits);
		l->n++;
	}
}

/* Of the characters that begin at i to end - 1 of the n bytes, where the first
 * that is ill-formed stands, or end and a little more. */
static size_t
valid_to(const unsigned char *u, size_t n, size_t i, size_t end, struct lows *l)
{
	size_t k;

	while (i < end) {
		if (u[i] < 0x80) {
			note(l, u[i] < 0x20, i);
			i++;
			continue;
		}
		if (n - i >= 8 && two_han(u + i)) {
			i += 6;
			continue;
		}
		k = utf8_seqlen(u + i, n - i);
		if (k == 0)
			break;
		i += k;
	}
	return i;
}

/* What the bytes of a block are, a bit each; high: 0x80 and up, low: below
 * 0x20, lead2 and lead3: the first of a character of so many bytes that has no
 * rule of its own. */
struct kinds {
	uint64_t high, low, cont, lead2, lead3;
};

#ifdef BLOCK_AVX2

static struct kinds
kinds_sse2(const unsigned char *u)
{
	struct kinds k = {0, 0, 0, 0, 0};
	unsigned i;

	for (i = 0; i < BLOCK; i += 16) {
		__m128i x = _mm_loadu_si128((const void *)(u + i)), t;

		k.high |= block_bits16(x, i);
		k.low |= block_bits16(block_in16(x, 0, 0x1f), i);
		/* 0x80..0xbf are the lowest of the signed */
		t = _mm_cmplt_epi8(x, _mm_set1_epi8((char)0xc0));
		k.cont |= block_bits16(t, i);
		k.lead2 |= block_bits16(block_in16(x, 0xc2, 0x1d), i);
		t = _mm_cmpeq_epi8(x, _mm_set1_epi8((char)0xed));
		t = _mm_andnot_si128(t, block_in16(x, 0xe1, 14));
		k.lead3 |= block_bits16(t, i);
	}
	return k;
}

BLOCK_AVX2 static struct kinds
kinds_avx2(const unsigned char *u)
{
	struct kinds k = {0, 0, 0, 0, 0};
	unsigned i;

	for (i = 0; i < BLOCK; i += 32) {
		__m256i x = _mm256_loadu_si256((const void *)(u + i)), t;

		k.high |= block_bits32(x, i);
		k.low |= block_bits32(block_in32(x, 0, 0x1f), i);
		t = _mm256_cmpgt_epi8(_mm256_set1_epi8((char)0xc0), x);
		k.cont |= block_bits32(t, i);
		k.lead2 |= block_bits32(block_in32(x, 0xc2, 0x1d), i);
		t = _mm256_cmpeq_epi8(x, _mm256_set1_epi8((char)0xed));
		t = _mm256_andnot_si256(t, block_in32(x, 0xe1, 14));
		k.lead3 |= block_bits32(t, i);
	}
	return k;
}

BLOCK_AVX2 static void
all_avx2(const unsigned char *u, size_t n, struct kinds *k)
{
	size_t i;

	for (i = 0; i < n; i++)
		k[i] = kinds_avx2(u + i * BLOCK);
}

#else

static struct kinds
kinds_plain(const unsigned char *u)
{
	struct kinds k = {0, 0, 0, 0, 0};
	unsigned i, c;

	for (i = 0; i < BLOCK; i++) {
		c = u[i];
		k.high |= (uint64_t)(c >= 0x80) << i;
		k.low |= (uint64_t)(c < 0x20) << i;
		k.cont |= (uint64_t)((c & 0xc0) == 0x80) << i;
		k.lead2 |= (uint64_t)(c >= 0xc2 && c < 0xe0) << i;
		k.lead3 |= (uint64_t)(c > 0xe0 && c < 0xf0 && c != 0xed) << i;
	}
	return k;
}

#endif

/* The kinds of n blocks. */
static void
kinds_of(const unsigned char *u, size_t n, struct kinds *k)
{
	size_t i;

#ifdef BLOCK_AVX2
	if (block_has_avx2()) {
		all_avx2(u, n, k);
		return;
	}
	for (i = 0; i < n; i++)
		k[i] = kinds_sse2(u + i * BLOCK);
#else
	for (i = 0; i < n; i++)
		k[i] = kinds_plain(u + i * BLOCK);
#endif
}

/* 1 when the block is well-formed; *more: bytes that the one before asks for,
 * and then those that it asks for itself. */
static int
is_good(const struct kinds *k, uint64_t *more)
{
	uint64_t lead = k->lead2 | k->lead3;

	if (k->high != (k->cont | lead) ||
	    k->cont != (lead << 1 | k->lead3 << 2 | *more))
		return 0;
	*more = lead >> 63 | k->lead3 >> 62;
	return 1;
}

/*
 * The bytes of whole characters from i on, looked at block by block: a block
 * is well-formed when the bytes that go on a character are those which the
 * leads before them ask for.  They end before a block that is not, or has a
 * lead with a rule of its own.
 */
static size_t
valid_blocks(const unsigned char *u, size_t n, size_t i, struct lows *l)
{
	struct kinds k[BLOCKS];
	uint64_t more = 0;
	size_t b, nb;

	do {
		nb = (n - i) / BLOCK;
		nb = nb < BLOCKS ? nb : BLOCKS;
		kinds_of(u + i, nb, k);
		for (b = 0; b < nb && is_good(&k[b], &more); b++) {
			note(l, k[b].low, i);
			i += BLOCK;
		}
	} while (b == BLOCKS);
	if (more) {
		while (utf8_iscont(u[i - 1]))
			i--;
		i--;
	}
	return i;
}

size_t
utf8_scan(const char *s, size_t n, size_t *at, size_t max, size_t *low)
{
	const unsigned char *u = (const unsigned char *)s;
	struct lows l = {at, max, 0};
	size_t i = 0, end;

	do {
		i = valid_blocks(u, n, i, &l);
		end = n - i < BLOCK ? n : i + BLOCK;
		i = valid_to(u, n, i, end, &l);
	} while (i >= end && i < n);
	*low = l.n;
	return i;
}

size_t
utf8_valid(const char *s, size_t n)
{
	size_t low;

	return utf8_scan(s, n, NULL, 0, &low);
}
