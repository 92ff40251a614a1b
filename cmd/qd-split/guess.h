/*
 * What encoding a document may be in that is not UTF-8: by the ranges of its
 * byte pairs, as in Li and Momoi, "A composite approach to language/encoding
 * detection" (2001).  A guess for a message, never for decoding.
 */
#ifndef QD_SPLIT_GUESS_H
#define QD_SPLIT_GUESS_H

#include <stddef.h>

/* Counts of what was seen; start it as {0}. */
struct guess {
	size_t high; /* bytes over 0x7f */
	size_t zero; /* NULs */
	/* Characters of two bytes, by what the second one is: below 0x7f as
	 * often in Big5, 0x80 to 0xa0 as in GBK alone, over 0xa0. */
	size_t low, middle, top;
	size_t odd; /* high bytes that are no such character */
	/* Of UTF-16: bytes at even and odd places, and those of them that the
	 * high byte of a Han character or of ASCII may be. */
	size_t n[2], lead[2];
	int mark; /* the document begins with FF FE or FE FF */
};

/* The bytes of a line that is not UTF-8 and stands at off. */
void guess_add(struct guess *g, const char *s, size_t len, size_t off);
/* "GB18030", "BIG5", "UTF-16", or NULL where nothing is likely.  bad: bytes of
 * those lines that are nothing in UTF-8; few of them are broken UTF-8. */
const char *guess_name(const struct guess *g, size_t bad);

#endif
