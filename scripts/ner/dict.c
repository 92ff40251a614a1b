#include "dict.h"

#include "mem.h"

void
dict_open(struct dict *d)
{
	d->cap = (size_t)1 << 24;
	d->n = 0;
	d->nids = 0;
	d->keys = mem_calloc(d->cap, sizeof *d->keys);
	d->vals = mem_calloc(d->cap, sizeof *d->vals);
}

static size_t
slot(const struct dict *d, uint64_t key)
{
	size_t i = (key * 0x9e3779b97f4a7c15U >> 20) & (d->cap - 1);

	while (d->keys[i] && d->keys[i] != key)
		i = (i + 1) & (d->cap - 1);
	return i;
}

static void
grow(struct dict *d)
{
	struct dict old = *d;
	size_t i, k;

	d->cap *= 2;
	d->keys = mem_calloc(d->cap, sizeof *d->keys);
	d->vals = mem_calloc(d->cap, sizeof *d->vals);
	for (i = 0; i < old.cap; i++) {
		if (old.keys[i] == 0)
			continue;
		k = slot(d, old.keys[i]);
		d->keys[k] = old.keys[i];
		d->vals[k] = old.vals[i];
	}
	mem_free(old.keys);
	mem_free(old.vals);
}

void
dict_count(struct dict *d, uint64_t key)
{
	size_t i;

	key += key == 0;
	i = slot(d, key);
	if (d->keys[i] == 0) {
		d->keys[i] = key;
		if (++d->n * 10 > d->cap * 6) {
			grow(d);
			i = slot(d, key);
		}
	}
	d->vals[i]++;
}

void
dict_number(struct dict *d, uint32_t cutoff)
{
	size_t i;

	for (i = 0; i < d->cap; i++)
		d->vals[i] = d->vals[i] >= cutoff && d->keys[i] ? ++d->nids : 0;
}

uint32_t
dict_id(const struct dict *d, uint64_t key)
{
	key += key == 0;
	return d->vals[slot(d, key)] - 1;
}

void
dict_close(struct dict *d)
{
	mem_free(d->keys);
	mem_free(d->vals);
}
