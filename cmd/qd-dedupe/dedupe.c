#include "dedupe.h"

#include <string.h>

#include "counts.h"
#include "hold.h"
#include "mark.h"
#include "span.h"

const char *const dedupe_tags[] = {"para", "sent", "title", "kicker",
    "subtitle", "byline", "subhead", "caption", "note", NULL};

struct dedupe {
	const struct dedupe_opt *o;
	struct out *out;
	struct judge judge;
	struct counts counts;
	struct dedupe_sum sum;
	struct buf doc, loc;	   /* of the block that was dropped last, or of
				      the article that is held */
	int dropped;		   /* this may be an annotation of that block */
	struct buf at_doc, at_art; /* the scope that the line before is in */
	struct hold held;	   /* the lines of an article */
	int too_long;		   /* the rest of it is passed on */
	struct mark mark;
	struct index_text text[DEDUPE_LINES]; /* of the lines that were taken,
						 or of an article in [0] */
	const struct runs *runs; /* of the text judged last, covered */
	struct span span;
};

static void
set(struct buf *b, struct str s)
{
	buf_reset(b);
	buf_put(b, s.s, s.len);
}

struct dedupe *
dedupe_open(const struct dedupe_opt *o, struct out *out)
{
	struct dedupe *d = mem_calloc(1, sizeof *d);

	d->o = o;
	d->out = out;
	if (judge_open(&d->judge, &o->judge, out) == -1) {
		mem_free(d);
		return NULL;
	}
	counts_open(&d->counts, &d->judge.index.pool);
	return d;
}

/* 1 when blocks with the record's tag take part. */
static int
takes_part(const struct dedupe *d, const struct rec *r)
{
	size_t i;

	for (i = 0; dedupe_tags[i]; i++)
		if (str_is(r->f[REC_TAG], dedupe_tags[i]))
			return (int)(d->o->tags >> i & 1);
	return 0;
}

/* Writes a line that is none of the repeats; -1 when memory is full. */
static int
pass(struct dedupe *d, const struct rec *r)
{
	if (d->o->mode == DEDUPE_COUNT)
		return counts_line(&d->counts, r);
	if (d->o->mode != DEDUPE_ONLY)
		rec_put(d->out, r);
	return 0;
}

/* Writes a block that takes part and is no repeat. */
static int
unmarked(struct dedupe *d, const struct rec *r)
{
	if (d->o->mode != DEDUPE_MARK || !mark_is(r))
		return pass(d, r);
	mark_none(&d->mark, d->out, r);
	return 0;
}

/* Forgets all blocks where the line is the first of a new scope. */
static void
look_at_scope(struct dedupe *d, const struct rec *r)
{
	struct str doc = r->f[REC_DOC], art = {NULL, 0};
	int begins = r->kind == REC_DOCU;

	if (d->o->scope == DEDUPE_ALL)
		return;
	if (d->o->scope == DEDUPE_ART) {
		art = rec_art(r->f[REC_LOC]);
		begins |= r->kind == REC_ART;
	}
	if (!begins && str_eq(buf_str(&d->at_art), art) &&
	    str_eq(buf_str(&d->at_doc), doc))
		return;
	index_reset(&d->judge.index);
	set(&d->at_doc, doc);
	set(&d->at_art, art);
}

/* 1 when a block with that verdict is written with a mark. */
static int
is_marked(const struct dedupe *d, const struct verdict *v)
{
	if (d->o->mode == DEDUPE_MARK)
		return v->kind > VERDICT_NEW;
	return d->o->mode == DEDUPE_ONLY && v->repeat;
}

/* Writes a block with a mark; its characters are those from *first on of the
 * text that was judged.  own: it was a part of that text. */
