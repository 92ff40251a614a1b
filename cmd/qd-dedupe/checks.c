#include "checks.h"

#include "step.h"

static void
put_runs(struct buf *b, const struct cover *c)
{
	size_t from = 0, to, n = b->len;

	for (; cover_span(c, &from, &to); from = to) {
		if (b->len > n)
			buf_putc(b, ',');
		buf_putu(b, from);
		buf_putc(b, '-');
		buf_putu(b, to);
	}
}

/* The edge that a check makes: kind, cover, runs. */
static int
judge(struct checks *c, struct str later, struct str first, long worth)
{
	struct buf *b = &c->line;
	struct verdict v;

	codes_of(&c->b, c->o->variants, later);
	codes_of(&c->a, c->o->variants, first);
	if (worth < (long)near_votes(c->b.n))
		return 0;
	cover_text(&c->cover, c->b.v, c->b.n);
	cover_check(&c->cover, c->a.v, c->a.n);
	v = near_judge(&c->o->near, &c->cover);
	if (v.kind == VERDICT_NEW)
		return 0;
	buf_puts(b, verdict_word(v.kind));
	buf_putc(b, '\t');
	buf_putu(b, v.cover);
	buf_putc(b, '\t');
	put_runs(b, &c->cover);
	return 1;
}

int
checks_line(struct checks *c, struct str line, struct out *out)
{
	/* first later worth text doc loc text */
	struct str f[7];
	struct buf *b = &c->line;
	long worth;
	int exact;

	if (!step_split(line, f, 7))
		return -1;
	exact = str_is(f[2], "e");
	worth = step_number(f[2]);
	if (!exact && (worth == -1 || !index_is_near(c->o)))
		return -1;
	buf_reset(b);
	step_fields(b, (const struct str[]){f[1], f[0], f[2]}, 3);
	buf_putc(b, '\t');
	if (exact)
		buf_puts(b, "exact\t1000\t");
	else if (!judge(c, f[3], f[6], worth))
		return 0;
	buf_putc(b, '\t');
	step_fields(b, f + 4, 2);
	step_put(out, b);
	return 0;
}

void
checks_free(struct checks *c)
{
	codes_free(&c->a);
	codes_free(&c->b);
	cover_free(&c->cover);
	buf_free(&c->line);
}
