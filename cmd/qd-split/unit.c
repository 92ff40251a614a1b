#include "unit.h"

#include "layout.h"
#include "people.h"
#include "utf8.h"

#define HEAD_LINES 3	/* of a headline that the measure breaks */
#define MAX_LINES 256	/* of one unit; a longer paragraph is joined later */
#define BRACKET_LINES 8 /* of a credit in brackets spread over lines */

static int
single_han(const struct ln *l)
{
	return l->len <= 4 && l->width == 2 && l->first == l->last &&
	       utf8_ishan(l->first);
}

/* Marks that no line begins with: the rest of one broken by its width. */
static int
cannot_begin(uint32_t cp)
{
	return line_closes(cp) || cp == 0x3002 || cp == 0x3001 || cp == ',' ||
	       cp == ';' || cp == '%' || cp == ':';
}

/* A short line that ends no sentence is not the last of a paragraph: a
 * heading, with the text below it. */
static int
stands_alone(const struct page *p, size_t b)
{
	const struct ln *l = &p->l[b];

	return b + 1 < p->nl && l->cue == CUE_NONE && utf8_ishan(l->last) &&
	       !line_opens(l->first) && l->open == 0 && l->width >= 6 &&
	       !(l->flags & (LINE_STOP | LINE_COMMA)) &&
	       !layout_full(&p->layout, l, l + 1) &&
	       l[1].gap <= p->layout.usual && !(l[1].flags & LINE_FF) &&
	       !line_breaks(l + 1);
}

/* May b be the first line of a paragraph, after a full line that ended? */
static int
begins(const struct page *p, size_t b)
{
	const struct layout *y = &p->layout;
	const struct ln *l = &p->l[b];

	if (y->indented)
		return l->indent > y->margin;
	if (l->first == '(')
		return 1; /* a credit, most often */
	if (stands_alone(p, b))
		return 1;
	if (y->gapped || y->first == 0)
		return 0;
	if (l->width + LAYOUT_SLACK > y->wrap)
		return 0;
	if (b + 1 < p->nl && !line_closed(l) && p->l[b + 1].gap <= y->usual)
		return layout_edge(l) + p->l[b + 1].token + LAYOUT_SLACK >
		       y->wrap - y->first;
	return l->width > 12;
}

/* The rest of a credit in brackets that the paragraph ends with. */
static int
closes_credit(const struct unit *u, const struct ln *l)
{
	return u->ends.open > 0 && l->open < 0 && l->last == ')' &&
	       (l->cue == CUE_BYLINE || l->cue == CUE_BYHEAD);
}

static int
wrapped(const struct page *p, const struct unit *u, size_t b)
{
	const struct layout *y = &p->layout;
	const struct ln *l = &p->l[b], *a = l - 1;
	struct ln first;

	if (y->wrap == 0 || l->gap > y->usual || (l->flags & LINE_FF) ||
	    line_breaks(a))
		return 0;
	first = *a;
	if (u->n == 1 && y->first)
		first.width += y->first;
	if (!layout_full(y, &first, l))
		return 0;
	if (l->cue == CUE_ELLIPSIS)
		return l->width <= 2 && a->last == 0x2026;
	if ((line_breaks(l) && !closes_credit(u, l)) ||
	    l->indent > a->indent + 1 || (y->indented && l->indent > y->margin))
		return 0;
	if (line_closed(a) || a->last == ':' || a->last == ';')
		return !begins(p, b);
	return 1;
}

/* A credit in brackets spread over lines: does it close soon? */
static int
bracketed(const struct page *p, const struct unit *u, size_t b)
{
	int open = u->ends.open;
	size_t i;

	if (u->ends.first != '(' || open <= 0 || u->ends.width > 300)
		return 0;
	for (i = b; i < p->nl && i < b + BRACKET_LINES; i++) {
		if (line_breaks(&p->l[i]) || (p->l[i].flags & LINE_FF) ||
		    p->l[i].width > 200)
			return 0;
		open += p->l[i].open;
		if (open <= 0)
			return p->l[i].last == ')';
	}
	return 0;
}

