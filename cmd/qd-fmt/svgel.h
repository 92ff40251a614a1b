/*
 * The few SVG elements that charts are made of.  name is a class, numbers are
 * units of the chart.
 */
#ifndef QD_FMT_SVGEL_H
#define QD_FMT_SVGEL_H

#include "mem.h"

/* Begins an svg element w wide and h high at y of the one around it, to be
 * ended by </svg>. */
void svgel_open(
    struct buf *b, const char *name, unsigned y, unsigned w, unsigned h);
/* Begins a rectangle: "/>" is to be added, or ">", a title and "</rect>". */
void svgel_rect(
    struct buf *b, const char *name, size_t x, size_t y, size_t w, size_t h);
/* Begins a text: its words are to be added, and "</text>". */
void svgel_text(struct buf *b, const char *name, size_t x, size_t y);

#endif
