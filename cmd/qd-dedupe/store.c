#include "store.h"

#include <string.h>

#define NUM_MAX 10 /* bytes that a number may take */

void
store_open(struct store *s, struct pool *p, int keep)
{
	memset(s, 0, sizeof *s);
	s->keep = keep;
	paged_open(&s->item, p, sizeof(uint64_t));
}

static struct pool *
pool(const struct store *s)
{
	return s->item.pool;
}

/* 7 bits a byte, the lowest first; the last byte has its top bit clear. */
static char *
put_num(char *d, size_t n)
{
	for (; n >= 0x80; n >>= 7)
		*d++ = (char)((n & 0x7f) | 0x80);
	*d++ = (char)n;
	return d;
}

static const char *
get_num(const char *s, size_t *n)
{
	unsigned shift = 0;

	*n = 0;
	do {
		*n |= (size_t)(*s & 0x7f) << shift;
		shift += 7;
	} while (*s++ & 0x80);
	return s;
}

static char *
put_str(char *d, struct str s)
{
	d = put_num(d, s.len);
	if (s.len)
		memcpy(d, s.s, s.len);
	return d + s.len;
}

static const char *
get_str(const char *p, struct str *s)
{
	p = get_num(p, &s->len);
	s->s = p;
	return p + s->len;
}

/* Begins a run that has room for n bytes. */
static int
begin_run(struct store *s, size_t n)
{
	unsigned shift = pool(s)->shift;
	size_t k = (n + ((size_t)1 << shift) - 1) >> shift;
	size_t at = pool_take(pool(s), k);

	if (at == (size_t)-1)
		return -1;
	s->run = mem_grow(s->run, &s->cap_run, s->nrun + 1, sizeof *s->run);
	s->run[s->nrun].at = at;
	s->run[s->nrun].chunks = k;
	s->run[s->nrun++].last = s->next;
	s->at = at;
	s->end = at + (k << shift);
	s->doc = 0;
	return 0;
}

int
store_room(struct store *s, struct str doc, struct str loc, size_t text)
{
	size_t need = doc.len + loc.len + text + (size_t)4 * NUM_MAX + 2;

	if (!s->keep)
		return 0;
	if (paged_grow(&s->item, (size_t)(s->next - s->base) + 1) == -1)
		return -1;
	if (s->nrun && need <= s->end - s->at)
		return 0;
	return begin_run(s, need);
}

/* The document, where the run does not have it as the last one. */
static void
put_doc(struct store *s, struct str doc)
{
	char *base = pool(s)->base;
	struct str old;

	if (s->doc) {
		(void)get_str(base + s->doc - 1, &old);
		if (str_eq(old, doc))
			return;
	}
	s->doc = s->at + 1;
	s->at = (size_t)(put_str(base + s->at, doc) - base);
}

uint64_t
store_add(struct store *s, struct str doc, struct str loc, struct str text)
{
	uint64_t num = s->next++, *item;
	char *base, *d;

	if (!s->keep)
		return num;
	base = pool(s)->base;
	put_doc(s, doc);
	item = paged_at(&s->item, (size_t)(num - s->base));
	*item = s->at;
	d = put_num(base + s->at, s->at - (s->doc - 1));
	d = put_str(d, loc);
	d = put_num(d, text.len);
	d += (d - base) & 1;
	if (text.len)
		memcpy(d, text.s, text.len);
	s->at = (size_t)(d - base) + text.len;
	s->run[s->nrun - 1].last = num;
	s->text += text.len;
	return num;
}

uint64_t
store_full(const struct store *s, uint32_t num)
{
	return s->first + (uint32_t)(num - (uint32_t)s->first);
}

/* Where the bytes of the block begin. */
static const char *
bytes_of(const struct store *s, uint64_t num)
{
	const uint64_t *item = paged_at(&s->item, (size_t)(num - s->base));
	const char *base = pool(s)->base;

	return base + *item;
}

void
store_place(
    const struct store *s, uint64_t num, struct str *doc, struct str *loc)
{
	const char *p = bytes_of(s, num), *q;
	size_t back;

	q = get_num(p, &back);
	(void)get_str(q, loc);
	(void)get_str(p - back, doc);
}

struct str
store_text(const struct store *s, uint64_t num)
{
	const char *p = bytes_of(s, num);
	struct str text;
	size_t back;

	p = get_num(p, &back);
	p = get_str(p, &text);
	p = get_num(p, &text.len);
	text.s = p + ((p - pool(s)->base) & 1);
	return text;
}

void
store_fetch_item(const struct store *s, uint64_t num)
{
	__builtin_prefetch(paged_at(&s->item, (size_t)(num - s->base)));
}

void
store_fetch(const struct store *s, uint64_t num)
{
	const char *p = bytes_of(s, num);

	__builtin_prefetch(p);
	__builtin_prefetch(p + 64);
	__builtin_prefetch(p + 128);
}

/* Gives back the first k runs. */
static void
give_runs(struct store *s, size_t k)
{
	size_t i;

	if (k == 0)
		return;
	for (i = 0; i < k; i++)
		pool_give(pool(s), s->run[i].at, s->run[i].chunks);
	s->nrun -= k;
	memmove(s->run, s->run + k, s->nrun * sizeof *s->run);
}

void
store_forget(struct store *s, uint64_t first)
{
	size_t k = 0, chunks;

	s->first = first;
	if (!s->keep)
		return;
	while (k + 1 < s->nrun && s->run[k].last < first)
		k++;
	give_runs(s, k);
	chunks = (size_t)(first - s->base) >> s->item.shift;
	paged_shift(&s->item, chunks);
	s->base += (uint64_t)chunks << s->item.shift;
}

void
store_reset(struct store *s)
{
	give_runs(s, s->nrun);
	paged_reset(&s->item);
	s->first = s->base = s->next;
	s->text = 0;
	s->at = s->end = s->doc = 0;
}

void
store_free(struct store *s)
{
	paged_free(&s->item);
	mem_free(s->run);
	s->run = NULL;
	s->nrun = s->cap_run = 0;
}
