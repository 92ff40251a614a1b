#include "chart.h"

#include "markup.h"
#include "svgel.h"
#include "width.h"
#include "words.h"

enum { ROW = 38, BAR = 8, HEAD = 26 };

void
chart_label(struct buf *b, struct str s, size_t width)
{
	size_t cols, n = width_fit(s, width, 1, &cols);
	struct str head = s;

	if (n < s.len)
		head.len = width_fit(s, width - 2, 1, &cols);
	markup_text(b, head);
	if (n < s.len)
		buf_puts(b, "\xe2\x80\xa6");
}

void
chart_metric(struct buf *b, const struct sums_metric *m)
{
	struct buf plain = {0};
	struct str of = m->of.len ? attr_text(m->of, &plain) : str_of("-");

	chart_label(b, of, 30);
	if (str_is(m->dir, "up"))
		buf_puts(b, " \xe2\x86\x91");
	else if (str_is(m->dir, "down"))
		buf_puts(b, " \xe2\x86\x93");
	else if (m->dir.len)
		buf_puts(b, " \xe2\x86\x92");
	buf_free(&plain);
}

static void
put_count(struct buf *b, const char *words, size_t n)
{
	if (n == 0)
		return;
	buf_puts(b, "; ");
	buf_putu(b, n);
	buf_puts(b, words);
}

/* What the sum is made of, in words, for who points at it. */
static void
put_title(struct buf *b, const struct sums_metric *m)
{
	buf_puts(b, "<title>");
	chart_metric(b, m);
	buf_puts(b, ": ");
	sums_put(b, m, 1);
	buf_puts(b, "; sum of ");
	buf_putu(b, m->n);
	put_count(b, " with a bound", m->bounded);
	put_count(b, " in repeats left out", m->repeats);
	put_count(b, " not plain numbers left out", m->odd);
	buf_puts(b, "</title>");
}

static void
put_sum(struct buf *b, const struct sums_metric *m, double most, size_t y)
{
	double part = most > 0 && m->size > 0 ? m->size / most : 0;

	buf_puts(b, "<g>");
	put_title(b, m);
	svgel_text(b, "label", 0, y + 14);
	chart_metric(b, m);
	buf_puts(b, "</text>");
	svgel_text(b, "value", CHART_WIDTH, y + 14);
	sums_put(b, m, 1);
	buf_puts(b, "</text>");
	svgel_rect(b, "track", 0, y + 20, CHART_WIDTH, BAR);
	buf_puts(b, "/>");
	svgel_rect(
	    b, "bar", 0, y + 20, (size_t)(part * (CHART_WIDTH - 1)) + 1, BAR);
	buf_puts(b, "/></g>");
}

unsigned
chart_sums(
    struct buf *b, const struct sums *s, const struct sums_group *g, unsigned y)
{
	const struct sums_metric *m = &s->v[g->from];
	struct buf plain = {0};
	size_t i, rows = g->n < CHART_ROWS ? g->n : CHART_ROWS;
	unsigned h = HEAD + (unsigned)rows * ROW;

	if (g->count == 0)
		return 0;
	svgel_open(b, "sums", y, CHART_WIDTH, h);
	svgel_text(b, "head", 0, 15);
	words_tag_svg(b, m->tag);
	buf_puts(b, " \xc2\xb7 ");
	chart_label(
	    b, m->unit.len ? attr_text(m->unit, &plain) : str_of("-"), 30);
	buf_puts(b, "</text>");
	for (i = 0; i < rows; i++)
		if (m[i].n)
			put_sum(b, &m[i], m->size, HEAD + i * ROW);
	buf_puts(b, "</svg>");
	buf_free(&plain);
	return h;
}
