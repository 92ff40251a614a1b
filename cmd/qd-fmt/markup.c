#include "markup.h"

#include "utf8.h"

/* What stands for the character cp of n bytes; NULL where it may stay. */
static const char *
replacement(uint32_t cp, size_t n)
{
	switch (cp) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	case '\'':
		return "&#39;";
	case 0x7f:
		return "\xe2\x90\xa1"; /* U+2421, symbol for delete */
	default:
		break;
	}
	if ((cp == 0xfffd && n == 1) || (cp >= 0x80 && cp < 0xa0) ||
	    (cp & 0xfffe) == 0xfffe || (cp >= 0xfdd0 && cp <= 0xfdef))
		return "\xef\xbf\xbd";
	return NULL;
}

void
markup_text(struct buf *b, struct str s)
{
	size_t i = 0, from = 0, n;
	const char *with;
	uint32_t cp;

	while (i < s.len) {
		n = utf8_decode(s.s + i, s.len - i, &cp);
		if (cp < ' ' && cp != '\t' && cp != '\n') {
			buf_put(b, s.s + from, i - from);
			buf_put(b, "\xe2\x90", 2); /* U+2400 + cp */
			buf_putc(b, (int)(0x80 + cp));
			from = i + n;
		} else if ((with = replacement(cp, n)) != NULL) {
			buf_put(b, s.s + from, i - from);
			buf_puts(b, with);
			from = i + n;
		}
		i += n;
	}
	if (i > from)
		buf_put(b, s.s + from, i - from);
}

void
markup_attr(struct buf *b, const char *name, struct str value)
{
	buf_putc(b, ' ');
	buf_puts(b, name);
	buf_puts(b, "=\"");
	markup_text(b, value);
	buf_putc(b, '"');
}

void
markup_num(struct buf *b, const char *name, const char *prefix, size_t n)
{
	buf_putc(b, ' ');
	buf_puts(b, name);
	buf_puts(b, "=\"");
	buf_puts(b, prefix);
	buf_putu(b, n);
	buf_putc(b, '"');
}
