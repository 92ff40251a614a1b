#include "hold.h"

#include <string.h>

void
hold_add(struct hold *h, const struct rec *r)
{
	struct hold_line *l;

	h->v = mem_grow(h->v, &h->cap, h->n + 1, sizeof *h->v);
	l = &h->v[h->n++];
	l->at = h->bytes.len;
	l->len = r->len;
	l->kind = r->kind;
	l->nl = r->nl;
	l->doc = l->ndoc = l->nloc = 0;
	if (r->kind != REC_RAW) {
		l->doc = (size_t)(r->f[REC_DOC].s - r->s);
		l->ndoc = r->f[REC_DOC].len;
		l->nloc = r->f[REC_LOC].len;
	}
	buf_put(&h->bytes, r->s, r->len);
}

/* Digits that are known to fit. */
static size_t
number(struct str f)
{
	size_t n = 0, i;

	for (i = 0; i < f.len; i++)
		n = n * 10 + (size_t)(f.s[i] - '0');
	return n;
}

/* Takes apart what rec_parse found to be a record. */
static void
split(struct rec *r)
{
	const char *p = r->s, *end = r->s + r->len, *t;
	size_t i;

	for (i = 0; i < REC_NFIELDS; i++, p = t + 1) {
		t = memchr(p, '\t', (size_t)(end - p));
		t = t ? t : end;
		r->f[i].s = p;
		r->f[i].len = (size_t)(t - p);
	}
	r->start = number(r->f[REC_START]);
	r->end = number(r->f[REC_END]);
}

void
hold_get(const struct hold *h, size_t i, struct rec *r)
{
	const struct hold_line *l = &h->v[i];

	r->s = h->bytes.s + l->at;
	r->len = l->len;
	r->kind = l->kind;
	r->nl = l->nl;
	if (l->kind != REC_RAW)
		split(r);
}

/* Fields 2 and 3 of line i: they stand side by side. */
static struct str
doc_of(const struct hold *h, size_t i, struct str *loc)
{
	const struct hold_line *l = &h->v[i];
	struct str doc = {h->bytes.s + l->at + l->doc, l->ndoc};

	loc->s = doc.s + doc.len + 1;
	loc->len = l->nloc;
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
