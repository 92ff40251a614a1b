/*
 * Names by pattern: the regular expressions of ner.pat (its form is told in
 * its head).  A pattern is tried only on a text in which one of its triggers
 * stands, so that a hundred patterns cost a text without triggers nothing.
 *
 * A struct patterns owns its expressions; made once, used for each text.
 */
#ifndef QD_NER_PATTERN_H
#define QD_NER_PATTERN_H

#include "cand.h"
#include "data.h"
#include "scan.h"

struct patterns;

/* Reads all of d; dies with the line of what is wrong (data_die). */
struct patterns *pattern_read(struct data_file *d);
/* Adds what they find; returns the number of patterns that hit a limit of
 * matching in this text and were given up for it. */
int pattern_find(struct patterns *p, struct cands *c, const struct scan *sc);
void pattern_free(struct patterns *p);

#endif
