#include "hold.h"

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
	buf_put(&h->bytes, r->s, r->len);
}

void
hold_get(const struct hold *h, size_t i, struct rec *r)
{
	const struct hold_line *l = &h->v[i];
	char msg[160];

	if (l->kind != REC_RAW) {
		rec_parse(r, h->bytes.s + l->at, l->len, msg);
		return;
	}
	r->s = h->bytes.s + l->at;
	r->len = l->len;
	r->kind = REC_RAW;
	r->nl = l->nl;
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
