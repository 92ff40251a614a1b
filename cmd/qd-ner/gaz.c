#include "gaz.h"

#include <string.h>

#define BMP 0x10000U

static const char *const classes[GAZ_NTYPES] = {
    "foreign", "person", "place", "organ", "proper"};

int
gaz_open(struct gaz *g, struct lex *lx)
{
	struct lex_hit hit;
	uint32_t bits[GAZ_NTYPES], i, k;

	memset(g, 0, sizeof *g);
	g->lex = lx;
	g->trie = lex_trie(lx);
	for (k = 0; k < GAZ_NTYPES; k++) {
		bits[k] = lex_class(lx, classes[k]);
		if (bits[k] == 0)
			return -1;
	}
	g->codes = mem_calloc(BMP, sizeof *g->codes);
	for (i = 1; i <= lex_ncodes(lx); i++)
		if (lex_char(lx, i) < BMP)
			g->codes[lex_char(lx, i)] = (uint16_t)i;
	g->types = mem_calloc(lex_nvalues(lx) + 1U, 1);
	for (i = 0; i < lex_nvalues(lx); i++) {
		lex_value_get(lx, i, &hit);
		for (k = 0; k < GAZ_NTYPES; k++)
			if (hit.classes & bits[k])
				g->types[i] |= (uint8_t)(1U << k);
	}
	return 0;
}

size_t
gaz_from(const struct gaz *g, const struct scan *sc, size_t i,
    struct gaz_hit hits[GAZ_MOST])
{
	uint32_t state = LEX_ROOT, v;
	size_t k, n = 0, end = sc->n - i < GAZ_MOST ? sc->n : i + GAZ_MOST;
	unsigned code;

	for (k = i; k < end; k++) {
		code = sc->cp[k] < BMP ? g->codes[sc->cp[k]] : 0;
		if (code == 0)
			break;
		state = lex_step(&g->trie, state, code);
		if (state == 0)
			break;
		v = lex_value(&g->trie, state);
		if (v == 0 || k == i)
			continue;
		hits[n].to = (uint32_t)k + 1;
		hits[n++].types = g->types[v - 1];
	}
	return n;
}

void
gaz_close(struct gaz *g)
{
	lex_close(g->lex);
	mem_free(g->codes);
	mem_free(g->types);
	memset(g, 0, sizeof *g);
}
