#include "tables.h"

#include <string.h>

#define MAXSTOPS 12 /* words that begin at one place */

void
tables_close(struct tables *tb)
{
	lexis_close(&tb->units);
	lexis_close(&tb->stops);
	lexis_close(&tb->cues);
	lexis_close(&tb->status);
	mem_free(tb->unit);
	mem_free(tb->lead);
	buf_free(&tb->leads);
	buf_free(&tb->text);
}

const struct unit *
tables_unit(
    const struct tables *tb, const struct text *t, size_t i, size_t *len)
{
	struct lexis_hit hit;

	if (!lexis_longest(&tb->units, t, i, &hit))
		return NULL;
	*len = hit.len;
	return &tb->unit[hit.value];
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
	struct lexis_hit hit[MAXSTOPS];
	size_t n, k, w, w2;
	uint32_t a = text_at(t, i, &w), b = text_at(t, i + w, &w2);

	if (!lexis_may_begin(&tb->stops, a, b))
		return 0;
	n = lexis_all(&tb->stops, t, i, a, b, hit, MAXSTOPS);
	for (k = 0; k < n; k++)
		if (lead_fits(tb, t, from, i, &tb->lead[hit[k].value]))
			return i + hit[k].len;
	return 0;
}
