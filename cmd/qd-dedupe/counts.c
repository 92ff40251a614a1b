#include "counts.h"

#include <string.h>

void
counts_open(struct counts *c, struct pool *p)
{
	store_open(&c->lines, p, 1);
	paged_open(&c->who, p, sizeof(uint64_t));
	paged_open(&c->n, p, sizeof(uint64_t));
}

/* Holds a line; who: see struct counts. */
static int
hold(struct counts *c, const struct rec *r, uint64_t who)
{
	struct str none = {"", 0}, line = {r->s, r->len};
	uint64_t num, *p;

	/* Whether it ends in a newline stands in its loc. */
	struct str nl = {"\n", r->nl};

	if (store_room(&c->lines, none, nl, line.len) == -1 ||
	    paged_grow(&c->who, (size_t)c->lines.next + 1) == -1)
		return -1;
	num = store_add(&c->lines, none, nl, line);
	p = paged_at(&c->who, (size_t)num);
	*p = who;
	return 0;
}

int
counts_line(struct counts *c, const struct rec *r)
{
	return hold(c, r, 0);
}

int
counts_block(struct counts *c, const struct rec *r, uint64_t num)
{
	return hold(c, r, num + 1);
}

int
counts_again(struct counts *c, uint64_t num)
{
	uint64_t *p;

	if (paged_grow(&c->n, (size_t)num + 1) == -1)
		return -1;
	p = paged_at(&c->n, (size_t)num);
	++*p;
	return 0;
}

void
counts_write(const struct counts *c, struct mark *m, struct out *o)
{
	const uint64_t *who, *n;
	struct str line, doc, nl;
	char msg[160];
	struct rec r;
	uint64_t i;

	for (i = 0; i < c->lines.next; i++) {
		line = store_text(&c->lines, i);
		who = paged_at(&c->who, (size_t)i);
		if (*who) {
			n = paged_at(&c->n, (size_t)(*who - 1));
			/* It was a record before. */
			(void)rec_parse(&r, line.s, line.len, msg);
			mark_count(m, o, &r, (size_t)*n);
			continue;
		}
		store_place(&c->lines, i, &doc, &nl);
		out_put(o, line.s, line.len);
		out_put(o, nl.s, nl.len);
	}
}

void
counts_free(struct counts *c)
{
	store_free(&c->lines);
	paged_free(&c->who);
	paged_free(&c->n);
}
