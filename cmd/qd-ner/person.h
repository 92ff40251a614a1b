/*
 * People: Chinese names by surname and the characters of given names,
 * transliterated names, with or without dots, and what stands beside them (an
 * office, a reporter's mark, a verb of speech, the marks of a list).  Wants
 * the offices to be there.
 */
#ifndef QD_NER_PERSON_H
#define QD_NER_PERSON_H

#include "cand.h"
#include "scan.h"

/* byline: the text is a byline, so names of reporters are to be expected. */
void person_find(
    struct cands *c, const struct scan *sc, const struct names *nm, int byline);

#endif
