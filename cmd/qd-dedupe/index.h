/*
 * What is remembered of the stream, and how a text is judged by it.
 *
 * Texts that are no repeats are remembered; what is remembered lies in one
 * reservation of memory (pool.h) and never passes it.  When that is full, the
 * index says so, or forgets the oldest eighth of the blocks (a window), or
 * was from the beginning a filter that only knows whether a text was seen.
 */
#ifndef QD_DEDUPE_INDEX_H
#define QD_DEDUPE_INDEX_H

#include "bloom.h"
#include "near.h"
#include "seen.h"
#include "verdict.h"

enum index_full { INDEX_STOP, INDEX_WINDOW, INDEX_FILTER };

/* The greatest chance that a filter takes a new text for a repeat. */
#define INDEX_WRONG .001

struct index_opt {
	struct near_opt near;
	enum index_full full; /* what becomes of it when memory is full */
	int raw;	      /* keys are of the bytes, not of what is folded */
	int verify;	      /* bytes are compared, not keys alone */
	int places;	      /* where blocks stand is asked for */
	int numbers;	      /* or the number of a first instance alone */
	int few;	      /* it will be reset often */
	size_t memory;	      /* bytes */
	const struct variants *variants; /* borrowed; for the near tier */
};

/* A text that is judged; start it as {0}. */
struct index_text {
	struct str bytes; /* that the key is made of: in fold, or borrowed */
	struct buf fold, half;
	struct hash key;
	struct near_text near;
};

struct index {
	struct index_opt o;
	struct pool pool;
	struct seen seen;
	struct store store;
	struct near near;
	struct bloom bloom;
	struct index_text restored;
	struct buf doc, loc; /* of a block that the window may forget */
	/* counters */
	uint64_t blocks;    /* texts that were judged */
	uint64_t collided;  /* kept: their key is another text's */
	uint64_t forgotten; /* blocks that the window dropped */
	uint64_t reach;	    /* of the window: so many of the latest different
			       blocks were always remembered; 0: all */
};

/* -1 with errno when the memory cannot be reserved. */
int index_open(struct index *ix, const struct index_opt *o);
/* 1 when the near tier is asked for. */
int index_is_near(const struct index_opt *o);
/* A text as field 6 has it, which is borrowed as long as t is used. */
void index_take(const struct index *ix, struct index_text *t, struct str text);
/* The same of several texts taken as one: begin, add each. */
void index_begin(struct index_text *t);
void index_add(const struct index *ix, struct index_text *t, struct str text);
/*
 * What the index will be asked about t is found out, and fetched meanwhile:
 * where several texts are looked at and then judged in their order, none waits
 * for memory.
 */
void index_look(const struct index *ix, struct index_text *t);
/*
 * Judges the text, which was looked at and stands at doc, loc, and remembers it
 * where it is no repeat.  0; -1 when memory is full.
 */
int index_judge(struct index *ix, const struct index_text *t, struct str doc,
    struct str loc, struct verdict *v);
void index_text_free(struct index_text *t);
/* Remembers a block as another run did: its text as the store has it.  Its
 * number is how many were there before it.  0; -1 when memory is full. */
int index_restore(
    struct index *ix, struct str doc, struct str loc, struct str text);
/* And its key, when all blocks are there. */
int index_restore_key(struct index *ix, struct hash key, uint64_t num);
/* Where the block stands that the last verdict names; good until the next. */
void index_place(
    const struct index *ix, uint64_t num, struct str *doc, struct str *loc);
/* Forgets all. */
void index_reset(struct index *ix);
void index_close(struct index *ix);

#endif
