#include "cand.h"

#include <string.h>

const char *const ner_tags[] = {
    "PER", "POST", "ORG", "LOC", "EVENT", "PROJ", "WORK", "TERM", NULL};

void
cand_reset(struct cands *c, size_t n)
{
	size_t cap = c->hcap;

	if (n + 1 > c->hcap) {
		c->head = mem_grow(c->head, &cap, n + 1, sizeof *c->head);
		c->tail = mem_realloc(c->tail, cap, sizeof *c->tail);
		c->hcap = cap;
	}
	memset(c->head, 0xff, (n + 1) * sizeof *c->head);
	memset(c->tail, 0xff, (n + 1) * sizeof *c->tail);
	c->n = 0;
}

struct cand *
cand_add(struct cands *c, enum ner_type type, size_t from, size_t to, int cost,
    unsigned flags)
{
	struct cand *a;
	uint32_t i;

	for (i = c->head[from]; i != CAND_NONE; i = c->v[i].next) {
		a = &c->v[i];
		if (a->to != to || a->type != type)
			continue;
		if (cost < a->cost)
			a->cost = cost;
		a->flags |= (uint8_t)flags;
		return a;
	}
	c->v = mem_grow(c->v, &c->cap, c->n + 1, sizeof *c->v);
	a = &c->v[c->n];
	memset(a, 0, sizeof *a);
	a->from = (uint32_t)from;
	a->to = (uint32_t)to;
	a->cost = cost;
	a->type = (uint8_t)type;
	a->flags = (uint8_t)flags;
	a->canon.s = "";
	a->next = c->head[from];
	a->nextend = c->tail[to];
	c->head[from] = c->tail[to] = (uint32_t)c->n++;
	return a;
}

const struct cand *
cand_ending_any(const struct cands *c, size_t to, unsigned types)
{
	const struct cand *best = NULL;
	uint32_t i;

	for (i = c->tail[to]; i != CAND_NONE; i = c->v[i].nextend)
		if ((NER_BIT(c->v[i].type) & types) &&
		    (best == NULL || c->v[i].from < best->from))
			best = &c->v[i];
	return best;
}

void
cand_free(struct cands *c)
{
	mem_free(c->v);
	mem_free(c->head);
	mem_free(c->tail);
	memset(c, 0, sizeof *c);
}
