/*
 * Text as HTML and XML (SVG) take it: nothing in a text can become markup,
 * an attribute, an entity or a script, whatever its bytes.
 */
#ifndef QD_FMT_MARKUP_H
#define QD_FMT_MARKUP_H

#include "mem.h"

/*
 * Adds s to b for the content of an element or of an attribute in quotes of
 * either kind.  & < > " ' are escaped.  What neither HTML nor XML can hold is
 * shown, not dropped: a control character as its picture (U+2400..), a byte
 * that is no UTF-8, a C1 control or a noncharacter as U+FFFD.  TAB and LF stay.
 */
void markup_text(struct buf *b, struct str s);
/* Adds ' name="value"', the value as markup_text does. */
void markup_attr(struct buf *b, const char *name, struct str value);
/* Adds ' name="n"', with prefix before the number. */
void markup_num(struct buf *b, const char *name, const char *prefix, size_t n);

#endif
