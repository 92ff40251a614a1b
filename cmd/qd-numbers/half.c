#include "half.h"

#include <string.h>

#include "utf8.h"

void
half_shift(struct half *h, size_t at, size_t source)
{
	h->v = mem_grow(h->v, &h->cap, h->n + 1, sizeof *h->v);
	h->v[h->n].at = (uint32_t)at;
	h->v[h->n].source = (uint32_t)source;
	h->n++;
}

/* Adds what stands in s from byte from up to i. */
static void
copy(struct buf *b, struct str s, size_t from, size_t i)
{
	memcpy(b->s + b->len, s.s + from, i - from);
	b->len += i - from;
}

void
half_begin(struct half *h, size_t n)
{
	h->n = 0;
	h->gaps = 0;
	half_shift(h, 0, 0);
	buf_reset(&h->text);
	buf_reserve(&h->text, n);
}

void
half_text(struct half *h, struct str s)
{
	struct buf *b = &h->text;
	size_t i, k, w, from = 0;
	uint32_t cp, half;

	half_begin(h, s.len);
	for (i = 0; i < s.len; i += k) {
		k = utf8_decode(s.s + i, s.len - i, &cp);
		half = utf8_fold(cp);
		if (half == cp)
			continue;
		copy(b, s, from, i);
		w = utf8_encode(b->s + b->len, half);
		b->len += w;
		from = i + k;
		half_shift(h, b->len, from);
	}
	copy(b, s, from, s.len);
	b->s[b->len] = '\0';
}

void
half_again(struct half *h)
{
	struct half_shift *v = h->old;
	size_t cap = h->cap_old;

	h->old = h->v;
	h->nold = h->n;
	h->cap_old = h->cap;
	h->v = v;
	h->cap = cap;
	h->n = 0;
}

size_t
half_source(const struct half *h, size_t i)
{
	size_t lo = 0, hi = h->n, mid;

	while (hi - lo > 1) {
		mid = lo + (hi - lo) / 2;
		if (h->v[mid].at <= i)
			lo = mid;
		else
			hi = mid;
	}
	return h->v[lo].source + (i - h->v[lo].at);
}

void
half_free(struct half *h)
{
	buf_free(&h->text);
	mem_free(h->v);
	mem_free(h->old);
	memset(h, 0, sizeof *h);
}
