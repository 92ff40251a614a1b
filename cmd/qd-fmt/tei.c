/*
 * TEI P5 (tei-c.org): a corpus of documents, articles as divisions, blocks as
 * heads and paragraphs, annotations as elements in the text.  Export only.
 *
 * Elements nest: of two annotations that cross, the second has two elements,
 * joined by next and prev (TEI P5, section 20.3, fragmentation).
 */
#include <string.h>

#include "fmt.h"
#include "utf8.h"

enum { TOP, DOCUMENT, ARTICLE };

/* So many elements may be open in each other: their parts would else grow with
 * the square of the annotations. */
enum { DEEP = 64, RESTS = 2 * DEEP };

struct tei {
	int depth;
	int body;	     /* the division has more than heads */
	int empty;	     /* nothing is in what is open */
	struct buf doc, art; /* field 2 and number of what is open */
	struct tei_span {    /* an annotation, or a part of one */
		size_t from, to;
		size_t ann;	       /* index in the group */
		size_t id, prev, next; /* of parts: numbers; else 0 */
	} stack[DEEP],		       /* what is open, from the outside */
	    rest[RESTS]; /* what goes on where something ends, by place:
			       of what is open, or has just ended */
	size_t n, nrest;
	size_t parts; /* numbers given so far */
};

