#include "label.h"

#include "fit.h"
#include "unit.h"
#include "utf8.h"

#define MAX_HEADS 12 /* headline lines that are told apart */
#define LIST_RUN 4   /* this many short lines in a row are a list */
#define LIST_WIDTH 140
#define DASH 0x2014
#define CUT_FIT                                                                \
	3 /* more than this fit shows that a word was cut, in a page           \
	     whose lines are not cut by their width */

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

/* How well a headline's second line carries on the first, by what stands in
 * the text, units to..b-1. */
static int
fit(const struct page *p, size_t t, size_t to, size_t b)
{
	const struct unit *u = &p->u[t];

	if (to == b)
		return 0;
	return fit_score(page_text(p, to, b), page_line_text(p, u, u->n - 1),
	    page_line_text(p, u + 1, 0));
}

/* A headline broken by its width: units t and t + 1; its text begins at to. */
static int
carries_on(const struct page *p, size_t t, size_t to, size_t b)
{
	const struct ln *x = &p->u[t].ends, *y = &p->u[t + 1].ends;

	if (y->gap > p->layout.usual || (y->flags & LINE_FF) ||
	    y->first == DASH || x->width < 30 || y->width >= x->width)
		return 0;
	return fit(p, t, to, b) > (p->layout.wrap && y->gap == 0 ? 0 : CUT_FIT);
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
	/* A dash right below the first line makes that one the title. */
	kicker = plain >= 2 && p->u[h[1]].ends.first != DASH &&
		 p->u[h[0]].ends.cue != CUE_MARKED &&
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

/* Puts the lines of one headline together; returns how many are left.  The
 * text is units to..b-1. */
static size_t
join_heads(struct page *p, size_t *h, size_t n, size_t to, size_t b)
{
	size_t i, m = 0, last = 0;

	for (i = 0; i < n; i++) {
		if (m && h[i] == last + 1 && carries_on(p, last, to, b)) {
			page_link(p, p->u[last].root, h[i]);
		} else {
			h[m++] = h[i];
		}
		last = h[i];
	}
	return m;
}

/* Quoted as a whole, the title of a document, or who said it. */
static int
quoted(const struct ln *e)
{
	return e->first == DASH ||
	       (line_opens(e->first) && line_closes(e->last) && e->open == 0);
}

/*
 * A short line that is text all the same: what leads in a quotation, a list or
 * a paragraph, and the quotation itself.  A speaker above a subhead is none.
 */
static int
set_off(const struct page *p, size_t i, size_t a, size_t b)
{
	const struct unit *u = &p->u[i];

	if (u->ends.last == ':')
		return i + 1 == b || u[1].body || !unit_headlike(u + 1) ||
		       quoted(&u[1].ends);
	if (!quoted(&u->ends))
		return 0;
	return u->ends.first == DASH || u->ends.first == 0x300a ||
	       (i > a && u[-1].ends.last == ':');
}

/* A row or a cell of a table: it begins with a bar, or with a digit or sign
 * and has no letter. */
static int
is_cell(const struct page *p, const struct unit *u)
{
	struct str s = page_line_text(p, u, 0);
	uint32_t cp = u->ends.first;
	size_t i = 0;

	if (cp == '|')
		return 1;
	if (u->n > 1 || !((cp >= '0' && cp <= '9') || cp == '-' || cp == '+'))
		return 0;
	while (i < s.len) {
		i += utf8_decode(s.s + i, s.len - i, &cp);
		cp = utf8_fold(cp);
		if (utf8_ishan(cp) || (cp > 0x7f && !utf8_ispunct(cp)) ||
		    ((cp | 32) >= 'a' && (cp | 32) <= 'z'))
			return 0;
	}
	return 1;
}

/* Text, though it is short; what stands alone is not to be joined. */
static int
is_text(struct page *p, size_t i, size_t a, size_t b)
{
	struct unit *u = &p->u[i];
	int cell = is_cell(p, u);

	u->list = cell || (!u->body && quoted(&u->ends));
	return u->body || !unit_headlike(u) || cell || set_off(p, i, a, b);
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
		if (n && u->ends.last == ':' && u->ends.cue != CUE_MARKED &&
		    i + 1 < b && u[1].body)
			past = 1; /* whom it addresses: its text begins */
		if (past || u->ends.cue == CUE_NUMBER || n == MAX_HEADS) {
			u->label =
			    is_text(p, i, a, b) ? LABEL_PARA : LABEL_SUBHEAD;
			past = n > 0;
		} else {
			h[n++] = i;
		}
	}
	headlines(p, h, join_heads(p, h, n, i, b));
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

/* Who signed a document, in one line or two, above the day. */
static int
signed_below(const struct page *p, size_t i, size_t b)
{
	size_t to = i + 2 < b ? i + 2 : b - 1;

	while (i < to && listed(&p->u[i]) && p->u[i].ends.cue != CUE_NUMBER)
		i++;
	return p->u[i].ends.cue == CUE_STAMP;
}

static enum label
label_text(struct page *p, size_t i, size_t a, size_t b)
{
	struct unit *u = &p->u[i];
	enum label l = by_cue(u);

	if (l != LABEL_NONE)
		return l;
	if (is_text(p, i, a, b))
		return LABEL_PARA;
	if (u->ends.cue == CUE_AUTHOR && u->ends.width >= 6)
		return LABEL_BYLINE;
	if (i > a && only_dateline(&p->u[i - 1]))
		return LABEL_PARA;
	if (signed_below(p, i, b))
		return LABEL_BYLINE;
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
