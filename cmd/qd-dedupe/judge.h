/*
 * Where the verdict on a text comes from: the index, which remembers the
 * stream, or the marks that a resolve step made; or nowhere, where its keys are
 * to be written (step.h).
 */
#ifndef QD_DEDUPE_JUDGE_H
#define QD_DEDUPE_JUDGE_H

#include "apply.h"
#include "keys.h"

enum judge_step {
	JUDGE_STREAM, /* the index */
	JUDGE_KEYS,   /* nowhere: keys are written, nothing else */
	JUDGE_APPLY,  /* the marks of a resolve step */
};

struct judge_opt {
	enum judge_step step;
	const char *shard; /* of the steps: the name of this part */
	struct in *marks;  /* JUDGE_APPLY: those of this part, ids rising */
	struct index_opt index;
};

struct judge {
	const struct judge_opt *o;
	struct index index; /* it is given the texts in each case */
	struct out *out;    /* for keys */
	uint64_t units;	    /* that were judged */
	uint64_t bad_marks; /* that were no line of resolve */
	struct runs runs;   /* what judge_runs tells */
	/* of the steps */
	struct keys keys;
	struct apply_mark mark; /* read, not yet used; no id: none is left */
	int used;
	struct buf line, id, folded;
};

/* o and out are borrowed until judge_close; -1 with errno when the memory
 * cannot be reserved. */
int judge_open(struct judge *j, const struct judge_opt *o, struct out *out);
/* What will be asked about a text is found out: as index_look. */
void judge_look(const struct judge *j, struct index_text *t);
/* The verdict on the text, which was looked at and stands at doc, loc; -1 when
 * memory is full. */
int judge_text(struct judge *j, const struct index_text *t, struct str doc,
    struct str loc, struct verdict *v);
/* What the last verdict covers, and where the block stands that it names: good
 * until the next. */
const struct runs *judge_runs(struct judge *j, const struct verdict *v);
void judge_place(const struct judge *j, const struct verdict *v,
    struct str *doc, struct str *loc);
void judge_close(struct judge *j);

#endif
