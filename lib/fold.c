#include "fold.h"

#include <string.h>

#include "utf8.h"

/*
 * By a character's first byte, how far it is to the next one: 3 for Han, 1 for
 * ASCII (and for bytes that begin nothing), 0 where utf8_fold may change it:
 * U+0080..U+00BF, U+2000.., U+3000.., U+FF00...
 */
#define STEP8(n) n, n, n, n, n, n, n, n
#define STEP32(n) STEP8(n), STEP8(n), STEP8(n), STEP8(n)
static const uint8_t steps[256] = {STEP32(1), STEP32(1), STEP32(1), STEP32(1),
    STEP32(1), STEP32(1),				  /* 80..BF */
    1, 1, 0, 1, 1, 1, 1, 1, STEP8(1), STEP8(1), STEP8(1), /* C0..DF */
    1, 1, 0, 0, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 0,	  /* E0..EF */
    STEP8(1), STEP8(1)};

/* Where the first character from i on stands that may change; s.len if none
 * does. */
static size_t
next_change(struct str s, size_t i)
{
	const unsigned char *u = (const unsigned char *)s.s;
	size_t step;

	while (i < s.len && (step = steps[u[i]]) != 0)
		i += step;
	return i < s.len ? i : s.len;
}

/* Copies n bytes of s from i on as they are. */
static void
copy(struct fold *f, struct str s, size_t i, size_t n)
{
	uint32_t *at = f->at + f->text.len;
	size_t k;

	if (n == 0)
		return;
	memcpy(f->text.s + f->text.len, s.s + i, n);
	for (k = 0; k < n; k++)
		at[k] = (uint32_t)(i + k);
	f->text.len += n;
}

void
fold_text(struct fold *f, struct str s)
{
	size_t i = 0, from = 0, k, w;
	uint32_t cp, half;

	buf_reset(&f->text);
	buf_reserve(&f->text, s.len);
	f->at = mem_grow(f->at, &f->cap, s.len + 1, sizeof *f->at);
	while (i < s.len) {
		i = next_change(s, i);
		if (i == s.len)
			break;
		k = utf8_decode(s.s + i, s.len - i, &cp);
		half = utf8_fold(cp);
		if (half != cp) {
			copy(f, s, from, i - from);
			w = utf8_encode(f->text.s + f->text.len, half);
			for (; w; w--)
				f->at[f->text.len++] = (uint32_t)i;
			from = i + k;
		}
		i += k;
	}
	copy(f, s, from, i - from);
	f->at[f->text.len] = (uint32_t)s.len;
	f->text.s[f->text.len] = '\0';
}

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

void
fold_free(struct fold *f)
{
	buf_free(&f->text);
	mem_free(f->at);
	f->at = NULL;
	f->cap = 0;
}
