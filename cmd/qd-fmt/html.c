/*
 * One self-contained page to read an issue: its text with everything marked,
 * an index of the names in it, tables and charts.
 *
 * The text is written into memory as it comes, because the head of the page
 * and the index tell what is in all of it; panels.c writes what stands around
 * it.  No text of a record is ever more than text: markup.c escapes it, no
 * script holds any, and the page's policy lets run only the one script and
 * style that this program came with.
 */
#include "chart.h"
#include "fmt.h"
#include "marks.h"
#include "markup.h"
#include "page.h"
#include "panels.h"
#include "words.h"

struct html {
	struct tally t;
	struct marks marks;
	struct buf body, plain;
	struct buf par; /* loc of the paragraph that sentences are added to */
	int doc, art;	/* an element is open */
	int headed;	/* the article has a headline */
};

static void
begin(struct fmt_job *job)
{
	job->state = mem_calloc(1, sizeof(struct html));
}

static void
close_par(struct html *h)
{
	if (h->par.len)
		buf_puts(&h->body, "</p>\n");
	buf_reset(&h->par);
}

static void
close_art(struct html *h)
{
	close_par(h);
	if (h->art)
		buf_puts(&h->body, "</article>\n");
	h->art = 0;
}

static void
close_doc(struct html *h)
{
	close_art(h);
	if (h->doc)
		buf_puts(&h->body, "</section>\n");
	h->doc = 0;
}

static void
open_doc(struct html *h)
{
	const struct tally_doc *d = &h->t.docs[h->t.ndocs - 1];

	close_doc(h);
	h->doc = 1;
	buf_puts(&h->body, "<section class=\"doc\"");
	markup_num(&h->body, "id", "d", h->t.ndocs);
	buf_puts(&h->body, "><h2>");
	markup_text(&h->body, tally_str(&h->t, d->name));
	if (d->date.len) {
		buf_puts(&h->body, " <time>");
		markup_text(&h->body, tally_str(&h->t, d->date));
		buf_puts(&h->body, "</time>");
	}
	buf_puts(&h->body, "</h2>\n");
}

/* One part of the line that says where an article is from. */
static void
put_meta(struct html *h, struct str attrs, const char *key)
{
	struct str rest = attr_get(attrs, key), v;

	while (tally_each(&rest, &v, &h->plain)) {
		buf_puts(&h->body, "<span>");
		markup_text(&h->body, v);
		buf_puts(&h->body, "</span>");
	}
}

static void
open_art(struct html *h)
{
	struct str attrs;

	close_art(h);
	h->art = 1;
	h->headed = 0;
	attrs = tally_str(&h->t, h->t.arts[h->t.narts - 1].attrs);
	buf_puts(&h->body, "<article");
	markup_num(&h->body, "id", "a", h->t.narts);
	if (attrs.len)
		markup_attr(&h->body, "data-x", attrs);
	buf_puts(&h->body, "><p class=\"meta\">");
	put_meta(h, attrs, "date");
	put_meta(h, attrs, "place");
	put_meta(h, attrs, "media");
	put_meta(h, attrs, "by");
	buf_puts(&h->body, "</p>\n");
}

static void
go(struct html *h, const struct rec *r)
{
	unsigned new = tally_place(&h->t, r);

	if (new &TALLY_NEW_DOC)
		open_doc(h);
	if (new &TALLY_NEW_ART)
		open_art(h);
}

/* Where the block's repeats stand first, and how often it stands at all. */
static void
put_repeat(struct html *h, const struct rec *r)
{
	struct str attrs = r->f[REC_ATTRS], rest = attr_get(attrs, "dup"), v;
	struct str kind = attr_get(attrs, "dup-kind"), n = attr_get(attrs, "n");
	struct buf scratch = {0};
	size_t block;

	while (tally_each(&rest, &v, &h->plain)) {
		block = tally_find(&h->t, v);
		buf_puts(&h->body, " <a class=\"dup\"");
		if (block)
			markup_num(&h->body, "href", "#b", block);
		buf_putc(&h->body, '>');
		words_value(&h->body, kind.len ? kind : str_of("exact"));
		buf_putc(&h->body, ' ');
		markup_text(&h->body, v);
		buf_puts(&h->body, "</a>");
	}
	if (n.len && !str_is(n, "1")) {
		buf_puts(&h->body, " <span class=\"times\">\xc3\x97");
		markup_text(&h->body, attr_text(n, &scratch));
		buf_puts(&h->body, "</span>");
	}
	buf_free(&scratch);
}

/* The loc of the paragraph that a sentence is of. */
static struct str
paragraph(struct str loc)
{
	size_t i, dots = 0;

	for (i = 0; i < loc.len; i++)
		if (loc.s[i] == '.' && ++dots == 2)
			break;
	loc.len = i;
	return loc;
}

