#include "hold.h"

#include <string.h>

void
hold_add(struct hold *h, const struct rec *r)
{
	struct hold_line *l;
	size_t i;

	h->v = mem_grow(h->v, &h->cap, h->n + 1, sizeof *h->v);
	l = &h->v[h->n++];
	l->at = h->bytes.len;
	l->len = r->len;
	l->kind = r->kind;
	l->nl = r->nl;
	buf_put(&h->bytes, r->s, r->len);
	if (r->kind == REC_RAW)
		return;
	for (i = 0; i < REC_NFIELDS; i++)
		l->field[i] = r->f[i].len;
	l->start = r->start;
	l->end = r->end;
}

void
hold_get(const struct hold *h, size_t i, struct rec *r)
{
	const struct hold_line *l = &h->v[i];
	const char *p = h->bytes.s + l->at;
	size_t k;

	r->s = p;
	r->len = l->len;
	r->kind = l->kind;
	r->nl = l->nl;
	if (l->kind == REC_RAW)
		return;
	for (k = 0; k < REC_NFIELDS; k++) {
		r->f[k].s = p;
		r->f[k].len = l->field[k];
		p += l->field[k] + 1; /* a TAB */
	}
	r->start = l->start;
	r->end = l->end;
}

/* Fields 2 and 3 of line i: they stand side by side. */
static struct str
doc_of(const struct hold *h, size_t i, struct str *loc)
{
	const struct hold_line *l = &h->v[i];
	struct str doc = {
	    h->bytes.s + l->at + l->field[REC_TAG] + 1, l->field[REC_DOC]};

	loc->s = doc.s + doc.len + 1;
	loc->len = l->field[REC_LOC];
	return doc;
}

int
hold_same_loc(const struct hold *h, size_t i, const struct rec *r)
{
	struct str loc, doc = doc_of(h, i, &loc);

	return str_eq(loc, r->f[REC_LOC]) && str_eq(doc, r->f[REC_DOC]);
}

int
hold_same_art(const struct hold *h, size_t i, const struct rec *r)
{
	struct str loc, doc = doc_of(h, i, &loc);

	return str_eq(rec_art(loc), rec_art(r->f[REC_LOC])) &&
	       str_eq(doc, r->f[REC_DOC]);
}

void
hold_reset(struct hold *h)
{
	h->n = 0;
	buf_reset(&h->bytes);
}

void
hold_free(struct hold *h)
{
	buf_free(&h->bytes);
	mem_free(h->v);
	h->v = NULL;
	h->n = h->cap = 0;
}
