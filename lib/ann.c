#include "ann.h"

#include <stdlib.h>
#include <string.h>

void
ann_reset(struct ann_list *l)
{
	l->n = 0;
	buf_reset(&l->store);
}

struct ann *
ann_add(struct ann_list *l, size_t from, size_t to, const char *tag)
{
	struct ann *a;

	l->v = mem_grow(l->v, &l->cap, l->n + 1, sizeof *l->v);
	a = &l->v[l->n++];
	a->from = from;
	a->to = to;
	a->tag = tag;
	a->value = a->attrs = l->store.len;
	a->nvalue = a->nattrs = 0;
	return a;
}

void
ann_value(struct ann_list *l, const char *s, size_t len)
{
	struct ann *a = &l->v[l->n - 1];

	a->value = l->store.len;
	buf_put(&l->store, s, len);
	a->nvalue = len;
	a->attrs = l->store.len;
}

void
ann_attr(struct ann_list *l, const char *key, const char *s, size_t len)
{
	struct ann *a = &l->v[l->n - 1];

	if (a->nattrs == 0) {
		/* attr_put puts no ';' in front where the buffer is empty */
		buf_puts(&l->store, key);
		buf_putc(&l->store, '=');
		attr_escape(&l->store, s, len);
	} else {
		attr_put(&l->store, key, s, len);
	}
	a->nattrs = l->store.len - a->attrs;
}

void
ann_attr_more(struct ann_list *l, const char *s, size_t len)
{
	struct ann *a = &l->v[l->n - 1];

	attr_more(&l->store, s, len);
	a->nattrs = l->store.len - a->attrs;
}

static struct str
stored(const struct ann_list *l, size_t at, size_t n)
{
	struct str s = {n ? l->store.s + at : "", n};

	return s;
}

struct str
ann_attrs_of(const struct ann_list *l, const struct ann *a)
{
	return stored(l, a->attrs, a->nattrs);
}

void
ann_free(struct ann_list *l)
{
	mem_free(l->v);
	mem_free(l->at);
	buf_free(&l->store);
	buf_free(&l->line);
	memset(l, 0, sizeof *l);
}

/* Bit of tag among the filter's own, 0 when it is none of them. */
static unsigned long long
own_bit(const struct ann_own *own, struct str tag)
{
	size_t i;

	for (i = 0; own->tags[i]; i++)
		if (str_is(tag, own->tags[i]))
			return 1ULL << i;
	return 0;
}

/* The same of an engine's tag, which mostly is the very string. */
static unsigned long long
own_bit_of(const struct ann_own *own, const char *tag)
{
	size_t i;

	for (i = 0; own->tags[i]; i++)
		if (own->tags[i] == tag)
			return 1ULL << i;
	return own_bit(own, str_of(tag));
}

/* Puts the attributes of a, with src= (s) in its place among the keys. */
static void
put_attrs(struct buf *b, struct str attrs, struct str src)
{
	struct str k, v;
	size_t at = 0;
	int first = 1, done = src.len == 0;

	if (done) {
		buf_put(b, attrs.s, attrs.len);
		return;
	}
	while (attr_next(attrs, &at, &k, &v)) {
		if (!done && str_cmp(k, str_of("src")) > 0) {
			buf_puts(b, first ? "src=" : ";src=");
			buf_put(b, src.s, src.len);
			done = 1;
			first = 0;
		}
		if (!first)
			buf_putc(b, ';');
		buf_put(b, k.s, (size_t)(v.s + v.len - k.s));
		first = 0;
	}
	if (!done) {
		buf_puts(b, first ? "src=" : ";src=");
		buf_put(b, src.s, src.len);
	}
}

static char *
put_bytes(char *d, const char *s, size_t n)
{
	memcpy(d, s, n);
	return d + n;
}

static char *
put_number(char *d, size_t n)
{
	char digits[24];
	size_t i = sizeof digits;

	do
		digits[--i] = (char)('0' + n % 10);
	while ((n /= 10) != 0);
	return put_bytes(d, digits + i, sizeof digits - i);
}

/* As rec_escape: d has room for twice as much. */
static char *
put_escaped(char *d, const char *s, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		char as = rec_letter(s[i]);

		if (as == 0)
			as = s[i];
		else
			*d++ = '\\';
		*d++ = as;
	}
	return d;
}

