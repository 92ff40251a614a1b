#include "decode.h"

#include <string.h>

/* What no step leads to costs; memset makes it. */
#define NOT_REACHED 0x7f7f7f7f

static void
make_room(struct decoder *d, size_t n)
{
	size_t cap = d->cap;

	if (n + 1 <= d->cap)
		return;
	d->cost = mem_grow(d->cost, &cap, n + 1, sizeof *d->cost);
	d->prev = mem_realloc(d->prev, cap, sizeof *d->prev);
	d->via = mem_realloc(d->via, cap, sizeof *d->via);
	d->cap = cap;
}

static inline void
relax(struct decoder *d, size_t from, size_t to, int cost, uint32_t via)
{
	int32_t c = d->cost[from] + cost;

	if (c < d->cost[to]) {
		d->cost[to] = c;
		d->prev[to] = (uint32_t)from;
		d->via[to] = via;
	}
}

/* The steps from i that are no names. */
static void
plain_steps(struct decoder *d, const struct scan *sc, size_t i)
{
	uint32_t k;
	size_t to = i + 1;

	for (k = sc->first[i]; k < sc->first[i + 1]; k++)
		relax(d, i, sc->words[k].to, sc->words[k].cost, CAND_NONE);
	if (sc->kind[i] == CHAR_HAN) {
		relax(d, i, to, NAMES_UNKNOWN, CAND_NONE);
		return;
	}
	if (sc->kind[i] == CHAR_ALNUM)
		while (to < sc->n && sc->kind[to] == CHAR_ALNUM)
			to++;
	relax(d, i, to, NAMES_PLAIN, CAND_NONE);
}

/* All steps from i; returns the last end of a candidate, ends or later. */
static inline size_t
steps(struct decoder *d, const struct scan *sc, const struct cands *c, size_t i,
    size_t ends)
{
	uint32_t k;

	if (d->cost[i] == NOT_REACHED)
		return ends;
	plain_steps(d, sc, i);
	for (k = c->head[i]; k != CAND_NONE; k = c->v[k].next) {
		relax(d, i, c->v[k].to, c->v[k].cost, k);
		if (c->v[k].to > ends)
			ends = c->v[k].to;
	}
	return ends;
}

/* What was chosen between from and to, from the end back, then turned round. */
static void
walk_back(struct decoder *d, size_t from, size_t to)
{
	size_t i, first = d->n, k;
	uint32_t t;

	for (i = to; i > from; i = d->prev[i]) {
		if (d->via[i] == CAND_NONE)
			continue;
		d->v = mem_grow(d->v, &d->vcap, d->n + 1, sizeof *d->v);
		d->v[d->n++] = d->via[i];
	}
	for (i = first, k = d->n; i + 1 < k; i++) {
		t = d->v[i];
		d->v[i] = d->v[--k];
		d->v[k] = t;
	}
}

/* Decodes the stretch around the candidates at i, from and to where no word
 * and no candidate crosses; returns its end. */
static size_t
stretch(
    struct decoder *d, const struct scan *sc, const struct cands *c, size_t i)
{
	size_t from, ends;

	while (!(sc->mark[i] & MARK_CLEAR))
		i--;
	from = ends = i;
	d->cost[i] = 0;
	do
		ends = steps(d, sc, c, i++, ends);
	while (!(sc->mark[i] & MARK_CLEAR) || i < ends ||
	       (i < sc->n && c->head[i] != CAND_NONE));
	walk_back(d, from, i);
	return i;
}

void
decode_text(struct decoder *d, const struct scan *sc, const struct cands *c)
{
	size_t i;

	d->n = 0;
	if (c->n == 0)
		return;
	make_room(d, sc->n);
	memset(d->cost, 0x7f, (sc->n + 1) * sizeof *d->cost);
	for (i = 0; i < sc->n; i++)
		while (c->head[i] != CAND_NONE)
			i = stretch(d, sc, c, i);
}

void
decode_free(struct decoder *d)
{
	mem_free(d->cost);
	mem_free(d->prev);
	mem_free(d->via);
	mem_free(d->v);
	memset(d, 0, sizeof *d);
}
