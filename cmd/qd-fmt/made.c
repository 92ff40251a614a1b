#include "made.h"

#include <stdlib.h>
#include <string.h>

void
made_begin(struct made *m)
{
	memset(m->f, 0, sizeof m->f);
	m->n = 0;
	m->unsorted = 0;
	buf_reset(&m->bytes);
}

/* Adds s with raw TAB, LF and CR escaped and all else as it is. */
static void
put_wire(struct buf *b, struct str s)
{
	size_t i;

	if (s.len == 0 ||
	    (!memchr(s.s, '\t', s.len) && !memchr(s.s, '\n', s.len) &&
		!memchr(s.s, '\r', s.len))) {
		buf_put(b, s.s, s.len);
		return;
	}
	for (i = 0; i < s.len; i++)
		if (s.s[i] == '\t' || s.s[i] == '\n' || s.s[i] == '\r')
			rec_escape(b, s.s + i, 1);
		else
			buf_putc(b, s.s[i]);
}

void
made_wire(struct made *m, size_t at, struct str s)
{
	m->f[at].at = m->bytes.len;
	put_wire(&m->bytes, s);
	m->f[at].len = m->bytes.len - m->f[at].at;
	m->f[at].there = 1;
}

void
made_plain(struct made *m, size_t at, struct str s)
{
	m->f[at].at = m->bytes.len;
	rec_escape(&m->bytes, s.s, s.len);
	m->f[at].len = m->bytes.len - m->f[at].at;
	m->f[at].there = 1;
}

static struct str
key_of(const struct made *m, const struct made_attr *a)
{
	struct str k = {m->bytes.s + a->at, a->nkey};

	return k;
}

static struct made_attr *
new_attr(struct made *m, struct str key)
{
	struct made_attr *a;

	if (m->n && str_cmp(key_of(m, &m->v[m->n - 1]), key) >= 0)
		m->unsorted = 1;
	m->v = mem_grow(m->v, &m->cap, m->n + 1, sizeof *m->v);
	a = &m->v[m->n++];
	a->at = m->bytes.len;
	a->nkey = key.len;
	buf_put(&m->bytes, key.s, key.len);
	buf_putc(&m->bytes, '=');
	return a;
}

/* By key, then as they came. */
static int
cmp_attr(const void *x, const void *y)
{
	const struct made_attr *a = x, *b = y;
	struct str p = {a->key, a->nkey}, q = {b->key, b->nkey};
	int c = str_cmp(p, q);

	return c ? c : (a->at > b->at) - (a->at < b->at);
}

/* Brings the attributes into the order of their keys; of two with one key the
 * first goes. */
static void
sort_attrs(struct made *m)
{
	size_t i, n = 0;

	for (i = 0; i < m->n; i++)
		m->v[i].key = m->bytes.s + m->v[i].at;
	qsort(m->v, m->n, sizeof *m->v, cmp_attr);
	for (i = 0; i < m->n; i++) {
		if (n && str_eq(key_of(m, &m->v[n - 1]), key_of(m, &m->v[i])))
			n--;
		m->v[n++] = m->v[i];
	}
	m->n = n;
	m->unsorted = 0;
}

void
made_attr_wire(struct made *m, struct str key, struct str value)
{
	struct made_attr *a = new_attr(m, key);

	put_wire(&m->bytes, value);
	a->len = m->bytes.len - a->at;
}

void
made_attr(struct made *m, struct str key, struct str value)
{
	struct made_attr *a = new_attr(m, key);

	attr_escape(&m->bytes, value.s, value.len);
	a->len = m->bytes.len - a->at;
}

void
made_attr_more(struct made *m, struct str value)
{
	struct made_attr *a = &m->v[m->n - 1];

	attr_more(&m->bytes, value.s, value.len);
	a->len = m->bytes.len - a->at;
}

void
made_attrs(struct made *m, struct str attrs)
{
	struct str k, v;
	size_t at = 0;

	while (attr_next(attrs, &at, &k, &v))
		made_attr_wire(m, k, v);
}

struct str
made_field(const struct made *m, size_t at)
{
	struct str s = {NULL, m->f[at].len};

	if (m->f[at].there)
		s.s = m->bytes.s ? m->bytes.s + m->f[at].at : "";
	return s;
}

void
made_line(struct made *m, struct buf *b)
{
	static const char *const none[REC_NFIELDS] = {
	    "", "-", "0", "0", "0", "", "", ""};
	struct str s;
	size_t i;

	if (m->unsorted)
		sort_attrs(m);
	for (i = 0; i < REC_NFIELDS; i++) {
		s = made_field(m, i);
		if (i)
			buf_putc(b, '\t');
		if (s.s)
			buf_put(b, s.s, s.len);
		else
			buf_puts(b, none[i]);
	}
	for (i = 0; i < m->n; i++) {
		if (i || made_field(m, REC_ATTRS).len)
			buf_putc(b, ';');
		buf_put(b, m->bytes.s + m->v[i].at, m->v[i].len);
	}
	buf_putc(b, '\n');
}

void
made_free(struct made *m)
{
	buf_free(&m->bytes);
	mem_free(m->v);
	memset(m, 0, sizeof *m);
}
