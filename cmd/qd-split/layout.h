/*
 * How the pages so far are laid out: whether they are hard-wrapped and how
 * wide, where empty lines stand, what is indented.
 *
 * It knows widths and gaps of lines, not what they say.
 */
#ifndef QD_LAYOUT_H
#define QD_LAYOUT_H

#include "line.h"

#define LAYOUT_WIDTHS 192
#define LAYOUT_INDENTS 64
/* Columns that punctuation may hang over the edge, or be kept back. */
#define LAYOUT_SLACK 3

struct layout {
	/* Lines by right edge, those of them that end in mid-sentence, and
	 * by indent; halved with age. */
	unsigned width[LAYOUT_WIDTHS], open[LAYOUT_WIDTHS];
	unsigned indent[LAYOUT_INDENTS];
	unsigned lines, gaps, latin;
	/* Lines below one that ends a sentence, and those of them below an
	 * empty line. */
	unsigned starts, apart;
	int closed; /* the last line ended a sentence */

	/* Concluded by layout_judge. */
	unsigned wrap;	 /* columns of a full line; 0: not wrapped */
	unsigned margin; /* usual indent of a full line */
	unsigned first;	 /* a paragraph's first line is shorter by this */
	unsigned usual;	 /* empty lines that stand between all lines */
	int gapped;	 /* empty lines stand between paragraphs */
	int indented;	 /* paragraphs begin with an indent */
};

/* Counts the line. */
void layout_add(struct layout *y, const struct ln *l);
/* Draws the conclusions; to be called before units are made. */
void layout_judge(struct layout *y);
/* 1 when nothing of b could have stood at the end of a. */
int layout_full(const struct layout *y, const struct ln *a, const struct ln *b);
/* The column at which the line ends. */
unsigned layout_edge(const struct ln *l);

#endif
