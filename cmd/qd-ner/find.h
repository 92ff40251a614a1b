/*
 * All that finds names in one text: the sources in their order, then the
 * decoder.
 *
 * A source adds candidates to find->cands (cand.h) and knows nothing of the
 * ones after it.  The tagger comes last: what the rules chose is evidence for
 * it, and its decoder (path.h) has the last word.
 *
 * A struct find owns the lists, the patterns and all scratch.
 */
#ifndef QD_NER_FIND_H
#define QD_NER_FIND_H

#include "cand.h"
#include "decode.h"
#include "known.h"
#include "model.h"
#include "names.h"
#include "path.h"
#include "pattern.h"
#include "prob.h"
#include "scan.h"
#include "simple.h"
#include "tag.h"
#include "user.h"

struct find {
	struct names names;
	struct patterns *patterns; /* ner.pat; NULL: none */
	struct user user;	   /* --lexicon */
	struct simple *simple;	   /* of traditional text; NULL: none is */
	struct scan scan;
	struct cands cands;
	struct decoder dec;	/* what was chosen of the last text */
	unsigned long given_up; /* patterns that hit a limit, so far */
	struct model *model;	/* ner.model; NULL: rules and lists alone */
	struct model_table table;
	struct gaz gaz; /* gaz.lex; as the model */
	struct tagger tagger;
	struct path path;
	int probs; /* ask how probable names are */
	struct prob prob;
};

/*
 * The names of a folded text into f->dec (indices of f->cands).  byline: the
 * text is one.  known: names that its article is known to hold, or NULL.
 */
void find_text(
    struct find *f, struct str folded, int byline, const struct known *known);
void find_free(struct find *f);

#endif
