#include "page.h"

#include <string.h>

#include "art.h"
#include "border.h"
#include "emit.h"
#include "explain.h"
#include "find.h"
#include "join.h"
#include "label.h"
#include "mend.h"
#include "name.h"
#include "rec.h"
#include "unit.h"
#include "utf8.h"

#define LEARN 64       /* lines before the layout is judged at all */
#define WAIT 16	       /* lines that are held back after that */
#define PENDING 262144 /* bytes that are held back at most */
#define PER_LINE 64    /* what a line costs beside its bytes */
#define INNER 96       /* bytes a headline within a line has at most */
#define INNER_LINE 180 /* shorter lines hold no paragraphs */
#define KEEP 65536     /* bytes done with that may lie about */

struct str
page_line_text(const struct page *p, const struct unit *u, size_t i)
{
	const struct ln *l = &p->l[u->line + i];
	struct str s = {p->bytes.s + l->at, l->len};

	return s;
}

struct str
page_text(const struct page *p, size_t a, size_t b)
{
	const struct ln *from = &p->l[p->u[a].line];
	const struct unit *u = &p->u[b - 1];
	const struct ln *to = &p->l[u->line + u->n - 1];
	struct str s = {p->bytes.s + from->at, to->at + to->len - from->at};

	return s;
}

struct str
page_unit_text(const struct page *p, const struct unit *u, struct buf *b)
{
	struct str s;
	size_t i;

	if (u->n == 1)
		return page_line_text(p, u, 0);
	buf_reset(b);
	for (i = 0; i < u->n; i++) {
		if (i &&
		    page_spaced(&p->l[u->line + i - 1], &p->l[u->line + i]))
			buf_putc(b, ' ');
		s = page_line_text(p, u, i);
		buf_put(b, s.s, s.len);
	}
	return buf_str(b);
}

static int
latin(uint32_t cp)
{
	return cp > ' ' && cp < 0x2000;
}

int
page_spaced(const struct ln *a, const struct ln *b)
{
	return (a->flags & b->flags & LINE_LATIN) && a->nl && !a->inner &&
	       latin(a->last) && latin(b->first);
}

const char *
page_tag(enum label label)
{
	static const char *const tags[] = {"", "kicker", "title", "subtitle",
	    "byline", "subhead", "para", "caption", "note"};

	return tags[label];
}

void
page_link(struct page *p, size_t from, size_t to)
{
	p->u[p->u[from].tail].next = to;
	p->u[to].joined = 1;
	p->u[to].root = from;
	p->u[from].tail = to;
}

struct page *
page_new(const struct page_opt *opt, struct cues *cues, struct out *out)
{
	struct page *p = mem_calloc(1, sizeof *p);

	p->opt = opt;
	p->cues = cues;
	p->out = out;
	return p;
}

/* The day of a document: its own, that of all, that of its name. */
static void
begin_date(struct page *p, const struct page_doc *doc)
{
	p->date[0] = '\0';
	p->date_from = NULL;
	if (*doc->date) {
		memcpy(p->date, doc->date, sizeof p->date - 1);
		p->date_from = "field";
	} else if (p->opt->date) {
		memcpy(p->date, p->opt->date, sizeof p->date - 1);
		p->date_from = "option";
	} else if (name_date(doc->name, p->date)) {
		p->date_from = "name";
	}
}

void
page_open(struct page *p, const struct page_doc *doc)
{
	struct str name = mend_utf8(doc->name, &p->tmp);
	size_t most = p->opt->max_record / 4;

	buf_reset(&p->doc);
	rec_escape(&p->doc, name.s, name.len);
	buf_reset(&p->given);
	if (doc->title.len)
		buf_put(&p->given, doc->title.s,
		    utf8_cut(doc->title.s,
			most < doc->title.len ? most : doc->title.len));
	begin_date(p, doc);
	p->where = doc->where;
	p->narts = 0;
	memset(&p->met, 0, sizeof p->met);
	p->gap = 0;
	p->ff = 0;
	p->in_head = p->goes_on = 0;
	memset(&p->layout, 0, sizeof p->layout);
	late_begin(&p->late);
	memset(&p->faults, 0, sizeof p->faults);
	emit_doc(p);
}

/* Gives the units u0..k-1 as an article, or as a part of one; more: another
 * one follows. */
static void
give(struct page *p, size_t k, int part, int more)
{
	size_t i;

	if (k == p->u0)
		return;
	for (i = p->u0; i < k; i++) {
		p->u[i].root = p->u[i].tail = i;
		p->u[i].next = UNIT_ALONE;
	}
	label_units(p, p->u0, k);
	join_units(p, p->u0, k);
	emit_article(p, p->u0, k, more);
	if (p->opt->explain)
		explain_units(p, p->u0, k);
	p->faults.articles += part && !p->goes_on;
	p->goes_on = part;
	p->u0 = k;
	p->l0 = k < p->nu ? p->u[k].line : p->done;
}

/* Forgets what was given. */
static void
drop(struct page *p)
{
	size_t i, base = p->l0 < p->nl ? p->l[p->l0].at : p->bytes.len;

	if (p->nl == 0)
		return;
	memmove(p->bytes.s, p->bytes.s + base, p->bytes.len - base);
	p->bytes.len -= base;
	if (p->opt->explain)
		explain_drop(p, p->l0);
	memmove(p->l, p->l + p->l0, (p->nl - p->l0) * sizeof *p->l);
	p->nl -= p->l0;
	p->done -= p->l0;
	for (i = 0; i < p->nl; i++)
		p->l[i].at -= base;
	memmove(p->u, p->u + p->u0, (p->nu - p->u0) * sizeof *p->u);
	p->nu -= p->u0;
	for (i = 0; i < p->nu; i++)
		p->u[i].line -= p->l0;
	p->run = p->run > p->u0 ? p->run - p->u0 : 0;
	p->seen = p->seen > p->u0 ? p->seen - p->u0 : 0;
	p->l0 = p->u0 = 0;
	p->cost = p->bytes.len + p->nl * PER_LINE;
}

