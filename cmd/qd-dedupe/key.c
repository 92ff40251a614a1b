#include "key.h"

#include <string.h>

#include "utf8.h"

/* Lead bytes of U+4000..U+DFFF: Han and Hangul, nothing that is folded. */
static int
is_han(char c)
{
	return (unsigned char)c >= 0xe4 && (unsigned char)c <= 0xed;
}

static int
isdigit_c(uint32_t c)
{
	return c >= '0' && c <= '9';
}

static int
isalnum_c(uint32_t c)
{
	return isdigit_c(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
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

struct str
key_fold(struct str text, struct buf *b)
{
	const char *s = text.s;
	size_t n = text.len, i = 0;
	int digit = 0; /* the character just read is one */
	uint32_t cp;
	char *d;

	buf_reset(b);
	/* No character gets longer, but a byte that is no UTF-8 would become
	 * three; and 8 bytes are copied where 6 are meant. */
	buf_reserve(b, 3 * n + 8);
	d = b->s;
	while (i < n) {
		cp = (unsigned char)s[i];
		if (n - i >= 8 && is_han(s[i]) && is_han(s[i + 3])) {
			memcpy(d, s + i, 8);
			d += 6;
			i += 6;
			digit = 0;
		} else if (n - i >= 3 && is_han(s[i])) {
			memcpy(d, s + i, 3);
			d += 3;
			i += 3;
			digit = 0;
		} else if (isalnum_c(cp)) {
			*d++ = s[i++];
			digit = isdigit_c(cp);
		} else {
			i += next(s + i, n - i, &cp);
			if (!utf8_isspace(cp) &&
			    (!utf8_ispunct(cp) ||
				(digit && digit_at(s + i, n - i))))
				d += utf8_encode(d, cp);
			digit = isdigit_c(cp);
		}
	}
	b->len = (size_t)(d - b->s);
	return buf_str(b);
}

int
key_of(struct str text, struct buf *b, struct hash *key)
{
	struct str s = key_fold(text, b);

	if (s.len == 0)
		return 0;
	*key = hash_bytes(s.s, s.len);
	return 1;
}
