/*
 * An article held until its end: names are found in each block as it comes,
 * and what is known of the article as a whole then settles the rest; the
 * lines go out in their order.
 *
 * A struct article owns the lines and is used for one article after the
 * other.  Start it with article_open.
 */
#ifndef QD_NER_ARTICLE_H
#define QD_NER_ARTICLE_H

#include "block.h"
#include "hold.h"

struct article {
	const struct ann_own *own; /* borrowed */
	size_t max;		   /* bytes held, about */
	struct hold lines;
	struct article_block {
		size_t line; /* of the hold */
		struct block block;
	} * blocks;
	size_t nblocks, bcap;
	struct namer namer;
	/* scratch */
	struct buf text;
	struct ann_list list;
	struct src_map map;
};

struct article_how {
	int agree;	/* 0: each block is taken for itself */
	int probs;	/* how probable names are is written */
	unsigned least; /* names less probable are left out, in 1/1000 */
	size_t max;	/* bytes of an article held, about */
};

/* f and own are borrowed until article_close. */
void article_open(struct article *a, struct find *f, const struct ann_own *own,
    const struct article_how *how);
/* Takes a block or annotation; what is held goes out first where it is of
 * another article or the bound is passed.  -1 when a block's src= is malformed
 * (it is then taken for one piece), else 0. */
int article_add(struct article *a, struct out *o, const struct rec *r);
/* Writes all that is held. */
void article_flush(struct article *a, struct out *o);
void article_close(struct article *a);

#endif