/* Writes one new annotation. */
static void
write_new(struct out *o, struct ann_list *l, const struct ann_place *p,
    const struct rec *block, struct str text, struct src_map *map)
{
	const struct ann *a = &l->v[p->i];
	struct str doc = block->f[REC_DOC], loc = block->f[REC_LOC], src;
	size_t s, e, at, ntag = strlen(a->tag);
	struct buf *b = &l->line;
	char *d;

	buf_reset(b);
	src_span(map, a->from, a->to, &s, &e, b);
	at = b->len;
	buf_reserve(b, ntag + doc.len + loc.len +
			   2 * (a->to - a->from + a->nvalue) + a->nattrs + at +
			   80);
	d = put_bytes(b->s + at, a->tag, ntag);
	*d++ = '\t';
	/* fields 2 and 3 stand side by side, with the TABs behind them */
	d = put_bytes(d, doc.s, doc.len + loc.len + 2);
	d = put_number(d, p->start);
	*d++ = '\t';
	d = put_number(d, p->end);
	*d++ = '\t';
	if (text.s == block->f[REC_TEXT].s) /* nothing in it is escaped */
		d = put_bytes(d, text.s + a->from, a->to - a->from);
	else
		d = put_escaped(d, text.s + a->from, a->to - a->from);
	*d++ = '\t';
	d = put_escaped(d, l->store.s + a->value, a->nvalue);
	*d++ = '\t';
	b->len = (size_t)(d - b->s);
	src.s = b->s;
	src.len = at;
	put_attrs(b, ann_attrs_of(l, a), src);
	buf_putc(b, '\n');
	out_put(o, b->s + at, b->len - at);
}

static int
cmp_place(
    size_t s1, size_t e1, struct str t1, size_t s2, size_t e2, struct str t2)
{
	if (s1 != s2)
		return s1 < s2 ? -1 : 1;
	if (e1 != e2)
		return e1 > e2 ? -1 : 1;
	return str_cmp(t1, t2);
}

static int
place_before(const struct ann_list *l, const struct ann_place *a,
    const struct ann_place *b)
{
	if (a->start != b->start)
		return a->start < b->start;
	return cmp_place(a->start, a->end, str_of(l->v[a->i].tag), b->start,
		   b->end, str_of(l->v[b->i].tag)) <= 0;
}

/* Merges the sorted runs a..m-1 and m..b-1 of v into w. */
static void
merge(const struct ann_list *l, const struct ann_place *v, struct ann_place *w,
    size_t a, size_t m, size_t b)
{
	size_t i = a, j = m, k;

	for (k = a; k < b; k++)
		w[k] = j == b || (i < m && place_before(l, &v[i], &v[j]))
			   ? v[i++]
			   : v[j++];
}

/* A stable merge sort from below (Knuth 5.2.4); engines find things in order,
 * so that most lists are done before it begins. */
static void
sort_places(struct ann_list *l)
{
	struct ann_place *v = l->at, *w = l->at + l->nat, *t;
	size_t i, run;

	for (i = 1; i < l->nat && place_before(l, &v[i - 1], &v[i]); i++)
		;
	if (i >= l->nat)
		return;
	for (run = 1; run < l->nat; run *= 2) {
		for (i = 0; i < l->nat; i += 2 * run)
			merge(l, v, w, i, i + run < l->nat ? i + run : l->nat,
			    i + 2 * run < l->nat ? i + 2 * run : l->nat);
		t = v;
		v = w;
		w = t;
	}
	if (v != l->at)
		memcpy(l->at, v, l->nat * sizeof *v);
}

/* The new annotations of the asked tags into l->at, in order. */
void
ann_place(struct ann_list *l, const struct ann_own *own, struct src_map *map)
{
	size_t i;

	l->nat = l->done = 0;
	l->at = mem_grow(l->at, &l->cap_at, 2 * l->n, sizeof *l->at);
	for (i = 0; i < l->n; i++) {
		struct ann_place *p = &l->at[l->nat];

		if (!(own_bit_of(own, l->v[i].tag) & own->asked))
			continue;
		src_span(
		    map, l->v[i].from, l->v[i].to, &p->start, &p->end, NULL);
		p->i = i;
		l->nat++;
	}
	sort_places(l);
}

int
ann_write_before(struct out *o, struct ann_list *l, const struct rec *block,
    struct str text, struct src_map *map, const struct rec *r)
{
	const struct ann_place *p;

	for (; l->done < l->nat; l->done++) {
		p = &l->at[l->done];
		if (r && cmp_place(p->start, p->end, str_of(l->v[p->i].tag),
			     r->start, r->end, r->f[REC_TAG]) >= 0)
			return 1;
		write_new(o, l, p, block, text, map);
	}
	return 0;
}

int
ann_stays(const struct ann_own *own, const struct rec *r)
{
	unsigned long long bit = own_bit(own, r->f[REC_TAG]);

	if (own->only && !bit)
		return 0;
	return own->keep || !(bit & own->asked);
}

void
ann_write(struct out *o, struct ann_list *l, const struct ann_own *own,
    const struct rec *block, struct str text, struct src_map *map,
    const struct hold *h, size_t from, size_t to)
{
	struct rec r;
	size_t i;

	ann_place(l, own, map);
	for (i = from; i < to; i++) {
		hold_get(h, i, &r);
		if (!ann_stays(own, &r))
			continue;
		ann_write_before(o, l, block, text, map, &r);
		rec_put(o, &r);
	}
	ann_write_before(o, l, block, text, map, NULL);
}
