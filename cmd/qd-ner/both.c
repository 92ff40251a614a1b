#include "both.h"

#include "utf8.h"

/* Bytes of the character at s, and of the same folded. */
static size_t
widths(const char *s, size_t n, size_t *folded)
{
	unsigned char c = (unsigned char)*s;
	uint32_t cp;
	size_t k;

	*folded = c < 0x80 ? 1 : 3;
	if (c < 0x80 || (c >= 0xe4 && c <= 0xee))
		return *folded;
	k = utf8_decode(s, n, &cp);
	cp = utf8_fold(cp);
	*folded = cp < 0x80 ? 1 : cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4;
	return k;
}

size_t
both_go(struct both *b, struct str text, size_t to)
{
	size_t at = b->text, folded = b->folded, k, w;

	while (folded < to) {
		k = w = 3;
		if ((unsigned char)(text.s[at] - '\xe4') > 0xee - 0xe4)
			k = widths(text.s + at, text.len - at, &w);
		at += k;
		folded += w;
	}
	b->text = at;
	b->folded = folded;
	return at;
}
