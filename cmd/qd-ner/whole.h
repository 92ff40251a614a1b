/*
 * What no label can tell of a span that the labels gave, since it takes a look
 * at the whole: that it is a name at all.
 */
#ifndef QD_NER_WHOLE_H
#define QD_NER_WHOLE_H

#include "path.h"

/* 1 when x is a name.  One with half of a pair of marks ends before it (x->to
 * is moved): what the labels say across such a mark is a mistake.  Small
 * letters and digits alone are none. */
int whole_name(const struct scan *sc, struct path_span *x);

#endif
