#include "utf8.h"

#include "utf8seq.h"

size_t
utf8_decode_any(const char *s, size_t n, uint32_t *cp)
{
	const unsigned char *u = (const unsigned char *)s;
	size_t k = utf8_seqlen(u, n);

	switch (k) {
	case 1:
		*cp = u[0];
		return 1;
	case 2:
		*cp = (u[0] & 0x1fU) << 6 | (u[1] & 0x3fU);
		return 2;
	case 3:
		*cp =
		    (u[0] & 0x0fU) << 12 | (u[1] & 0x3fU) << 6 | (u[2] & 0x3fU);
		return 3;
	case 4:
		*cp = (u[0] & 0x07U) << 18 | (u[1] & 0x3fU) << 12 |
		      (u[2] & 0x3fU) << 6 | (u[3] & 0x3fU);
		return 4;
	}
	*cp = 0xfffd;
	return 1;
}

size_t
utf8_before(const char *s, size_t at, uint32_t *cp)
{
	size_t k = 1;

	while (k < 4 && k < at && utf8_iscont((unsigned char)s[at - k]))
		k++;
	if (utf8_decode(s + at - k, k, cp) == k)
		return k;
	*cp = 0xfffd;
	return 1;
}

size_t
utf8_encode(char *d, uint32_t cp)
{
	if (cp < 0x80) {
		d[0] = (char)cp;
		return 1;
	}
	if (cp < 0x800) {
		d[0] = (char)(0xc0 | cp >> 6);
		d[1] = (char)(0x80 | (cp & 0x3f));
		return 2;
	}
	if (cp < 0x10000) {
		d[0] = (char)(0xe0 | cp >> 12);
		d[1] = (char)(0x80 | (cp >> 6 & 0x3f));
		d[2] = (char)(0x80 | (cp & 0x3f));
		return 3;
	}
	d[0] = (char)(0xf0 | cp >> 18);
	d[1] = (char)(0x80 | (cp >> 12 & 0x3f));
	d[2] = (char)(0x80 | (cp >> 6 & 0x3f));
	d[3] = (char)(0x80 | (cp & 0x3f));
	return 4;
}

size_t
utf8_cut(const char *s, size_t n)
{
	size_t k = n;

	while (k > 0 && n - k < 3 && utf8_iscont((unsigned char)s[k - 1]))
		k--;
	if (k == 0 || (unsigned char)s[k - 1] < 0xc0)
		return n; /* ASCII, or no lead byte near: nothing to keep whole
			   */
	if (k == 1 || utf8_seqlen((const unsigned char *)s + k - 1, n - k + 1))
		return n;
	return k - 1;
}

size_t
utf8_count(const char *s, size_t n)
{
	size_t i, k = 0;

	for (i = 0; i < n; i++)
		k += !utf8_iscont((unsigned char)s[i]);
	return k;
}

uint32_t
utf8_fold_any(uint32_t cp)
{
	if (cp >= 0xff01 && cp <= 0xff5e)
		return cp - 0xfee0;
	if (cp == 0x3000 || cp == 0xa0 || (cp >= 0x2000 && cp <= 0x200a) ||
	    cp == 0x202f || cp == 0x205f)
		return ' ';
	if (cp == 0xffe5)
		return 0xa5;
	return cp;
}

int
utf8_ishan(uint32_t cp)
{
	return (cp >= 0x4e00 && cp <= 0x9fff) ||
	       (cp >= 0x3400 && cp <= 0x4dbf) || cp == 0x3007 || cp == 0x3005 ||
	       (cp >= 0xf900 && cp <= 0xfaff) ||
	       (cp >= 0x20000 && cp <= 0x3ffff);
}

int
utf8_isspace(uint32_t cp)
{
	return cp == ' ' || (cp >= '\t' && cp <= '\r') || cp == 0x3000 ||
	       cp == 0xa0 || cp == 0xfeff || cp == 0x85 ||
	       (cp >= 0x2000 && cp <= 0x200b) || cp == 0x2028 || cp == 0x2029 ||
	       cp == 0x202f || cp == 0x205f;
}

int
utf8_ispunct(uint32_t cp)
{
	if (cp < 0x80)
		return (cp > ' ' && cp < '0') || (cp > '9' && cp < 'A') ||
		       (cp > 'Z' && cp < 'a') || (cp > 'z' && cp < 0x7f);
	return (cp >= 0xa1 && cp <= 0xbf) || cp == 0xd7 || cp == 0xf7 ||
	       (cp >= 0x2010 && cp <= 0x2027) ||
	       (cp >= 0x2030 && cp <= 0x205e) ||
	       (cp >= 0x2190 && cp <= 0x2bff) ||
	       (cp >= 0x3001 && cp <= 0x303f && cp != 0x3005 && cp != 0x3007) ||
	       cp == 0x30fb || (cp >= 0xfe30 && cp <= 0xfe6b) ||
	       (cp >= 0xff01 && cp <= 0xff0f) ||
	       (cp >= 0xff1a && cp <= 0xff20) ||
	       (cp >= 0xff3b && cp <= 0xff40) ||
	       (cp >= 0xff5b && cp <= 0xff65) || (cp >= 0xffe0 && cp <= 0xffee);
}
