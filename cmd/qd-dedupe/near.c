#include "near.h"

#include <stdlib.h>
#include <string.h>

#include "key.h"

#define SHORT 40     /* characters: texts below are judged strictly, */
#define STRICT 60    /* at none of them by so many hundredths of 1 - T */
#define MATCHED 20   /* per cent of the shorter text that is the same */
#define SPAN 24	     /* characters side by side that make a part */
#define CONTAIN 250  /* per mille of the longer text: below, it is contained */
#define VOTES_LEN 60 /* characters: one common anchor is enough below */

void
near_open(struct near *n, const struct near_opt *o, const struct variants *t,
    struct pool *p, enum near_stored stored, int few)
{
	memset(n, 0, sizeof *n);
	n->o = o;
	n->stored = stored;
	n->variants = t;
	posts_open(&n->posts, p, few);
}

/* The coverage that a text of len characters needs. */
static unsigned
needed(const struct near_opt *o, size_t len)
{
	unsigned missing = len < SHORT ? (unsigned)(SHORT - len) : 0;

	return o->cover + (1000 - o->cover) * missing * STRICT / 100 / SHORT;
}

/* The coverage that a longer text needs which has all of an old one in it:
 * half as much again may be its own as of any other. */
static unsigned
needed_longer(const struct near_opt *o)
{
	unsigned own = (1000 - o->cover) * 3 / 2;

	return own < 1000 ? 1000 - own : 0;
}

/* Per mille of n characters that are covered, without so many. */
static unsigned
without(size_t covered, size_t other, size_t n)
{
	return covered > other ? (unsigned)(1000 * (covered - other) / n) : 0;
}

/* 1 when some run of the covered characters is long enough to tell. */
static int
has_part(const struct cover *c)
{
	size_t from = 0, to;

	while (cover_span(c, &from, &to)) {
		if (to - from >= SPAN)
			return 1;
		from = to;
	}
	return 0;
}

struct verdict
near_judge(const struct near_opt *o, const struct cover *c)
{
	unsigned old, new;
	int all, longer, small;
	size_t other = differ_weight(&c->differ);
	size_t len = c->nb < c->a_len ? c->nb : c->a_len;
	struct verdict v = {VERDICT_NEW, 0, 0, 0};

	if (c->b_covered == 0)
		return v;
	v.cover = without(c->b_covered, 0, c->nb);
	old = without(c->a_covered, other, c->a_len);
	new = without(c->b_covered, other, c->nb);
	if (c->matched * 100 >= len * MATCHED) {
		all = new >= needed(o, c->nb);
		longer = new >= needed_longer(o) && old >= needed(o, c->a_len);
		small = without(c->a_covered, 0, c->a_len) < CONTAIN;
		if (all && c->nb < c->a_len && (small || !o->near))
			v.kind = VERDICT_CONTAINED;
		else if (o->near && (all || longer))
			v.kind = VERDICT_NEAR;
		v.repeat = v.kind != VERDICT_NEW;
	}
	if (v.repeat)
		return v;
	if (has_part(c))
		v.kind = VERDICT_PARTIAL;
	return v;
}

unsigned
near_worth(size_t blocks)
{
	/* What few texts have tells more. */
	static const unsigned worth[POSTS_MAX + 1] = {0, 3, 2, 1, 1};

	return worth[blocks < POSTS_MAX ? blocks : POSTS_MAX];
}

unsigned
near_votes(size_t len)
{
	return len < VOTES_LEN ? 1 : 3;
}

