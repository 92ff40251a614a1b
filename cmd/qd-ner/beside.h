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
	int left;    /* the rebate for it */
	int most;    /* and all that may come to it */
	unsigned flags;
};

/* What people cost in general, in tenths of a nat. */
#define SOME_PERSON 72
/* The rebate in a list, also for what is set as lists are. */
#define BESIDE_LIST 22

/* What a name may cost more than its words. */
#define BESIDE_SLACK 10

/* What beside_consider leaves to calls: what stands before a span that begins
 * at from; the name from p->from to to, where the words cost span. */
void beside_begin(struct people *p, size_t from);
void beside_weigh(struct people *p, size_t to, int cost, int span);
/* Adds the name, at that cost less the rebates, where it may win against the
 * words of its span. */
static inline void
beside_consider(struct people *p, size_t from, size_t to, int cost)
{
	int span = to - from <= 3 ? scan_few(p->sc, from, to)
				  : scan_span(p->sc, from, to);

	/* kept while spans begin at the same place: nothing that is added
	 * meanwhile ends there */
	if (from != p->from)
		beside_begin(p, from);
	if (cost - p->most < span + BESIDE_SLACK)
		beside_weigh(p, to, cost, span);
}

/* 1 when a mark or a space stands at i, or the text ends there. */
int beside_edge(const struct scan *sc, size_t i);

#endif