static void
put_marked(struct dedupe *d, const struct rec *r, const struct verdict *v,
    size_t *first, int own)
{
	struct dup dup = {{NULL, 0}, {NULL, 0}, v->kind, v->cover, {"", 0}};
	size_t n = 0;

	judge_place(&d->judge, v, &dup.doc, &dup.loc);
	if (v->kind != VERDICT_EXACT && own)
		dup.spans = span_of(&d->span, r, d->runs, *first, &n);
	*first += n;
	mark_dup(&d->mark, d->out, r, &dup);
}

/* Writes a block of a judged unit, or does not. */
static int
put_block(struct dedupe *d, const struct rec *r, const struct verdict *v,
    size_t *first, int own)
{
	if (is_marked(d, v)) {
		put_marked(d, r, v, first, own);
		return 0;
	}
	if (v->repeat)
		return 0;
	if (d->o->mode == DEDUPE_COUNT && v->kind != VERDICT_NONE)
		return counts_block(&d->counts, r, v->num);
	return unmarked(d, r);
}

/* 1 when the annotations of a block with that verdict go, too. */
static int
takes_along(const struct dedupe *d, const struct verdict *v)
{
	return v->repeat && d->o->mode != DEDUPE_MARK &&
	       d->o->mode != DEDUPE_ONLY;
}

/* Counts the unit where counts are asked for. */
static int
count_unit(struct dedupe *d, struct verdict *v)
{
	if (d->o->mode != DEDUPE_COUNT || v->kind == VERDICT_NONE)
		return 0;
	if (!v->repeat)
		v->num = d->judge.index.store.next - 1;
	return counts_again(&d->counts, v->num);
}

/* The verdict on a unit that was looked at; -1 when memory is full. */
static int
judge(struct dedupe *d, const struct index_text *t, struct str doc,
    struct str loc, struct verdict *v)
{
	if (judge_text(&d->judge, t, doc, loc, v) == -1 ||
	    count_unit(d, v) == -1)
		return -1;
	d->sum.kind[v->kind]++;
	if (is_marked(d, v))
		d->runs = judge_runs(&d->judge, v);
	return 0;
}

/* Judges and writes a block; t: its text. */
static int
block(struct dedupe *d, const struct rec *r, const struct index_text *t)
{
	struct verdict v;
	size_t first = 0;

	d->dropped = 0;
	if (!takes_part(d, r))
		return pass(d, r);
	if (judge(d, t, r->f[REC_DOC], r->f[REC_LOC], &v) == -1)
		return -1;
	if (takes_along(d, &v)) {
		d->dropped = 1;
		set(&d->doc, r->f[REC_DOC]);
		set(&d->loc, r->f[REC_LOC]);
	}
	return put_block(d, r, &v, &first, 1);
}

/* Writes the lines of the article that was judged. */
static int
put_article(struct dedupe *d, const struct verdict *v)
{
	size_t i, first = 0;
	struct rec r;
	int full = 0;

	for (i = 0; i < d->held.n && !full; i++) {
		hold_get(&d->held, i, &r);
		if (r.kind == REC_BLOCK)
			full = put_block(d, &r, v, &first, takes_part(d, &r));
		else if (r.kind != REC_ANN || !takes_along(d, v))
			full = pass(d, &r);
	}
	hold_reset(&d->held);
	return full;
}

/* Judges and writes the article that is held, d->doc and d->loc. */
static int
end_article(struct dedupe *d)
{
	struct index_text *t = &d->text[0];
	struct verdict v;
	struct rec r;
	size_t i;

	index_begin(t);
	for (i = 0; i < d->held.n && !d->too_long; i++) {
		hold_get(&d->held, i, &r);
		if (r.kind == REC_BLOCK && takes_part(d, &r))
			index_add(&d->judge.index, t, r.f[REC_TEXT]);
	}
	judge_look(&d->judge, t);
	if (judge(d, t, buf_str(&d->doc), buf_str(&d->loc), &v) == -1)
		return -1;
	d->too_long = 0;
	return put_article(d, &v);
}

