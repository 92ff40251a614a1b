/*
 * Places named by one character: in pairs and rows (中美关系, 京津冀), and by
 * themselves beside a word that asks for a place (访华, 在京, 俄外长).
 */
#ifndef QD_NER_ABBR_H
#define QD_NER_ABBR_H

#include "cand.h"
#include "scan.h"

void abbr_find(struct cands *c, const struct scan *sc, const struct names *nm);

#endif
