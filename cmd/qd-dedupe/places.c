#include "places.h"

/* 7 bits a byte, the lowest first; the last byte has its top bit clear. */
static void
put_num(struct buf *b, size_t n)
{
	for (; n >= 0x80; n >>= 7)
		buf_putc(b, (int)(n & 0x7f) | 0x80);
	buf_putc(b, (int)n);
}

static size_t
get_num(const struct places *p, size_t *at)
{
	size_t n = 0;
	unsigned shift = 0;
	unsigned char c;

	do {
		c = (unsigned char)p->b.s[(*at)++];
		n |= (size_t)(c & 0x7f) << shift;
		shift += 7;
	} while (c & 0x80);
	return n;
}

static void
put_str(struct buf *b, struct str s)
{
	put_num(b, s.len);
	buf_put(b, s.s, s.len);
}

static struct str
get_str(const struct places *p, size_t *at)
{
	struct str s;

	s.len = get_num(p, at);
	s.s = p->b.s + *at;
	*at += s.len;
	return s;
}

size_t
places_add(struct places *p, struct str doc, struct str loc)
{
	size_t at = p->doc, num;

	if (p->b.len == 0 || !str_eq(get_str(p, &at), doc)) {
		p->doc = p->b.len;
		put_str(&p->b, doc);
	}
	num = p->b.len;
	put_num(&p->b, num - p->doc);
	put_str(&p->b, loc);
	return num;
}

void
places_get(const struct places *p, size_t num, struct str *doc, struct str *loc)
{
	size_t at = num, from = num - get_num(p, &at);

	*loc = get_str(p, &at);
	*doc = get_str(p, &from);
}

void
places_reset(struct places *p)
{
	buf_reset(&p->b);
}

void
places_free(struct places *p)
{
	buf_free(&p->b);
}
