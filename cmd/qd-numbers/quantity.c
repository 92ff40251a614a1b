#include "quantity.h"

#include <string.h>

void
quantity_reset(struct quantities *l)
{
	l->n = 0;
	buf_reset(&l->store);
}

void
quantity_free(struct quantities *l)
{
	mem_free(l->v);
	buf_free(&l->store);
	memset(l, 0, sizeof *l);
}

struct quantity *
quantity_begin(struct quantities *l, enum kind kind, size_t from)
{
	struct quantity *q;

	l->v = mem_grow(l->v, &l->cap, l->n + 1, sizeof *l->v);
	q = &l->v[l->n++];
	memset(q, 0, sizeof *q);
	q->kind = kind;
	q->from = from;
	q->value = l->store.len;
	return q;
}

void
quantity_number(struct quantities *l, struct quantity *q, const struct dec *lo,
    const struct dec *hi, unsigned flags)
{
	dec_put(&l->store, lo);
	if (flags & (NUM_RANGE | NUM_VAGUE)) {
		buf_puts(&l->store, "..");
		dec_put(&l->store, hi);
	}
	q->lo = *lo;
	q->hi = *hi;
	q->flags = flags;
	q->numeric = 1;
	if (flags & (NUM_VAGUE | NUM_AROUND))
		q->bound = BOUND_APPROX;
	else if (flags & NUM_MORE)
		q->bound = BOUND_GT;
}

void
quantity_end(
    struct quantities *l, struct quantity *q, size_t to, struct str unit)
{
	q->nvalue = l->store.len - q->value;
	q->unit = l->store.len;
	buf_put(&l->store, unit.s, unit.len);
	q->nunit = unit.len;
	q->to = to;
}

void
quantity_add(struct quantities *l, enum kind kind, size_t from, size_t to,
    struct str value)
{
	struct quantity *q = quantity_begin(l, kind, from);

	buf_put(&l->store, value.s, value.len);
	quantity_end(l, q, to, str_of(""));
}