/* A short line at b, or the one behind it, closes what is open. */
static int
closes_soon(const struct page *p, size_t b, int open)
{
	size_t i;

	for (i = b; i < p->nl && i < b + 2; i++) {
		if (p->l[i].width > 80 || (i > b && p->l[i].gap))
			return 0;
		open += p->l[i].open;
		if (open <= 0)
			return 1;
	}
	return 0;
}

/* A headline cut by its width: its bracket or quote closes on the next line,
 * or a stray character is all that the next line holds. */
static int
headline_cut(const struct page *p, const struct unit *u, size_t b)
{
	const struct ln *e = &u->ends, *l = &p->l[b];

	if (l->gap > p->layout.usual || (l->flags & LINE_FF) ||
	    line_breaks(e) || line_breaks(l) || e->width > 80 ||
	    line_ends_sentence(e->last))
		return 0;
	if (cannot_begin(l->first))
		return 1;
	if (e->open > 0 && !(e->flags & LINE_STOP) &&
	    closes_soon(p, b, e->open))
		return 1;
	/* A second such character would make it a name. */
	return single_han(l) && e->width >= 24 &&
	       !(b + 1 < p->nl && single_han(&p->l[b + 1]));
}

/* A name spread over lines, character by character. */
static int
spread(const struct unit *u, const struct ln *l)
{
	const struct ln *e = &u->ends;

	if (!single_han(l) || l->gap > 2 || (l->flags & LINE_FF))
		return 0;
	if (u->n == 1 && single_han(e))
		return 1;
	if (e->cue == CUE_STAFF && u->n == 1)
		return e->before == ':' || e->before == ' ' ||
		       e->before == 0x3000;
	return u->n == 1 && e->first == 0x2014 && e->width <= 8;
}

static void
append(struct unit *u, const struct ln *l)
{
	struct ln *e = &u->ends;

	if (line_closed(e) && e->last != 0x2026)
		e->flags |= LINE_STOP;
	e->before = l->before ? l->before : e->last;
	e->last = l->last;
	e->width += l->width;
	e->open = (short)(e->open + l->open);
	e->flags |= l->flags & (LINE_STOP | LINE_COMMA | LINE_BAD);
	e->flags =
	    (unsigned short)((e->flags & ~LINE_TAIL) | (l->flags & LINE_TAIL));
	e->len += l->len;
	u->n++;
}

/* The wording of a unit of several short lines shows only now. */
static void
look_again(struct page *p, struct unit *u)
{
	struct ln whole = {0};
	struct str s;

	if (u->ends.width > 260 || (u->ends.flags & LINE_BAD))
		return;
	s = page_unit_text(p, u, &p->tmp);
	line_read(&whole, p->cues, s.s, s.len, 0);
	u->ends.cue = whole.cue;
	u->ends.rule = whole.rule;
	u->ends.flags |= whole.flags & (LINE_DATELINE | LINE_TAIL);
}

/* The line below is one that stands between a headline and its text. */
static int
below_head(const struct page *p, size_t i)
{
	if (i >= p->nl)
		return 0;
	switch (p->l[i].cue) {
	case CUE_ORIGIN:
	case CUE_STAMP:
	case CUE_BYLINE:
	case CUE_BYHEAD:
		return 1;
	}
	return (p->l[i].flags & LINE_DATELINE) != 0;
}

/* A dash that leads on from the headline above. */
static int
below_line(const struct page *p, const struct unit *u)
{
	const struct unit *above = p->nu > p->u0 ? &p->u[p->nu - 1] : NULL;

	return u->ends.first == 0x2014 && above && !above->body &&
	       unit_headlike(above);
}

