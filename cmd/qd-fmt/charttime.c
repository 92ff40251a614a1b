/*
 * The chart of dates: steps of a time line as bars, longer spans under them.
 */
#include "chart.h"
#include "svgel.h"

enum { TIME_HEIGHT = 140 };

static void
put_step(struct buf *b, const struct span_line *l, size_t i)
{
	size_t w = CHART_WIDE / l->n, high;

	if (w > 48)
		w = 48;
	high = l->count[i] * (TIME_HEIGHT - 40) / l->most;
	if (l->count[i] && high < 2)
		high = 2;
	svgel_rect(b, "bar", i * CHART_WIDE / l->n, TIME_HEIGHT - 20 - high,
	    w > 2 ? w - 1 : w, high);
	buf_puts(b, "><title>");
	span_name(b, l->unit, l->first + (long)i);
	buf_puts(b, ": ");
	buf_putu(b, l->count[i]);
	buf_puts(b, "</title></rect>");
}

/* The names under the line: as many as there is room for. */
static void
put_ticks(struct buf *b, const struct span_line *l)
{
	size_t every = (l->n * 84 + CHART_WIDE - 1) / CHART_WIDE, i;

	for (i = 0; i < l->n; i += every ? every : 1) {
		if (i * CHART_WIDE / l->n + 66 > CHART_WIDE)
			break;
		svgel_text(b, "tick", i * CHART_WIDE / l->n, TIME_HEIGHT - 4);
		span_name(b, l->unit, l->first + (long)i);
		buf_puts(b, "</text>");
	}
}

static void
put_outside(struct buf *b, const struct span_line *l)
{
	svgel_text(b, "tick", 0, 12);
	if (l->before) {
		buf_puts(b, "\xe2\x86\x90 ");
		buf_putu(b, l->before);
	}
	buf_puts(b, "</text>");
	svgel_text(b, "tick end", CHART_WIDE, 12);
	if (l->after) {
		buf_putu(b, l->after);
		buf_puts(b, " \xe2\x86\x92");
	}
	buf_puts(b, "</text>");
}

/* Where a day stands on the line, from 0 to CHART_WIDE. */
static size_t
place_of(const struct span_line *l, long day)
{
	long from = span_day(l->unit, l->first);
	long to = span_day(l->unit, l->first + (long)l->n);

	if (day <= from)
		return 0;
	if (day >= to)
		return CHART_WIDE;
	return (size_t)((day - from) * CHART_WIDE / (to - from));
}

static void
put_long(struct buf *b, const struct span_line *l, size_t i, size_t y)
{
	const struct span_long *p = &l->longs[i];
	size_t x = place_of(l, p->span.first);
	size_t to = place_of(l, p->span.last + 1);

	if (to < x + 3) /* outside of the line, or thinner than can be seen */
		x = to > 3 ? to - 3 : 0;
	svgel_rect(b, "span", x, y + 18, to > x ? to - x : 3, 4);
	buf_puts(b, "/>");
	svgel_text(b, x > CHART_WIDE / 2 ? "label end" : "label",
	    x > CHART_WIDE / 2 ? to : x, y + 13);
	chart_label(b, p->value, 40);
	buf_puts(b, " \xc2\xb7 ");
	buf_putu(b, p->n);
	buf_puts(b, "</text>");
}

unsigned
chart_time(struct buf *b, const struct span_line *l, unsigned y)
{
	size_t i, rows = l->nlongs < CHART_ROWS ? l->nlongs : CHART_ROWS;
	unsigned h = TIME_HEIGHT + (unsigned)rows * 26 + 4;

	if (l->n == 0)
		return 0;
	svgel_open(b, "time", y, CHART_WIDE, h);
	put_outside(b, l);
	svgel_rect(b, "axis", 0, TIME_HEIGHT - 20, CHART_WIDE, 1);
	buf_puts(b, "/>");
	for (i = 0; i < l->n; i++)
		if (l->count[i])
			put_step(b, l, i);
	put_ticks(b, l);
	for (i = 0; i < rows; i++)
		put_long(b, l, i, TIME_HEIGHT + i * 26);
	buf_puts(b, "</svg>");
	return h;
}