static void
articles(struct page *p, int final)
{
	size_t k;

	while ((k = border_find(p, final)) != BORDER_NONE)
		give(p, k, 0, 1);
}

/* Makes units of the lines but for the last few, gives whole articles. */
static void
pump(struct page *p, int final)
{
	size_t wait = final ? 0 : WAIT;

	layout_judge(&p->layout);
	while (p->nl - p->done > wait && unit_make(p, final))
		;
	articles(p, 0);
	if (p->l0 == p->nl || p->l[p->l0].at > KEEP)
		drop(p);
}

/* More is held than may be: out with it, as a part of the article. */
static void
overflow(struct page *p)
{
	pump(p, 1);
	give(p, p->nu, 1, 0);
	drop(p);
}

static void
count_bad(struct page *p, const char *s, size_t len, size_t at)
{
	struct faults *f = &p->faults;
	size_t i = 0, n;

	guess_add(&f->guess, s, len, at);
	while (i < len) {
		n = utf8_valid(s + i, len - i);
		i += n;
		if (i == len)
			break;
		if (f->bad++ == 0)
			f->bad_at = at + i;
		i++;
	}
}

/* nl: place of the newline behind it, or of PAGE_INNER, which s goes on with;
 * 0 where there is neither. */
static void
add_line(struct page *p, const char *s, size_t len, size_t off, size_t nl,
    unsigned flags)
{
	struct ln l = {0};
	size_t from;

	l.flags = (unsigned short)flags;
	from = line_read(&l, p->cues, s, len, off);
	if (l.flags & LINE_FF)
		p->ff = 1;
	if (l.len == 0) {
		p->gap++;
		return;
	}
	if (l.flags & LINE_BAD)
		count_bad(p, s, len, off);
	l.gap = (unsigned short)(p->gap < 999 ? p->gap : 999);
	if (p->ff)
		l.flags |= LINE_FF;
	l.nl = nl;
	l.inner = nl && s[len] != '\n';
	l.at = p->bytes.len;
	p->gap = p->ff = 0;
	buf_put(&p->bytes, s + from, l.len);
	buf_putc(&p->bytes, '\n');
	layout_add(&p->layout, &l);
	p->l = mem_grow(p->l, &p->lcap, p->nl + 1, sizeof *p->l);
	p->l[p->nl++] = l;
	if (p->opt->explain)
		explain_line(p);
	p->cost += l.len + PER_LINE;
}

/*
 * Where in s a paragraph begins after two ideographic spaces; len: nowhere.
 * Behind a sentence, or (with head) behind the headline that s begins with.
 */
static size_t
inner_start(const char *s, size_t len, int head)
{
	static const struct str mark = {PAGE_INNER, 6};
	struct str all = {s, len};
	const char *q = s + mark.len;
	uint32_t cp;

	if (len <= mark.len)
		return len;
	while ((q = find_bytes(all, q, mark)) != NULL) {
		utf8_before(s, (size_t)(q - s), &cp);
		cp = utf8_fold(cp);
		if (line_ends_sentence(cp) || line_closes(cp) ||
		    (head && q - s <= INNER && utf8_ishan(cp)))
			return (size_t)(q - s);
		q += mark.len;
	}
	return len;
}

void
page_line(struct page *p, const struct line *l)
{
	unsigned flags = l->part ? LINE_PART : 0;
	size_t n, at = 0, wait = p->layout.lines < LEARN ? LEARN : 2 * WAIT;

	p->line_no = l->no;
	while (l->len > INNER_LINE &&
	       (n = inner_start(l->s + at, l->len - at, 0)) < l->len - at) {
		if (at == 0)
			n = inner_start(l->s, l->len, 1);
		add_line(p, l->s + at, n, l->off + at, l->off + at + n, flags);
		at += n;
	}
	add_line(p, l->s + at, l->len - at, l->off + at,
	    l->nl ? l->off + l->len : 0, flags);
	if (p->cost > p->opt->max_article) {
		pump(p, 0);
		if (p->cost > p->opt->max_article)
			overflow(p);
	} else if (p->nl - p->done >= wait ||
		   (p->nl > p->done &&
		       p->bytes.len - p->l[p->done].at > PENDING)) {
		pump(p, 0);
	}
	if (late_full(&p->late))
		late_give(&p->late, p->out);
}

void
page_close(struct page *p)
{
	pump(p, 1);
	articles(p, 1);
	give(p, p->nu, 0, 0);
	drop(p);
	p->goes_on = 0;
	p->late.over = 1;
	late_give(&p->late, p->out);
}

void
page_free(struct page *p)
{
	buf_free(&p->doc);
	buf_free(&p->given);
	buf_free(&p->why);
	mem_free(p->no);
	buf_free(&p->bytes);
	late_free(&p->late);
	mem_free(p->l);
	mem_free(p->u);
	buf_free(&p->text);
	buf_free(&p->attrs);
	buf_free(&p->tmp);
	buf_free(&p->title);
	buf_free(&p->meta);
	src_free(&p->map);
	sent_free(&p->sent);
	mem_free(p);
}
