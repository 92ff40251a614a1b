/*
 * Where a new article begins.
 *
 * Only what stands between two pieces of body text is looked at: a headline
 * with a byline, a dateline, a source line, a time stamp or a mark beside it
 * begins an article; a headline without any such is a subhead.
 */
#ifndef QD_BORDER_H
#define QD_BORDER_H

#include "page.h"

#define BORDER_NONE ((size_t)-1)

/* Why an article begins with a unit (its border): the cue of the line that
 * goes with a headline, or one of these; 0 where it is not the first. */
enum border {
	BORDER_DATELINE = CUE_N, /* the text below begins with one */
	BORDER_CLOSED,		 /* the article before was ended */
	BORDER_DASHED,		 /* a second line that a dash leads */
	BORDER_SPACED,		 /* empty lines that part articles */
};

/*
 * The unit (index in p->u, over p->u0) at which the next article begins, or
 * BORDER_NONE while none is known.  With final the document ends with the
 * units there are.  Looks at each unit once; p->seen remembers.
 */
size_t border_find(struct page *p, int final);

#endif
