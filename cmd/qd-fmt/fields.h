/*
 * Columns: which fields and attributes a table shows, in which order, under
 * which names.
 *
 * A struct fields owns its names; start it as {0}.  What fields_wire and
 * fields_plain return is borrowed: from the record, from the context, or from
 * the buffer that they were given, until that is used again.
 */
#ifndef QD_FMT_FIELDS_H
#define QD_FMT_FIELDS_H

#include "ctx.h"
#include "rec.h"

struct field {
	const char *name; /* the column's */
	const char *key;  /* of a field or an attribute */
	size_t at;	  /* REC_TAG..REC_ATTRS; REC_NFIELDS: an attribute */
	const struct ctx_line *of; /* whose it is; NULL: the record's own */
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
 * Reads a list of columns joined by commas, each [NAME=][OF.]KEY: OF is doc,
 * art or block (the line that a record stands in) or attrs (for an attribute
 * that is named as a field).  ctx (borrowed) is told which lines to keep.
 * 0, or -1 with the bad column and what is wrong with it in *bad and *why
 * (borrowed from f, static).
 */
int fields_parse(struct fields *f, struct ctx *ctx, const char *list,
    const char **bad, const char **why);
/* Reads one [OF.]KEY into *c (name and key borrowed from s); 0 or -1. */
int fields_source(struct field *c, struct ctx *ctx, const char *s);
/* REC_TAG..REC_ATTRS for the name of a field, REC_NFIELDS for any other. */
size_t fields_at(struct str name);
/* 1 when the value of a record of this tag is a number. */
int fields_isquantity(struct str tag);
/* 1 when the value of this attribute is a number. */
int fields_isnumber(struct str key);
/* Index of the column name, f->n when there is none. */
size_t fields_find(const struct fields *f, struct str name);
/* 1 when a column shows the record's own attribute key. */
int fields_shows(const struct fields *f, struct str key);
/*
 * The value of a column as it stands on the wire; s is NULL where the record
 * (or the line that it stands in) has none.  Of a line that is no record only
 * the text is there: the line.
 */
struct str fields_wire(
    const struct field *c, const struct rec *r, struct buf *b);
/* As fields_wire, without escapes; but for attrs, which needs its own. */
struct str fields_plain(
    const struct field *c, const struct rec *r, struct buf *b);
void fields_free(struct fields *f);

#endif
