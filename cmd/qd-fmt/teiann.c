#include "teiann.h"

#include <string.h>

#include "utf8.h"

/* 1 when XML 1.0 may hold the character. */
static int
xml_char(uint32_t cp)
{
	return cp >= ' ' ? cp != 0xfffe && cp != 0xffff
			 : cp == '\t' || cp == '\n' || cp == '\r';
}

void
teiann_text(struct buf *b, struct str s)
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

void
teiann_attr(struct buf *b, const char *name, struct str s)
{
	if (s.len == 0)
		return;
	buf_putc(b, ' ');
	buf_puts(b, name);
	buf_puts(b, "=\"");
	teiann_text(b, s);
	buf_putc(b, '"');
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
put_part(struct buf *b, const struct teiann_span *p)
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
open_element(
    struct fmt_job *job, const struct rec *r, const struct teiann_span *p)
{
	const char *name = element(r->f[REC_TAG]);
	struct str value = rec_text(r->f[REC_VALUE], &job->cell);
	struct buf *b = &job->row;
	struct buf plain = {0};

	buf_putc(b, '<');
	buf_puts(b, name);
	teiann_attr(b, "type", r->f[REC_TAG]);
	if (!strcmp(name, "measure")) {
		teiann_attr(b, "quantity", value);
		teiann_attr(b, "unit",
		    attr_text(attr_get(r->f[REC_ATTRS], "unit"), &plain));
		teiann_attr(b, "commodity",
		    attr_text(attr_get(r->f[REC_ATTRS], "of"), &plain));
	} else if (!strcmp(name, "num")) {
		teiann_attr(b, "value", value);
	} else if (!strcmp(name, "date") || !strcmp(name, "time")) {
		teiann_attr(b, !strcmp(name, "time") ? "dur" : "when", value);
	} else {
		teiann_attr(b, "n", value);
	}
	put_part(b, p);
	buf_putc(b, '>');
	buf_free(&plain);
}

/* Writes the text up to byte to, and closes the elements that end before. */
static void
go_to(struct teiann *t, struct fmt_job *job, const struct group *g,
    size_t *from, size_t to)
{
	struct str s;
	struct rec r;

	for (;;) {
		size_t end = t->n ? t->stack[t->n - 1].to : to;

		s.s = g->text.s + *from;
		s.len = (end < to ? end : to) - *from;
		teiann_text(&job->row, s);
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
before(const struct teiann_span *a, const struct teiann_span *b)
{
	return a->from != b->from ? a->from < b->from : a->to >= b->to;
}

/* Ends the span at byte at; what is left of it waits to be a span of its own.
 * There is room: each that waits is of one that is open or has just ended. */
static void
split(struct teiann *t, struct teiann_span *p, size_t at)
{
	struct teiann_span rest = *p;
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
next_span(
    struct teiann *t, const struct group *g, size_t *i, struct teiann_span *p)
{
	if (*i < g->n)
		*p = (struct teiann_span){
		    g->v[*i].from, g->v[*i].to, *i, 0, 0, 0};
	if (t->nrest && (*i == g->n || before(&t->rest[0], p))) {
		*p = t->rest[0];
		t->nrest--;
		memmove(t->rest, t->rest + 1, t->nrest * sizeof *t->rest);
		return 1;
	}
	return (*i)++ < g->n;
}

const char *
teiann_put(struct teiann *t, struct fmt_job *job, const struct group *g)
{
	const char *wrong = NULL;
	struct teiann_span p = {0, 0, 0, 0, 0, 0};
	size_t i = 0, from = 0, top;
	struct rec r;

	while (next_span(t, g, &i, &p)) {
		if (p.from >= from)
			go_to(t, job, g, &from, p.from);
		if (p.from < from || t->n == TEIANN_DEEP) {
			wrong = p.from < from
				    ? "annotations out of order (left out)"
				    : "more than 64 annotations in one place "
				      "(left out)";
			continue;
		}
		top = t->n ? t->stack[t->n - 1].to : p.to;
		if (p.to > top && t->nrest < TEIANN_RESTS)
			split(t, &p, top);
		else if (p.to > top)
			p.to = top;
		group_get(g, p.ann, &r);
		open_element(job, &r, &p);
		t->stack[t->n++] = p;
	}
	go_to(t, job, g, &from, g->text.len);
	return wrong;
}
