/*
 * What belongs together among the names of one text: a person with the
 * offices and organisations beside it.  An office that belongs to nobody is
 * dropped, but for those that stand for their holder.
 */
#ifndef QD_NER_LINK_H
#define QD_NER_LINK_H

#include "ann.h"
#include "cand.h"

/* A name that was chosen, in bytes of the folded text. */
struct name {
	uint32_t from, to;
	uint8_t type; /* enum ner_type */
	uint8_t flags;
	uint8_t rank;
	uint16_t p;	  /* as in struct cand */
	uint32_t part;	  /* of a chain of places: where the last begins */
	struct str canon; /* as in struct cand */
};

struct linker {
	struct link {
		uint32_t post, org; /* indices of names; NO_NAME: none */
		uint32_t next;	    /* of the same person: index + 1, or 0 */
	} * v;
	size_t n, cap;
	uint32_t *first, *last; /* by name: its links, likewise */
	unsigned char *keep;	/* by name */
	unsigned char *held;	/* by name: an office that somebody has */
	unsigned char *role;	/* by name: 1 a reporter */
	size_t kcap;
	struct buf value; /* scratch */
	int all;	  /* keep offices that belong to nobody, too */
	int probs;	  /* write how probable names are */
};

#define NO_NAME UINT32_MAX
#define LINK_OFFICES 12 /* of one name, at most */

/* Links the n names (in order) of the folded text: l->v, and l->keep. */
void link_names(
    struct linker *l, struct str folded, const struct name *v, size_t n);
/*
 * Adds the names that are kept to the list as annotations, with value and
 * attributes; at: the text's byte of each folded byte.
 */
void link_write(struct linker *l, struct ann_list *out, struct str folded,
    const uint32_t *at, const struct name *v, size_t n);
void link_free(struct linker *l);

#endif
