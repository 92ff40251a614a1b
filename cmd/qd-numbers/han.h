/*
 * Characters as this tool sees them: what a character means in a numeral, and
 * the text that engines walk over.
 *
 * A struct text is folded to half width and borrowed; half says where its bytes
 * stand in the text before folding (half.h), and is NULL where nobody asks.  It
 * is UTF-8; bytes that are not are walked over one by one, never past n.
 */
#ifndef QD_NUMBERS_HAN_H
#define QD_NUMBERS_HAN_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "half.h"

struct text {
	const char *s;
	size_t n;
	const struct half *half;
};

/*
 * Classes, one byte: the kind in the high bits, a digit's value or a scale's
 * power of ten in the low ones.
 */
enum {
	HAN_DIGIT = 0x10,  /* 〇 零 一 .. 九 */
	HAN_FORMAL = 0x20, /* 壹 .. 玖, written on cheques; also in words */
	HAN_LIANG = 0x30,  /* 两: 2, but never in a run of digits */
	HAN_SCALE = 0x40,  /* 十 百 千 万 亿 兆 */
	HAN_TENS = 0x50,   /* 廿 卅 卌: 20 30 40 */
	HAN_SOME = 0x60,   /* 几 数: some */
	HAN_MORE = 0x70,   /* 多 余: and more */
	HAN_AROUND = 0x80, /* 来: or so */
	HAN_POINT = 0x90,  /* 点 */
	HAN_HALF = 0xa0,   /* 半 */
	HAN_KIND = 0xf0,
	HAN_VALUE = 0x0f
};

/* The classes by code point of the basic plane, 0 for what has none. */
extern const uint8_t han_classes[0x10000];
enum { HAN_FIRST = 0x25cb, HAN_LAST = 0x9fff }; /* all lie between these */

/* 1 when a numeral may begin with cp (below 0x10000). */
int han_begins(uint32_t cp);

/*
 * The character at byte i (i <= n) and its length in *w; 0 with *w = 0 at the
 * end, 0 with *w = 1 at a byte that begins no character of the basic plane.
 */
static inline uint32_t
text_at(const struct text *t, size_t i, size_t *w)
{
	const unsigned char *u = (const unsigned char *)t->s + i;

	if (i >= t->n) {
		*w = 0;
		return 0;
	}
	*w = 1;
	if (u[0] < 0x80)
		return u[0];
	if (u[0] >= 0xe0 && u[0] < 0xf0 && t->n - i >= 3) {
		*w = 3;
		return (u[0] & 0x0fU) << 12 | (u[1] & 0x3fU) << 6 |
		       (u[2] & 0x3fU);
	}
	if (u[0] >= 0xc0 && u[0] < 0xe0 && t->n - i >= 2) {
		*w = 2;
		return (u[0] & 0x1fU) << 6 | (u[1] & 0x3fU);
	}
	return 0;
}

/* The class of the character at byte i; *w as text_at. */
static inline unsigned
text_class(const struct text *t, size_t i, size_t *w)
{
	return han_classes[text_at(t, i, w)];
}

/* The character that ends before byte i, 0 at the start; *w its length. */
static inline uint32_t
text_before(const struct text *t, size_t i, size_t *w)
{
	size_t k = 1;

	*w = 0;
	if (i == 0)
		return 0;
	while (k < 3 && k < i && ((unsigned char)t->s[i - k] & 0xc0) == 0x80)
		k++;
	*w = k;
	return text_at(t, i - k, &k);
}

/* 1 when an ideograph, which is no mark of any kind, ends at byte i (which is
 * at least 3). */
static inline int
text_ends_han(const struct text *t, size_t i)
{
	const unsigned char *u = (const unsigned char *)t->s + i;

	return u[-1] >= 0x80 && u[-3] >= 0xe4 && u[-3] < 0xea;
}

/* 1 when the bytes from i on begin with z.  Inline: z is a literal. */
static inline int
text_is(const struct text *t, size_t i, const char *z)
{
	size_t n = strlen(z);

	return i <= t->n && t->n - i >= n && !memcmp(t->s + i, z, n);
}

/* 1 when the bytes in front of i end with z. */
static inline int
text_ends(const struct text *t, size_t i, const char *z)
{
	size_t n = strlen(z);

	return i >= n && !memcmp(t->s + i - n, z, n);
}

/* 1 when cp (not 0) is one of the characters of z, which is UTF-8. */
int text_in(uint32_t cp, const char *z);

static inline int
is_digit(uint32_t cp)
{
	return cp >= '0' && cp <= '9';
}

static inline int
is_letter(uint32_t cp)
{
	return (cp >= 'A' && cp <= 'Z') || (cp >= 'a' && cp <= 'z');
}

#endif
