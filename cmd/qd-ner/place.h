/*
 * Places: names from the lists, chains of nested places (one LOC: 省市区), and
 * unlisted names that end as places do.
 */
#ifndef QD_NER_PLACE_H
#define QD_NER_PLACE_H

#include "cand.h"
#include "scan.h"

/* From wide to narrow: a chain goes down. */
enum place_rank {
	RANK_NONE,
	RANK_COUNTRY,
	RANK_PROV,
	RANK_CITY,
	RANK_OTHER, /* regions, cities of the world */
	RANK_DIST,
	RANK_TOWN,
	RANK_VILLAGE,
	RANK_SITE, /* roads, buildings, parks, rivers */
};

void place_find(struct cands *c, const struct scan *sc, const struct names *nm);

#endif
