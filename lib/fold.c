#include "fold.h"

#include <string.h>

#include "utf8.h"

/* Three bytes at once where they are there: most characters take them. */
static size_t
copy_char(char *to, const char *s, size_t len, size_t i)
{
	unsigned char c = (unsigned char)s[i];

	if (c < 0x80) {
		*to = s[i];
		return 1;
	}
	if (c >= 0xe4 && c < 0xef && len - i >= 3) {
		memcpy(to, s + i, 3);
		return 3;
	}
	return 0;
}

void
fold_bytes(struct buf *b, struct str s)
{
	char *to;
	size_t i = 0, k;
	uint32_t cp, half;

	buf_reset(b);
	buf_reserve(b, s.len + 3);
	to = b->s;
	while (i < s.len) {
		k = copy_char(to, s.s, s.len, i);
		i += k;
		to += k;
		if (k)
			continue;
		k = utf8_decode(s.s + i, s.len - i, &cp);
		half = utf8_fold(cp);
		if (half == cp) {
			memcpy(to, s.s + i, k);
			to += k;
		} else {
			to += utf8_encode(to, half);
		}
		i += k;
	}
	b->len = (size_t)(to - b->s);
	*to = '\0';
}