static const char head[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<teiCorpus xmlns=\"http://www.tei-c.org/ns/1.0\">\n"
    "<teiHeader><fileDesc><titleStmt><title>qd-fmt</title></titleStmt>"
    "<publicationStmt><p/></publicationStmt>"
    "<sourceDesc><p/></sourceDesc></fileDesc></teiHeader>\n";

static void
begin(struct fmt_job *job)
{
	job->state = mem_calloc(1, sizeof(struct tei));
	out_put(job->out, head, sizeof head - 1);
}

/* 1 when XML 1.0 may hold the character. */
static int
xml_char(uint32_t cp)
{
	return cp >= ' ' ? cp != 0xfffe && cp != 0xffff
			 : cp == '\t' || cp == '\n' || cp == '\r';
}

/* Adds s as text or as the value of an attribute. */
static void
put_text(struct buf *b, struct str s)
{
	size_t i, k;
	uint32_t cp;

	for (i = 0; i < s.len; i += k) {
		k = utf8_decode(s.s + i, s.len - i, &cp);
		if (cp == '<')
			buf_puts(b, "&lt;");
		else if (cp == '>')
			buf_puts(b, "&gt;");
		else if (cp == '&')
			buf_puts(b, "&amp;");
		else if (cp == '"')
			buf_puts(b, "&quot;");
		else if (cp == '\r')
			buf_puts(b, "&#13;");
		else if (cp == '\n')
			buf_puts(b, "&#10;");
		else if (cp == '\t')
			buf_puts(b, "&#9;");
		else if (!xml_char(cp) || cp == 0xfffd)
			buf_puts(b, "\xef\xbf\xbd");
		else
			buf_put(b, s.s + i, k);
	}
}

/* Adds ` name="value"`; nothing where s is NULL or empty. */
static void
put_attr(struct buf *b, const char *name, struct str s)
{
	if (s.len == 0)
		return;
	buf_putc(b, ' ');
	buf_puts(b, name);
	buf_puts(b, "=\"");
	put_text(b, s);
	buf_putc(b, '"');
}

static void
flush(struct fmt_job *job)
{
	out_put(job->out, job->row.s, job->row.len);
	buf_reset(&job->row);
}

static void
close_to(struct fmt_job *job, int depth)
{
	struct tei *t = job->state;

	for (; t->depth > depth; t->depth--) {
		/* A division or a body must hold something. */
		if (t->empty)
			buf_puts(&job->row,
			    t->depth == ARTICLE ? "<p/>\n" : "<div/>\n");
		t->empty = 0;
		buf_puts(&job->row, t->depth == ARTICLE
					? "</div>\n"
					: "</body></text>\n</TEI>\n");
	}
}

static void
open_document(struct fmt_job *job, const struct rec *r)
{
	struct tei *t = job->state;
	struct str doc = rec_text(r->f[REC_DOC], &job->cell), none = {NULL, 0};
	struct buf *b = &job->row;

	close_to(job, TOP);
	buf_puts(b, "<TEI>\n<teiHeader><fileDesc><titleStmt><title>");
	put_text(b, doc);
	buf_puts(b, "</title></titleStmt><publicationStmt><p>");
	if (r->kind == REC_DOCU && attr_get(r->f[REC_ATTRS], "date").len) {
		buf_puts(b, "<date");
		put_attr(b, "when", attr_get(r->f[REC_ATTRS], "date"));
		buf_puts(b, "/>");
	}
	buf_puts(b, "</p></publicationStmt><sourceDesc><p>");
	put_text(b, r->kind == REC_DOCU || doc.s ? doc : none);
	buf_puts(b, "</p></sourceDesc></fileDesc></teiHeader>\n<text><body>\n");
	t->depth = DOCUMENT;
	t->empty = 1;
	buf_reset(&t->doc);
	buf_put(&t->doc, r->f[REC_DOC].s, r->f[REC_DOC].len);
}

static void
open_article(struct fmt_job *job, const struct rec *r)
{
	struct tei *t = job->state;
	struct str n = rec_art(r->f[REC_LOC]);
	struct buf *b = &job->row;

	if (t->depth == TOP || !str_eq(buf_str(&t->doc), r->f[REC_DOC]))
		open_document(job, r);
	close_to(job, DOCUMENT);
	buf_puts(b, "<div type=\"article\"");
	put_attr(b, "n", n);
	buf_puts(b, ">\n");
	t->depth = ARTICLE;
	t->empty = 1;
	t->body = 0;
	buf_reset(&t->art);
	buf_put(&t->art, n.s, n.len);
}

/* The element of a block and, where it needs one, its type. */
static const char *
block_element(const struct tei *t, struct str tag, int *type)
{
	*type = 1;
	if (str_is(tag, "para")) {
		*type = 0;
		return "p";
	}
	if (str_is(tag, "note"))
		return "note";
	if (!t->body && (str_is(tag, "title") || str_is(tag, "kicker") ||
			    str_is(tag, "subtitle")))
		return "head";
	return "ab";
}

/* The element of an annotation; what is no name is a quantity or a segment. */
static const char *
element(struct str tag)
{
	static const char *const names[][2] = {{"PER", "persName"},
	    {"ORG", "orgName"}, {"LOC", "placeName"}, {"POST", "roleName"},
	    {"EVENT", "name"}, {"PROJ", "name"}, {"WORK", "title"},
	    {"TERM", "term"}, {"date", "date"}, {"period", "date"},
	    {"duration", "time"}, {"ordinal", "num"}, {"number", "num"},
	    {"code", "idno"}, {"money", "measure"}, {"percent", "measure"},
	    {"count", "measure"}, {"measure", "measure"}, {"ratio", "measure"}};
	size_t i;

	for (i = 0; i < sizeof names / sizeof *names; i++)
		if (str_is(tag, names[i][0]))
			return names[i][1];
	return "seg";
}

/* The names of a part and of the one that goes on, or went before. */
static void
put_part(struct buf *b, const struct tei_span *p)
{
	if (p->id) {
		buf_puts(b, " xml:id=\"part");
		buf_putu(b, p->id);
		buf_putc(b, '"');
	}
	if (p->prev) {
		buf_puts(b, " prev=\"#part");
		buf_putu(b, p->prev);
		buf_putc(b, '"');
	}
	if (p->next) {
		buf_puts(b, " next=\"#part");
		buf_putu(b, p->next);
		buf_putc(b, '"');
	}
}

static void
open_element(struct fmt_job *job, const struct rec *r, const struct tei_span *p)
{
	const char *name = element(r->f[REC_TAG]);
	struct str value = rec_text(r->f[REC_VALUE], &job->cell);
	struct buf *b = &job->row;
	struct buf plain = {0};

	buf_putc(b, '<');
	buf_puts(b, name);
	put_attr(b, "type", r->f[REC_TAG]);
	if (!strcmp(name, "measure")) {
		put_attr(b, "quantity", value);
		put_attr(b, "unit",
		    attr_text(attr_get(r->f[REC_ATTRS], "unit"), &plain));
		put_attr(b, "commodity",
		    attr_text(attr_get(r->f[REC_ATTRS], "of"), &plain));
	} else if (!strcmp(name, "num")) {
		put_attr(b, "value", value);
	} else if (!strcmp(name, "date") || !strcmp(name, "time")) {
		put_attr(b, !strcmp(name, "time") ? "dur" : "when", value);
	} else {
		put_attr(b, "n", value);
	}
	put_part(b, p);
	buf_putc(b, '>');
	buf_free(&plain);
}

/* Writes the text up to byte to, and closes the elements that end before. */
static void
go_to(struct fmt_job *job, const struct group *g, size_t *from, size_t to)
{
	struct tei *t = job->state;
	struct str s;
	struct rec r;

	for (;;) {
		size_t end = t->n ? t->stack[t->n - 1].to : to;

		s.s = g->text.s + *from;
		s.len = (end < to ? end : to) - *from;
		put_text(&job->row, s);
		*from += s.len;
		if (t->n == 0 || end > to)
			return;
		group_get(g, t->stack[--t->n].ann, &r);
		buf_puts(&job->row, "</");
		buf_puts(&job->row, element(r.f[REC_TAG]));
		buf_putc(&job->row, '>');
	}
}

/* 1 when a begins before b, or is the longer one where both begin at once. */
static int
before(const struct tei_span *a, const struct tei_span *b)
{
	return a->from != b->from ? a->from < b->from : a->to >= b->to;
}

/* Ends the span at byte at; what is left of it waits to be a span of its own.
 * There is room: each that waits is of one that is open or has just ended. */
static void
split(struct tei *t, struct tei_span *p, size_t at)
{
	struct tei_span rest = *p;
	size_t k = t->nrest;

	if (p->id == 0)
		p->id = ++t->parts;
	rest.from = at;
	rest.id = ++t->parts;
	rest.prev = p->id;
	p->to = at;
	p->next = rest.id;
	for (; k > 0 && before(&rest, &t->rest[k - 1]); k--)
		t->rest[k] = t->rest[k - 1];
	t->rest[k] = rest;
	t->nrest++;
}

/* The next span: annotation i, which moves on, or a rest.  0 at the end. */
static int
next_span(struct tei *t, const struct group *g, size_t *i, struct tei_span *p)
{
	if (*i < g->n)
		*p = (struct tei_span){g->v[*i].from, g->v[*i].to, *i, 0, 0, 0};
	if (t->nrest && (*i == g->n || before(&t->rest[0], p))) {
		*p = t->rest[0];
		t->nrest--;
		memmove(t->rest, t->rest + 1, t->nrest * sizeof *t->rest);
		return 1;
	}
	return (*i)++ < g->n;
}

static const char *
put_marked(struct fmt_job *job, const struct group *g)
{
	const char *wrong = NULL;
	struct tei *t = job->state;
	struct tei_span p = {0, 0, 0, 0, 0, 0};
	size_t i = 0, from = 0, top;
	struct rec r;

	while (next_span(t, g, &i, &p)) {
		if (p.from >= from)
			go_to(job, g, &from, p.from);
		if (p.from < from || t->n == DEEP) {
			wrong = p.from < from
				    ? "annotations out of order (left out)"
				    : "more than 64 annotations in one place "
				      "(left out)";
			continue;
		}
		top = t->n ? t->stack[t->n - 1].to : p.to;
		if (p.to > top && t->nrest < RESTS)
			split(t, &p, top);
		else if (p.to > top)
			p.to = top;
		group_get(g, p.ann, &r);
		open_element(job, &r, &p);
		t->stack[t->n++] = p;
	}
	go_to(job, g, &from, g->text.len);
	return wrong;
}

static const char *
block(struct fmt_job *job, const struct group *g)
{
	struct tei *t = job->state;
	const struct rec *r = &g->block;
	const char *name, *wrong;
	int type;

	if (t->depth < ARTICLE || !str_eq(buf_str(&t->doc), r->f[REC_DOC]) ||
	    !str_eq(buf_str(&t->art), rec_art(r->f[REC_LOC])))
		open_article(job, r);
	name = block_element(t, r->f[REC_TAG], &type);
	t->empty = 0;
	t->body |= strcmp(name, "head") != 0;
	buf_putc(&job->row, '<');
	buf_puts(&job->row, name);
	if (type)
		put_attr(&job->row, "type", r->f[REC_TAG]);
	put_attr(&job->row, "n", r->f[REC_LOC]);
	buf_putc(&job->row, '>');
	wrong = put_marked(job, g);
	buf_puts(&job->row, "</");
	buf_puts(&job->row, name);
	buf_puts(&job->row, ">\n");
	flush(job);
	return wrong;
}

static const char *
record(struct fmt_job *job, const struct rec *r)
{
	switch (r->kind) {
	case REC_RAW:
		return NULL;
	case REC_DOCU:
		open_document(job, r);
		break;
	case REC_ART:
		open_article(job, r);
		break;
	case REC_BLOCK:
	case REC_ANN:
		return "the annotation stands behind no block of its own "
		       "(left out)";
	}
	flush(job);
	return NULL;
}

static void
end(struct fmt_job *job)
{
	struct tei *t = job->state;

	close_to(job, TOP);
	buf_puts(&job->row, "</teiCorpus>\n");
	flush(job);
	buf_free(&t->doc);
	buf_free(&t->art);
	mem_free(t);
}

const struct fmt fmt_tei = {"tei", 0, begin, record, block, end};
