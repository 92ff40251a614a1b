/*
 * Organisations: names from the lists, organs after a place or a level
 * (青岛市 + 科技局, 市 + 科技局), and unlisted names that end as organisations
 * do.  Wants the places to be there.
 */
#ifndef QD_NER_ORG_H
#define QD_NER_ORG_H

#include "cand.h"
#include "scan.h"

void org_find(struct cands *c, const struct scan *sc, const struct names *nm);

#endif
