/*
 * The near tier: which earlier text a new one nearly repeats.
 *
 * Candidates are the earlier texts that share anchors with it, those that
 * share most first; a check of the texts themselves (cover.h) decides.
 */
#ifndef QD_DEDUPE_NEAR_H
#define QD_DEDUPE_NEAR_H

#include "anchor.h"
#include "cover.h"
#include "posts.h"
#include "store.h"
#include "verdict.h"

#define NEAR_MIN 12  /* characters: shorter texts have the exact tier alone */
#define NEAR_TRIES 3 /* candidates that are checked */

struct near_opt {
	unsigned cover; /* per mille of the shorter text */
	int near;	/* what is nearly the same is a repeat */
	int contain;	/* what stands within a longer text is one */
};

/* What a shared anchor is worth that so many earlier blocks have. */
unsigned near_worth(size_t blocks);
/* What the shared anchors of a candidate are to be worth in sum, for a text of
 * len characters. */
unsigned near_votes(size_t len);
/* What the check of b, the new text, against a says. */
struct verdict near_judge(const struct near_opt *o, const struct cover *c);

/* What the store holds of a text. */
enum near_stored { NEAR_CODES, NEAR_FOLDED, NEAR_RAW };

/* A text that is asked about; start it as {0}. */
struct near_text {
	struct codes codes;
	struct anchors anchors;
};

struct near {
	const struct near_opt *o;
	enum near_stored stored;
	const struct variants *variants; /* borrowed */
	struct posts posts;
	struct codes old; /* of the one it is compared with, where the store
			     has no codes */
	struct buf fold;
	struct cover cover; /* against the candidate that was taken */
	uint64_t *hit;	    /* a block for each anchor shared */
	size_t nhit, cap_hit;
};

void near_open(struct near *n, const struct near_opt *o,
    const struct variants *t, struct pool *p, enum near_stored stored, int few);
/* Makes t of a folded text; what is asked about it is fetched meanwhile. */
void near_take(const struct near *n, struct near_text *t, struct str fold);
/* As near_take, of a text as the store has it. */
void near_restore(struct near *n, struct near_text *t, struct str text);
/* Judges it by those that the store holds.  n->cover is that of the verdict
 * where it is not VERDICT_NEW, and of t as long as that is. */
struct verdict near_find(
    struct near *n, const struct near_text *t, const struct store *s);
/* Makes room for it; -1 when the pool has no more. */
int near_room(struct near *n, const struct near_text *t);
/* Remembers it under that number. */
void near_put(struct near *n, const struct near_text *t, uint64_t num);
/* Its bytes for the store. */
struct str near_bytes(const struct near_text *t);
void near_text_free(struct near_text *t);
void near_free(struct near *n);

#endif
