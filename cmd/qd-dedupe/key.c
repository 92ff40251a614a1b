#include "key.h"

#include <stdint.h>
#include <string.h>

#include "block.h"
#include "utf8.h"

static int
isdigit_c(uint32_t c)
{
	return c >= '0' && c <= '9';
}

/*
 * Of the bytes of a block, a bit for each that begins something else than a
 * character of U+4000..U+DFFF, which are Han and Hangul, or an ASCII letter or
 * digit: nothing of those is folded, and most of a text is made of them.
 */
#ifdef BLOCK_AVX2

static uint64_t
others_sse2(const char *s)
{
	uint64_t same = 0;
	unsigned i;

	for (i = 0; i < BLOCK; i += 16) {
		__m128i x = _mm_loadu_si128((const void *)(s + i)), t, lower;

		lower = _mm_or_si128(x, _mm_set1_epi8(0x20));
		/* 0x80..0xbf are the lowest of the signed */
		t = _mm_cmplt_epi8(x, _mm_set1_epi8((char)0xc0));
		t = _mm_or_si128(t, block_in16(x, 0xe4, 9));
		t = _mm_or_si128(t, block_in16(x, '0', 9));
		t = _mm_or_si128(t, block_in16(lower, 'a', 25));
		same |= block_bits16(t, i);
	}
	return ~same;
}

BLOCK_AVX2 static void
others_avx2(const char *s, size_t n, uint64_t *bits)
{
	unsigned i;

	for (; n; n--, s += BLOCK, bits++)
		for (*bits = ~(uint64_t)0, i = 0; i < BLOCK; i += 32) {
			__m256i x = _mm256_loadu_si256((const void *)(s + i)),
				t, lower;

			lower = _mm256_or_si256(x, _mm256_set1_epi8(0x20));
			t = _mm256_cmpgt_epi8(_mm256_set1_epi8((char)0xc0), x);
			t = _mm256_or_si256(t, block_in32(x, 0xe4, 9));
			t = _mm256_or_si256(t, block_in32(x, '0', 9));
			t = _mm256_or_si256(t, block_in32(lower, 'a', 25));
			*bits ^= block_bits32(t, i);
		}
}

#else

static uint64_t
others_plain(const char *s)
{
	uint64_t same = 0;
	unsigned i, c;

	for (i = 0; i < BLOCK; i++) {
		c = (unsigned char)s[i];
		same |= (uint64_t)((c >= 0x80 && c < 0xc0) ||
				   (c >= 0xe4 && c <= 0xed) || isdigit_c(c) ||
				   ((c | 32) >= 'a' && (c | 32) <= 'z'))
			<< i;
	}
	return ~same;
}

#endif

/* The same of n blocks. */
static void
others_of(const char *s, size_t n, uint64_t *bits)
{
	size_t i;

#ifdef BLOCK_AVX2
	if (block_has_avx2()) {
		others_avx2(s, n, bits);
		return;
	}
	for (i = 0; i < n; i++)
		bits[i] = others_sse2(s + i * BLOCK);
#else
	for (i = 0; i < n; i++)
		bits[i] = others_plain(s + i * BLOCK);
#endif
}

/* Of at most BLOCKS blocks of the n > 0 bytes at s, the last of them in part;
 * how many blocks. */
static size_t
others(const char *s, size_t n, uint64_t *bits)
{
	size_t nb = n / BLOCK, rest = n % BLOCK;
	char pad[BLOCK] = {0};

	if (nb >= BLOCKS) {
		others_of(s, BLOCKS, bits);
		return BLOCKS;
	}
	others_of(s, nb, bits);
	if (rest == 0)
		return nb;
	memcpy(pad, s + nb * BLOCK, rest);
	others_of(pad, 1, &bits[nb]);
	bits[nb] &= ((uint64_t)1 << rest) - 1;
	return nb + 1;
}

/* Reads a character in half width; an escape of the wire is white space, or
 * the character that it stands for. */
static size_t
next(const char *s, size_t n, uint32_t *cp)
{
	size_t k = utf8_decode(s, n, cp);

	if (*cp == '\\' && n > 1) {
		if (strchr("tnr\\", s[1]) == NULL)
			return 1 + utf8_decode(s + 1, n - 1, cp);
		*cp = ' ';
		return 2;
	}
	*cp = utf8_fold(*cp);
	return k;
}

