/*
 * The tables and charts of a page: quantities, dates, sums.
 */
#include <stdlib.h>

#include "chart.h"
#include "markup.h"
#include "panels.h"
#include "words.h"

static void
put_head(struct buf *b, const char *kind, const char *zh, const char *en)
{
	buf_puts(b, "<th scope=\"col\" data-by=\"");
	buf_puts(b, kind);
	buf_puts(b, "\">");
	words_put(b, zh, en);
	buf_puts(b, "</th>");
}

/* A cell with the plain text of an attribute. */
static void
put_attr(struct buf *b, struct str attrs, const char *key)
{
	struct buf plain = {0};
	struct str v = attr_get(attrs, key);

	if (v.len)
		markup_text(b, attr_text(v, &plain));
	buf_free(&plain);
}

static void
put_words_of(struct buf *b, struct str attrs, const char *key)
{
	struct str v = attr_get(attrs, key);

	if (v.len == 0)
		return;
	words_value(b, v);
	buf_putc(b, ' ');
}

static void
put_value(struct buf *b, struct str value)
{
	struct buf grouped = {0};

	buf_puts(b, "<td class=\"num\"");
	markup_attr(b, "data-v", value);
	buf_putc(b, '>');
	total_group(&grouped, value);
	markup_text(b, buf_str(&grouped));
	buf_puts(b, "</td><td>");
	buf_free(&grouped);
}

/* One row: what, value, unit, how it is meant, when, as written, where. */
static void
put_quantity(struct buf *b, const struct tally *t, const struct tally_fact *f)
{
	struct str attrs = tally_str(t, f->attrs);

	buf_puts(b, "<tr");
	markup_attr(b, "data-t", intern_get(&t->tags, f->tag));
	buf_puts(b, f->repeat ? " class=\"rep\"><td>" : "><td>");
	put_attr(b, attrs, "of");
	buf_puts(b, "</td>");
	put_value(b, tally_str(t, f->value));
	put_attr(b, attrs, "unit");
	buf_puts(b, "</td><td>");
	put_words_of(b, attrs, "bound");
	put_words_of(b, attrs, "basis");
	put_words_of(b, attrs, "dir");
	put_words_of(b, attrs, "status");
	buf_puts(b, "</td><td>");
	put_attr(b, attrs, "time");
	buf_puts(b, "</td><td><a");
	markup_num(b, "href", "#m", f->mention);
	buf_putc(b, '>');
	markup_text(b, tally_str(t, f->text));
	buf_puts(b, "</a></td><td>");
	panels_article(b, t, f->art);
	buf_puts(b, "</td></tr>\n");
}

void
tables_quantities(struct buf *b, const struct tally *t)
{
	size_t i;

	buf_puts(
	    b, "<section class=\"view\" id=\"quant\" tabindex=\"-1\"><h2>");
	words_put(b, "数量", "Quantities");
	buf_puts(b, "</h2>\n<div class=\"tools\"></div><div class=\"wide\">"
		    "<table id=\"quantities\"><thead><tr>");
	put_head(b, "text", "所指", "What");
	put_head(b, "num", "数值", "Value");
	put_head(b, "text", "单位", "Unit");
	put_head(b, "text", "含义", "How");
	put_head(b, "text", "时间", "When");
	put_head(b, "text", "原文", "As written");
	put_head(b, "text", "文章", "Article");
	buf_puts(b, "</tr></thead>\n<tbody>\n");
	for (i = 0; i < t->nfacts; i++)
		if (!tally_is_date(intern_get(&t->tags, t->facts[i].tag)))
			put_quantity(b, t, &t->facts[i]);
	buf_puts(b, "</tbody></table></div></section>\n");
}

/* Dates in the order of time: what is without a year, or no date, last. */
struct dated {
	struct span span;
	const struct tally_fact *fact;
	struct str value;
	int year; /* it has one */
};

static int
cmp_dated(const void *pa, const void *pb)
{
	const struct dated *a = pa, *b = pb;
	int c;

	if (a->year != b->year)
		return b->year - a->year;
	if (a->span.first != b->span.first)
		return a->span.first < b->span.first ? -1 : 1;
	if (a->span.last != b->span.last)
		return a->span.last > b->span.last ? -1 : 1;
	c = str_cmp(a->value, b->value);
	return c ? c : (a->fact < b->fact ? -1 : a->fact > b->fact);
}

/* All dates in that order; *n tells how many.  Free it. */
static struct dated *
sorted_dates(const struct tally *t, size_t *n)
{
	struct dated *v = mem_calloc(t->nfacts + 1, sizeof *v), *d;
	size_t i;

	*n = 0;
	for (i = 0; i < t->nfacts; i++) {
		if (!tally_is_date(intern_get(&t->tags, t->facts[i].tag)))
			continue;
		d = &v[(*n)++];
		d->fact = &t->facts[i];
		d->value = tally_str(t, d->fact->value);
		d->year = span_read(d->value, &d->span) == 0;
		if (!d->year)
			d->span.first = d->span.last = 0;
	}
	if (*n)
		qsort(v, *n, sizeof *v, cmp_dated);
	return v;
}

