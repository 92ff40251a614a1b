#include "numbers.h"

#include <string.h>

#include "context.h"
#include "fold.h"
#include "scan.h"

const char *const numbers_tags[] = {"money", "percent", "count", "measure",
    "ratio", "ordinal", "date", "period", "duration", "code", "number", NULL};

/* Bytes of a text that are scanned at once: what is found in them is held as
 * structures, the rest only as annotations. */
#define PIECE ((size_t)65536)

struct numbers {
	struct tables tables;
	struct scan scan;
	struct fold fold;
	struct text text;  /* folded, the piece that is scanned */
	struct str source; /* not */
	struct context *context;
	size_t cap;
	struct buf tmp;
};

struct numbers *
numbers_open(const char *dir)
{
	struct numbers *nm = mem_calloc(1, sizeof *nm);

	tables_open(&nm->tables, dir);
	scan_open(&nm->scan, &nm->tables);
	return nm;
}

void
numbers_close(struct numbers *nm)
{
	scan_close(&nm->scan);
	tables_close(&nm->tables);
	fold_free(&nm->fold);
	buf_free(&nm->tmp);
	mem_free(nm->context);
	mem_free(nm);
}

/* text folded, until the next one. */
static struct text
folded(struct numbers *nm, struct str text)
{
	struct text t;

	fold_text(&nm->fold, text);
	t.s = nm->fold.text.s;
	t.n = nm->fold.text.len;
	t.at = nm->fold.at;
	return t;
}

void
numbers_document(struct numbers *nm)
{
	known_document(&nm->scan.known);
}

void
numbers_article(struct numbers *nm, struct date date, struct str title)
{
	struct text t = folded(nm, title);

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

static void
put(struct numbers *nm, struct ann_list *l, const struct quantity *q,
    const struct context *c)
{
	const uint32_t *at = nm->text.at;
	const struct buf *store = &nm->scan.found.store;

	ann_add(l, at[q->from], at[q->to], numbers_tags[q->kind]);
	ann_value(l, store->s + q->value, q->nvalue);
	put_attr(l, "basis", context_basis(c));
	put_attr(l, "bound", context_bound(c));
	put_attr(l, "dir", context_dir(c));
	put_interval(nm, l, q);
	if (c->of_to > c->of_from)
		ann_attr(l, "of", nm->source.s + at[c->of_from],
		    at[c->of_to] - at[c->of_from]);
	put_si(nm, l, q);
	if (q->nunit)
		ann_attr(l, "unit", store->s + q->unit, q->nunit);
}

/* Where the piece of t that begins at from ends: behind the sentence that
 * passes PIECE bytes. */
static size_t
piece_end(const struct text *t, size_t from)
{
	size_t i = from + PIECE, w;

	if (t->n - from <= PIECE)
		return t->n;
	while (i < t->n && ((unsigned char)t->s[i] & 0xc0) == 0x80)
		i++;
	for (; i < t->n && i - from < 4 * PIECE; i += w)
		if (text_in(text_at(t, i, &w), "。!?\n"))
			return i + w;
	return i < t->n ? i : t->n;
}

void
numbers_text(
    struct numbers *nm, struct str tag, struct str text, struct ann_list *l)
{
	int alone = !str_is(tag, "note") && !str_is(tag, "caption");
	struct text all;
	size_t i, from, to;

	ann_reset(l);
	nm->source = text;
	all = folded(nm, text);
	known_line(&nm->scan.known, &all);
	for (from = 0; from < all.n; from = to) {
		to = piece_end(&all, from);
		nm->text.s = all.s + from;
		nm->text.n = to - from;
		nm->text.at = all.at + from;
		scan_text(
		    &nm->scan, &nm->text, text.s, alone && nm->text.n == all.n);
		nm->context = mem_grow(nm->context, &nm->cap,
		    nm->scan.found.n + 1, sizeof *nm->context);
		context_read(&nm->tables, &nm->scan, nm->context);
		for (i = 0; i < nm->scan.found.n; i++)
			put(nm, l, &nm->scan.found.v[i], &nm->context[i]);
	}
}
