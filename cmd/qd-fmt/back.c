#include "back.h"

#include <stdlib.h>
#include <string.h>

#include "fold.h"
#include "utf8.h"

void
back_begin(struct back *b, const struct rec *block)
{
	group_begin(&b->group, block);
	b->n = 0;
	buf_reset(&b->lines);
}

static struct back_ann *
new_ann(struct back *b, size_t start, size_t end, size_t ntag)
{
	struct back_ann *a;

	b->v = mem_grow(b->v, &b->cap, b->n + 1, sizeof *b->v);
	a = &b->v[b->n];
	a->start = start;
	a->end = end;
	a->order = b->n++;
	a->at = b->lines.len;
	a->ntag = ntag;
	return a;
}

struct str
back_value(struct str tag, struct str text, struct buf *b)
{
	struct buf folded = {0};

	buf_reset(b);
	if (tag.len && tag.s[0] < 'a') {
		fold_bytes(&folded, text);
		rec_escape(b, folded.s ? folded.s : "", folded.len);
		buf_free(&folded);
	}
	return buf_str(b);
}

/* Adds the attributes, sorted as they came, with src in its place. */
static void
put_attrs(struct buf *o, struct str attrs, struct str src)
{
	struct str k, v;
	size_t at = 0, from = o->len;
	int put = src.len == 0;

	while (attr_next(attrs, &at, &k, &v)) {
		if (str_is(k, "src"))
			continue;
		if (!put && str_cmp(k, str_of("src")) > 0) {
			buf_puts(o, o->len > from ? ";src=" : "src=");
			buf_put(o, src.s, src.len);
			put = 1;
		}
		if (o->len > from)
			buf_putc(o, ';');
		buf_put(o, k.s, k.len);
		buf_putc(o, '=');
		buf_put(o, v.s, v.len);
	}
	if (!put) {
		buf_puts(o, o->len > from ? ";src=" : "src=");
		buf_put(o, src.s, src.len);
	}
}

void
back_add(struct back *b, size_t from, size_t to, struct str tag,
    struct str value, struct str attrs)
{
	struct group *g = &b->group;
	struct str text = {g->text.s + from, to - from};
	struct buf *o = &b->lines;
	struct back_ann *a;
	size_t start, end;

	buf_reset(&b->src);
	src_span(&g->map, from, to, &start, &end, &b->src);
	a = new_ann(b, start, end, tag.len);
	buf_put(o, tag.s, tag.len);
	buf_putc(o, '\t');
	buf_put(o, g->block.f[REC_DOC].s, g->block.f[REC_DOC].len);
	buf_putc(o, '\t');
	buf_put(o, g->block.f[REC_LOC].s, g->block.f[REC_LOC].len);
	buf_putc(o, '\t');
	buf_putu(o, start);
	buf_putc(o, '\t');
	buf_putu(o, end);
	buf_putc(o, '\t');
	rec_escape(o, text.s, text.len);
	buf_putc(o, '\t');
	if (value.s == NULL)
		value = back_value(tag, text, &b->cell);
	buf_put(o, value.s, value.len);
	buf_putc(o, '\t');
	put_attrs(o, attrs, buf_str(&b->src));
	a->len = o->len - a->at;
}

void
back_keep(struct back *b, const struct rec *r)
{
	struct back_ann *a = new_ann(b, r->start, r->end, r->f[REC_TAG].len);

	buf_put(&b->lines, r->s, r->len);
	a->len = r->len;
}

/* qsort has no room for what it compares by: the lines are reached so. */
struct ordered {
	const struct back_ann *a;
	struct str tag;
};

/* By start, the longer first, by tag, as they came (qd-records(5)). */
static int
cmp(const void *x, const void *y)
{
	const struct ordered *p = x, *q = y;
	int c;

	if (p->a->start != q->a->start)
		return p->a->start < q->a->start ? -1 : 1;
	if (p->a->end != q->a->end)
		return p->a->end > q->a->end ? -1 : 1;
	c = str_cmp(p->tag, q->tag);
	return c ? c
		 : (p->a->order > q->a->order) - (p->a->order < q->a->order);
}

void
back_end(struct back *b, struct buf *out)
{
	struct ordered *v = mem_calloc(b->n, sizeof *v);
	size_t i;

	buf_put(out, b->group.block.s, b->group.block.len);
	buf_putc(out, '\n');
	for (i = 0; i < b->n; i++) {
		v[i].a = &b->v[i];
		v[i].tag.s = b->lines.s + b->v[i].at;
		v[i].tag.len = b->v[i].ntag;
	}
	qsort(v, b->n, sizeof *v, cmp);
	for (i = 0; i < b->n; i++) {
		buf_put(out, b->lines.s + v[i].a->at, v[i].a->len);
		buf_putc(out, '\n');
	}
	mem_free(v);
	b->n = 0;
	b->group.held = 0;
}

size_t
back_byte(struct str text, size_t n, struct group_chars *at)
{
	uint32_t cp;

	if (n < at->n)
		at->byte = at->n = 0;
	while (at->n < n && at->byte < text.len) {
		at->byte +=
		    utf8_decode(text.s + at->byte, text.len - at->byte, &cp);
		at->n++;
	}
	return at->n == n ? at->byte : text.len + 1;
}

void
back_free(struct back *b)
{
	group_free(&b->group);
	mem_free(b->v);
	buf_free(&b->lines);
	buf_free(&b->cell);
	buf_free(&b->src);
	memset(b, 0, sizeof *b);
}
