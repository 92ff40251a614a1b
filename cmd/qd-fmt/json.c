#include "json.h"

#include <stdint.h>
#include <string.h>

#include "utf8.h"

static void
put_escape(struct buf *b, unsigned char c)
{
	static const char hex[] = "0123456789abcdef";

	buf_putc(b, '\\');
	switch (c) {
	case '\n':
		buf_putc(b, 'n');
		break;
	case '\r':
		buf_putc(b, 'r');
		break;
	case '\t':
		buf_putc(b, 't');
		break;
	case '"':
	case '\\':
		buf_putc(b, c);
		break;
	default:
		buf_puts(b, "u00");
		buf_putc(b, hex[c >> 4]);
		buf_putc(b, hex[c & 15]);
	}
}

/*
 * 1 when one of the 8 bytes at s may need an escape: is below a space, a quote
 * or a backslash (Mycroft's test for a zero byte, after an exclusive or).
 */
static int
special(const char *s)
{
	const uint64_t ones = 0x0101010101010101U, tops = ones << 7;
	uint64_t w, quote, back, low;

	memcpy(&w, s, sizeof w);
	quote = w ^ ones * '"';
	back = w ^ ones * '\\';
	low = (w - ones * ' ') & ~w;
	quote = (quote - ones) & ~quote;
	back = (back - ones) & ~back;
	return ((low | quote | back) & tops) != 0;
}

/* Adds valid UTF-8, escaped. */
static void
put_valid(struct buf *b, const char *s, size_t n)
{
	size_t i = 0, from = 0;

	while (i < n) {
		unsigned char c = (unsigned char)s[i];

		if (n - i >= 8 && !special(s + i)) {
			i += 8;
			continue;
		}
		if (c < ' ' || c == '"' || c == '\\') {
			buf_put(b, s + from, i - from);
			put_escape(b, c);
			from = i + 1;
		}
		i++;
	}
	buf_put(b, s + from, n - from);
}

void
json_string(struct buf *b, struct str s)
{
	buf_putc(b, '"');
	put_valid(b, s.s, s.len);
	buf_putc(b, '"');
}

void
json_bytes(struct buf *b, struct str s)
{
	size_t i = 0, n;

	buf_putc(b, '"');
	for (;;) {
		n = utf8_valid(s.s + i, s.len - i);
		put_valid(b, s.s + i, n);
		i += n;
		if (i == s.len)
			break;
		buf_puts(b, "\xef\xbf\xbd");
		i++;
	}
	buf_putc(b, '"');
}
