#include "numbers.h"

#include <string.h>

#include "context.h"
#include "resolve.h"
#include "scan.h"
#include "status.h"
#include "tight.h"
#include "utf8.h"

const char *const numbers_tags[] = {"money", "percent", "count", "measure",
    "ratio", "ordinal", "date", "period", "duration", "code", "number", NULL};

/* Bytes of a text that are folded and scanned at once. */
#define PIECE ((size_t)65536)

struct numbers {
	struct tables tables;
	struct almanac *almanac;
	struct scan scan;
	struct half half, again;
	struct marks marks;
	struct str source; /* the block's text */
	size_t at;	   /* the first byte of it that is not scanned */
	int prose;	   /* it is no note or caption */
	struct str piece;  /* the piece of it that is scanned */
	struct text text;  /* that, folded */
	struct context *context;
	size_t cap;
	struct status_of *status;
	size_t cap_status;
	struct buf tmp;
};

struct numbers *
numbers_open(const char *dir, const char *const *units, size_t n)
{
	struct numbers *nm = mem_calloc(1, sizeof *nm);

	tables_open(&nm->tables, dir, units, n);
	scan_open(&nm->scan, &nm->tables);
	nm->almanac = almanac_open(dir);
	nm->scan.known.almanac = nm->almanac;
	return nm;
}

void
numbers_close(struct numbers *nm)
{
	scan_close(&nm->scan);
	tables_close(&nm->tables);
	almanac_close(nm->almanac);
	half_free(&nm->half);
	half_free(&nm->again);
	mem_free(nm->marks.v);
	buf_free(&nm->tmp);
	mem_free(nm->context);
	mem_free(nm->status);
	mem_free(nm);
}

/* What h holds, until it changes. */
static struct text
text_of(const struct half *h)
{
	struct text t = {h->text.s, h->text.len, h};

	return t;
}

/* Folds and marks the piece; the spaces that are in the way of a quantity go,
 * and then it is marked again. */
static void
sift(struct numbers *nm)
{
	sift_text(&nm->scan.sift, nm->piece, &nm->half, &nm->marks);
	tight_text(&nm->tables, &nm->half);
	if (nm->half.gaps)
		sift_text(&nm->scan.sift, buf_str(&nm->half.text), &nm->again,
		    &nm->marks);
	nm->text = text_of(&nm->half);
}

void
numbers_document(struct numbers *nm)
{
	known_document(&nm->scan.known);
}

void
numbers_article(struct numbers *nm, struct date date, struct str title)
{
	struct text t;

	half_text(&nm->half, title);
	tight_text(&nm->tables, &nm->half);
	t = text_of(&nm->half);
	known_article(&nm->scan.known, date, &t);
}

static void
put_attr(struct ann_list *l, const char *key, const char *value)
{
	if (value)
		ann_attr(l, key, value, strlen(value));
}

static void
put_dec(struct numbers *nm, struct ann_list *l, const char *key,
    const struct dec *d)
{
	buf_reset(&nm->tmp);
	dec_put(&nm->tmp, d);
	ann_attr(l, key, nm->tmp.s, nm->tmp.len);
}

/* The interval that 多 and 余 name: 3000多 is 3000 to 4000. */
static void
put_interval(struct numbers *nm, struct ann_list *l, const struct quantity *q)
{
	struct dec hi = q->lo;

	if (!q->numeric || !(q->flags & NUM_MORE) || (q->flags & NUM_RANGE) ||
	    dec_next(&hi) == -1)
		return;
	put_dec(nm, l, "hi", &hi);
	put_dec(nm, l, "lo", &q->lo);
}

/* The value in the base unit, with that unit. */
static void
put_si(struct numbers *nm, struct ann_list *l, const struct quantity *q)
{
	if (!q->numeric || !q->u || !q->u->q || q->u->base.len == 0 ||
	    q->nunit != q->u->unit.len)
		return;
	buf_reset(&nm->tmp);
	dec_put_ratio(&nm->tmp, &q->lo, q->u->p, q->u->q);
	if (q->flags & (NUM_RANGE | NUM_VAGUE)) {
		buf_puts(&nm->tmp, "..");
		dec_put_ratio(&nm->tmp, &q->hi, q->u->p, q->u->q);
	}
	buf_put(&nm->tmp, q->u->base.s, q->u->base.len);
	ann_attr(l, "si", nm->tmp.s, nm->tmp.len);
}

/* The time that the figure belongs to: a date's value, or the period from it
 * to the article's date. */
