#include "label.h"

#include "unit.h"
#include "utf8.h"

#define MAX_HEADS 12 /* headline lines that are told apart */
#define LIST_RUN 4   /* this many short lines in a row are a list */
#define LIST_WIDTH 140
#define DASH 0x2014

/* The label that the wording alone gives; LABEL_NONE where it gives none. */
static enum label
by_cue(const struct unit *u)
{
	switch (u->ends.cue) {
	case CUE_FOLIO:
	case CUE_STAFF:
	case CUE_JUMP:
	case CUE_ORIGIN:
	case CUE_PART:
	case CUE_STAMP:
	case CUE_ELLIPSIS:
	case CUE_ASIDE:
		return LABEL_NOTE;
	case CUE_BYLINE:
	case CUE_BYHEAD:
	case CUE_CREDIT:
		return LABEL_BYLINE;
	case CUE_CAPTION:
		return u->body ? LABEL_NONE : LABEL_CAPTION;
	}
	return LABEL_NONE;
}

/* A question or call before the byline is a headline, not text. */
static int
head_sentence(const struct page *p, size_t i, size_t b)
{
	const struct unit *u = &p->u[i];

	if (!u->body || !unit_headlike(u))
		return 0;
	for (i++; i < b && !p->u[i].body; i++)
		switch (p->u[i].ends.cue) {
		case CUE_ORIGIN:
		case CUE_BYLINE:
		case CUE_BYHEAD:
		case CUE_STAMP:
			return 1;
		}
	return 0;
}

/* What ends the headline, though no text follows yet. */
static int
barrier(const struct unit *u)
{
	switch (u->ends.cue) {
	case CUE_JUMP:
	case CUE_ORIGIN:
	case CUE_STAMP:
	case CUE_BYLINE:
	case CUE_BYHEAD:
	case CUE_CAPTION:
	case CUE_CREDIT:
		return 1;
	}
	return u->name;
}

/* A headline broken by its width in a hard-wrapped page. */
static int
carries_on(const struct page *p, size_t t)
{
	const struct ln *a = &p->u[t].ends, *b = &p->u[t + 1].ends;

	return p->layout.wrap && b->gap == 0 && !(b->flags & LINE_FF) &&
	       b->first != DASH && a->width >= 30 && b->width < a->width;
}

static int
acts(struct page *p, size_t i)
{
	return cue_test(
	    p->cues, CUE_ACTS, page_unit_text(p, &p->u[i], &p->tmp), NULL);
}

/* Kicker, title and subtitle among the n headline units h. */
static void
headlines(struct page *p, const size_t *h, size_t n)
{
	size_t i, plain = 0, kicker;

	for (i = 0; i < n; i++)
		plain += i == 0 || p->u[h[i]].ends.first != DASH;
	kicker = plain >= 2 && p->u[h[0]].ends.cue != CUE_MARKED &&
		 !(plain == 2 && acts(p, h[1]) && !acts(p, h[0]));
	for (i = 0; i < n; i++) {
		if (i == 0 && kicker)
			p->u[h[i]].label = LABEL_KICKER;
		else if (i == kicker &&
			 (i == 0 || p->u[h[i]].ends.first != DASH))
			p->u[h[i]].label = LABEL_TITLE;
		else
			p->u[h[i]].label = LABEL_SUBTITLE;
	}
}

/* Puts the lines of one headline together; returns how many are left. */
static size_t
join_heads(struct page *p, size_t *h, size_t n)
{
	size_t i, m = 0, last = 0;

	for (i = 0; i < n; i++) {
		if (m && h[i] == last + 1 && carries_on(p, last)) {
			page_link(p, p->u[last].root, h[i]);
		} else {
			h[m++] = h[i];
		}
		last = h[i];
	}
	return m;
}

/* The units before the text; returns where the text begins. */
static size_t
label_head(struct page *p, size_t a, size_t b)
{
	size_t h[MAX_HEADS], n = 0, i;
	int past = 0;

	for (i = a; i < b; i++) {
		struct unit *u = &p->u[i];

		if (u->body && !head_sentence(p, i, b))
			break;
		u->label = (unsigned char)by_cue(u);
		if (u->ends.cue == CUE_ASIDE && i + 1 < b &&
		    p->u[i + 1].ends.cue == CUE_ORIGIN)
			u->label =
			    LABEL_NONE; /* a page of pictures: its name */
		if (u->label == LABEL_NONE && u->ends.cue == CUE_AUTHOR && n &&
		    !past)
			u->label = LABEL_BYLINE;
		if (n && barrier(u))
			past = 1;
		if (u->label != LABEL_NONE)
			continue;
		if (past || u->ends.cue == CUE_NUMBER || n == MAX_HEADS) {
			u->label =
			    unit_headlike(u) ? LABEL_SUBHEAD : LABEL_PARA;
			past = n > 0;
		} else {
			h[n++] = i;
		}
	}
	headlines(p, h, join_heads(p, h, n));
	return i;
}

static int
listed(const struct unit *u)
{
	return !u->body && unit_headlike(u);
}

/* Many short lines in a row are a list or a table, not subheads. */
static int
in_list(const struct page *p, size_t i, size_t a, size_t b)
{
	size_t n = 1, k;

	for (k = i; n < LIST_RUN && k > a && listed(&p->u[k - 1]); k--)
		n++;
	for (k = i + 1; n < LIST_RUN && k < b && listed(&p->u[k]); k++)
		n++;
	return n >= LIST_RUN;
}

/* A dateline on a line of its own: what follows is its text. */
static int
only_dateline(const struct unit *u)
{
	return (u->ends.flags & LINE_DATELINE) && u->ends.width < 50 &&
	       !(u->ends.flags & (LINE_STOP | LINE_COMMA)) &&
	       utf8_ishan(u->ends.last);
}

static enum label
label_text(struct page *p, size_t i, size_t a, size_t b)
{
	struct unit *u = &p->u[i];
	enum label l = by_cue(u);

	if (l != LABEL_NONE)
		return l;
	if (u->body || !unit_headlike(u))
		return LABEL_PARA;
	if (u->ends.cue == CUE_AUTHOR && u->ends.width >= 6)
		return LABEL_BYLINE;
	if (u->ends.last == ':' &&
	    (i + 1 == b || p->u[i + 1].body || !unit_headlike(&p->u[i + 1])))
		return LABEL_PARA;
	if (i > a && only_dateline(&p->u[i - 1]))
		return LABEL_PARA;
	if (i + 1 < b && p->u[i + 1].contd && !line_closes(u->ends.last))
		return LABEL_PARA; /* the start of a paragraph, cut */
	u->list = (unsigned char)in_list(p, i, a, b);
	return u->list ? LABEL_PARA : LABEL_SUBHEAD;
}

/* Items between a heading and a lone ellipsis are highlights. */
static void
highlights(struct page *p, size_t dots, size_t a)
{
	size_t i = dots;

	while (i > a && p->u[i - 1].label == LABEL_PARA &&
	       p->u[i - 1].ends.last == ';' &&
	       p->u[i - 1].ends.width <= LIST_WIDTH)
		i--;
	if (i > a && p->u[i - 1].label == LABEL_PARA)
		return;
	for (; i < dots; i++)
		p->u[i].label = LABEL_NOTE;
}

void
label_units(struct page *p, size_t a, size_t b)
{
	size_t i = label_head(p, a, b), text = i;

	for (; i < b; i++) {
		p->u[i].label = (unsigned char)label_text(p, i, text, b);
		if (p->u[i].ends.cue == CUE_ELLIPSIS)
			highlights(p, i, text);
	}
}
