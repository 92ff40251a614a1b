/*
 * The clause around a quantity: where the name of what is measured stands in
 * front of it, and where the name of what is counted ends behind it.
 */
#ifndef QD_NUMBERS_CLAUSE_H
#define QD_NUMBERS_CLAUSE_H

#include "scan.h"

struct clause {
	size_t from, to; /* the name; empty where there is none */
	/* the name before the one above, in the same clause: the subject of
	 * 是白人的3倍, 全球第一 */
	size_t subject_from, subject_to;
	uint32_t bound; /* class bits of the cues between it and the */
	uint32_t dir;	/*   quantity, or in front of it (新增) */
	uint32_t basis;
	int related; /* some cue stands between the name and the quantity */
	int behind;  /* a quantity stands in the clause in front of it */
	int list;    /* only 、 stands between that and the clause */
	int open;    /* nothing but cues stands in the clause */
};

/* What stands in front of quantity i of s. */
void clause_before(
    const struct tables *tb, const struct scan *s, size_t i, struct clause *c);
/*
 * The name that begins at byte from, behind quantity i of s: from..to in c,
 * empty where a verb or the clause's end follows.
 */
void clause_after(const struct tables *tb, const struct scan *s, size_t i,
    size_t from, struct clause *c);

#endif