static void
put_time(struct numbers *nm, struct ann_list *l, const struct status_of *st)
{
	const struct quantity *q;
	struct point ref = resolve_day(nm->scan.known.ref);

	if (!st->time)
		return;
	q = &nm->scan.found.v[st->time - 1];
	buf_reset(&nm->tmp);
	buf_put(&nm->tmp, nm->scan.found.store.s + q->value, q->nvalue);
	if (st->since && ref.y && !memchr(nm->tmp.s, '/', nm->tmp.len)) {
		buf_putc(&nm->tmp, '/');
		ref.kind = !ref.m   ? POINT_YEAR
			   : !ref.d ? POINT_MONTH
				    : POINT_DAY;
		resolve_put(&nm->tmp, &ref);
	}
	ann_attr(l, "time", nm->tmp.s, nm->tmp.len);
}

/* Where the bytes from..to of the text stand in the piece: *start..*end. */
static void
surface(const struct numbers *nm, size_t from, size_t to, size_t *start,
    size_t *end)
{
	*start = half_source(&nm->half, from);
	*end = half_source(&nm->half, to);
	if (nm->half.gaps)
		*end = tight_end(nm->piece, *start, *end);
}

static void
put(struct numbers *nm, struct ann_list *l, const struct quantity *q,
    const struct context *c, const struct status_of *st)
{
	static const char *const status[] = {NULL, "target", "done"};
	const struct buf *store = &nm->scan.found.store;
	size_t base = (size_t)(nm->piece.s - nm->source.s), from, to;

	surface(nm, q->from, q->to, &from, &to);
	ann_add(l, base + from, base + to, numbers_tags[q->kind]);
	ann_value(l, store->s + q->value, q->nvalue);
	put_attr(l, "basis", context_basis(c));
	put_attr(l, "bound", context_bound(c));
	put_attr(l, "dir", context_dir(c));
	put_interval(nm, l, q);
	if (c->of_to > c->of_from) {
		surface(nm, c->of_from, c->of_to, &from, &to);
		ann_attr(l, "of", nm->piece.s + from, to - from);
	}
	put_si(nm, l, q);
	put_attr(l, "status", status[st->status]);
	put_time(nm, l, st);
	if (q->nunit)
		ann_attr(l, "unit", store->s + q->unit, q->nunit);
}

/*
 * Where the piece of s that begins at from ends: behind the sentence that
 * passes PIECE bytes; in a text without sentences behind some part of one;
 * anywhere at last.
 */
static size_t
piece_end(struct str s, size_t from)
{
	size_t i = from + PIECE, n;
	uint32_t cp;

	if (s.len - from <= PIECE)
		return s.len;
	while (i < s.len && ((unsigned char)s.s[i] & 0xc0) == 0x80)
		i++;
	for (; i < s.len && i - from < 8 * PIECE; i += n) {
		n = utf8_decode(s.s + i, s.len - i, &cp);
		cp = utf8_fold(cp);
		if (text_in(cp, "。!?\n") ||
		    (i - from >= 4 * PIECE && text_in(cp, ",;:、") &&
			!(i + n < s.len &&
			    is_digit((unsigned char)s.s[i + n]))))
			return i + n;
	}
	return i < s.len ? i : s.len;
}

/* Behind the run of digits and letters that is cut at i: its rest is no
 * quantity. */
static size_t
run_end(struct str s, size_t i)
{
	if (!is_digit((unsigned char)s.s[i - 1]) &&
	    !is_letter((unsigned char)s.s[i - 1]))
		return i;
	while (i < s.len && (is_digit((unsigned char)s.s[i]) ||
				is_letter((unsigned char)s.s[i])))
		i++;
	return i;
}

void
numbers_text(struct numbers *nm, struct str tag, struct str text)
{
	nm->source = text;
	nm->at = 0;
	nm->prose = !str_is(tag, "note") && !str_is(tag, "caption");
}

int
numbers_next(struct numbers *nm, struct ann_list *l)
{
	struct str *p = &nm->piece;
	size_t i;
	int whole;

	if (nm->at == nm->source.len)
		return 0;
	p->s = nm->source.s + nm->at;
	p->len = piece_end(nm->source, nm->at) - nm->at;
	nm->at = run_end(nm->source, nm->at + p->len);
	whole = p->len == nm->source.len;
	sift(nm);
	if (whole)
		known_line(&nm->scan.known, &nm->text);
	scan_text(&nm->scan, &nm->text, &nm->marks, p->s, nm->prose && whole);
	nm->context = mem_grow(
	    nm->context, &nm->cap, nm->scan.found.n + 1, sizeof *nm->context);
	nm->status = mem_grow(nm->status, &nm->cap_status, nm->scan.found.n + 1,
	    sizeof *nm->status);
	context_read(&nm->tables, &nm->scan, nm->context);
	status_read(&nm->tables, &nm->scan, nm->status);
	for (i = 0; i < nm->scan.found.n; i++)
		put(nm, l, &nm->scan.found.v[i], &nm->context[i],
		    &nm->status[i]);
	return 1;
}
