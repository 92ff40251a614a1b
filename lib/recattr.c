/*
 * What stands in fields: escapes, and the attributes of field 8 (rec.h).
 */
#include "rec.h"

#include <stdint.h>
#include <string.h>

/* The byte that a backslash and c stand for. */
static char
unescape(char c)
{
	switch (c) {
	case 't':
		return '\t';
	case 'n':
		return '\n';
	case 'r':
		return '\r';
	default:
		return c;
	}
}

struct str
rec_text(struct str f, struct buf *b)
{
	const char *p = f.s, *end = f.s + f.len, *q;

	if (f.len == 0 || !memchr(f.s, '\\', f.len))
		return f;
	buf_reset(b);
	while ((q = memchr(p, '\\', (size_t)(end - p))) && q + 1 < end) {
		buf_put(b, p, (size_t)(q - p));
		buf_putc(b, unescape(q[1]));
		p = q + 2;
	}
	buf_put(b, p, (size_t)(end - p));
	return buf_str(b);
}

#define EACH(c) (0x0101010101010101U * (c))

/* Not 0 when one of the 8 bytes of w is below n (at most 0x80). */
static uint64_t
below(uint64_t w, unsigned n)
{
	return (w - EACH(n)) & ~w & EACH(0x80);
}

/* Where the first byte from i on stands that may be escaped; len if none does.
 * Eight bytes are looked at in one step (Mycroft's). */
static size_t
next_special(const char *s, size_t i, size_t len)
{
	uint64_t w;

	for (; len - i >= sizeof w; i += sizeof w) {
		memcpy(&w, s + i, sizeof w);
		if (below(w, ' ') | below(w ^ EACH('\\'), 1) |
		    below(w ^ EACH(';'), 1) | below(w ^ EACH('|'), 1))
			break;
	}
	for (; i < len; i++)
		if ((unsigned char)s[i] < ' ' || s[i] == '\\' || s[i] == ';' ||
		    s[i] == '|')
			return i;
	return len;
}

/* As rec_escape; in_attr: those of a value in attrs, too. */
static void
escape(struct buf *b, const char *s, size_t len, int in_attr)
{
	size_t i, from = 0;
	char c;

	for (i = next_special(s, 0, len); i < len;
	     i = next_special(s, i + 1, len)) {
		c = rec_letter(s[i]);
		if (!c && in_attr && (s[i] == ';' || s[i] == '|'))
			c = s[i];
		if (!c)
			continue;
		buf_put(b, s + from, i - from);
		buf_putc(b, '\\');
		buf_putc(b, c);
		from = i + 1;
	}
	buf_put(b, s + from, len - from);
}

void
rec_escape(struct buf *b, const char *s, size_t len)
{
	escape(b, s, len, 0);
}

int
attr_next(struct str attrs, size_t *at, struct str *key, struct str *val)
{
	size_t i = *at;

	if (i >= attrs.len)
		return 0;
	key->s = attrs.s + i;
	while (i < attrs.len && attrs.s[i] != '=' && attrs.s[i] != ';')
		i++;
	key->len = (size_t)(attrs.s + i - key->s);
	if (i < attrs.len && attrs.s[i] == '=')
		i++;
	val->s = attrs.s + i;
	while (i < attrs.len && attrs.s[i] != ';')
		i += attrs.s[i] == '\\' && i + 1 < attrs.len ? 2 : 1;
	val->len = (size_t)(attrs.s + i - val->s);
	*at = i + 1;
	return 1;
}

struct str
attr_get(struct str attrs, const char *key)
{
	struct str k, v, none = {NULL, 0};
	size_t at = 0;

	while (attr_next(attrs, &at, &k, &v))
		if (str_is(k, key))
			return v;
	return none;
}

void
attr_escape(struct buf *b, const char *s, size_t len)
{
	escape(b, s, len, 1);
}

struct str
attr_text(struct str v, struct buf *b)
{
	return rec_text(v, b);
}

void
attr_put(struct buf *b, const char *key, const char *s, size_t len)
{
	if (b->len)
		buf_putc(b, ';');
	buf_puts(b, key);
	buf_putc(b, '=');
	escape(b, s, len, 1);
}

void
attr_more(struct buf *b, const char *s, size_t len)
{
	buf_putc(b, '|');
	escape(b, s, len, 1);
}
