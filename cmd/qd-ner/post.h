/*
 * Offices: titles with what belongs to them (市委 + 副书记, 组织部 + 部长).  A
 * proper organisation or a place before an office is no part of it.  Wants
 * the organisations and the places to be there.
 */
#ifndef QD_NER_POST_H
#define QD_NER_POST_H

#include "cand.h"
#include "scan.h"

void post_find(struct cands *c, const struct scan *sc, const struct names *nm);

#endif
