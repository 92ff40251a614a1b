#include "counts.h"

#include <string.h>

void
counts_line(struct counts *c, const struct rec *r)
{
	buf_put(&c->lines, r->s, r->len);
	if (r->nl)
		buf_putc(&c->lines, '\n');
}

size_t
counts_block(struct counts *c, const struct rec *r)
{
	c->v = mem_grow(c->v, &c->cap, c->n + 1, sizeof *c->v);
	c->v[c->n].at = c->lines.len;
	c->v[c->n].n = 1;
	counts_line(c, r);
	return c->n++;
}

void
counts_again(struct counts *c, size_t num)
{
	c->v[num].n++;
}

void
counts_write(const struct counts *c, struct mark *m, struct out *o)
{
	const char *s = c->lines.s, *nl;
	char msg[160];
	struct rec r;
	size_t at = 0, i;

	for (i = 0; i < c->n; i++) {
		out_put(o, s + at, c->v[i].at - at);
		at = c->v[i].at;
		nl = memchr(s + at, '\n', c->lines.len - at);
		/* It was a record before: the newline is there, too. */
		(void)rec_parse(&r, s + at, (size_t)(nl - (s + at)), msg);
		mark_count(m, o, &r, c->v[i].n);
		at += r.len + 1;
	}
	out_put(o, s + at, c->lines.len - at);
}

void
counts_free(struct counts *c)
{
	buf_free(&c->lines);
	mem_free(c->v);
	memset(c, 0, sizeof *c);
}
