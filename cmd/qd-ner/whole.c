#include "whole.h"

#include <uchar.h>

/* Marks within one another, in one name. */
#define MARKS 4

/* 1 when the span is small letters and digits alone: of these the tagger has
 * seen too few to tell a name from a word. */
static int
is_small(const struct scan *sc, const struct path_span *x)
{
	uint32_t i, cp;

	for (i = x->from; i < x->to; i++) {
		cp = sc->cp[i];
		if (!(cp >= 'a' && cp <= 'z') && !(cp >= '0' && cp <= '9') &&
		    cp != ' ')
			return 0;
	}
	return 1;
}

/* Of marks that come in pairs, which is cp: the index of what opens + 1, less
 * than 0 for what closes; 0: none. */
static int
mark_of(uint32_t cp)
{
	static const char32_t open[] = U"“‘(《〈「『[【";
	static const char32_t close[] = U"”’)》〉」』]】";
	int i;

	for (i = 0; open[i]; i++)
		if (cp == open[i] || cp == close[i])
			return cp == open[i] ? i + 1 : -1 - i;
	return 0;
}

/* Where the first mark stands in the span of which the other is not in it;
 * x->to where there is none. */
static uint32_t
lone_mark(const struct scan *sc, const struct path_span *x)
{
	uint32_t at[MARKS], i;
	int what[MARKS], n = 0, k;

	for (i = x->from; i < x->to; i++) {
		k = mark_of(sc->cp[i]);
		if (k > 0 && n < MARKS) {
			at[n] = i;
			what[n++] = k;
		} else if (k < 0 && n > 0 && what[n - 1] == -k) {
			n--;
		} else if (k) {
			return i;
		}
	}
	return n ? at[0] : x->to;
}

int
whole_name(const struct scan *sc, struct path_span *x)
{
	uint32_t at = lone_mark(sc, x);

	if (at != x->to && (at == x->from || at + 1 == x->to))
		return 0;
	x->to = at;
	return !is_small(sc, x) &&
	       (x->to - x->from > 1 || label_types[x->type].single);
}
