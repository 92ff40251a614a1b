#include "layout.h"

#define LATIN_SLACK 12 /* ragged right edge of Latin text */
#define MIN_WRAP 20    /* columns of the narrowest hard-wrapped page */
#define AGE 4000       /* lines after which counts are halved */

unsigned
layout_edge(const struct ln *l)
{
	return l->width + l->indent;
}

static int
counts_as_text(const struct ln *l)
{
	return l->cue == CUE_NONE || l->cue == CUE_NUMBER ||
	       l->cue == CUE_AUTHOR || l->cue == CUE_CAPTION;
}

static void
age(struct layout *y)
{
	size_t i;

	for (i = 0; i < LAYOUT_WIDTHS; i++) {
		y->width[i] /= 2;
		y->open[i] /= 2;
	}
	for (i = 0; i < LAYOUT_INDENTS; i++)
		y->indent[i] /= 2;
	y->lines /= 2;
	y->gaps /= 2;
	y->latin /= 2;
	y->starts /= 2;
	y->apart /= 2;
}

void
layout_add(struct layout *y, const struct ln *l)
{
	unsigned w = layout_edge(l);

	if (!counts_as_text(l))
		return;
	w = w < LAYOUT_WIDTHS ? w : LAYOUT_WIDTHS - 1;
	y->width[w]++;
	y->open[w] += !line_closed(l);
	y->indent[l->indent < LAYOUT_INDENTS ? l->indent
					     : LAYOUT_INDENTS - 1]++;
	y->lines++;
	y->gaps += l->gap > 0;
	y->latin += (l->flags & LINE_LATIN) != 0;
	y->starts += y->closed != 0;
	y->apart += y->closed && l->gap > 0;
	y->closed = line_closed(l);
	if (y->lines > AGE)
		age(y);
}

static unsigned
sum(const unsigned *v, unsigned from, unsigned to)
{
	unsigned s = 0;

	for (; from <= to && from < LAYOUT_WIDTHS; from++)
		s += v[from];
	return s;
}

/*
 * A page is wrapped when many lines end at nearly one column, most of them in
 * the middle of a sentence, and next to none goes beyond it.
 */
static unsigned
find_wrap(const struct layout *y)
{
	unsigned slack = y->latin * 2 > y->lines ? LATIN_SLACK : LAYOUT_SLACK;
	unsigned w, s, best = 0, at = 0, beyond = 0;

	for (w = LAYOUT_WIDTHS - 1; w >= MIN_WRAP; w--) {
		if (w + LAYOUT_SLACK + 1 < LAYOUT_WIDTHS)
			beyond += y->width[w + LAYOUT_SLACK + 1];
		if (beyond * 25 > y->lines)
			break;
		s = sum(y->open, w - slack, w);
		if (s >= best && y->width[w]) {
			best = s;
			at = w;
		}
	}
	if (best < 5 || best * 5 < y->lines)
		return 0;
	return best * 10 >= sum(y->width, at - slack, at) * 6 ? at : 0;
}

/* Whether first lines are short for an indent that was lost: by how much. */
static unsigned
find_first(const struct layout *y)
{
	unsigned near, around;

	if (y->wrap < 40 || y->indented || y->gapped)
		return 0;
	near = sum(y->width, y->wrap - 7, y->wrap - 4);
	around = sum(y->width, y->wrap - 19, y->wrap - 8) / 3;
	return near * 16 >= y->lines && near >= 2 * around ? 4 : 0;
}

void
layout_judge(struct layout *y)
{
	unsigned i, deeper;

	y->margin = 0;
	for (i = 1; i < LAYOUT_INDENTS; i++)
		if (y->indent[i] > y->indent[y->margin])
			y->margin = i;
	deeper = sum(y->indent, y->margin + 1, LAYOUT_INDENTS - 1);
	y->wrap = find_wrap(y);
	y->usual = y->wrap && y->gaps * 10 > y->lines * 9;
	y->gapped = !y->usual && (y->gaps * 5 > y->lines * 2 ||
				     (y->wrap && y->apart * 2 > y->starts));
	y->indented = y->wrap ? deeper * 12 > y->lines : y->margin >= 2;
	y->first = find_first(y);
}

int
layout_full(const struct layout *y, const struct ln *a, const struct ln *b)
{
	return y->wrap &&
	       layout_edge(a) + (b->token < 2 ? 2 : b->token) + LAYOUT_SLACK >
		   y->wrap;
}
