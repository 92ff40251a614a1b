/*
 * The engine: which blocks of a stream are repeats of earlier ones, and what
 * becomes of them.
 *
 * A block is what stands in a line with a block tag; its annotations are the
 * lines behind it that have its document and place.  The first instance of a
 * text is always the earliest in the stream (or the scope).
 */
#ifndef QD_DEDUPE_DEDUPE_H
#define QD_DEDUPE_DEDUPE_H

#include "io.h"
#include "rec.h"

/* What becomes of a repeat. */
enum dedupe_mode {
	DEDUPE_DROP,  /* dropped, with its annotations */
	DEDUPE_MARK,  /* written with dup= and dup-kind= */
	DEDUPE_ONLY,  /* as that, and nothing else is written */
	DEDUPE_COUNT, /* dropped and counted: n= in the first instance */
};

/* Where a block is looked for. */
enum dedupe_scope { DEDUPE_ART, DEDUPE_DOC, DEDUPE_ALL };

/* The block tags, ended by NULL, in the order of the bits below. */
extern const char *const dedupe_tags[];

/*
 * Body text alone by default: a headline, a byline or a "continued on page 2"
 * that comes again is part of another article, and not a repeat of the first.
 */
#define DEDUPE_TAGS 3ULL /* para, sent */

struct dedupe_opt {
	enum dedupe_mode mode;
	enum dedupe_scope scope;
	unsigned long long tags; /* bits: the tags that take part */
	size_t memory;		 /* bytes that may be remembered */
};

struct dedupe;

/* o and out are borrowed until dedupe_close. */
struct dedupe *dedupe_open(const struct dedupe_opt *o, struct out *out);
/* Takes a line and writes what is to be written; 0, or -1 when there is no
 * memory left for what it has to remember. */
int dedupe_line(struct dedupe *d, const struct rec *r);
/* Different blocks that were seen. */
size_t dedupe_blocks(const struct dedupe *d);
/* Writes what was held back, frees. */
void dedupe_close(struct dedupe *d);

#endif