/* A headline so long that the measure broke it: lines up to i - 1. */
static int
long_head(const struct page *p, const struct unit *u, size_t i)
{
	const struct ln *e = &u->ends;

	return u->n <= HEAD_LINES && e->width <= HEAD_LINES * p->layout.wrap &&
	       !(e->flags & (LINE_STOP | LINE_DATELINE | LINE_PART)) &&
	       e->open <= 0 && (utf8_ishan(e->last) || line_closes(e->last)) &&
	       (below_head(p, i) || below_line(p, u));
}

static int
is_body(const struct unit *u, int filled)
{
	const struct ln *e = &u->ends;

	if (e->flags & (LINE_DATELINE | LINE_PART))
		return 1;
	if (line_breaks(e) || (e->cue == CUE_CAPTION && !filled))
		return 0;
	if (filled || (e->flags & LINE_STOP) || e->width > 90)
		return 1;
	if (line_closed(e))
		return 1;
	return (e->last == ';' || e->last == ',' || e->last == 0x3001 ||
		   (e->last == ':' && e->width < 14)) &&
	       e->cue != CUE_NUMBER;
}

/* Its first line has not the indent, kept or lost, of a first line. */
static int
continues(const struct layout *y, const struct ln *first)
{
	if (y->indented)
		return first->indent <= y->margin;
	return y->first && layout_edge(first) + 1 >= y->wrap;
}

/* Line i - 1 is full, and the page ends behind it. */
static int
broken_off(const struct page *p, size_t i)
{
	const struct layout *y = &p->layout;
	const struct ln *a = &p->l[i - 1];

	if (y->wrap == 0 || i >= p->nl || line_breaks(a) || line_closed(a) ||
	    a->indent > y->margin + 4)
		return 0;
	return (p->l[i].cue == CUE_FOLIO || (p->l[i].flags & LINE_FF)) &&
	       layout_edge(a) + LAYOUT_SLACK > y->wrap - y->first;
}

int
unit_make(struct page *p, int final)
{
	struct unit u = {0};
	size_t i = p->done;
	int filled = 0, w = 0;

	if (i >= p->nl)
		return 0;
	u.line = i;
	u.n = 1;
	u.next = UNIT_ALONE;
	u.root = u.tail = p->nu;
	u.ends = p->l[i];
	for (i++; i < p->nl && u.n < MAX_LINES; i++) {
		if ((p->l[i].flags | u.ends.flags) & LINE_PART)
			break;
		w = wrapped(p, &u, i);
		if (!w && !bracketed(p, &u, i) && !spread(&u, &p->l[i]) &&
		    !headline_cut(p, &u, i) && !people_cut(p, &u, i))
			break;
		filled |= w;
		append(&u, &p->l[i]);
	}
	if (i + 1 >= p->nl && !final && u.n < MAX_LINES)
		return 0; /* what comes may belong to it */
	if (u.n > 1 && !filled)
		look_again(p, &u);
	filled = (filled | broken_off(p, i)) && !long_head(p, &u, i);
	u.body = (unsigned char)is_body(&u, filled);
	u.contd =
	    (unsigned char)(filled && continues(&p->layout, &p->l[p->done]));
	people_mark(p, &u);
	p->u = mem_grow(p->u, &p->ucap, p->nu + 1, sizeof *p->u);
	p->u[p->nu++] = u;
	p->done = i;
	return 1;
}

int
unit_headlike(const struct unit *u)
{
	const struct ln *e = &u->ends;

	if (line_breaks(e) && e->cue != CUE_MARKED)
		return 0;
	if (e->cue == CUE_MARKED)
		return 1;
	if (e->cue == CUE_CAPTION || u->name)
		return 0;
	if (e->width > 96 || e->width < 3 || e->open > 0 ||
	    (e->open < 0 && e->last == ')') ||
	    (e->flags & (LINE_STOP | LINE_DATELINE | LINE_PART)))
		return 0;
	switch (e->last) {
	case 0x3002:
	case 0x3001:
	case 0x2026:
	case ',':
	case ';':
	case 0x2014:
		return 0;
	}
	return !cannot_begin(e->first);
}
