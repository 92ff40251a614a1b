/*
 * The bytes of one character, for the two rooms of utf8.h: utf8.c, which takes
 * characters one by one, and utf8scan.c, which looks at many.
 */
#ifndef QD_UTF8SEQ_H
#define QD_UTF8SEQ_H

#include <stddef.h>

/* Bytes 0x80..0xBF. */
static inline int
utf8_iscont(unsigned char c)
{
	return (c & 0xc0) == 0x80;
}

/*
 * Length of the well-formed character at s, or 0.  The table 3-7 of the
 * Unicode standard: no overlong forms, no surrogates, none over U+10FFFF.
 */
static inline size_t
utf8_seqlen(const unsigned char *s, size_t n)
{
	if (s[0] < 0x80)
		return 1;
	if (s[0] < 0xc2 || s[0] > 0xf4 || n < 2 || !utf8_iscont(s[1]))
		return 0;
	if (s[0] < 0xe0)
		return 2;
	if (n < 3 || !utf8_iscont(s[2]))
		return 0;
	if (s[0] < 0xf0) {
		if ((s[0] == 0xe0 && s[1] < 0xa0) ||
		    (s[0] == 0xed && s[1] > 0x9f))
			return 0;
		return 3;
	}
	if (n < 4 || !utf8_iscont(s[3]) || (s[0] == 0xf0 && s[1] < 0x90) ||
	    (s[0] == 0xf4 && s[1] > 0x8f))
		return 0;
	return 4;
}

#endif
