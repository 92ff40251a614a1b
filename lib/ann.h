/*
 * Annotations: what an engine found in a block's text, and how it joins the
 * block's run of annotations (ordered by start, then end with the longer
 * first, then tag).
 *
 * An engine fills a struct ann_list, which owns the values and attributes in
 * one store: ann_add begins an annotation, ann_value and then ann_attr (keys
 * in byte order) add to the one begun last.  No allocation once warm.  Start
 * a list as {0}.
 */
#ifndef QD_ANN_H
#define QD_ANN_H

#include "hold.h"
#include "src.h"

struct ann {
	size_t from, to;      /* bytes of the block's text, from < to */
	const char *tag;      /* static */
	size_t value, nvalue; /* in the store, not escaped */
	size_t attrs, nattrs; /* in the store, as on the wire */
};

struct ann_list {
	struct ann *v;
	size_t n, cap;
	struct buf store;
	/* of ann_place, and where writing stands */
	struct buf line;
	struct ann_place {
		size_t start, end, i;
	} * at;
	size_t nat, cap_at; /* room for twice as many: the sort's own */
	size_t done;	    /* of nat, written */
};

void ann_reset(struct ann_list *l);
/* The pointer is good until the next ann_add. */
struct ann *ann_add(
    struct ann_list *l, size_t from, size_t to, const char *tag);
void ann_value(struct ann_list *l, const char *s, size_t len);
void ann_attr(struct ann_list *l, const char *key, const char *s, size_t len);
/* Another value of the key put last. */
void ann_attr_more(struct ann_list *l, const char *s, size_t len);
/* The attributes of a, as on the wire. */
struct str ann_attrs_of(const struct ann_list *l, const struct ann *a);
void ann_free(struct ann_list *l);

/* Which annotations that are there already a filter replaces. */
struct ann_own {
	const char *const *tags;  /* the filter's own, ended by NULL */
	unsigned long long asked; /* bits of tags: -t, or all of them */
	int keep;		  /* --keep: replace none */
	int only;		  /* -o: write the filter's own alone */
};

/*
 * Writes the run of annotations of a block: the old ones (records
 * from..to-1 of h, as they came) but for those of the asked tags, merged with
 * the new ones of the asked tags.  block is the block's record, text its text
 * without escapes, map its source map.
 */
void ann_write(struct out *o, struct ann_list *l, const struct ann_own *own,
    const struct rec *block, struct str text, struct src_map *map,
    const struct hold *h, size_t from, size_t to);

/*
 * The same in steps, for who holds no old annotations: ann_place takes up the
 * list's; ann_write_before writes those that stand before the old one r (all
 * of them where r is NULL) and returns 1 when some are left; r itself is
 * written by its caller, where ann_stays says so.
 */
void ann_place(
    struct ann_list *l, const struct ann_own *own, struct src_map *map);
int ann_write_before(struct out *o, struct ann_list *l, const struct rec *block,
    struct str text, struct src_map *map, const struct rec *r);
int ann_stays(const struct ann_own *own, const struct rec *r);

#endif
