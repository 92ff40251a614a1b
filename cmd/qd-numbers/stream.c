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

/* Writes the held annotations with the block's quantities among them. */
static void
flush(struct stream *s)
{
	struct rec block;
	struct str text;

	if (s->block.n == 0)
		return;
	hold_get(&s->block, 0, &block);
	text = rec_text(block.f[REC_TEXT], &s->text);
	numbers_text(s->nm, block.f[REC_TAG], text, &s->found);
	ann_write(s->out, &s->found, &s->own, &block, text, &s->map, &s->held,
	    0, s->held.n);
	hold_reset(&s->held);
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
		title = rec_text(r->f[REC_TEXT], &s->text);
	}
	numbers_article(s->nm, complete(date, s->doc), title);
	buf_reset(b);
	buf_put(b, doc.s, doc.len);
	buf_putc(b, '\t');
	buf_put(b, art.s, art.len);
}

/* Keeps a block and reads its source map; -1 when that is malformed. */
static int
keep(struct stream *s, const struct rec *r)
{
	hold_add(&s->block, r);
	return src_read(&s->map, r, rec_text(r->f[REC_TEXT], &s->text));
}

int
stream_record(struct stream *s, const struct rec *r)
{
	int bad = 0;

	if (r->kind == REC_ANN) {
		if (s->block.n > 0 && hold_same_loc(&s->block, 0, r)) {
			hold_add(&s->held, r);
			return 0;
		}
		flush(s);
		if (!s->own.only)
			rec_put(s->out, r);
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
	hold_free(&s->held);
	ann_free(&s->found);
	src_free(&s->map);
	buf_free(&s->place);
	buf_free(&s->text);
}
