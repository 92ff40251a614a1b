/*
 * Columns: which fields and attributes a table shows, in which order.
 *
 * A struct fields owns its names; start it as {0}.  What fields_wire and
 * fields_plain return is borrowed: from the record, or from the buffer that
 * they were given, until that is used again.
 */
#ifndef QD_FMT_FIELDS_H
#define QD_FMT_FIELDS_H

#include "rec.h"

struct field {
	const char *name; /* the column's name; of an attribute, its key */
	size_t at;	  /* REC_TAG..REC_ATTRS; REC_NFIELDS: an attribute */
};

/* A list of all eight fields, in their order on the wire. */
#define FIELDS_ALL "tag,doc,loc,start,end,text,value,attrs"

struct fields {
	struct field *v;
	size_t n, cap;
	char *names;
	int all; /* the eight fields of a record, in their order */
};

/*
 * Reads a list of names joined by commas.  0, or -1 with the bad name and
 * what is wrong with it in *bad and *why (borrowed from f, static).
 */
int fields_parse(
    struct fields *f, const char *list, const char **bad, const char **why);
/* REC_TAG..REC_ATTRS for the name of a field, REC_NFIELDS for any other. */
size_t fields_at(struct str name);
/* Index of the column name, f->n when there is none. */
size_t fields_find(const struct fields *f, struct str name);
/*
 * The value of a column as it stands on the wire; s is NULL where the record
 * has none.  Of a line that is no record only the text is there: the line.
 */
struct str fields_wire(
    const struct field *c, const struct rec *r, struct buf *b);
/* As fields_wire, without escapes; but for attrs, which needs its own. */
struct str fields_plain(
    const struct field *c, const struct rec *r, struct buf *b);
void fields_free(struct fields *f);

#endif
