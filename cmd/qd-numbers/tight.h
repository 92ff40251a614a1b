/*
 * Spaces that stand inside a quantity and say nothing: many papers set one
 * between digits and Han characters (2026 年 2 月 4 日, 超过 5 亿元), and what
 * comes out of a PDF has them anywhere (三千 八百, 百 分 之 五).  Engines see
 * the text without them; the way back to the source stays.
 */
#ifndef QD_NUMBERS_TIGHT_H
#define QD_NUMBERS_TIGHT_H

#include "half.h"
#include "tables.h"

/* Takes those spaces out of the text h. */
void tight_text(const struct tables *tb, struct half *h);
/* The end of a surface of s that was found to begin at from and end at to:
 * without the spaces that were taken out behind it. */
size_t tight_end(struct str s, size_t from, size_t to);

#endif
