#include "fold.h"

#include <string.h>

#include "utf8.h"

/* First bytes of characters that utf8_fold may change: U+0080..U+00BF,
 * U+2000.., U+3000.., U+FF00... */
static int
may_change(unsigned char c, unsigned char next)
{
	return (c == 0xef && next >= 0xbc) || (c == 0xe3 && next == 0x80) ||
	       (c == 0xe2 && next <= 0x81) || c == 0xc2;
}

void
fold_text(struct fold *f, struct str s)
{
	size_t i = 0, k, n;
	uint32_t cp, half;
	char *d;

	buf_reset(&f->text);
	buf_reserve(&f->text, s.len);
	f->at = mem_grow(f->at, &f->cap, s.len + 1, sizeof *f->at);
	d = f->text.s;
	n = 0;
	while (i < s.len) {
		/* U+4000..U+9FFF, most of Chinese text: as they are */
		if ((unsigned char)s.s[i] >= 0xe4 &&
		    (unsigned char)s.s[i] <= 0xe9 && s.len - i >= 3) {
			memcpy(d + n, s.s + i, 3);
			f->at[n] = (uint32_t)i;
			f->at[n + 1] = (uint32_t)i + 1;
			f->at[n + 2] = (uint32_t)i + 2;
			n += 3;
			i += 3;
			continue;
		}
		if (i + 1 < s.len && may_change((unsigned char)s.s[i],
					 (unsigned char)s.s[i + 1])) {
			k = utf8_decode(s.s + i, s.len - i, &cp);
			half = utf8_fold(cp);
			if (half != cp) {
				size_t w = utf8_encode(d + n, half), j;

				for (j = 0; j < w; j++)
					f->at[n++] = (uint32_t)i;
				i += k;
				continue;
			}
			memcpy(d + n, s.s + i, k);
			for (; k; k--)
				f->at[n++] = (uint32_t)i++;
			continue;
		}
		d[n] = s.s[i];
		f->at[n++] = (uint32_t)i++;
	}
	f->at[n] = (uint32_t)s.len;
	f->text.len = n;
	d[n] = '\0';
}

void
fold_free(struct fold *f)
{
	buf_free(&f->text);
	mem_free(f->at);
	f->at = NULL;
	f->cap = 0;
}
