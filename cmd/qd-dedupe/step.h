/*
 * The near and exact tiers as steps with sort(1) between them, for corpora
 * larger than one machine (map and reduce: Dean and Ghemawat 2004).
 *
 * Lines of fields parted by TABs.  An id is a shard's name, a full stop and
 * the number of the unit there in 12 digits: ids sort in the order of the
 * stream where the names of the shards do.
 *
 *   keys     eHASH id              the key of a text
 *            aANCHOR id HASH       one of its anchors
 *            tID doc loc text      its place, itself (folded)
 *   pairs    later first e         the first that has the same key
 *            later first WORTH     one that has an anchor, too
 *   check    from first later WORTH|e text doc loc text (the later text, then
 *            the first one's place and text): an edge
 *            later first WORTH|e kind cover runs doc loc
 *   resolve  from edges, those of one later id side by side, ids rising, the
 *            best first: marks
 *            id kind cover runs doc loc
 *
 * Each step is a filter in a room of its own (keys, pairs, checks, resolve,
 * apply): begin with {0}, give it the lines, end it.  A line that is none of
 * the step's makes it return -1 and is left out.  Here is what they share.
 */
#ifndef QD_DEDUPE_STEP_H
#define QD_DEDUPE_STEP_H

#include <stdint.h>

#include "io.h"
#include "mem.h"

/* The n fields of a line, borrowed from it; 0 when there are others than n. */
int step_split(struct str line, struct str *f, size_t n);
/* Puts n fields parted by TABs behind what b holds. */
void step_fields(struct buf *b, const struct str *f, size_t n);
/* Puts x in so many hexadecimal digits. */
void step_hex(struct buf *b, uint64_t x, unsigned digits);
/* Writes what b holds as a line, and empties it. */
void step_put(struct out *out, struct buf *b);
/* A number of 1 to 9 decimal digits; -1 when it is none. */
long step_number(struct str s);
/* Makes the id of unit num in b. */
void step_id(struct buf *b, const char *shard, uint64_t num);

#endif
