/*
 * The chart of articles: how many names of which kind stand in each.
 */
#include <stdlib.h>
#include <string.h>

#include "chart.h"
#include "markup.h"
#include "svgel.h"
#include "words.h"

enum { ROW = 22, HEAD = 26, BAR = 440 };

size_t
chart_names(const struct tally_art *a)
{
	size_t i, n = 0;

	for (i = 0; i < TALLY_QUANT; i++)
		n += a->n[i];
	return n;
}

size_t
chart_most(const struct tally *t)
{
	size_t i, n, most = 0;

	for (i = 0; i < t->narts; i++) {
		n = chart_names(&t->arts[i]);
		most = n > most ? n : most;
	}
	return most;
}

void
chart_parts(struct buf *b, const struct tally_art *a, size_t most, size_t y,
    size_t width)
{
	static const char *const names[] = {"k PER", "k POST", "k ORG", "k LOC",
	    "k EVENT", "k PROJ", "k WORK", "k TERM", "k"};
	size_t i, sum = 0, x, to;

	for (i = 0; i < TALLY_QUANT && most; i++) {
		x = sum * width / most;
		sum += a->n[i];
		to = sum * width / most;
		if (to > x) {
			svgel_rect(b, names[i], x, y, to - x, 8);
			buf_puts(b, "/>");
		}
	}
}

struct ranked {
	const struct tally_art *art;
	size_t n;
};

static int
cmp_ranked(const void *pa, const void *pb)
{
	const struct ranked *a = pa, *b = pb;

	if (a->n != b->n)
		return a->n < b->n ? 1 : -1;
	return a->art < b->art ? -1 : a->art > b->art;
}

static void
put_article(struct buf *b, const struct tally *t, const struct tally_art *a,
    size_t most, size_t y)
{
	struct str title = tally_title(t, a);

	buf_puts(b, "<g>");
	svgel_text(b, "label end", CHART_WIDE - BAR - 50, y + 14);
	if (title.len == 0)
		title = tally_str(t, t->docs[a->doc].name);
	chart_label(b, title, 32);
	buf_puts(b, "</text><g transform=\"translate(");
	buf_putu(b, CHART_WIDE - BAR - 40);
	buf_puts(b, ")\">");
	chart_parts(b, a, most, y + 6, BAR);
	buf_puts(b, "</g>");
	svgel_text(b, "value", CHART_WIDE, y + 14);
	buf_putu(b, chart_names(a));
	buf_puts(b, "</text></g>");
}

/* What the colours mean. */
static void
put_kinds(struct buf *b)
{
	static const char *const tags[] = {
	    "PER", "POST", "ORG", "LOC", "EVENT", "PROJ", "WORK", "TERM"};
	char name[16] = "k ";
	size_t i;

	for (i = 0; i < sizeof tags / sizeof *tags; i++) {
		memcpy(name + 2, tags[i], strlen(tags[i]) + 1);
		svgel_rect(b, name, i * 90, 6, 8, 8);
		buf_puts(b, "/>");
		svgel_text(b, "tick", i * 90 + 12, 14);
		words_tag_svg(b, str_of(tags[i]));
		buf_puts(b, "</text>");
	}
}

unsigned
chart_articles(struct buf *b, const struct tally *t, unsigned y)
{
	struct ranked *v;
	size_t i, n = 0, most = chart_most(t);
	unsigned h;

	if (most == 0)
		return 0;
	v = mem_calloc(t->narts, sizeof *v);
	for (i = 0; i < t->narts; i++) {
		v[i].art = &t->arts[i];
		v[i].n = chart_names(v[i].art);
	}
	qsort(v, t->narts, sizeof *v, cmp_ranked);
	while (n < t->narts && n < CHART_ARTS && v[n].n)
		n++;
	h = (unsigned)n * ROW + HEAD + 4;
	svgel_open(b, "articles", y, CHART_WIDE, h);
	put_kinds(b);
	for (i = 0; i < n; i++)
		put_article(b, t, v[i].art, most, HEAD + i * ROW);
	buf_puts(b, "</svg>");
	mem_free(v);
	return h;
}
