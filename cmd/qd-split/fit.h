/*
 * Does one piece of text carry on another?
 *
 * The evidence is in the article itself: which characters follow which
 * elsewhere in it.  A cut in the middle of a word shows, since the rest of
 * the word stands elsewhere on the page.  The text must hold both pieces, and
 * a newline behind each.
 */
#ifndef QD_FIT_H
#define QD_FIT_H

#include <stddef.h>
#include <stdint.h>

#include "mem.h"

/*
 * How well head carries on tail, by what stands in text: over 0 good, 0
 * nothing known, below 0 against it.  Looks at no more than the ends.
 */
int fit_score(struct str text, struct str tail, struct str head);
/* 1 when tail ends inside a word that the text carries on elsewhere. */
int fit_against(struct str text, struct str tail);

/*
 * Which characters stand beside each other anywhere in a text: what is not
 * there can have no score over 0 (but for a number).  It may tell a pair that
 * is not there (a Bloom filter of one hash), never the other way round.
 */
#define FIT_PAIRS (1U << 17)
struct fit_pairs {
	uint64_t bits[FIT_PAIRS / 64];
	int known; /* read already */
};
void fit_pairs_read(struct fit_pairs *f, struct str text);
int fit_pairs_has(const struct fit_pairs *f, struct str tail, struct str head);

/* The last or first n characters of s (fewer where there are fewer), and the
 * last or first one (0 where there is none). */
struct str fit_last_chars(struct str s, size_t n);
struct str fit_first_chars(struct str s, size_t n);
uint32_t fit_first_char(struct str s);

#endif
