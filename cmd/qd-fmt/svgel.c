#include "svgel.h"

#include "markup.h"

void
svgel_open(struct buf *b, const char *name, unsigned y, unsigned w, unsigned h)
{
	buf_puts(b, "<svg class=\"chart ");
	buf_puts(b, name);
	buf_puts(b, "\" xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"");
	markup_num(b, "y", "", y);
	markup_num(b, "width", "", w);
	markup_num(b, "height", "", h);
	markup_num(b, "viewBox", "0 0 ", w);
	b->len--; /* its quote: the height comes before it */
	buf_putc(b, ' ');
	buf_putu(b, h);
	buf_puts(b, "\">");
}

void
svgel_rect(
    struct buf *b, const char *name, size_t x, size_t y, size_t w, size_t h)
{
	buf_puts(b, "<rect class=\"");
	buf_puts(b, name);
	buf_putc(b, '"');
	markup_num(b, "x", "", x);
	markup_num(b, "y", "", y);
	markup_num(b, "width", "", w);
	markup_num(b, "height", "", h);
}

void
svgel_text(struct buf *b, const char *name, size_t x, size_t y)
{
	buf_puts(b, "<text class=\"");
	buf_puts(b, name);
	buf_putc(b, '"');
	markup_num(b, "x", "", x);
	markup_num(b, "y", "", y);
	buf_putc(b, '>');
}
