#include "jsonw.h"

#include <stdint.h>
#include <string.h>

#include "utf8.h"

/* What c becomes in a string, behind a backslash; 0: \u00xx. */
static char
letter(unsigned char c)
{
	switch (c) {
	case '\n':
		return 'n';
	case '\r':
		return 'r';
	case '\t':
		return 't';
	case '"':
	case '\\':
		return (char)c;
	default:
		return 0;
	}
}

/* Writes the escape of c at d; returns its end. */
static char *
put_escape(char *d, unsigned char c)
{
	static const char hex[] = "0123456789abcdef";

	*d++ = '\\';
	*d = letter(c);
	if (*d)
		return d + 1;
	*d++ = 'u';
	*d++ = '0';
	*d++ = '0';
	*d++ = hex[c >> 4];
	*d++ = hex[c & 15];
	return d;
}

/*
 * 1 when one of the 8 bytes of w may need an escape: is below a space, a quote
 * or a backslash (Mycroft's test for a zero byte, after an exclusive or).
 */
static int
special(uint64_t w)
{
	const uint64_t ones = 0x0101010101010101U, tops = ones << 7;
	uint64_t quote, back, low;

	quote = w ^ ones * '"';
	back = w ^ ones * '\\';
	low = (w - ones * ' ') & ~w;
	quote = (quote - ones) & ~quote;
	back = (back - ones) & ~back;
	return ((low | quote | back) & tops) != 0;
}

/* The byte that a backslash and c stand for on the wire. */
static unsigned char
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
		return (unsigned char)c;
	}
}

/*
 * Writes valid UTF-8, escaped, at d, where there is room for six times n;
 * returns its end.  wire: with the escapes of the record format.
 */
static char *
put_valid(char *d, const char *s, size_t n, int wire)
{
	size_t i = 0;
	uint64_t w;

	while (i < n) {
		unsigned char c = (unsigned char)s[i];

		if (n - i >= sizeof w) {
			memcpy(&w, s + i, sizeof w);
			if (!special(w)) {
				memcpy(d, &w, sizeof w);
				d += sizeof w;
				i += sizeof w;
				continue;
			}
		}
		if (wire && c == '\\' && i + 1 < n)
			c = unescape(s[++i]);
		if (c < ' ' || c == '"' || c == '\\')
			d = put_escape(d, c);
		else
			*d++ = (char)c;
		i++;
	}
	return d;
}

/* Adds s, escaped; room is left for a quote behind it. */
static void
put(struct buf *b, struct str s, int wire)
{
	if (s.len > (size_t)-1 / 6 - 2)
		mem_die();
	buf_reserve(b, 6 * s.len + 1);
	b->len = (size_t)(put_valid(b->s + b->len, s.s, s.len, wire) - b->s);
}

static void
put_string(struct buf *b, struct str s, int wire)
{
	buf_putc(b, '"');
	put(b, s, wire);
	buf_putc(b, '"');
}

void
jsonw_string(struct buf *b, struct str s)
{
	put_string(b, s, 0);
}

void
jsonw_wire(struct buf *b, struct str s)
{
	put_string(b, s, 1);
}

void
jsonw_bytes(struct buf *b, struct str s)
{
	struct str part;
	size_t i = 0;

	buf_putc(b, '"');
	for (;;) {
		part.s = s.s + i;
		part.len = utf8_valid(s.s + i, s.len - i);
		put(b, part, 0);
		i += part.len;
		if (i == s.len)
			break;
		buf_puts(b, "\xef\xbf\xbd");
		i++;
	}
	buf_putc(b, '"');
}

int
jsonw_exact(struct str s)
{
	size_t i = s.len && s.s[0] == '-', first = i, digits = 0, dot = 0;

	for (; i < s.len; i++) {
		if (s.s[i] == '.' && !dot && i > first)
			dot = i;
		else if (s.s[i] >= '0' && s.s[i] <= '9')
			digits++;
		else
			return 0;
	}
	if (digits == 0 || digits > 15)
		return 0;
	/* -0 and 007 are not what a reader would write again. */
	if (s.s[first] == '0' && (first || s.len > 1) && dot != first + 1)
		return 0;
	return dot == 0 || (s.len > dot + 1 && s.s[s.len - 1] != '0');
}
