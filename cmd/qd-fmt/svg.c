/*
 * One chart as an SVG file of its own, for a report: the sums by metric, the
 * names by article, or the dates on a line.
 */
#include <string.h>

#include "chart.h"
#include "feed.h"
#include "markup.h"
#include "page.h"

enum { MARGIN = 16, GAP = 24 };

/* All groups of sums, one under the other; the height of it. */
static unsigned
put_bars(struct buf *b, const struct tally *t)
{
	struct sums s = {0};
	unsigned y = MARGIN, h;
	size_t i;

	sums_make(&s, t);
	for (i = 0; i < s.ngroups; i++) {
		h = chart_sums(b, &s, &s.groups[i], y);
		y += h ? h + GAP : 0;
	}
	sums_free(&s);
	return y;
}

static unsigned
put_timeline(struct buf *b, const struct tally *t)
{
	struct span_line l = {0};
	unsigned h;

	span_make(&l, t);
	h = chart_time(b, &l, MARGIN);
	span_free(&l);
	return h + 2 * MARGIN;
}

static void
end(struct fmt_job *job)
{
	const struct tally *t = job->state;
	const char *chart = job->opt->chart;
	struct buf b = {0}, head = {0};
	unsigned w = CHART_WIDE, h;

	if (chart && !strcmp(chart, "timeline")) {
		h = put_timeline(&b, t);
	} else if (chart && !strcmp(chart, "articles")) {
		h = chart_articles(&b, t, MARGIN) + 2 * MARGIN;
	} else {
		h = put_bars(&b, t);
		w = CHART_WIDTH;
	}
	w += 2 * MARGIN;
	buf_puts(&head, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
			"<svg xmlns=\"http://www.w3.org/2000/svg\"");
	markup_num(&head, "width", "", w);
	markup_num(&head, "height", "", h);
	buf_puts(&head, " viewBox=\"-16 0 ");
	buf_putu(&head, w);
	buf_putc(&head, ' ');
	buf_putu(&head, h);
	buf_puts(&head, "\">\n<style>");
	buf_puts(&head, chart_css);
	buf_puts(&head, alone_css);
	buf_puts(&head, "</style>\n<rect class=\"sheet\" x=\"-16\" "
			"width=\"100%\" height=\"100%\"/>\n");
	out_put(job->out, head.s, head.len);
	out_put(job->out, b.s, b.len);
	out_put(job->out, "\n</svg>\n", 8);
	buf_free(&b);
	buf_free(&head);
	feed_end(job);
}

const struct fmt fmt_svg = {
    "svg", FMT_CHART, feed_begin, feed_record, NULL, end};
