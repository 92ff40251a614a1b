#include "ctx.h"

static void
keep(struct ctx_line *l, const struct rec *r)
{
	char msg[160];

	if (!l->wanted)
		return;
	buf_reset(&l->bytes);
	buf_put(&l->bytes, r->s, r->len);
	rec_parse(&l->rec, l->bytes.s, l->bytes.len, msg);
	l->there = 1;
}

/* Lets go of a line that r does not stand in. */
static void
leave(struct ctx_line *l, size_t of, const struct rec *r)
{
	struct str a, b;

	if (!l->there)
		return;
	a = l->rec.f[REC_LOC];
	b = r->f[REC_LOC];
	if (of == CTX_ART) {
		a = rec_art(a);
		b = rec_art(b);
	}
	if (!str_eq(l->rec.f[REC_DOC], r->f[REC_DOC]) ||
	    (of != CTX_DOC && !str_eq(a, b)))
		l->there = 0;
}

void
ctx_see(struct ctx *c, const struct rec *r)
{
	size_t i;

	if (r->kind == REC_RAW)
		return;
	if (r->kind == REC_DOCU)
		c->line[CTX_ART].there = c->line[CTX_BLOCK].there = 0;
	for (i = 0; i < CTX_N; i++)
		leave(&c->line[i], i, r);
	if (r->kind == REC_DOCU)
		keep(&c->line[CTX_DOC], r);
	else if (r->kind == REC_ART)
		keep(&c->line[CTX_ART], r);
	else if (r->kind == REC_BLOCK)
		keep(&c->line[CTX_BLOCK], r);
}

void
ctx_free(struct ctx *c)
{
	size_t i;

	for (i = 0; i < CTX_N; i++)
		buf_free(&c->line[i].bytes);
}
