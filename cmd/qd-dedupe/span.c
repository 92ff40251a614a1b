#include "span.h"

#include "key.h"

void
runs_add(struct runs *r, size_t from, size_t to)
{
	r->v = mem_grow(r->v, &r->cap, 2 * (r->n + 1), sizeof *r->v);
	r->v[2 * r->n] = (uint32_t)from;
	r->v[2 * r->n + 1] = (uint32_t)to;
	r->n++;
}

void
runs_free(struct runs *r)
{
	mem_free(r->v);
	r->v = NULL;
	r->n = r->cap = 0;
}

static void
put(struct buf *b, size_t start, size_t end)
{
	if (b->len)
		buf_putc(b, '|');
	buf_putu(b, start);
	buf_putc(b, '-');
	buf_putu(b, end);
}

/* The text bytes from..to, a span for each piece of the source. */
static void
put_pieces(struct span *s, size_t from, size_t to)
{
	size_t i, a, b, start, end;

	for (i = 0; i < s->map.n; i++) {
		a = s->map.v[i].text;
		b = a + s->map.v[i].len;
		a = a > from ? a : from;
		b = b < to ? b : to;
		if (a < b) {
			(void)src_span(&s->map, a, b, &start, &end, NULL);
			put(&s->value, start, end);
		}
	}
}

struct str
span_of(struct span *s, const struct rec *r, const struct runs *runs,
    size_t first, size_t *count)
{
	struct key_walk w;
	size_t i = first, k = 0, from, to, at = 0, end = 0;
	int open = 0;

	buf_reset(&s->value);
	(void)src_read(&s->map, r, rec_text(r->f[REC_TEXT], &s->text));
	key_walk(&w, r->f[REC_TEXT]);
	for (; key_next(&w, &from, &to); i++) {
		while (k < runs->n && runs->v[2 * k + 1] <= i)
			k++;
		if (k < runs->n && runs->v[2 * k] <= i) {
			at = open && i > runs->v[2 * k] ? at : from;
			end = to;
			open = 1;
		}
		if (open && (k == runs->n || runs->v[2 * k + 1] == i + 1)) {
			put_pieces(s, at, end);
			open = 0;
		}
	}
	if (open)
		put_pieces(s, at, end);
	if (count)
		*count = i - first;
	return buf_str(&s->value);
}

void
span_free(struct span *s)
{
	src_free(&s->map);
	buf_free(&s->text);
	buf_free(&s->value);
}
