#include "explain.h"

#include <string.h>

#include "border.h"
#include "utf8.h"

#define HEAD 160 /* bytes of a line in which a dateline is looked for */
#define TAIL 180 /* and a credit */
#define DASH 0x2014

void
explain_line(struct page *p)
{
	p->no = mem_grow(p->no, &p->nocap, p->nl, sizeof *p->no);
	p->no[p->nl - 1] = p->line_no;
}

void
explain_drop(struct page *p, size_t n)
{
	memmove(p->no, p->no + n, (p->nl - n) * sizeof *p->no);
}

static void
add(struct page *p, const char *s)
{
	if (p->why.len)
		buf_puts(&p->why, "; ");
	buf_puts(&p->why, s);
}

/* What a pattern told, and where that is written. */
static void
add_rule(struct page *p, const char *what, unsigned rule)
{
	size_t line;
	const char *path = cue_rule(p->cues, rule, &line);

	add(p, what);
	if (path == NULL)
		return;
	buf_puts(&p->why, ", ");
	buf_puts(&p->why, path);
	buf_putc(&p->why, ':');
	buf_putu(&p->why, line);
}

static void
add_line_no(struct page *p, const char *what, size_t line)
{
	add(p, what);
	buf_putc(&p->why, ' ');
	buf_putu(&p->why, p->no[line]);
}

static void
put(struct page *p, size_t line, const char *label)
{
	struct buf *b = &p->tmp;

	buf_reset(b);
	buf_puts(b, p->where);
	buf_putc(b, ':');
	buf_putu(b, p->no[line]);
	buf_puts(b, ":\t");
	buf_putu(b, p->narts);
	buf_putc(b, '\t');
	buf_puts(b, label);
	buf_putc(b, '\t');
	buf_put(b, p->why.s, p->why.len);
	buf_putc(b, '\n');
	out_put(p->opt->explain, b->s, b->len);
	buf_reset(&p->why);
}

/* Why a new article begins with the unit. */
static void
add_border(struct page *p, const struct unit *u)
{
	if (p->narts == 1 && u->border == 0) {
		add(p, "the document begins");
		return;
	}
	switch (u->border) {
	case 0:
		add(p, "the article was given in parts");
		return;
	case BORDER_DATELINE:
		add(p, "an article begins: the text below has a dateline");
		return;
	case BORDER_CLOSED:
		add(p, "an article begins: a credit, the editors' names or who "
		       "signed it "
		       "ended the one before");
		return;
	case BORDER_DASHED:
		add(p, "an article begins: a dash leads the second line");
		return;
	case BORDER_SPACED:
		add(p, "an article begins: set apart from the text before");
		return;
	}
	add(p, "an article begins: ");
	buf_puts(&p->why, cue_kind((enum cue)u->border));
}

/* Datelines and credits in a line of text, by the patterns that tell them. */
static void
add_text_cues(struct page *p, const struct unit *u)
{
	struct str s = page_line_text(p, u, 0), t;

	if (u->ends.flags & LINE_BAD)
		return;
	if (u->ends.flags & LINE_DATELINE) {
		s.len = s.len > HEAD ? utf8_cut(s.s, HEAD) : s.len;
		add_rule(p, "dateline", cue_which(p->cues, CUE_DATELINE, s));
	}
	if (u->ends.flags & LINE_TAIL) {
		t = page_line_text(p, u, u->n - 1);
		while (t.len > TAIL || (t.len && (*t.s & 0xc0) == 0x80)) {
			t.s++;
			t.len--;
		}
		add_rule(
		    p, "credit at the end", cue_which(p->cues, CUE_TAIL, t));
	}
}

/* What makes text of a unit that no pattern claims. */
static void
add_text(struct page *p, const struct unit *u)
{
	const struct ln *e = &u->ends;

	if (u->joined)
		return;
	if (u->n > 1)
		add(p, "text: its lines fill the column");
	else if (e->flags & LINE_PART)
		add(p, "text: part of an over-long line");
	else if (e->flags & LINE_STOP)
		add(p, "text: a sentence ends within it");
	else if (line_closed(e))
		add(p, "text: it ends as a sentence does");
	else if (e->width > 90)
		add(p, "text: longer than a headline");
	else if (u->list)
		add(p, "text: one of many short lines in a row");
	else if (u->body)
		add(p, "text: it ends as a sentence that goes on");
	else
		add(p, "text: no headline by its form or what follows it");
	add_text_cues(p, u);
}

static void
add_head(struct page *p, const struct unit *u)
{
	switch (u->label) {
	case LABEL_KICKER:
		add(p, "headline: the first line of two or more");
		break;
	case LABEL_TITLE:
		add(p, u->ends.cue == CUE_NONE
			   ? "headline: short, before the text"
			   : "headline, before the text");
		break;
	case LABEL_SUBTITLE:
		add(p, u->ends.first == DASH
			   ? "headline: a dash leads it"
			   : "headline: a line below the title");
		break;
	default:
		add(p, "short, no full stop, within the text");
	}
}

static void
add_label(struct page *p, const struct unit *u)
{
	if (u->name)
		add(p, "a name below a byline");
	else if (u->ends.cue != CUE_NONE)
		add_rule(p, cue_kind((enum cue)u->ends.cue), u->ends.rule);
	else if (u->ends.rule)
		add_rule(p, "plain", u->ends.rule);
	switch (u->label) {
	case LABEL_KICKER:
	case LABEL_TITLE:
	case LABEL_SUBTITLE:
	case LABEL_SUBHEAD:
		add_head(p, u);
		break;
	case LABEL_PARA:
		add_text(p, u);
		break;
	case LABEL_NOTE:
		if (u->ends.cue == CUE_NONE)
			add(p, "an item of a list that dots end");
	}
	if (u->cut & CUT_HEAD)
		add(p, "its beginning was not found");
	if (u->cut & CUT_TAIL)
		add(p, "its rest was not found");
}

/* The last line of what unit i carries on. */
static size_t
carried(const struct page *p, size_t i)
{
	size_t k = p->u[i].root;

	while (p->u[k].next != i)
		k = p->u[k].next;
	return p->u[k].line + p->u[k].n - 1;
}

void
explain_units(struct page *p, size_t a, size_t b)
{
	size_t i, j;

	for (i = a; i < b; i++) {
		const struct unit *u = &p->u[i];
		const char *label = page_tag((enum label)u->label);

		if (i == a)
			add_border(p, u);
		if (u->joined)
			add_line_no(p, "carries on line", carried(p, i));
		add_label(p, u);
		put(p, u->line, label);
		for (j = 1; j < u->n; j++) {
			add_line_no(p, "put to line", u->line + j - 1);
			put(p, u->line + j, label);
		}
	}
}
