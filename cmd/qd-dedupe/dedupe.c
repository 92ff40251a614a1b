#include "dedupe.h"

#include "counts.h"
#include "key.h"
#include "mark.h"
#include "places.h"
#include "seen.h"

const char *const dedupe_tags[] = {"para", "sent", "title", "kicker",
    "subtitle", "byline", "subhead", "caption", "note", NULL};

struct dedupe {
	const struct dedupe_opt *o;
	struct out *out;
	struct seen seen; /* a key's number: of places or of counts */
	struct places places;
	struct counts counts;
	size_t blocks;
	struct buf doc, loc;	   /* of the block that was dropped last */
	int dropped;		   /* and this may be one of its annotations */
	struct buf at_doc, at_art; /* the scope that the line before is in */
	struct buf fold;
	struct mark mark;
};

struct dedupe *
dedupe_open(const struct dedupe_opt *o, struct out *out)
{
	struct dedupe *d = mem_calloc(1, sizeof *d);

	d->o = o;
	d->out = out;
	d->seen.numbers = o->mode != DEDUPE_DROP;
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

/* Writes a line that is none of the repeats. */
static void
pass(struct dedupe *d, const struct rec *r)
{
	if (d->o->mode == DEDUPE_COUNT)
		counts_line(&d->counts, r);
	else if (d->o->mode != DEDUPE_ONLY)
		rec_put(d->out, r);
}

/* Writes a block that takes part and is no repeat. */
static void
unmarked(struct dedupe *d, const struct rec *r)
{
	struct str none = {NULL, 0};

	if (d->o->mode == DEDUPE_MARK && mark_is(r))
		mark_dup(&d->mark, d->out, r, none, none, NULL);
	else
		pass(d, r);
}

static void
set(struct buf *b, struct str s)
{
	buf_reset(b);
	buf_put(b, s.s, s.len);
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
	seen_reset(&d->seen);
	places_reset(&d->places);
	set(&d->at_doc, doc);
	set(&d->at_art, art);
}

/* Bytes that b takes when n more are in it: it doubles where it must grow. */
static size_t
bytes_with(const struct buf *b, size_t n)
{
	return b->len + n < b->cap ? b->cap : 2 * (b->cap + n);
}

/* 1 when there is memory to remember the record; what is left is the table's.
 */
static int
fits(struct dedupe *d, const struct rec *r)
{
	size_t n = r->len + 64, used = 0, left;

	if (d->o->mode == DEDUPE_COUNT)
		used = bytes_with(&d->counts.lines, n) +
		       2 * (d->counts.cap + 1) * sizeof *d->counts.v;
	else if (d->o->mode != DEDUPE_DROP)
		used = bytes_with(&d->places.b, n);
	left = used < d->o->memory ? d->o->memory - used : 0;
	d->seen.limit = left;
	return seen_bytes(&d->seen) <= left;
}

/* A block that is not there yet. */
static void
first(struct dedupe *d, const struct rec *r, size_t *num)
{
	d->blocks++;
	switch (d->o->mode) {
	case DEDUPE_COUNT:
		*num = counts_block(&d->counts, r);
		return;
	case DEDUPE_DROP:
		break;
	case DEDUPE_MARK:
	case DEDUPE_ONLY:
		*num = places_add(&d->places, r->f[REC_DOC], r->f[REC_LOC]);
		break;
	}
	unmarked(d, r);
}

/* A block that is there already. */
static void
repeat(struct dedupe *d, const struct rec *r, const size_t *num)
{
	struct str doc, loc;

	switch (d->o->mode) {
	case DEDUPE_COUNT:
		counts_again(&d->counts, *num);
		break;
	case DEDUPE_DROP:
		break;
	case DEDUPE_MARK:
	case DEDUPE_ONLY:
		places_get(&d->places, *num, &doc, &loc);
		mark_dup(&d->mark, d->out, r, doc, loc, "exact");
		return;
	}
	d->dropped = 1;
	set(&d->doc, r->f[REC_DOC]);
	set(&d->loc, r->f[REC_LOC]);
}

static int
block(struct dedupe *d, const struct rec *r)
{
	struct hash key;
	size_t *num = NULL;

	d->dropped = 0;
	if (!takes_part(d, r)) {
		pass(d, r);
		return 0;
	}
	if (!key_of(r->f[REC_TEXT], &d->fold, &key)) {
		unmarked(d, r);
		return 0;
	}
	switch (seen_put(&d->seen, key, &num)) {
	case SEEN_FULL:
		return -1;
	case SEEN_NEW:
		first(d, r, num);
		break;
	case SEEN_OLD:
		repeat(d, r, num);
		break;
	}
	return 0;
}

/* 1 when the line is an annotation of the block that was dropped. */
static int
goes_too(const struct dedupe *d, const struct rec *r)
{
	return d->dropped && str_eq(buf_str(&d->loc), r->f[REC_LOC]) &&
	       str_eq(buf_str(&d->doc), r->f[REC_DOC]);
}

int
dedupe_line(struct dedupe *d, const struct rec *r)
{
	if (!fits(d, r))
		return -1;
	if (r->kind == REC_RAW) {
		pass(d, r);
		return 0;
	}
	look_at_scope(d, r);
	switch (r->kind) {
	case REC_BLOCK:
		return block(d, r);
	case REC_ANN:
		if (!goes_too(d, r))
			pass(d, r);
		break;
	default:
		d->dropped = 0;
		pass(d, r);
	}
	return 0;
}

size_t
dedupe_blocks(const struct dedupe *d)
{
	return d->blocks;
}

void
dedupe_close(struct dedupe *d)
{
	if (d->o->mode == DEDUPE_COUNT)
		counts_write(&d->counts, &d->mark, d->out);
	seen_free(&d->seen);
	places_free(&d->places);
	counts_free(&d->counts);
	buf_free(&d->doc);
	buf_free(&d->loc);
	buf_free(&d->at_doc);
	buf_free(&d->at_art);
	buf_free(&d->fold);
	mark_free(&d->mark);
	mem_free(d);
}
