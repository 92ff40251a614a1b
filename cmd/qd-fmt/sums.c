#include "sums.h"

#include <stdlib.h>
#include <string.h>

/* 1 when values of the tag can be added up. */
static int
adds_up(struct str tag)
{
	return str_is(tag, "money") || str_is(tag, "count") ||
	       str_is(tag, "measure");
}

/* What a fact is a value of, as a key. */
static void
put_key(struct buf *b, const struct sums_metric *m)
{
	const struct str *parts[] = {&m->tag, &m->unit, &m->of, &m->dir};
	size_t i;

	buf_reset(b);
	for (i = 0; i < 4; i++) {
		buf_put(b, parts[i]->s, parts[i]->len);
		buf_putc(b, '\t');
	}
}

static void
add_value(struct sums_metric *m, struct str value, struct str bound)
{
	struct str lo = value, hi = value;
	size_t i;

	for (i = 0; i + 1 < value.len; i++)
		if (value.s[i] == '.' && value.s[i + 1] == '.') {
			lo.len = i;
			hi.s = value.s + i + 2;
			hi.len = value.len - i - 2;
			break;
		}
	/* Both ends or none of them. */
	if (total_check(lo) == -1 || total_check(hi) == -1) {
		m->odd++;
		return;
	}
	total_add(&m->lo, lo);
	total_add(&m->hi, hi);
	m->range |= lo.s != hi.s;
	m->bounded += bound.len != 0;
	m->n++;
}

static void
add_fact(struct sums *s, struct intern *keys, struct buf *key,
    const struct tally *t, const struct tally_fact *f)
{
	struct sums_metric m = {0};
	struct str attrs = tally_str(t, f->attrs);
	size_t i;

	m.tag = intern_get(&t->tags, f->tag);
	if (!adds_up(m.tag))
		return;
	m.unit = attr_get(attrs, "unit");
	m.of = attr_get(attrs, "of");
	m.dir = attr_get(attrs, "dir");
	put_key(key, &m);
	i = intern_put(keys, buf_str(key));
	if (i == s->n) {
		s->v = mem_grow(s->v, &s->cap, s->n + 1, sizeof *s->v);
		s->v[s->n++] = m;
	}
	if (f->repeat)
		s->v[i].repeats++;
	else
		add_value(
		    &s->v[i], tally_str(t, f->value), attr_get(attrs, "bound"));
}

static int
cmp_unit(const struct sums_metric *a, const struct sums_metric *b)
{
	int c = str_cmp(a->tag, b->tag);

	return c ? c : str_cmp(a->unit, b->unit);
}

static int
cmp_metric(const void *pa, const void *pb)
{
	const struct sums_metric *a = pa, *b = pb;
	int c = cmp_unit(a, b);

	if (c)
		return c;
	if (a->size != b->size)
		return a->size < b->size ? 1 : -1;
	c = str_cmp(a->of, b->of);
	return c ? c : str_cmp(a->dir, b->dir);
}

static int
cmp_group(const void *pa, const void *pb)
{
	const struct sums_group *a = pa, *b = pb;

	if (a->count != b->count)
		return a->count < b->count ? 1 : -1;
	return a->from < b->from ? -1 : a->from > b->from;
}

static void
make_groups(struct sums *s)
{
	struct sums_group *g = NULL;
	size_t i;

	for (i = 0; i < s->n; i++) {
		if (i == 0 || cmp_unit(&s->v[i - 1], &s->v[i]) != 0) {
			s->groups = mem_grow(s->groups, &s->cap_groups,
			    s->ngroups + 1, sizeof *s->groups);
			g = &s->groups[s->ngroups++];
			memset(g, 0, sizeof *g);
			g->from = i;
		}
		g->n++;
		g->count += s->v[i].n;
	}
	if (s->ngroups)
		qsort(s->groups, s->ngroups, sizeof *s->groups, cmp_group);
}

void
sums_make(struct sums *s, const struct tally *t)
{
	struct intern keys = {0};
	struct buf b = {0};
	size_t i;

	for (i = 0; i < t->nfacts; i++)
		add_fact(s, &keys, &b, t, &t->facts[i]);
	for (i = 0; i < s->n; i++) {
		buf_reset(&b);
		total_put(&b, &s->v[i].hi);
		s->v[i].size = strtod(b.s, NULL);
	}
	if (s->n)
		qsort(s->v, s->n, sizeof *s->v, cmp_metric);
	make_groups(s);
	intern_free(&keys);
	buf_free(&b);
}

static void
put_total(struct buf *b, const struct total *t, int group)
{
	struct buf plain = {0};

	if (!group) {
		total_put(b, t);
		return;
	}
	total_put(&plain, t);
	total_group(b, buf_str(&plain));
	buf_free(&plain);
}

void
sums_put(struct buf *b, const struct sums_metric *m, int group)
{
	put_total(b, &m->lo, group);
	if (m->range) {
		buf_puts(b, "..");
		put_total(b, &m->hi, group);
	}
}

void
sums_free(struct sums *s)
{
	size_t i;

	for (i = 0; i < s->n; i++) {
		total_free(&s->v[i].lo);
		total_free(&s->v[i].hi);
	}
	mem_free(s->v);
	mem_free(s->groups);
	memset(s, 0, sizeof *s);
}
