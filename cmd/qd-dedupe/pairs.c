#include "pairs.h"

#include "near.h"
#include "step.h"

static void
put_pair(struct pairs *p, struct out *out, struct str later, struct str first,
    unsigned worth)
{
	struct str f[3] = {later, first, {&"e123456789"[worth], 1}};

	step_fields(&p->line, f, 3);
	step_put(out, &p->line);
}

/* The ith of the earliest ids; what it is the key of into *hash. */
static struct str
early(const struct pairs *p, size_t i, struct str *hash)
{
	struct str id = {p->first.s, p->len[0]};
	size_t k;

	for (k = 0; k < i; k++) {
		id.s += p->len[k];
		id.len = p->len[k + 1];
	}
	hash->s = buf_str(&p->hash).s + 16 * i; /* exact: none */
	hash->len = 16;
	return id;
}

/* Pairs an id with the earliest of its run, and puts it among them where
 * there is room. */
static void
pair_up(struct pairs *p, struct out *out, struct str id, struct str hash,
    enum pairs_lot lot)
{
	struct str first, other;
	size_t i;

	for (i = 0; i < p->n; i++) {
		first = early(p, i, &other);
		/* Its equal was paired already: exact copies go their own
		 * way.  And a text may have an anchor twice. */
		if (str_eq(hash, other) || str_eq(first, id))
			return;
	}
	for (i = 0; i < p->n; i++)
		put_pair(p, out, id, early(p, i, &other),
		    near_worth(lot == PAIRS_UNKNOWN ? 1 : p->n));
	if (p->n < POSTS_MAX && lot != PAIRS_REPEAT) {
		p->len[p->n++] = id.len;
		buf_put(&p->first, id.s, id.len);
		buf_put(&p->hash, hash.s, hash.len);
	}
}

/* The lot of the id of an anchor line with n fields; -1: it is none. */
static int
lot_of(const struct str *f, size_t n)
{
	if (n == 3)
		return PAIRS_UNKNOWN;
	if (str_is(f[3], "k"))
		return PAIRS_KEPT;
	return str_is(f[3], "r") ? PAIRS_REPEAT : -1;
}

int
pairs_line(struct pairs *p, struct str line, struct out *out)
{
	struct str f[4], none;
	int exact = line.len && line.s[0] == 'e', lot = PAIRS_UNKNOWN;
	size_t n = exact ? 2 : step_split(line, f, 3) ? 3 : 4;

	if (!step_split(line, f, n) || f[0].len == 0)
		return -1;
	if (!exact) {
		lot = lot_of(f, n);
		if (f[0].s[0] != 'a' || f[2].len != 16 || lot == -1)
			return -1;
	}
	if (!str_eq(buf_str(&p->key), f[0])) {
		buf_reset(&p->key);
		buf_put(&p->key, f[0].s, f[0].len);
		buf_reset(&p->first);
		buf_reset(&p->hash);
		p->n = 0;
	}
	if (!exact) {
		pair_up(p, out, f[1], f[2], (enum pairs_lot)lot);
	} else if (p->n) {
		put_pair(p, out, f[1], early(p, 0, &none), 0);
	} else {
		p->len[p->n++] = f[1].len;
		buf_put(&p->first, f[1].s, f[1].len);
	}
	return 0;
}

void
pairs_free(struct pairs *p)
{
	buf_free(&p->key);
	buf_free(&p->first);
	buf_free(&p->hash);
	buf_free(&p->line);
}
