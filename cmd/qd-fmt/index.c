/*
 * The index of a page: its articles, and its names by kind and frequency.
 */
#include <stdlib.h>

#include "chart.h"
#include "markup.h"
#include "panels.h"
#include "words.h"

static void
put_contents(struct buf *b, const struct tally *t)
{
	size_t d = 0, i, most = chart_most(t);

	buf_puts(b, "<section class=\"panel\" id=\"p-contents\"><h2>");
	words_put(b, "目录", "Contents");
	buf_puts(b, "</h2>\n<ol>");
	for (i = 0; i < t->narts; i++) {
		for (; d < t->ndocs && t->docs[d].art <= i; d++)
			if (t->ndocs > 1 && t->arts[i].doc == d) {
				buf_puts(b, "<li class=\"of\">");
				markup_text(b,
				    panels_base(tally_str(t, t->docs[d].name)));
				buf_puts(b, "</li>\n");
			}
		buf_puts(b, "<li>");
		panels_article(b, t, i);
		buf_puts(b,
		    "<svg class=\"parts\" viewBox=\"0 0 100 8\" "
		    "preserveAspectRatio=\"none\" aria-hidden=\"true\">");
		chart_parts(b, &t->arts[i], most, 0, 100);
		buf_puts(b, "</svg></li>\n");
	}
	buf_puts(b, "</ol></section>\n");
}

/* Names in the order of their tags, in each the most frequent first. */
struct ranked {
	const struct tally_name *name;
	size_t tag, n;
};

static int
cmp_ranked(const void *pa, const void *pb)
{
	const struct ranked *a = pa, *b = pb;

	if (a->tag != b->tag)
		return a->tag < b->tag ? -1 : 1;
	if (a->n != b->n)
		return a->n < b->n ? 1 : -1;
	return a->name < b->name ? -1 : a->name > b->name;
}

/* All names in that order; from[tag] is where those of a tag begin, from[tag
 * + 1] where they end.  Free it. */
static struct ranked *
rank(const struct tally *t, size_t *from)
{
	struct ranked *v = mem_calloc(t->nnames + 1, sizeof *v);
	size_t i;

	for (i = 0; i < t->nnames; i++) {
		v[i].name = &t->names[i];
		v[i].tag = t->names[i].tag;
		v[i].n = t->names[i].n;
		from[v[i].tag + 1]++;
	}
	for (i = 0; i < t->tags.n; i++)
		from[i + 1] += from[i];
	if (t->nnames)
		qsort(v, t->nnames, sizeof *v, cmp_ranked);
	return v;
}

/* The offices beside a name, those named last first. */
static void
put_posts(struct buf *b, const struct tally *t, const struct tally_name *name)
{
	const struct tally_post *p;
	size_t i;

	if (!name->posts)
		return;
	buf_puts(b, "<span class=\"posts\">");
	for (i = name->posts; i; i = p->next) {
		p = &t->posts[i - 1];
		buf_puts(b, "<span>");
		markup_text(b, tally_office(t, p));
		buf_puts(b, "</span>");
	}
	buf_puts(b, "</span>");
}

static void
put_name(struct buf *b, const struct tally *t, const struct tally_name *name)
{
	buf_puts(b, "<li");
	markup_num(b, "data-e", "", (size_t)(name - t->names));
	buf_puts(b, "><a");
	markup_num(b, "href", "#m", name->first);
	buf_putc(b, '>');
	markup_text(b, tally_value(t, name));
	buf_puts(b, "</a>");
	put_posts(b, t, name);
	buf_puts(b, "<button type=\"button\" class=\"n\" "
		    "aria-expanded=\"false\">");
	buf_putu(b, name->n);
	buf_puts(b, "</button></li>\n");
}

/* The names v[0..n) of a tag. */
static void
put_names(struct buf *b, const struct tally *t, struct str tag,
    const struct ranked *v, size_t n)
{
	size_t i;

	buf_puts(b, "<section class=\"panel\"");
	markup_attr(b, "data-t", tag);
	buf_puts(b, "><h2>");
	words_tag(b, tag);
	buf_puts(b, " <small>");
	buf_putu(b, n);
	buf_puts(b, "</small></h2>\n<ol class=\"names\">");
	for (i = 0; i < n; i++)
		put_name(b, t, v[i].name);
	buf_puts(b, "</ol></section>\n");
}

void
index_put(struct buf *b, const struct tally *t)
{
	size_t *tags = panels_tags(t), i, k;
	size_t *from = mem_calloc(t->tags.n + 2, sizeof *from);
	struct ranked *v = rank(t, from);

	buf_puts(b, "<aside id=\"index\" tabindex=\"-1\">"
		    "<div class=\"tabs\"></div><label class=\"find\"><span>");
	words_put(b, "查找", "Find");
	buf_puts(b, "</span><input type=\"search\" id=\"find\"></label>\n");
	put_contents(b, t);
	for (i = 0; i < t->tags.n; i++) {
		k = tags[i];
		if (tally_is_name(intern_get(&t->tags, k)))
			put_names(b, t, intern_get(&t->tags, k), v + from[k],
			    from[k + 1] - from[k]);
	}
	buf_puts(b, "</aside>\n");
	mem_free(v);
	mem_free(from);
	mem_free(tags);
}
