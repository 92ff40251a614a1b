/*
 * The engine: which blocks of a stream are repeats of earlier ones, and what
 * becomes of them.
 *
 * A block is what stands in a line with a block tag; its annotations are the
 * lines behind it that have its document and place.  The first instance of a
 * text is always the earliest in the stream (or the scope).  With articles as
 * units the blocks of one are judged as one text, and all its lines but the
 * art line share its lot.
 */
#ifndef QD_DEDUPE_DEDUPE_H
#define QD_DEDUPE_DEDUPE_H

#include "judge.h"
#include "rec.h"

/* What becomes of a repeat. */
enum dedupe_mode {
	DEDUPE_DROP,  /* dropped, with its annotations */
	DEDUPE_MARK,  /* written with dup= and the like */
	DEDUPE_ONLY,  /* as that, and nothing else is written */
	DEDUPE_COUNT, /* dropped and counted: n= in the first instance */
};

/* Where a block is looked for. */
enum dedupe_scope { DEDUPE_ART, DEDUPE_DOC, DEDUPE_ALL };

/* Lines that are taken together: what one needs of memory is fetched while
 * those before it are looked at. */
#define DEDUPE_LINES 16

/* What is judged as one text. */
enum dedupe_unit { DEDUPE_BLOCK, DEDUPE_ARTICLE };

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
	enum dedupe_unit unit;
	unsigned long long tags; /* bits: the tags that take part */
	size_t max_article;	 /* bytes of an article that are held */
	struct judge_opt judge;
};

/* What was counted. */
struct dedupe_sum {
	uint64_t units;			    /* that were judged */
	uint64_t kind[VERDICT_PARTIAL + 1]; /* of them, by verdict */
	uint64_t long_articles;		    /* passed on unjudged */
	uint64_t bad_marks;		    /* that were no line of resolve */
};

struct dedupe;

/* o and out are borrowed until dedupe_close; NULL with errno when the memory
 * cannot be reserved. */
struct dedupe *dedupe_open(const struct dedupe_opt *o, struct out *out);
/* Takes n lines, at most DEDUPE_LINES, and writes what is to be written; 0, or
 * -1 when there is no memory left for what it has to remember. */
int dedupe_lines(struct dedupe *d, const struct rec *r, size_t n);
/* The stream has ended: judges and writes what was held back.  As above. */
int dedupe_end(struct dedupe *d);
const struct dedupe_sum *dedupe_sum(struct dedupe *d);
struct index *dedupe_index(struct dedupe *d);
void dedupe_close(struct dedupe *d);

#endif
