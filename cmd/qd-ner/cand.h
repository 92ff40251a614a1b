/*
 * Candidates: spans of a text that may be names, each with what it costs to
 * take it for one.  Every source (lists, rules, patterns, the article's names,
 * later a tagger) adds to one struct cands; the decoder chooses among them.
 *
 * A cost is -10 ln p, comparable with what the words of the same span cost
 * (scan_span): a source that has no model of its own takes the words' cost and
 * gives a rebate.  Spans are in characters of the scan.  A struct cands owns
 * its array and is used again for each text; start it as {0}.
 */
#ifndef QD_NER_CAND_H
#define QD_NER_CAND_H

#include <stddef.h>
#include <stdint.h>

#include "mem.h"

enum ner_type {
	NER_PER,
	NER_POST,
	NER_ORG,
	NER_LOC,
	NER_EVENT,
	NER_PROJ,
	NER_WORK,
	NER_NTYPES,
	NER_TERM = NER_NTYPES /* no candidate is one: term.h */
};

/* Their tags, ended by NULL. */
extern const char *const ner_tags[];

enum cand_flag {
	CAND_SURE = 1,	  /* evidence enough to look for it in its article */
	CAND_LISTED = 2,  /* stands in a list as it is */
	CAND_GENERIC = 4, /* an organ without a name of its own (市委) */
	CAND_REPORTER = 8,
	CAND_CHAIN = 16,  /* several nested places */
	CAND_KNOWN = 32,  /* its article is known to hold it */
	CAND_USER = 64,	  /* stands in the user's own lexicon */
	CAND_RULED = 128, /* the rules chose it */
};

struct cand {
	uint32_t from, to;
	int32_t cost;
	uint8_t type;	  /* enum ner_type */
	uint8_t flags;	  /* enum cand_flag */
	uint8_t rank;	  /* of a place: enum place_rank */
	uint32_t next;	  /* the next that begins here, or CAND_NONE */
	uint32_t nextend; /* the next that ends there */
	uint32_t part;	  /* of a chain of places: where the last begins */
	uint16_t p;	  /* how probable, in 1/1000; 0: not asked */
	struct str canon; /* lives as long as the lists; empty: none */
};

#define CAND_NONE UINT32_MAX

struct cands {
	struct cand *v;
	size_t n, cap;
	uint32_t *head; /* by from: the first, or CAND_NONE */
	uint32_t *tail; /* by to */
	size_t hcap;
};

/* Empties c for a text of n characters. */
void cand_reset(struct cands *c, size_t n);
/*
 * Adds a candidate, good until the next one is added.  The same span and type
 * again keeps the cheaper cost and both's flags.
 */
struct cand *cand_add(struct cands *c, enum ner_type type, size_t from,
    size_t to, int cost, unsigned flags);
/* What cand_ending leaves to a call. */
const struct cand *cand_ending_any(
    const struct cands *c, size_t to, unsigned types);
/* The longest candidate of one of the types (bits) that ends at to; NULL. */
static inline const struct cand *
cand_ending(const struct cands *c, size_t to, unsigned types)
{
	return c->tail[to] == CAND_NONE ? NULL : cand_ending_any(c, to, types);
}

void cand_free(struct cands *c);

#define NER_BIT(type) (1U << (type))

#endif
