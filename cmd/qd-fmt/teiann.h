/*
 * A block's text as TEI has it, its annotations as elements in it.
 *
 * Elements nest: of two annotations that cross, the second has two elements,
 * joined by next and prev (TEI P5, section 20.3, fragmentation).  Start a
 * struct teiann as {0}: it owns nothing, and the numbers of parts go on from
 * block to block.
 */
#ifndef QD_FMT_TEIANN_H
#define QD_FMT_TEIANN_H

#include "fmt.h"

/* So many elements may be open in each other: their parts would else grow with
 * the square of the annotations. */
enum { TEIANN_DEEP = 64, TEIANN_RESTS = 2 * TEIANN_DEEP };

struct teiann {
	struct teiann_span { /* an annotation, or a part of one */
		size_t from, to;
		size_t ann;	       /* index in the group */
		size_t id, prev, next; /* of parts: numbers; else 0 */
	} stack[TEIANN_DEEP],	       /* what is open, from the outside */
	    rest[TEIANN_RESTS]; /* what goes on where something ends, by place:
				   of what is open, or has just ended */
	size_t n, nrest;
	size_t parts; /* numbers given so far */
};

/* Adds s as text or as the value of an attribute. */
void teiann_text(struct buf *b, struct str s);
/* Adds ` name="value"`; nothing where s is NULL or empty. */
void teiann_attr(struct buf *b, const char *name, struct str s);
/* Adds the text of g with its elements to job->row; NULL, or what is wrong
 * with an annotation that is left out. */
const char *teiann_put(
    struct teiann *t, struct fmt_job *job, const struct group *g);

#endif
