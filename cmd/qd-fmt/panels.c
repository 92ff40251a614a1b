#include "panels.h"

#include <stdlib.h>
#include <string.h>

#include "chart.h"
#include "markup.h"
#include "page.h"
#include "words.h"

/* The order of names in the legend and in the index; others follow. */
static const char *const order[] = {"PER", "POST", "ORG", "LOC", "EVENT",
    "PROJ", "WORK", "TERM", "money", "percent", "count", "measure", "ratio",
    "ordinal", "date", "period", "duration", "code", "number"};

enum { ORDERED = sizeof order / sizeof order[0] };

size_t *
panels_tags(const struct tally *t)
{
	size_t *v = mem_calloc(t->tags.n + 1, sizeof *v), i, k, n = 0;
	char *taken = mem_calloc(t->tags.n + 1, 1);

	for (i = 0; i < ORDERED; i++) {
		k = intern_find(&t->tags, str_of(order[i]));
		if (k < t->tags.n) {
			v[n++] = k;
			taken[k] = 1;
		}
	}
	for (k = 0; k < t->tags.n; k++)
		if (!taken[k])
			v[n++] = k;
	mem_free(taken);
	return v;
}

struct str
panels_base(struct str name)
{
	size_t i = name.len;

	while (i > 0 && name.s[i - 1] != '/')
		i--;
	if (i < name.len) {
		name.s += i;
		name.len -= i;
	}
	return name;
}

static void
put_title(struct buf *b, const struct tally *t, const char *title)
{
	if (title) {
		markup_text(b, str_of(title));
		return;
	}
	if (t->ndocs == 0) {
		buf_puts(b, "qd");
		return;
	}
	markup_text(b, panels_base(tally_str(t, t->docs[0].name)));
	if (t->ndocs > 1) {
		buf_puts(b, " + ");
		buf_putu(b, t->ndocs - 1);
	}
}

/*
 * Nothing but the style and the script of this program may run or load: a
 * second wall behind the escaping.
 */
static void
put_policy(struct buf *b)
{
	buf_puts(b, "<meta http-equiv=\"Content-Security-Policy\" "
		    "content=\"default-src 'none'; style-src '");
	buf_puts(b, page_css_hash);
	buf_puts(b, "' '");
	buf_puts(b, chart_css_hash);
	buf_puts(b, "'; script-src '");
	buf_puts(b, head_js_hash);
	buf_puts(b, "' '");
	buf_puts(b, page_js_hash);
	buf_puts(b, "'; base-uri 'none'; form-action 'none'\">\n");
}

static void
put_number(struct buf *b, size_t n, const char *zh, const char *en)
{
	buf_puts(b, "<span><b>");
	buf_putu(b, n);
	buf_puts(b, "</b> ");
	words_put(b, zh, en);
	buf_puts(b, "</span>");
}

static void
put_view(struct buf *b, const char *id, const char *zh, const char *en)
{
	buf_puts(b, "<a href=\"#");
	buf_puts(b, id);
	buf_puts(b, "\" data-go=\"");
	buf_puts(b, id);
	buf_puts(b, "\">");
	words_put(b, zh, en);
	buf_puts(b, "</a>");
}

static void
put_legend(struct buf *b, const struct tally *t)
{
	size_t *tags = panels_tags(t), i;
	struct str tag;

	buf_puts(
	    b, "<div id=\"legend\" role=\"group\" aria-labelledby=\"key\">");
	for (i = 0; i < t->tags.n; i++) {
		tag = intern_get(&t->tags, tags[i]);
		buf_puts(b, "<button type=\"button\" aria-pressed=\"true\"");
		markup_attr(b, "data-t", tag);
		buf_puts(b, "><i></i>");
		words_tag(b, tag);
		buf_puts(b, " <small>");
		buf_putu(b, t->tag_n[tags[i]]);
		buf_puts(b, "</small></button>\n");
	}
	buf_puts(b, "<button type=\"button\" id=\"all\">");
	words_put(b, "全部", "All");
	buf_puts(b, "</button><button type=\"button\" id=\"none\">");
	words_put(b, "全不", "None");
	buf_puts(b, "</button></div>\n");
	mem_free(tags);
}

