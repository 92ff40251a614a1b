/*
 * The user's own names: a text file of type, name and canonical form,
 * separated by TABs, read into a lexicon in memory.  They win over the model,
 * the lists and the rules; of two that overlap the longer is taken.
 *
 * A struct user owns its lexicon; start it as {0}.
 */
#ifndef QD_NER_USER_H
#define QD_NER_USER_H

#include "cand.h"
#include "data.h"
#include "lex.h"
#include "scan.h"
#include "simple.h"

struct user {
	struct lex_build *build; /* until user_end */
	struct lex *lex;	 /* then; NULL: no names */
	uint32_t bit[NER_NTYPES];
};

/* Adds the names of d, those in traditional characters also in simplified ones;
 * dies with the line of what is wrong (data_die). */
void user_read(
    struct user *u, struct data_file *d, const struct simple *simple);
/* To be called when all files were read. */
void user_end(struct user *u);
/* Adds the names that stand in the text as candidates. */
void user_find(const struct user *u, struct cands *c, const struct scan *sc);
void user_free(struct user *u);

#endif
