#include "key.h"

#include <stdint.h>
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "utf8.h"

#define BLOCK 64 /* bytes looked at together */

static int
isdigit_c(uint32_t c)
{
	return c >= '0' && c <= '9';
}

/*
 * Of the BLOCK bytes at s, a bit for each that begins something else than a
 * character of U+4000..U+DFFF, which are Han and Hangul, or an ASCII letter or
 * digit: nothing of those is folded, and most of a text is made of them.
 */
static uint64_t
block_others(const char *s)
{
	uint64_t bits = 0;
	size_t i;
#ifdef __SSE2__
	for (i = 0; i < BLOCK; i += 16) {
		__m128i x = _mm_loadu_si128((const void *)(s + i)), same, t;

		t = _mm_sub_epi8(x, _mm_set1_epi8((char)0xe4));
		same = _mm_cmpeq_epi8(_mm_min_epu8(t, _mm_set1_epi8(9)), t);
		/* 0x80..0xbf are the lowest of the signed */
		t = _mm_cmplt_epi8(x, _mm_set1_epi8((char)0xc0));
		same = _mm_or_si128(same, t);
		t = _mm_sub_epi8(x, _mm_set1_epi8('0'));
		t = _mm_cmpeq_epi8(_mm_min_epu8(t, _mm_set1_epi8(9)), t);
		same = _mm_or_si128(same, t);
		t = _mm_or_si128(x, _mm_set1_epi8(0x20));
		t = _mm_sub_epi8(t, _mm_set1_epi8('a'));
		t = _mm_cmpeq_epi8(_mm_min_epu8(t, _mm_set1_epi8(25)), t);
		same = _mm_or_si128(same, t);
		bits |= (uint64_t)(~(unsigned)_mm_movemask_epi8(same) & 0xffff)
			<< i;
	}
#else
	for (i = 0; i < BLOCK; i++) {
		unsigned char c = (unsigned char)s[i];

		int same = (c >= 0x80 && c < 0xc0) ||
			   (c >= 0xe4 && c <= 0xed) || isdigit_c(c) ||
			   ((c | 32) >= 'a' && (c | 32) <= 'z');

		bits |= (uint64_t)!same << i;
	}
#endif
	return bits;
}

/* As that, of the n > 0 bytes that are left at s. */
static uint64_t
others(const char *s, size_t n)
{
	char pad[BLOCK] = {0};

	if (n >= BLOCK)
		return block_others(s);
	memcpy(pad, s, n);
	return block_others(pad) & (((uint64_t)1 << n) - 1);
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

void
key_fold_more(struct str text, struct buf *b)
{
	struct folding f = {text.s, text.s + text.len, NULL, 0};
	const char *block;
	uint64_t bits;

	/* No character gets longer, but a byte that is no UTF-8 would become
	 * three; and a block is copied where less is meant. */
	buf_reserve(b, 3 * text.len + BLOCK);
	f.d = b->s + b->len;
	for (block = f.s; block < f.end; block += BLOCK) {
		bits = others(block, (size_t)(f.end - block));
		while (bits) {
			const char *p = block + __builtin_ctzll(bits);

			bits &= bits - 1;
			if (p < f.s)
				continue; /* inside what was read */
			copy(&f, p);
			one(&f);
		}
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