/* 1 when the character at s is a digit in any width. */
static int
digit_at(const char *s, size_t n)
{
	uint32_t cp;

	if (n == 0)
		return 0;
	(void)next(s, n, &cp);
	return isdigit_c(cp);
}

/*
 * 1 when the three bytes at s are a mark or white space of the rows that most
 * of them stand in: U+2000, U+3000 and U+FF00, 64 characters each, a bit for
 * each character that goes.
 */
static int
is_common_mark(const unsigned char *s)
{
	unsigned row = (unsigned)s[0] << 8 | s[1];
	uint64_t bits = 0;

	bits = row == 0xe380 ? 0xffffffffffffff5fU : bits;
	bits = row == 0xefbc ? 0xf8000001fc00fffeU : bits;
	bits = row == 0xe280 ? 0xffff83ffffff0fffU : bits;
	return (int)(bits >> (s[2] & 0x3f) & 1);
}

/* The state of a fold: what is read, where it is written. */
struct folding {
	const char *s, *end;
	char *d;
	int digit; /* the character before s is one */
};

/* Copies up to p as it is. */
static void
copy(struct folding *f, const char *p)
{
	size_t n = (size_t)(p - f->s);

	/* A copy of a fixed size costs less than one of the right size. */
	if (n <= BLOCK && f->end - f->s >= BLOCK)
		memcpy(f->d, f->s, BLOCK);
	else
		memcpy(f->d, f->s, n);
	f->d += n;
	f->s = p;
	f->digit = n == 0 ? f->digit : isdigit_c((unsigned char)p[-1]);
}

/* Folds the character at s. */
static void
one(struct folding *f)
{
	size_t n = (size_t)(f->end - f->s);
	uint32_t cp = (unsigned char)*f->s;

	if (!f->digit && n >= 3 &&
	    is_common_mark((const unsigned char *)f->s)) {
		f->s += 3;
		return;
	}
	f->s += next(f->s, n, &cp);
	n = (size_t)(f->end - f->s);
	if (!utf8_isspace(cp) &&
	    (!utf8_ispunct(cp) || (f->digit && digit_at(f->s, n))))
		f->d += utf8_encode(f->d, cp);
	f->digit = isdigit_c(cp);
}

/* Folds what the bits of a block say. */
static void
fold_block(struct folding *f, const char *block, uint64_t bits)
{
	const char *p;

	for (; bits; bits &= bits - 1) {
		p = block + __builtin_ctzll(bits);
		if (p < f->s)
			continue; /* inside what was read */
		copy(f, p);
		one(f);
	}
}

void
key_fold_more(struct str text, struct buf *b)
{
	struct folding f = {text.s, text.s + text.len, NULL, 0};
	uint64_t bits[BLOCKS];
	size_t at = 0, i, n;

	/* No character gets longer, but a byte that is no UTF-8 would become
	 * three; and a block is copied where less is meant. */
	buf_reserve(b, 3 * text.len + BLOCK);
	f.d = b->s + b->len;
	while (at < text.len) {
		n = others(text.s + at, text.len - at, bits);
		for (i = 0; i < n; i++, at += BLOCK)
			fold_block(&f, text.s + at, bits[i]);
	}
	if (f.s < f.end)
		copy(&f, f.end);
	b->len = (size_t)(f.d - b->s);
}

struct str
key_fold(struct str text, struct buf *b)
{
	buf_reset(b);
	key_fold_more(text, b);
	return buf_str(b);
}

void
key_walk(struct key_walk *w, struct str text)
{
	w->s = text.s;
	w->end = text.s + text.len;
	w->digit = 0;
	w->at = 0;
}

int
key_next(struct key_walk *w, size_t *from, size_t *to)
{
	char out[4];
	struct folding f = {w->s, w->end, out, w->digit};
	int escape, found;
	size_t n;

	while (f.s < f.end) {
		w->s = f.s;
		f.d = out;
		n = (size_t)(f.end - f.s);
		escape = *f.s == '\\' && n > 1;
		if (n >= 3 && (unsigned char)*f.s >= 0xe4 &&
		    (unsigned char)*f.s <= 0xed) {
			f.s += 3;
			f.digit = 0;
			found = 1;
		} else {
			one(&f);
			found = f.d > out;
		}
		*from = w->at;
		w->at += (size_t)(f.s - w->s) - (size_t)escape;
		*to = w->at;
		w->s = f.s;
		w->digit = f.digit;
		if (found)
			return 1;
	}
	return 0;
}
