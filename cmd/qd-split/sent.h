/*
 * Sentences of a paragraph.
 *
 * A sentence ends with 。！？…… and with the half-width . ! ? where they stand
 * for those, and takes the quotes that close behind it along.  What stands in
 * quotes and brackets is kept whole; one that is never closed, or never was
 * opened, does not count.  No end is seen in numbers, addresses of the web and
 * common abbreviations.
 */
#ifndef QD_SENT_H
#define QD_SENT_H

#include <stddef.h>

#include "mem.h"

struct sent_pair;

/* Start it as {0}; sent_free at last.  text is borrowed until the next
 * sent_begin. */
struct sent {
	struct str text;
	struct sent_pair *v; /* what is closed in text, by its opening */
	size_t n, cap;
	size_t *open; /* those that the walk is inside of, or unclosed */
	size_t nopen, opencap;
	size_t i;  /* next in v */
	size_t at; /* where the walk stands in text */
};

void sent_begin(struct sent *s, struct str text);
/* The next sentence as bytes from..to of the text, without white space at its
 * ends; 0 when there is none left. */
int sent_next(struct sent *s, size_t *from, size_t *to);
void sent_free(struct sent *s);

#endif
