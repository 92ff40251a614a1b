/*
 * The names of a block: found when it comes, settled and linked when what its
 * article holds is known.
 *
 * Long texts are taken in pieces that end with sentences, so that memory
 * depends on the number of names alone, and the folded text of no more than a
 * short article is kept.  A struct namer owns the names of all
 * blocks since the last namer_reset, and scratch; find is borrowed.
 */
#ifndef QD_NER_BLOCK_H
#define QD_NER_BLOCK_H

#include "ann.h"
#include "find.h"
#include "link.h"

/* Names first..first+n-1 stand in one piece of a block's text. */
struct piece {
	size_t first, n;
	size_t at, len; /* its folded bytes in the namer's; NOT_KEPT */
};

struct block {
	size_t first; /* of its pieces */
	int byline;   /* it is one */
};

struct namer {
	struct find *find;
	int agree;	/* 0: each block for itself */
	int terms;	/* look for slogans, too */
	unsigned least; /* names that are less probable are left out */
	struct known known;
	struct piece *pieces;
	size_t npieces, pcap;
	struct name *names;
	size_t nnames, ncap;
	struct buf kept; /* the folded pieces of short articles */
	struct buf fold; /* one that is not kept */
	uint32_t *at;	 /* see link_write */
	size_t acap;
	struct linker linker;
};

/* Finds the names of the text, and counts them for the article. */
void block_read(struct namer *m, struct block *b, struct str text);
/* To be called when all blocks of the article were read. */
void block_settle(struct namer *m);
/* How far the names of a block were given; start it as {0}. */
struct block_walk {
	size_t at, pieces;
};
/*
 * Adds the names of the next piece of the text (the same as in block_read) to
 * the list, linked and complete; 0 when there was none left.  Pieces come in
 * the order of the text, and no name lies in two.
 */
int block_next(struct namer *m, const struct block *b, struct str text,
    struct block_walk *w, struct ann_list *list);
void namer_reset(struct namer *m);
void namer_free(struct namer *m);

#endif