/* 1 when the line begins another article. */
static int
begins_article(const struct dedupe *d, const struct rec *r)
{
	if (r->kind == REC_RAW)
		return 0;
	return r->kind == REC_DOCU || r->kind == REC_ART ||
	       !str_eq(buf_str(&d->loc), rec_art(r->f[REC_LOC])) ||
	       !str_eq(buf_str(&d->doc), r->f[REC_DOC]);
}

/* Takes a line where articles are judged. */
static int
article_line(struct dedupe *d, const struct rec *r)
{
	struct verdict none = {VERDICT_NONE, 0, 0, 0};

	if (begins_article(d, r)) {
		if (end_article(d) == -1)
			return -1;
		if (r->kind != REC_RAW)
			look_at_scope(d, r);
		set(&d->doc, r->f[REC_DOC]);
		set(&d->loc, rec_art(r->f[REC_LOC]));
	}
	if (r->kind == REC_DOCU || (r->kind == REC_RAW && d->held.n == 0))
		return pass(d, r);
	hold_add(&d->held, r);
	if (d->held.bytes.len <= d->o->max_article)
		return 0;
	d->sum.long_articles += !d->too_long;
	d->too_long = 1;
	return put_article(d, &none);
}

/* 1 when the line is an annotation of the block that was dropped. */
static int
goes_too(const struct dedupe *d, const struct rec *r)
{
	return d->dropped && str_eq(buf_str(&d->loc), r->f[REC_LOC]) &&
	       str_eq(buf_str(&d->doc), r->f[REC_DOC]);
}

/* Takes a line where blocks are judged; t: the text of one. */
static int
block_line(struct dedupe *d, const struct rec *r, const struct index_text *t)
{
	if (r->kind != REC_RAW)
		look_at_scope(d, r);
	switch (r->kind) {
	case REC_RAW:
		return pass(d, r);
	case REC_BLOCK:
		return block(d, r, t);
	case REC_ANN:
		return goes_too(d, r) ? 0 : pass(d, r);
	default:
		d->dropped = 0;
		return pass(d, r);
	}
}

/* The text of a block is folded and looked at. */
static void
look(struct dedupe *d, const struct rec *r, struct index_text *t)
{
	if (r->kind != REC_BLOCK || !takes_part(d, r))
		return;
	index_take(&d->judge.index, t, r->f[REC_TEXT]);
	judge_look(&d->judge, t);
}

int
dedupe_lines(struct dedupe *d, const struct rec *r, size_t n)
{
	int full = 0;
	size_t i;

	if (d->o->unit == DEDUPE_ARTICLE) {
		for (i = 0; i < n && !full; i++)
			full = article_line(d, &r[i]);
		return full;
	}
	for (i = 0; i < n; i++)
		look(d, &r[i], &d->text[i]);
	for (i = 0; i < n && !full; i++)
		full = block_line(d, &r[i], &d->text[i]);
	return full;
}

int
dedupe_end(struct dedupe *d)
{
	if (d->held.n && end_article(d) == -1)
		return -1;
	if (d->o->mode == DEDUPE_COUNT)
		counts_write(&d->counts, &d->mark, d->out);
	return 0;
}

const struct dedupe_sum *
dedupe_sum(struct dedupe *d)
{
	d->sum.units = d->judge.units;
	d->sum.bad_marks = d->judge.bad_marks;
	return &d->sum;
}

struct index *
dedupe_index(struct dedupe *d)
{
	return &d->judge.index;
}

void
dedupe_close(struct dedupe *d)
{
	size_t i;

	for (i = 0; i < DEDUPE_LINES; i++)
		index_text_free(&d->text[i]);
	counts_free(&d->counts);
	judge_close(&d->judge);
	buf_free(&d->doc);
	buf_free(&d->loc);
	buf_free(&d->at_doc);
	buf_free(&d->at_art);
	hold_free(&d->held);
	mark_free(&d->mark);
	span_free(&d->span);
	mem_free(d);
}
