/*
 * The words of a page itself, in Chinese and in English: both are written, and
 * the page shows one of them.
 */
#ifndef QD_FMT_WORDS_H
#define QD_FMT_WORDS_H

#include "mem.h"

/* Adds both wordings (no markup in them), each in a span of its language. */
void words_put(struct buf *b, const char *zh, const char *en);
/* Adds what a tag is called in the plural; its own letters where it is none of
 * those of qd-records(5).  In HTML; in the text of an SVG. */
void words_tag(struct buf *b, struct str tag);
void words_tag_svg(struct buf *b, struct str tag);
/* Adds the word for a value of the attributes dir, basis, bound, status; the
 * value where there is none. */
void words_value(struct buf *b, struct str value);

#endif
