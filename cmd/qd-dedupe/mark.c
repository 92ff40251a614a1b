#include "mark.h"

#include <string.h>

struct pair {
	const char *key;
	struct str val; /* without escapes */
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
			attr_put(b, p[i].key, p[i].val.s, p[i].val.len);
		if (b->len)
			buf_putc(b, ';');
		buf_put(b, k.s, (size_t)(v.s + v.len - k.s));
	}
	for (; i < n; i++)
		attr_put(b, p[i].key, p[i].val.s, p[i].val.len);
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
mark_dup(struct mark *m, struct out *o, const struct rec *r, struct str doc,
    struct str loc, const char *kind)
{
	struct pair p[2] = {{"dup", {NULL, 0}}, {"dup-kind", {NULL, 0}}};

	if (doc.s) {
		p[1].val = str_of(kind);
		doc = rec_text(doc, &m->doc);
		buf_reset(&m->value);
		buf_put(&m->value, doc.s, doc.len);
		buf_putc(&m->value, ':');
		buf_put(&m->value, loc.s, loc.len);
		p[0].val = buf_str(&m->value);
	}
	merge(m, r->f[REC_ATTRS], is_dup, p, doc.s ? 2 : 0);
	put_line(m, o, r);
}

void
mark_count(struct mark *m, struct out *o, const struct rec *r, size_t count)
{
	struct pair p = {"n", {NULL, 0}};

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
}