static void
put_masthead(struct buf *b, const struct tally *t, const char *title)
{
	buf_puts(b, "<header id=\"top\"><h1>");
	put_title(b, t, title);
	buf_puts(b, "</h1><p class=\"numbers\">");
	put_number(b, t->ndocs, "份文件", "documents");
	put_number(b, t->narts, "篇文章", "articles");
	put_number(b, t->nnames, "个名称", "names");
	put_number(b, t->nfacts, "个数量与日期", "quantities and dates");
	buf_puts(b, "</p></header>\n");
}

static void
put_bar(struct buf *b)
{
	buf_puts(b, "<div id=\"bar\"><nav>");
	put_view(b, "text", "正文", "Text");
	put_view(b, "index", "索引", "Index");
	put_view(b, "quant", "数量", "Quantities");
	put_view(b, "time", "时间", "Time");
	put_view(b, "charts", "图表", "Charts");
	buf_puts(b, "</nav><button type=\"button\" id=\"key\" "
		    "aria-expanded=\"false\" aria-controls=\"legend\">");
	words_put(b, "图例", "Legend");
	buf_puts(b, "</button><button type=\"button\" id=\"lang\">"
		    "<span class=\"zh\" lang=\"en\">EN</span>"
		    "<span class=\"en\" lang=\"zh\">中</span></button>"
		    "<button type=\"button\" id=\"theme\">");
	words_put(b, "明暗", "Light or dark");
	buf_puts(b, "</button></div>\n");
}

void
panels_head(struct buf *b, const struct tally *t, const char *title)
{
	buf_puts(b, "<!DOCTYPE html>\n<html lang=\"zh-Hans\">\n<head>\n"
		    "<meta charset=\"utf-8\">\n");
	put_policy(b);
	buf_puts(b, "<meta name=\"viewport\" content=\"width=device-width, "
		    "initial-scale=1\">\n"
		    "<meta name=\"color-scheme\" content=\"light dark\">\n"
		    "<meta name=\"generator\" content=\"qd-fmt " QD_VERSION
		    "\">\n<title>");
	put_title(b, t, title);
	buf_puts(b, "</title>\n<style>");
	buf_puts(b, page_css);
	buf_puts(b, "</style>\n<style>");
	buf_puts(b, chart_css);
	buf_puts(b, "</style>\n<script>");
	buf_puts(b, head_js);
	buf_puts(b, "</script>\n</head>\n<body data-view=\"text\">\n");
	put_masthead(b, t, title);
	put_bar(b);
	put_legend(b, t);
	buf_puts(b, "<div id=\"page\">\n<main id=\"text\" tabindex=\"-1\">\n");
}

void
panels_article(struct buf *b, const struct tally *t, size_t art)
{
	const struct tally_art *a = &t->arts[art];
	struct str title = tally_title(t, a);

	buf_puts(b, "<a");
	markup_num(b, "href", "#a", art + 1);
	buf_putc(b, '>');
	if (title.len)
		chart_label(b, title, 48);
	else
		words_put(b, "（无题）", "(no headline)");
	buf_puts(b, "</a>");
}

void
panels_tail(struct buf *b, const struct tally *t)
{
	buf_puts(b, "</main>\n");
	index_put(b, t);
	buf_puts(b, "</div>\n");
	tables_quantities(b, t);
	tables_dates(b, t);
	tables_charts(b, t);
	buf_puts(b, "<div id=\"card\" role=\"status\" hidden></div>\n<script>");
	buf_puts(b, page_js);
	buf_puts(b, "</script>\n</body>\n</html>\n");
}
