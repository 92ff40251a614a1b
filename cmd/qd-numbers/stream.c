#include "stream.h"

#include <string.h>

/* The date in attrs as far as it says one: 2026-02-04, 2026, --02-04. */
static struct date
date_of(struct str attrs)
{
	struct str v = attr_get(attrs, "date");
	struct date d = {0, 0, 0};
	char full[11] = "2000-";

	if (v.s == NULL)
		return d;
	if (v.len >= 4 && v.s[0] == '-' && v.s[1] == '-' && v.len <= 7) {
		memcpy(full + 5, v.s + 2, v.len - 2);
		if (date_parse(full, v.len + 3, &d))
			d.y = 0;
		return d;
	}
	if (!date_parse(v.s, v.len, &d))
		memset(&d, 0, sizeof d);
	return d;
}

/* What a says, completed by b. */
static struct date
complete(struct date a, struct date b)
{
	if (!a.y && (!a.m || a.m == b.m))
		a.y = b.y;
	if (!a.m && a.y == b.y) {
		a.m = b.m;
		a.d = b.d;
	}
	return a;
}

/* 1 when the pieces of the map lie in the document as they do in the text. */
static int
is_forward(const struct src_map *m)
{
	size_t i;

	for (i = 1; i < m->n; i++)
		if (m->v[i - 1].src + m->v[i - 1].slen > m->v[i].src)
			return 0;
	return 1;
}

/*
 * Writes the quantities that stand before r (or all that are left), piece by
 * piece.  Where the pieces of the source lie in another order than the text,
 * the order of place is known only when all have been found.
 */
static void
write_before(struct stream *s, const struct rec *r)
{
	int more;

	while (!ann_write_before(
	    s->out, &s->found, &s->rec, s->text, &s->map, r)) {
		ann_reset(&s->found);
		do
			more = numbers_next(s->nm, &s->found);
		while (more && !s->forward);
		if (s->found.n == 0 && !more)
			return;
		ann_place(&s->found, &s->own, &s->map);
	}
}

/* Ends the block's run of annotations. */
static void
flush(struct stream *s)
{
	if (s->block.n == 0)
		return;
	write_before(s, NULL);
	hold_reset(&s->block);
}

/* 1 when doc and article of r are not those of the line before. */
static int
new_place(struct stream *s, const struct rec *r)
{
	struct str art = rec_art(r->f[REC_LOC]);
	struct str doc = r->f[REC_DOC];
	struct buf *b = &s->place;

	if (b->len == doc.len + 1 + art.len && !memcmp(b->s, doc.s, doc.len) &&
	    b->s[doc.len] == '\t' &&
	    !memcmp(b->s + doc.len + 1, art.s, art.len))
		return 0;
	return 1;
}

/* Takes over doc and article of r, and the dates that hold there. */
static void
enter(struct stream *s, const struct rec *r)
{
	struct str art = rec_art(r->f[REC_LOC]);
	struct str doc = r->f[REC_DOC], title = {"", 0};
	struct date date = {0, 0, 0};
	struct buf *b = &s->place;

	if (r->kind == REC_DOCU || b->len <= doc.len || b->s[doc.len] != '\t' ||
	    memcmp(b->s, doc.s, doc.len)) {
		numbers_document(s->nm);
		s->doc = s->fallback;
	}
	if (r->kind == REC_DOCU)
		s->doc = complete(date_of(r->f[REC_ATTRS]), s->fallback);
	if (r->kind == REC_ART) {
		date = date_of(r->f[REC_ATTRS]);
		title = rec_text(r->f[REC_TEXT], &s->bytes);
	}
	numbers_article(s->nm, complete(date, s->doc), title);
	buf_reset(b);
	buf_put(b, doc.s, doc.len);
	buf_putc(b, '\t');
	buf_put(b, art.s, art.len);
}

/* r, whose bytes now stand at s: it is not taken apart again. */
static struct rec
moved(const struct rec *r, const char *s)
{
	struct rec to = *r;
	size_t k;

	to.s = s;
	for (k = 0; k < REC_NFIELDS; k++)
		to.f[k].s = s + (r->f[k].s - r->s);
	return to;
}

/* Keeps a block and reads its source map; -1 when that is malformed. */
static int
keep(struct stream *s, const struct rec *r)
{
	int bad;

	hold_add(&s->block, r);
	s->rec = moved(r, s->block.bytes.s);
	s->text = rec_text(s->rec.f[REC_TEXT], &s->bytes);
	bad = src_read(&s->map, &s->rec, s->text);
	s->forward = is_forward(&s->map);
	numbers_text(s->nm, s->rec.f[REC_TAG], s->text);
	ann_reset(&s->found);
	ann_place(&s->found, &s->own, &s->map);
	return bad;
}

/* An annotation: of the block, or of none. */
static void
annotation(struct stream *s, const struct rec *r)
{
	int of_block = s->block.n > 0 && hold_same_loc(&s->block, 0, r);

	if (!of_block)
		flush(s);
	else if (ann_stays(&s->own, r))
		write_before(s, r);
	if (of_block ? ann_stays(&s->own, r) : !s->own.only)
		rec_put(s->out, r);
}

int
stream_record(struct stream *s, const struct rec *r)
{
	int bad = 0;

	if (r->kind == REC_ANN) {
		annotation(s, r);
		return 0;
	}
	flush(s);
	if (r->kind != REC_RAW) {
		if (r->kind != REC_BLOCK || new_place(s, r))
			enter(s, r);
		if (r->kind == REC_BLOCK)
			bad = keep(s, r);
	}
	if (!s->own.only)
		rec_put(s->out, r);
	return bad;
}

void
stream_end(struct stream *s)
{
	flush(s);
}

void
stream_free(struct stream *s)
{
	hold_free(&s->block);
	ann_free(&s->found);
	src_free(&s->map);
	buf_free(&s->place);
	buf_free(&s->bytes);
}
