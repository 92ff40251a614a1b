/*
 * Charts as SVG 1.1: each function appends one <svg> element and returns its
 * height in its own units, 0 where there is nothing to draw.
 *
 * The charts have classes in place of colours: html/chart.css says what they
 * look like, in a page and alone.  y is where the element stands in an svg
 * element around it (a page leaves it 0).
 */
#ifndef QD_FMT_CHART_H
#define QD_FMT_CHART_H

#include "span.h"
#include "sums.h"

#define CHART_WIDTH 440
#define CHART_WIDE 720 /* of chart_time, chart_articles */
#define CHART_ROWS 12  /* bars of a group, spans under a time line */
#define CHART_ARTS 40  /* bars of chart_articles */

/* The sums of one group, the largest CHART_ROWS of them, as bars. */
unsigned chart_sums(struct buf *b, const struct sums *s,
    const struct sums_group *g, unsigned y);
/* Dates by step, spans under them. */
unsigned chart_time(struct buf *b, const struct span_line *l, unsigned y);
/* Names by kind in each article, those with most of them. */
unsigned chart_articles(struct buf *b, const struct tally *t, unsigned y);
/* One article's names by kind, as a bar of at most width, the longest bar
 * standing for most names. */
void chart_parts(struct buf *b, const struct tally_art *a, size_t most,
    size_t y, size_t width);
/* Names in an article; in the article that has most of them. */
size_t chart_names(const struct tally_art *a);
size_t chart_most(const struct tally *t);
/* Adds the label of a metric: what it measures and which way. */
void chart_metric(struct buf *b, const struct sums_metric *m);
/* Adds at most width columns of s (a Han character is two), then an ellipsis
 * where there is more; escaped as markup_text does. */
void chart_label(struct buf *b, struct str s, size_t width);

#endif
