#include "tables.h"

#include <string.h>

void
tables_close(struct tables *tb)
{
	lex_close(tb->units.lex);
	lex_close(tb->stops);
	lex_close(tb->cues.lex);
	lex_close(tb->status.lex);
	mem_free(tb->unit);
	buf_free(&tb->text);
}

const struct unit *
tables_unit(
    const struct tables *tb, const struct text *t, size_t i, size_t *len)
{
	struct lex_hit hit;
	size_t k, n = 0;

	if (!tables_longest(&tb->units, t, i, &hit))
		return NULL;
	for (k = 0; k < hit.canon.len; k++)
		n = n * 10 + (size_t)(hit.canon.s[k] - '0');
	*len = hit.len;
	return &tb->unit[n];
}

const struct unit *
tables_word(const struct tables *tb, const char *name)
{
	struct text t = {name, strlen(name), NULL};
	size_t len;
	const struct unit *u = tables_unit(tb, &t, 0, &len);

	return u && len == t.n ? u : NULL;
}

const struct unit *
tables_also(const struct tables *tb, const struct unit *u)
{
	return u->also ? &tb->unit[u->also - 1] : NULL;
}

const struct unit *
tables_prefix(const struct tables *tb, const struct text *t, size_t i)
{
	const struct unit *best = NULL, *u;

	for (u = tb->unit; u->kind == UNIT_PREFIX; u++)
		if (u->surface.len <= i &&
		    !memcmp(t->s + i - u->surface.len, u->surface.s,
			u->surface.len) &&
		    (!best || u->surface.len > best->surface.len))
			best = u;
	return best;
}

/* The longest of the leads (each ended by a bar) that stands before i. */
static int
lead_fits(const struct text *t, size_t from, size_t i, struct str leads_of)
{
	const char *p = leads_of.s, *end = p + leads_of.len, *bar;
	size_t n;

	for (; p < end; p = bar + 1) {
		bar = memchr(p, '|', (size_t)(end - p));
		n = (size_t)(bar - p);
		if (n <= i - from && !memcmp(t->s + i - n, p, n))
			return 1;
	}
	return 0;
}

size_t
tables_stop(
    const struct tables *tb, const struct text *t, size_t from, size_t i)
{
	struct lex_hit hit[12];
	size_t n;

	n = lex_prefixes(tb->stops, t->s + i, t->n - i, hit, 12);
	while (n-- > 0)
		if (lead_fits(t, from, i, hit[n].canon))
			return i + hit[n].len;
	return 0;
}
