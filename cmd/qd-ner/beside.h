/*
 * What stands beside a person's name: an office, a reporter's mark, a verb of
 * speech, the marks of a list.  Makes a candidate of a span that may be a
 * name, with a rebate for each.
 */
#ifndef QD_NER_BESIDE_H
#define QD_NER_BESIDE_H

#include "cand.h"
#include "scan.h"

struct people {
	struct cands *c;
	const struct scan *sc;
	const struct names *nm;
	int byline; /* the text is one */
	/* what stands before the last span that was considered */
	size_t from; /* of it; SIZE_MAX: none was */
	int left;
	unsigned flags;
};

/* What people cost in general, in tenths of a nat. */
#define SOME_PERSON 72
/* The rebate in a list, also for what is set as lists are. */
#define BESIDE_LIST 22

/* Adds the name, at that cost less the rebates, where it may win against the
 * words of its span. */
void beside_consider(struct people *p, size_t from, size_t to, int cost);
/* 1 when a mark or a space stands at i, or the text ends there. */
int beside_edge(const struct scan *sc, size_t i);

#endif
