/*
 * Annotations that people made or corrected, put back behind their block: what
 * the input forms brat and doccano share.
 *
 * back_begin with the block, back_add or back_keep for each annotation in any
 * order, back_end.  A struct back owns everything; start it as {0}.
 */
#ifndef QD_FMT_BACK_H
#define QD_FMT_BACK_H

#include "group.h"

struct back {
	struct group group; /* the block and, in lines, its old run */
	struct back_ann {
		size_t start, end, order;
		size_t at, ntag, len; /* its line, which begins with its tag */
	} * v;
	size_t n, cap;
	struct buf lines, cell, src;
};

void back_begin(struct back *b, const struct rec *block);
/*
 * A new annotation on the bytes from..to of the text (from < to).  value is as
 * on the wire; s is NULL for the one that it has of itself (back_value).
 * attrs is as on the wire; a src in it is passed over and made anew.
 */
void back_add(struct back *b, size_t from, size_t to, struct str tag,
    struct str value, struct str attrs);
/* An annotation that has not changed: its line. */
void back_keep(struct back *b, const struct rec *r);
/* Adds the lines of the block and of its annotations in their order. */
void back_end(struct back *b, struct buf *out);
/* What an annotation's value is, where nothing else is known, escaped: of an
 * entity its text in half width, else nothing.  Borrowed from b. */
struct str back_value(struct str tag, struct str text, struct buf *b);
/*
 * The byte of the n-th character of text, which is valid UTF-8 (n may be their
 * number); text.len + 1 where there is none.  *byte and *chars tell where the
 * last search ended.
 */
size_t back_byte(struct str text, size_t n, struct group_chars *at);
void back_free(struct back *b);

#endif