/* The element of a block: h3 for the first headline of an article. */
static const char *
element(struct html *h, struct str tag)
{
	if (str_is(tag, "sent"))
		return "span";
	if (str_is(tag, "subhead"))
		return "h4";
	if (!str_is(tag, "title") || h->headed)
		return "p";
	h->headed = 1;
	return "h3";
}

/* An article whose headline is not among its blocks has it all the same. */
static void
put_headline(struct html *h, struct str tag)
{
	struct str title = tally_str(&h->t, h->t.arts[h->t.narts - 1].title);

	if (h->headed || title.len == 0 ||
	    !(str_is(tag, "para") || str_is(tag, "sent")))
		return;
	buf_puts(&h->body, "<h3 class=\"title\">");
	markup_text(&h->body, title);
	buf_puts(&h->body, "</h3>\n");
	h->headed = 1;
}

/* Begins a paragraph for a sentence, or stays in the one it is of. */
static void
open_par(struct html *h, const struct rec *r)
{
	struct str par = paragraph(r->f[REC_LOC]);

	if (h->par.len && str_eq(par, buf_str(&h->par)))
		return;
	close_par(h);
	buf_puts(&h->body, "<p class=\"para\">");
	buf_put(&h->par, par.s, par.len);
}

/* Opens the element of a block: its number, its tag and what is wrong with it
 * as classes, its attributes. */
static void
open_block(struct html *h, const struct rec *r, const char *el)
{
	struct str rest = attr_get(r->f[REC_ATTRS], "cut"), v;

	buf_putc(&h->body, '<');
	buf_puts(&h->body, el);
	markup_num(&h->body, "id", "b", tally_block(&h->t, r));
	buf_puts(&h->body, " class=\"");
	markup_text(&h->body, r->f[REC_TAG]);
	if (attr_get(r->f[REC_ATTRS], "dup").s)
		buf_puts(&h->body, " rep");
	while (tally_each(&rest, &v, &h->plain)) {
		if (str_is(v, "head"))
			buf_puts(&h->body, " cut-head");
		else if (str_is(v, "tail"))
			buf_puts(&h->body, " cut-tail");
	}
	buf_putc(&h->body, '"');
	marks_attrs(&h->body, r);
	buf_putc(&h->body, '>');
}

static const char *
block(struct fmt_job *job, const struct group *g)
{
	struct html *h = job->state;
	const struct rec *r = &g->block;
	struct str attrs = r->f[REC_ATTRS], tag = r->f[REC_TAG];
	int sent = str_is(tag, "sent");
	const char *el;

	go(h, r);
	put_headline(h, tag);
	if (sent)
		open_par(h, r);
	else
		close_par(h);
	el = element(h, tag);
	open_block(h, r, el);
	marks_put(&h->body, &h->marks, &h->t, g,
	    attr_get(attrs, "dup").s &&
		!str_is(attr_get(attrs, "dup-kind"), "partial"));
	put_repeat(h, r);
	buf_puts(&h->body, "</");
	buf_puts(&h->body, el);
	buf_puts(&h->body, sent ? ">" : ">\n");
	return NULL;
}

/* A line that is no record: shown as it is, never dropped. */
static void
put_raw(struct html *h, const struct rec *r)
{
	struct str line = {r->s, r->len};

	close_par(h);
	buf_puts(&h->body, "<p class=\"raw\">");
	markup_text(&h->body, line);
	buf_puts(&h->body, "</p>\n");
}

static const char *
record(struct fmt_job *job, const struct rec *r)
{
	struct html *h = job->state;

	if (r->kind == REC_RAW) {
		put_raw(h, r);
		return NULL;
	}
	go(h, r);
	if (r->kind == REC_ANN) {
		close_par(h);
		buf_puts(&h->body, "<p class=\"loose\">");
		marks_alone(&h->body, &h->t, r);
		buf_puts(&h->body, "</p>\n");
	}
	return NULL;
}

static void
end(struct fmt_job *job)
{
	struct html *h = job->state;
	struct buf b = {0};

	close_doc(h);
	panels_head(&b, &h->t, job->opt->title);
	out_put(job->out, b.s, b.len);
	out_put(job->out, h->body.s, h->body.len);
	buf_reset(&b);
	panels_tail(&b, &h->t);
	out_put(job->out, b.s, b.len);
	buf_free(&b);
	buf_free(&h->body);
	buf_free(&h->plain);
	buf_free(&h->par);
	marks_free(&h->marks);
	tally_free(&h->t);
	mem_free(h);
}

const struct fmt fmt_html = {
    "html", FMT_TITLE | FMT_LOOSE, begin, record, block, end};
