/*
 * UTF-8 (RFC 3629): decode, validate, encode, and the width folding that all
 * tools share.
 *
 * All functions take (pointer, length); NUL is an ordinary character.
 * Nothing here allocates.
 */
#ifndef QD_UTF8_H
#define QD_UTF8_H

#include <stddef.h>
#include <stdint.h>

/* Length of the longest valid prefix of s: n when all of it is UTF-8. */
size_t utf8_valid(const char *s, size_t n);

/*
 * As utf8_valid.  The places of the first max bytes below 0x20 in that prefix
 * go into at, and how many there are into *low.
 */
size_t utf8_scan(const char *s, size_t n, size_t *at, size_t max, size_t *low);

/* What utf8_decode leaves to a call. */
size_t utf8_decode_any(const char *s, size_t n, uint32_t *cp);

/*
 * The character at s (n >= 1 bytes are there) into *cp; returns its length in
 * bytes.  At an ill-formed byte: *cp is 0xFFFD and 1 is returned.  Inline,
 * because every engine walks its text with it: ASCII and the three bytes of
 * most Chinese text are decoded in place.
 */
static inline size_t
utf8_decode(const char *s, size_t n, uint32_t *cp)
{
	const unsigned char *u = (const unsigned char *)s;

	if (u[0] < 0x80) {
		*cp = u[0];
		return 1;
	}
	if (n >= 3 && u[0] > 0xe0 && u[0] < 0xf0 && u[0] != 0xed &&
	    (u[1] & 0xc0) == 0x80 && (u[2] & 0xc0) == 0x80) {
		*cp =
		    (u[0] & 0x0fU) << 12 | (u[1] & 0x3fU) << 6 | (u[2] & 0x3fU);
		return 3;
	}
	return utf8_decode_any(s, n, cp);
}

/* The character that ends just before s + at (at >= 1); as utf8_decode. */
size_t utf8_before(const char *s, size_t at, uint32_t *cp);

/* Writes cp (a Unicode scalar value) into d[4]; returns 1 to 4. */
size_t utf8_encode(char *d, uint32_t cp);

/* Largest k <= n such that s[0..k) does not end inside a character; n where
 * that would be 0, so that who cuts a text in parts gets on. */
size_t utf8_cut(const char *s, size_t n);

/* Number of characters in valid UTF-8. */
size_t utf8_count(const char *s, size_t n);

/* What utf8_fold leaves to a call. */
uint32_t utf8_fold_any(uint32_t cp);

/*
 * Width folding: full-width ASCII forms U+FF01..FF5E, U+3000 and the
 * no-break and typographic spaces to ASCII, U+FFE5 to U+00A5.  Other
 * characters as they are.
 */
static inline uint32_t
utf8_fold(uint32_t cp)
{
	return cp < 0xa0 || (cp > 0x3000 && cp < 0xff01) ? cp
							 : utf8_fold_any(cp);
}

/* Unified ideographs (with extensions and compatibility), 〇 and 々. */
int utf8_ishan(uint32_t cp);
/* White space in any width, BOM and zero-width space included. */
int utf8_isspace(uint32_t cp);
/* Punctuation and symbols: ASCII, general, CJK, full-width. */
int utf8_ispunct(uint32_t cp);

#endif
