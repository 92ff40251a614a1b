#include "resolve.h"

#include <string.h>

#include "step.h"

#define FIELDS 8

/* The mark of an id that was resolved; NULL: it has none. */
static const struct resolve_mark *
find_mark(const struct resolve *r, struct str id)
{
	size_t lo = 0, hi = r->n, mid;
	struct str at;
	int c;

	while (lo < hi) {
		mid = lo + (hi - lo) / 2;
		at.s = r->marks.s + r->v[mid].at;
		at.len = r->v[mid].nid;
		c = str_cmp(at, id);
		if (c == 0)
			return &r->v[mid];
		if (c < 0)
			lo = mid + 1;
		else
			hi = mid;
	}
	return NULL;
}

/* Writes the mark of the id whose edges were read. */
static void
settle(struct resolve *r, struct out *out)
{
	int follow = r->rank < RESOLVE_REPEAT && r->spare.len;
	const struct buf *b = follow ? &r->spare : &r->best;
	struct resolve_mark *m;

	if (b->len) {
		r->v = mem_grow(r->v, &r->cap, r->n + 1, sizeof *r->v);
		m = &r->v[r->n++];
		m->at = r->marks.len;
		m->nid = (unsigned)r->id.len;
		m->repeat = follow || r->rank >= RESOLVE_REPEAT;
		buf_put(&r->marks, r->id.s, r->id.len);
		buf_putc(&r->marks, '\t');
		buf_put(&r->marks, b->s, b->len);
		m->len = r->marks.len - m->at;
		out_put(out, r->marks.s + m->at, m->len);
		out_putc(out, '\n');
	}
	buf_reset(&r->best);
	buf_reset(&r->spare);
	r->rank = RESOLVE_NONE;
	r->cover = 0;
}

/* What a mark says behind its id. */
static struct str
rest_of(const struct resolve *r, const struct resolve_mark *m)
{
	struct str s = {r->marks.s + m->at + m->nid + 1, m->len - m->nid - 1};

	return s;
}

static void
set_best(struct resolve *r, enum resolve_rank rank, struct str s)
{
	r->rank = rank;
	buf_reset(&r->best);
	buf_put(&r->best, s.s, s.len);
}

/* The edge e (kind cover runs doc loc) of a copy to an id that is one itself,
 * m: it leads on to what m repeats. */
static void
follow(struct resolve *r, const struct str *e, const struct resolve_mark *m)
{
	struct str old[5];

	if (r->spare.len || !step_split(rest_of(r, m), old, 5))
		return;
	step_fields(&r->spare, e, 3);
	buf_putc(&r->spare, '\t');
	step_fields(&r->spare, old + 3, 2);
}

int
resolve_line(struct resolve *r, struct str line, struct out *out)
{
	/* later first worth kind cover runs doc loc */
	struct str f[FIELDS], rest;
	const struct resolve_mark *m;
	long cover;

	if (!step_split(line, f, FIELDS) || (cover = step_number(f[4])) == -1)
		return -1;
	if (!str_eq(buf_str(&r->id), f[0])) {
		settle(r, out);
		buf_reset(&r->id);
		buf_put(&r->id, f[0].s, f[0].len);
	}
	rest.s = f[3].s;
	rest.len = (size_t)(line.s + line.len - f[3].s);
	m = find_mark(r, f[1]);
	if (m && !m->repeat)
		m = NULL;
	if (str_is(f[3], "exact")) {
		set_best(r, RESOLVE_EXACT, m ? rest_of(r, m) : rest);
	} else if (!str_is(f[3], "partial")) {
		if (m)
			follow(r, f + 3, m);
		else if (r->rank < RESOLVE_REPEAT)
			set_best(r, RESOLVE_REPEAT, rest);
	} else if (!m && r->rank <= RESOLVE_PARTIAL && cover > r->cover) {
		r->cover = cover;
		set_best(r, RESOLVE_PARTIAL, rest);
	}
	return 0;
}

void
resolve_end(struct resolve *r, struct out *out)
{
	settle(r, out);
}

void
resolve_free(struct resolve *r)
{
	buf_free(&r->id);
	buf_free(&r->best);
	buf_free(&r->spare);
	buf_free(&r->marks);
	mem_free(r->v);
}