static int
by_value(const void *a, const void *b)
{
	const uint64_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static void
sort(uint64_t *v, size_t n)
{
	size_t i, k;
	uint64_t x;

	if (n > 64) {
		qsort(v, n, sizeof *v, by_value);
		return;
	}
	for (i = 1; i < n; i++) {
		x = v[i];
		for (k = i; k > 0 && v[k - 1] > x; k--)
			v[k] = v[k - 1];
		v[k] = x;
	}
}

/* The blocks that share anchors, once for each anchor, in order: number << 8 |
 * what the anchor is worth. */
static void
look_up(struct near *n, const struct anchors *a)
{
	uint32_t num[POSTS_MAX];
	size_t i, k, df;

	n->hit =
	    mem_grow(n->hit, &n->cap_hit, a->n * POSTS_MAX + 1, sizeof *n->hit);
	for (n->nhit = 0, i = 0; i < a->n; i++) {
		df = posts_get(&n->posts, posts_key(&n->posts, a->v[i]), num);
		for (k = 0; k < df; k++)
			n->hit[n->nhit++] =
			    (uint64_t)num[k] << 8 | near_worth(df);
	}
	sort(n->hit, n->nhit);
}

struct cand {
	uint32_t num;
	size_t votes;
};

/* The candidates with the most votes, the earliest first where they have as
 * many; how many. */
static size_t
candidates(const struct near *n, size_t len, struct cand *best)
{
	size_t i = 0, k, votes, nbest = 0;
	uint64_t num;

	while (i < n->nhit) {
		num = n->hit[i] >> 8;
		votes = 0;
		for (; i < n->nhit && n->hit[i] >> 8 == num; i++)
			votes += n->hit[i] & 0xff;
		if (votes < near_votes(len) ||
		    (nbest == NEAR_TRIES && votes <= best[nbest - 1].votes))
			continue;
		nbest += nbest < NEAR_TRIES;
		for (k = nbest - 1; k > 0 && best[k - 1].votes < votes; k--)
			best[k] = best[k - 1];
		best[k].num = (uint32_t)num;
		best[k].votes = votes;
	}
	return nbest;
}

/* Takes a text that the store has into c. */
static void
take_stored(struct near *n, struct codes *c, struct str text)
{
	if (n->stored == NEAR_RAW)
		text = key_fold(text, &n->fold);
	if (n->stored != NEAR_CODES) {
		codes_of(c, n->variants, text);
		return;
	}
	c->v = mem_grow(c->v, &c->cap, text.len / 2 + 1, sizeof *c->v);
	c->n = text.len / sizeof *c->v;
	memcpy(c->v, text.s, text.len);
}

/* The codes of block num, *len of them. */
static const uint16_t *
old_codes(struct near *n, const struct store *s, uint64_t num, size_t *len)
{
	struct str old = store_text(s, num);

	if (n->stored == NEAR_CODES) {
		*len = old.len / sizeof(uint16_t);
		return (const uint16_t *)(const void *)old.s;
	}
	take_stored(n, &n->old, old);
	*len = n->old.n;
	return n->old.v;
}

/* Compares the text with block num. */
static struct verdict
check(struct near *n, const struct store *s, uint64_t num)
{
	size_t len;
	const uint16_t *old = old_codes(n, s, num, &len);
	struct verdict v;

	cover_check(&n->cover, old, len);
	v = near_judge(n->o, &n->cover);
	v.num = num;
	return v;
}

/* The anchors of the text; what is asked about them is fetched meanwhile. */
static void
find_anchors(const struct near *n, struct near_text *t)
{
	struct anchors *a = &t->anchors;
	size_t i;

	a->n = 0;
	if (t->codes.n >= NEAR_MIN)
		anchors_of(a, t->codes.v, t->codes.n);
	for (i = 0; i < a->n; i++)
		posts_fetch(&n->posts, posts_key(&n->posts, a->v[i]));
}

void
near_take(const struct near *n, struct near_text *t, struct str fold)
{
	codes_of(&t->codes, n->variants, fold);
	find_anchors(n, t);
}

void
near_restore(struct near *n, struct near_text *t, struct str text)
{
	take_stored(n, &t->codes, text);
	find_anchors(n, t);
}

struct verdict
near_find(struct near *n, const struct near_text *t, const struct store *s)
{
	struct verdict v, best = {VERDICT_NEW, 0, 0, 0};
	struct cand cand[NEAR_TRIES];
	size_t i, ncand;

	look_up(n, &t->anchors);
	ncand = candidates(n, t->codes.n, cand);
	if (ncand == 0)
		return best;
	for (i = 0; i < ncand; i++)
		store_fetch_item(s, store_full(s, cand[i].num));
	cover_text(&n->cover, t->codes.v, t->codes.n);
	for (i = 0; i < ncand; i++)
		store_fetch(s, store_full(s, cand[i].num));
	for (i = 0; i < ncand; i++) {
		v = check(n, s, store_full(s, cand[i].num));
		if (v.repeat)
			return v;
		if (v.kind != VERDICT_NEW && v.cover > best.cover)
			best = v;
	}
	if (best.kind != VERDICT_NEW && ncand > 1)
		best = check(n, s, best.num);
	return best;
}

int
near_room(struct near *n, const struct near_text *t)
{
	return posts_room(&n->posts, t->anchors.n);
}

void
near_put(struct near *n, const struct near_text *t, uint64_t num)
{
	const struct anchors *a = &t->anchors;
	size_t i;

	for (i = 0; i < a->n; i++)
		posts_put(
		    &n->posts, posts_key(&n->posts, a->v[i]), (uint32_t)num);
}

struct str
near_bytes(const struct near_text *t)
{
	struct str s = {
	    (const char *)t->codes.v, t->codes.n * sizeof *t->codes.v};

	return s;
}

void
near_text_free(struct near_text *t)
{
	codes_free(&t->codes);
	anchors_free(&t->anchors);
}

void
near_free(struct near *n)
{
	posts_free(&n->posts);
	codes_free(&n->old);
	buf_free(&n->fold);
	cover_free(&n->cover);
	mem_free(n->hit);
	memset(n, 0, sizeof *n);
}