static void
put_date(struct buf *b, const struct tally *t, const struct tally_fact *f)
{
	buf_puts(b, f->repeat ? "<li class=\"rep\"><a" : "<li><a");
	markup_num(b, "href", "#m", f->mention);
	buf_putc(b, '>');
	markup_text(b, tally_str(t, f->around.len ? f->around : f->text));
	buf_puts(b, "</a> <cite>");
	panels_article(b, t, f->art);
	buf_puts(b, "</cite></li>\n");
}

void
tables_dates(struct buf *b, const struct tally *t)
{
	struct span_line line = {0};
	struct dated *v;
	size_t i, n;

	buf_puts(b, "<section class=\"view\" id=\"time\" tabindex=\"-1\"><h2>");
	words_put(b, "时间", "Time");
	buf_puts(b, "</h2>\n<div class=\"wide\">");
	span_make(&line, t);
	chart_time(b, &line, 0);
	span_free(&line);
	buf_puts(b, "</div>\n<dl id=\"dates\">");
	v = sorted_dates(t, &n);
	for (i = 0; i < n; i++) {
		if (i == 0 || !str_eq(v[i].value, v[i - 1].value)) {
			buf_puts(b, i ? "</ul></dd><dt>" : "<dt>");
			markup_text(b, v[i].value);
			buf_puts(b, "</dt><dd><ul>\n");
		}
		put_date(b, t, v[i].fact);
	}
	buf_puts(b, n ? "</ul></dd></dl></section>\n" : "</dl></section>\n");
	mem_free(v);
}

static void
put_cell(struct buf *b, size_t n)
{
	buf_puts(b, "<td class=\"num\">");
	if (n)
		buf_putu(b, n);
	buf_puts(b, "</td>");
}

static void
put_sum(struct buf *b, const struct sums_metric *m)
{
	struct buf plain = {0};

	buf_puts(b, "<tr><td>");
	chart_metric(b, m);
	buf_puts(b, "</td><td class=\"num\">");
	sums_put(b, m, 1);
	buf_puts(b, "</td><td>");
	markup_text(b, attr_text(m->unit, &plain));
	buf_puts(b, "</td>");
	put_cell(b, m->n);
	put_cell(b, m->bounded);
	put_cell(b, m->repeats + m->odd);
	buf_puts(b, "</tr>\n");
	buf_free(&plain);
}

static void
put_sums(struct buf *b, const struct sums *s)
{
	size_t i, k;

	buf_puts(b, "<details><summary>");
	words_put(b, "全部合计", "All sums");
	buf_puts(b, "</summary><div class=\"wide\"><table><thead><tr>");
	put_head(b, "text", "所指", "What");
	put_head(b, "num", "合计", "Sum");
	put_head(b, "text", "单位", "Unit");
	put_head(b, "num", "相加", "Added");
	put_head(b, "num", "其中约数", "With a bound");
	put_head(b, "num", "未计", "Left out");
	buf_puts(b, "</tr></thead><tbody>\n");
	for (i = 0; i < s->ngroups; i++)
		for (k = 0; k < s->groups[i].n; k++)
			put_sum(b, &s->v[s->groups[i].from + k]);
	buf_puts(b, "</tbody></table></div></details>\n");
}

void
tables_charts(struct buf *b, const struct tally *t)
{
	enum { GROUPS = 8 };
	struct sums s = {0};
	size_t i;

	buf_puts(
	    b, "<section class=\"view\" id=\"charts\" tabindex=\"-1\"><h2>");
	words_put(b, "图表", "Charts");
	buf_puts(b, "</h2>\n<h3>");
	words_put(b, "各项合计", "Sums by metric");
	buf_puts(b, "</h3><p class=\"say\">");
	words_put(b,
	    "所指与单位相同的数，按原文相加，逐位精确；重复段落不计。"
	    "同一事实换一种说法，会再算一次。",
	    "Exact sums, digit by digit, of what is written for the same thing "
	    "in the same unit. Repeated blocks are left out. A fact told twice "
	    "in different words is added twice.");
	buf_puts(b, "</p><div class=\"grid\">\n");
	sums_make(&s, t);
	for (i = 0; i < s.ngroups && i < GROUPS; i++)
		chart_sums(b, &s, &s.groups[i], 0);
	buf_puts(b, "</div>\n");
	put_sums(b, &s);
	sums_free(&s);
	buf_puts(b, "<h3>");
	words_put(b, "各篇名称", "Names by article");
	buf_puts(b, "</h3><div class=\"wide\">\n");
	chart_articles(b, t, 0);
	buf_puts(b, "</div></section>\n");
}
