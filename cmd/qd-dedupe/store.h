/*
 * What is remembered of each block that was kept: where it stands and, where
 * that is asked for, its text.
 *
 * Blocks are numbered from 0 in the order in which they come.  Their bytes lie
 * in runs of the pool's chunks, one behind the other; a document's name is
 * stored once a run.  The oldest can be forgotten, a run at a time.
 */
#ifndef QD_DEDUPE_STORE_H
#define QD_DEDUPE_STORE_H

#include "mem.h"
#include "pool.h"

struct store {
	struct paged item; /* where the bytes of block first + i begin */
	int keep;	   /* 0: numbers alone */
	uint64_t first;	   /* number of the oldest that is there */
	uint64_t next;	   /* of the next one */
	uint64_t base;	   /* of item 0: a little below first */
	struct store_run {
		size_t at, chunks; /* in the pool */
		uint64_t last;	   /* the newest block in it */
	} * run;
	size_t nrun, cap_run;
	size_t text;	/* bytes of texts that it has */
	size_t at, end; /* in the run that is being filled */
	size_t doc;	/* the document stored last in it; 0: none */
};

void store_open(struct store *s, struct pool *p, int keep);
/* Makes room for a block with that place and bytes of text; -1 when the pool
 * has no more. */
int store_room(struct store *s, struct str doc, struct str loc, size_t text);
/* Adds it; its number.  There must be room. */
uint64_t store_add(
    struct store *s, struct str doc, struct str loc, struct str text);
/* The number of a block, of which a table has the low half. */
uint64_t store_full(const struct store *s, uint32_t num);
/* The place of a block that is there, as it was given, and its text (at an
 * even address): good until it is forgotten. */
void store_place(
    const struct store *s, uint64_t num, struct str *doc, struct str *loc);
struct str store_text(const struct store *s, uint64_t num);
/* It is to be looked at soon: first how to find it, then itself. */
void store_fetch_item(const struct store *s, uint64_t num);
void store_fetch(const struct store *s, uint64_t num);
/* Forgets the blocks below first. */
void store_forget(struct store *s, uint64_t first);
/* Forgets all; the numbers go on. */
void store_reset(struct store *s);
void store_free(struct store *s);

#endif
