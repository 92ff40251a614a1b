/*
 * The tagger: what each label weighs at each character of a text, a linear
 * model over hashed features (linear-chain CRF: Lafferty, McCallum, Pereira
 * 2001), trained by scripts/ner.
 *
 * A struct tagger owns its arrays and is used again for each text; start it
 * as {0}.
 */
#ifndef QD_NER_TAG_H
#define QD_NER_TAG_H

#include "feat.h"
#include "model.h"

/* Labels side by side, O first, with room to spare. */
#define TAG_ROW 32

struct tagger {
	struct feats feats;
	int16_t (*score)[TAG_ROW]; /* by character, in 1/MODEL_UNIT nats */
	size_t cap;
	uint32_t *doubt; /* scratch: characters that may be in a name */
};

/* Scores the text of sc, of which the rules chose dec among c. */
void tag_text(struct tagger *t, const struct model_table *m,
    const struct scan *sc, const struct names *nm, const struct cands *c,
    const struct decoder *dec);
void tag_free(struct tagger *t);

#endif
