#include "mark.h"

#include <string.h>

struct pair {
	const char *key;
	struct str val; /* without escapes */
	int list;	/* it has bars that part values */
};

static int
is_dup(struct str k)
{
	return str_is(k, "dup") || (k.len > 4 && !memcmp(k.s, "dup-", 4));
}

static int
is_count(struct str k)
{
	return str_is(k, "n");
}

static void
put_pair(struct buf *b, const struct pair *p)
{
	attr_put(b, p->key, p->val.s, p->list ? 0 : p->val.len);
	if (p->list)
		buf_put(b, p->val.s, p->val.len);
}

/* Puts the block's attributes into m->attrs, but for its own, with the n pairs
 * (in the order of their keys) in their places. */
static void
merge(struct mark *m, struct str attrs, int (*own)(struct str),
    const struct pair *p, size_t n)
{
	struct buf *b = &m->attrs;
	size_t at = 0, i = 0;
	struct str k, v;

	buf_reset(b);
	while (attr_next(attrs, &at, &k, &v)) {
		if (own(k))
			continue;
		for (; i < n && str_cmp(str_of(p[i].key), k) < 0; i++)
			put_pair(b, &p[i]);
		if (b->len)
			buf_putc(b, ';');
		buf_put(b, k.s, (size_t)(v.s + v.len - k.s));
	}
	for (; i < n; i++)
		put_pair(b, &p[i]);
}

/* Writes the block with the attributes in m->attrs. */
static void
put_line(struct mark *m, struct out *o, const struct rec *r)
{
	out_put(o, r->s, (size_t)(r->f[REC_ATTRS].s - r->s));
	out_put(o, m->attrs.s, m->attrs.len);
	out_putc(o, '\n');
}

int
mark_is(const struct rec *r)
{
	struct str k, v;
	size_t at = 0;

	while (attr_next(r->f[REC_ATTRS], &at, &k, &v))
		if (is_dup(k))
			return 1;
	return 0;
}

void
mark_none(struct mark *m, struct out *o, const struct rec *r)
{
	merge(m, r->f[REC_ATTRS], is_dup, NULL, 0);
	put_line(m, o, r);
}

void
mark_dup(
    struct mark *m, struct out *o, const struct rec *r, const struct dup *dup)
{
	struct pair p[4] = {{"dup", {NULL, 0}, 0}};
	size_t n = 1;
	struct str doc = rec_text(dup->doc, &m->doc);

	buf_reset(&m->value);
	buf_put(&m->value, doc.s, doc.len);
	buf_putc(&m->value, ':');
	buf_put(&m->value, dup->loc.s, dup->loc.len);
	p[0].val = buf_str(&m->value);
	buf_reset(&m->cover);
	buf_putu(&m->cover, dup->cover);
	if (dup->kind != VERDICT_EXACT) {
		p[n].key = "dup-cover";
		p[n++].val = buf_str(&m->cover);
	}
	p[n].key = "dup-kind";
	p[n++].val = str_of(verdict_word(dup->kind));
	if (dup->spans.len) {
		p[n].key = "dup-span";
		p[n].list = 1;
		p[n++].val = dup->spans;
	}
	merge(m, r->f[REC_ATTRS], is_dup, p, n);
	put_line(m, o, r);
}

void
mark_count(struct mark *m, struct out *o, const struct rec *r, size_t count)
{
	struct pair p = {"n", {NULL, 0}, 0};

	buf_reset(&m->value);
	buf_putu(&m->value, count);
	p.val = buf_str(&m->value);
	merge(m, r->f[REC_ATTRS], is_count, &p, 1);
	put_line(m, o, r);
}

void
mark_free(struct mark *m)
{
	buf_free(&m->attrs);
	buf_free(&m->value);
	buf_free(&m->doc);
	buf_free(&m->cover);
}
