/*
 * What two texts have in the same place that is not the same: the other names
 * and figures by which two reports of one form are about two things.
 *
 * A copy that was edited differs, too, but all over and in small ways: a
 * character here and there.  A form that was filled in anew is the same to the
 * letter but for its blanks.
 */
#ifndef QD_DEDUPE_DIFFER_H
#define QD_DEDUPE_DIFFER_H

#include <stddef.h>
#include <stdint.h>

struct differ {
	size_t figures;	 /* places where both have numerals, and others */
	size_t replaced; /* characters for which others stand, in a piece */
	size_t edited;	 /* that differ in small ways */
};

/*
 * Adds what stands at a and b between two parts that both texts have, na and
 * nb characters.  first: no part stands before it; else a[-1] and b[-1] are
 * the end of one.
 */
void differ_gap(struct differ *d, const uint16_t *a, size_t na,
    const uint16_t *b, size_t nb, int first);
/* How many covered characters it outweighs. */
size_t differ_weight(const struct differ *d);

#endif
