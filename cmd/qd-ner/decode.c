#include "decode.h"

#include <string.h>

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

static void
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
		relax(d, i, to, SCAN_UNKNOWN, CAND_NONE);
		return;
	}
	if (sc->kind[i] == CHAR_ALNUM)
		while (to < sc->n && sc->kind[to] == CHAR_ALNUM)
			to++;
	relax(d, i, to, SCAN_PLAIN, CAND_NONE);
}

/* What was chosen, from the end back, then turned round. */
static void
walk_back(struct decoder *d, size_t n)
{
	size_t i, k;
	uint32_t t;

	for (i = n; i > 0; i = d->prev[i]) {
		if (d->via[i] == CAND_NONE)
			continue;
		d->v = mem_grow(d->v, &d->vcap, d->n + 1, sizeof *d->v);
		d->v[d->n++] = d->via[i];
	}
	for (i = 0, k = d->n; i + 1 < k; i++) {
		t = d->v[i];
		d->v[i] = d->v[--k];
		d->v[k] = t;
	}
}

void
decode_text(struct decoder *d, const struct scan *sc, const struct cands *c)
{
	size_t i;
	uint32_t k;

	d->n = 0;
	if (c->n == 0)
		return;
	make_room(d, sc->n);
	for (i = 0; i <= sc->n; i++)
		d->cost[i] = INT32_MAX;
	d->cost[0] = 0;
	d->prev[0] = 0;
	d->via[0] = CAND_NONE;
	for (i = 0; i < sc->n; i++) {
		if (d->cost[i] == INT32_MAX)
			continue;
		plain_steps(d, sc, i);
		for (k = c->head[i]; k != CAND_NONE; k = c->v[k].next)
			relax(d, i, c->v[k].to, c->v[k].cost, k);
	}
	walk_back(d, sc->n);
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
