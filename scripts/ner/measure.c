#include "measure.h"

#include <stdio.h>
#include <string.h>

#include "mem.h"

struct tally {
	size_t both, found, there;
};

/* The end of the name that begins at i, 0 where none does. */
static size_t
name_end(const uint8_t *label, size_t n, size_t i)
{
	const struct label_type *l;
	size_t t;

	for (t = 0; t < LABEL_NTYPES; t++) {
		l = &label_types[t];
		if (l->single && label[i] == l->single)
			return i + 1;
		if (label[i] != l->begin)
			continue;
		for (i++; i < n && label[i] == l->inside; i++)
			;
		return i < n && label[i] == l->end ? i + 1 : 0;
	}
	return 0;
}

static void
compare(const uint8_t *gold, const uint8_t *got, size_t n, struct tally *t)
{
	size_t i, a, b;

	for (i = 0; i < n; i++) {
		a = name_end(gold, n, i);
		b = name_end(got, n, i);
		t->there += a != 0;
		t->found += b != 0;
		t->both += a && a == b && !memcmp(gold + i, got + i, a - i);
	}
}

void
measure(struct net *x, const char *what)
{
	const struct corpus *c = x->corpus;
	struct tally tallies[CORPUS_CONVS] = {{0, 0, 0}}, *v;
	const struct corpus_text *t;
	uint8_t *label = mem_calloc(c->nchars + 1, 1), *slot;
	size_t i;

	slot = mem_calloc(c->nslots + 1, 1);
	for (t = c->texts; t < c->texts + c->ntexts; t++) {
		if (!t->held || t->n == 0)
			continue;
		net_best(x, t, slot);
		memset(label, LABEL_O, t->n);
		for (i = 0; i < t->in; i++)
			label[c->at[t->slot + i]] = slot[i];
		compare(c->gold + t->first, label, t->n, &tallies[t->conv]);
	}
	for (i = 0; i < c->nconvs; i++) {
		v = &tallies[i];
		if (v->there)
			fprintf(stderr,
			    "nertrain: %s: %s P %.2f R %.2f F1 %.2f\n", what,
			    c->convs[i].name,
			    100.0 * (double)v->both /
				(double)(v->found + !v->found),
			    100.0 * (double)v->both / (double)v->there,
			    200.0 * (double)v->both /
				(double)(v->found + v->there));
	}
	mem_free(label);
	mem_free(slot);
}
