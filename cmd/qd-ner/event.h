/*
 * Events and projects by their endings (会议, 论坛, 行动; 项目, 工程), and
 * names that fill a pair of quotation marks.
 */
#ifndef QD_NER_EVENT_H
#define QD_NER_EVENT_H

#include "cand.h"
#include "scan.h"

/* Wants places and organisations. */
void event_find(struct cands *c, const struct scan *sc, const struct names *nm);
/* A name that fills its quotation marks takes them in.  To be called last. */
void event_quotes(struct cands *c, const struct scan *sc);

#endif
