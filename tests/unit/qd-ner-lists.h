/*
 * Small lists for the unit tests of qd-ner, so that they tell of the rules and
 * not of data/names; and what find_text makes of a text with them.
 */
#ifndef QD_NER_LISTS_H
#define QD_NER_LISTS_H

#include "find.h"

#include "tap.h"

static inline void
lists_add(struct lex_build *lb, const char *word, const char *classes,
    const char *canon)
{
	const char *why = "";

	if (lex_build_add(
		lb, str_of(word), str_of(classes), str_of(canon), &why) == -1)
		printf("Bail out! %s: %s\n", word, why);
}

/* rows: word, classes, canonical form; ended by NULL. */
static inline void
lists_open(struct find *f, const char *const (*rows)[3])
{
	static const char *const classes =
	    "w0,w1,w2,w3,w4,w5,w6,w7,v,f,prov,city,dist,town,country,loc,amb,"
	    "abbr,org,osuf,osufw,organ,psuf,esuf,jsuf,post,ppre,say,role,who,"
	    "sur";
	struct lex_build *lb = lex_build_new();
	struct buf image = {0};

	lists_add(lb, "~", classes, "");
	for (; (*rows)[0]; rows++)
		lists_add(lb, (*rows)[0], (*rows)[1], (*rows)[2]);
	lex_build_end(lb, &image);
	if (names_open(&f->names, lex_of_image(&image)) == -1)
		printf("Bail out! the lists lack a class\n");
}

/* The names that find_text chooses in the text: "PER 林海青|LOC 青石区". */
static inline void
lists_expect(struct find *f, const char *text, const char *want)
{
	struct buf got = {0};
	const struct cand *c;
	size_t i, from, to;

	find_text(f, str_of(text), 0, NULL);
	buf_puts(&got, "");
	for (i = 0; i < f->dec.n; i++) {
		c = &f->cands.v[f->dec.v[i]];
		from = f->scan.at[c->from];
		to = f->scan.at[c->to];
		buf_puts(&got, i ? "|" : "");
		buf_puts(&got, ner_tags[c->type]);
		buf_puts(&got, " ");
		buf_put(&got, text + from, to - from);
	}
	tap_str(buf_str(&got), want, text);
	buf_free(&got);
}

#endif
