/*
 * The tagger: what each label weighs at each character of a text.  A gate of
 * few features tells which characters may be in a name; of these the rows of
 * all features are summed up into hidden units, from which each label gets its
 * score: a network of one hidden layer (rectified: Nair and Hinton 2010) over
 * hashed features, under a linear-chain CRF (Lafferty, McCallum, Pereira 2001;
 * as in Collobert and others 2011), trained by scripts/ner.
 *
 * A struct tagger owns its arrays and is used again for each text; start it
 * as {0}.
 */
#ifndef QD_NER_TAG_H
#define QD_NER_TAG_H

#include "feat.h"
#include "model.h"

/* Labels side by side, O first, with room to spare. */
#define TAG_ROW 24

/* Bits of a character's state. */
enum {
	TAG_DOUBT = 1, /* it may be in a name, and has scores */
	TAG_EDGE = 2,  /* a candidate lies across it that may be chosen as it
			  is */
};

struct tagger {
	struct feats feats;
	uint8_t *state;		   /* by character, then a 0 */
	uint32_t *at;		   /* the characters in doubt */
	uint32_t *slot;		   /* by character in doubt: its index in at */
	size_t n;		   /* how many */
	int16_t (*score)[TAG_ROW]; /* by slot, in 1/MODEL_UNIT nats */
	size_t cap;
};

/* Which characters of the text of sc are in doubt, and what is seen of them;
 * the rules chose dec among c, and are marked so (CAND_RULED). */
void tag_look(struct tagger *t, const struct model_table *m,
    const struct scan *sc, const struct names *nm, const struct gaz *g,
    struct cands *c, const struct decoder *dec);
/* Their scores, after tag_look. */
void tag_score(
    struct tagger *t, const struct model_table *m, const struct scan *sc);
void tag_free(struct tagger *t);

#endif
