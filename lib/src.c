#include "src.h"

#include <string.h>

void
src_reset(struct src_map *m)
{
	m->n = 0;
	m->hint = 0;
}

static void
push(struct src_map *m, size_t len, size_t src, size_t slen)
{
	struct src_piece *p;

	m->v = mem_grow(m->v, &m->cap, m->n + 1, sizeof *m->v);
	p = &m->v[m->n];
	p->text = m->n ? m->v[m->n - 1].text + m->v[m->n - 1].len : 0;
	p->len = len;
	p->src = src;
	p->slen = slen;
	p->alone = 0;
	m->n++;
}

void
src_add(struct src_map *m, size_t len, size_t src)
{
	struct src_piece *last = m->n ? &m->v[m->n - 1] : NULL;

	if (last && !last->alone && last->len == last->slen &&
	    last->src + last->slen == src) {
		last->len += len;
		last->slen += len;
	} else if (len) {
		push(m, len, src, len);
	}
}

void
src_add_bad(struct src_map *m, size_t src)
{
	push(m, 3, src, 1);
}

void
src_add_space(struct src_map *m, size_t src)
{
	push(m, 1, src, 1);
	m->v[m->n - 1].alone = 1;
}

/* A decimal number at *p, which moves behind it; 0 when there is none. */
static int
number(const char **p, const char *end, size_t *n)
{
	const char *q = *p;

	for (*n = 0; q < end && *q >= '0' && *q <= '9' && q - *p < 18; q++)
		*n = *n * 10 + (size_t)(*q - '0');
	if (q == *p)
		return 0;
	*p = q;
	return 1;
}

/* Ends piece i of the map at text offset to. */
static int
end_piece(struct src_map *m, size_t i, size_t to, struct str text)
{
	struct src_piece *p = &m->v[i];

	if (to <= p->text || to > text.len)
		return -1;
	p->len = p->slen = to - p->text;
	if (p->len == 3 && !memcmp(text.s + p->text, "\xef\xbf\xbd", 3))
		p->slen = 1;
	return 0;
}

static int
parse(struct src_map *m, struct str a, struct str text)
{
	const char *p = a.s, *end = a.s + a.len;
	size_t t, s;

	for (;;) {
		if (!number(&p, end, &t) || p == end || *p++ != '@' ||
		    !number(&p, end, &s) || (m->n == 0 && t != 0))
			return -1;
		if (m->n && end_piece(m, m->n - 1, t, text) == -1)
			return -1;
		push(m, 0, s, 0);
		m->v[m->n - 1].text = t;
		if (p == end)
			return end_piece(m, m->n - 1, text.len, text);
		if (*p++ != ',')
			return -1;
	}
}

int
src_read(struct src_map *m, const struct rec *r, struct str text)
{
	struct str a = attr_get(r->f[REC_ATTRS], "src");

	src_reset(m);
	if (a.s && parse(m, a, text) == 0)
		return 0;
	src_reset(m);
	/* A block that is nothing but one bad byte needs no src=. */
	if (text.len == 3 && r->end - r->start == 1)
		src_add_bad(m, r->start);
	else
		push(m, text.len, r->start, text.len);
	return a.s ? -1 : 0;
}

/* Index of the piece that holds text offset at. */
static size_t
find(struct src_map *m, size_t at)
{
	size_t lo = 0, hi = m->n - 1, mid;

	if (m->hint < m->n && m->v[m->hint].text <= at)
		lo = m->hint;
	while (lo < hi) {
		mid = lo + (hi - lo + 1) / 2;
		if (m->v[mid].text <= at)
			lo = mid;
		else
			hi = mid - 1;
	}
	m->hint = lo;
	return lo;
}

size_t
src_span(struct src_map *m, size_t from, size_t to, size_t *start, size_t *end,
    struct buf *b)
{
	size_t first = find(m, from), i, s, e, in;

	*start = (size_t)-1;
	*end = 0;
	for (i = first; i < m->n && m->v[i].text < to; i++) {
		const struct src_piece *p = &m->v[i];

		in = from > p->text ? from - p->text : 0;
		s = p->src + (p->slen == p->len ? in : 0);
		in = to - p->text < p->len ? to - p->text : p->len;
		e = p->src + (p->slen == p->len ? in : p->slen);
		*start = s < *start ? s : *start;
		*end = e > *end ? e : *end;
	}
	if (i - first < 2 || b == NULL)
		return i - first;
	for (i = first; i < m->n && m->v[i].text < to; i++) {
		const struct src_piece *p = &m->v[i];

		in = from > p->text ? from - p->text : 0;
		if (i > first)
			buf_putc(b, ',');
		buf_putu(b, p->text + in - from);
		buf_putc(b, '@');
		buf_putu(b, p->src + (p->slen == p->len ? in : 0));
	}
	return i - first;
}

void
src_free(struct src_map *m)
{
	mem_free(m->v);
	m->v = NULL;
	m->n = m->cap = m->hint = 0;
}
