#include "tables.h"

#include <string.h>

void
tables_close(struct tables *tb)
{
	lex_close(tb->units.lex);
	lex_close(tb->stops.lex);
	lex_close(tb->cues.lex);
	lex_close(tb->status.lex);
	mem_free(tb->unit);
	mem_free(tb->lead);
	buf_free(&tb->leads);
	buf_free(&tb->text);
}

/* The number that a canonical form of our own is. */
static size_t
index_of(struct str s)
{
	size_t k, n = 0;

	for (k = 0; k < s.len; k++)
		n = n * 10 + (size_t)(s.s[k] - '0');
	return n;
}

const struct unit *
tables_unit(
    const struct tables *tb, const struct text *t, size_t i, size_t *len)
{
	struct lex_hit hit;

	if (!tables_longest(&tb->units, t, i, &hit))
		return NULL;
	*len = hit.len;
	return &tb->unit[index_of(hit.canon)];
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

/* 1 when one of the leads l stands in front of i, not before from. */
static int
lead_fits(const struct tables *tb, const struct text *t, size_t from, size_t i,
    const struct stop_leads *l)
{
	const char *p = tb->leads.s + l->at, *end = p + l->n, *bar;
	size_t n;

	if (l->empty)
		return 1;
	if (i == from || !(l->last >> (t->s[i - 1] & 63) & 1))
		return 0;
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
	size_t n, w, w2;
	uint32_t a = text_at(t, i, &w), b = text_at(t, i + w, &w2);

	if (!tables_may_begin(&tb->stops, a, b))
		return 0;
	n = lex_prefixes(tb->stops.lex, t->s + i, t->n - i, hit, 12);
	while (n-- > 0)
		if (lead_fits(
			tb, t, from, i, &tb->lead[index_of(hit[n].canon)]))
			return i + hit[n].len;
	return 0;
}
