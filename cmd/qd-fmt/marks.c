#include "marks.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "markup.h"
#include "utf8.h"

enum { LOOSE, PLACED };
enum { AROUND_BEFORE = 20, AROUND_AFTER = 40 }; /* characters */

static int
cmp_item(const void *pa, const void *pb)
{
	const struct marks_item *a = pa, *b = pb;

	if (a->from != b->from)
		return a->from < b->from ? -1 : 1;
	if (a->to != b->to)
		return a->to > b->to ? -1 : 1;
	return a->line < b->line ? -1 : a->line > b->line;
}

/* 1 at a character that ends a clause worth showing. */
static int
ends(uint32_t cp)
{
	return cp == 0x3002 || cp == 0xff01 || cp == 0xff1f || cp == 0xff1b ||
	       cp == '\n';
}

/* The words around from..to: of its sentence, as much as is short. */
static struct str
around(struct str text, size_t from, size_t to)
{
	struct str s;
	size_t i, n, at = from;
	uint32_t cp;

	for (i = 0; i < AROUND_BEFORE && at > 0; i++) {
		n = utf8_before(text.s, at, &cp);
		if (ends(cp))
			break;
		at -= n;
	}
	s.s = text.s + at;
	for (i = 0, at = to; i < AROUND_AFTER && at < text.len; i++) {
		n = utf8_decode(text.s + at, text.len - at, &cp);
		if (ends(cp))
			break;
		at += n;
	}
	s.len = at - (size_t)(s.s - text.s);
	return s;
}

void
marks_attrs(struct buf *b, const struct rec *r)
{
	struct buf kept = {0};
	struct str k, v;
	size_t at = 0;

	while (attr_next(r->f[REC_ATTRS], &at, &k, &v)) {
		if (str_is(k, "src"))
			continue;
		if (kept.len)
			buf_putc(&kept, ';');
		buf_put(&kept, k.s, k.len);
		buf_putc(&kept, '=');
		buf_put(&kept, v.s, v.len);
	}
	if (kept.len)
		markup_attr(b, "data-x", buf_str(&kept));
	buf_free(&kept);
}

/* Opens the mark of an annotation that was counted. */
static void
open_mark(struct buf *b, struct tally *t, const struct rec *r, size_t mention)
{
	struct buf plain = {0};

	buf_puts(b, "<mark");
	markup_num(b, "id", "m", mention);
	markup_attr(b, "data-t", r->f[REC_TAG]);
	if (tally_is_name(r->f[REC_TAG]))
		markup_num(b, "data-e", "", tally_name_of(t, r));
	else
		markup_attr(b, "data-v", rec_text(r->f[REC_VALUE], &plain));
	marks_attrs(b, r);
	buf_putc(b, '>');
	buf_free(&plain);
}

void
marks_alone(struct buf *b, struct tally *t, const struct rec *r)
{
	struct buf plain = {0};
	struct str none = {NULL, 0};
	size_t n = tally_mention(t, r, none, 0);

	open_mark(b, t, r, n);
	markup_text(b, rec_text(r->f[REC_TEXT], &plain));
	buf_puts(b, "</mark>");
	buf_free(&plain);
}

static struct marks_item *
add(struct marks *m, size_t from, size_t to, size_t line)
{
	struct marks_item *it;

	m->v = mem_grow(m->v, &m->cap, m->n + 1, sizeof *m->v);
	it = &m->v[m->n++];
	it->from = from;
	it->to = to;
	it->line = line;
	it->mention = 0;
	it->begun = 0;
	return it;
}

/* The digits at *at as a number; *at goes behind them. */
static size_t
read_num(struct str v, size_t *at)
{
	size_t n = 0;

	for (; *at < v.len && v.s[*at] >= '0' && v.s[*at] <= '9'; ++*at)
		if (n < SIZE_MAX / 10 - 10)
			n = n * 10 + (size_t)(v.s[*at] - '0');
	return n;
}

/* Where the character at byte i of s begins. */
static size_t
char_at(struct str s, size_t i)
{
	while (i > 0 && i < s.len && (s.s[i] & 0xc0) == 0x80)
		i--;
	return i;
}

/* Adds the part of piece p that lies in from..to of the document. */
static void
add_repeat(struct marks *m, struct str text, const struct src_piece *p,
    size_t from, size_t to)
{
	size_t a = from > p->src ? from - p->src : 0;
	size_t z = to > p->src ? to - p->src : 0;

	if (z > p->slen)
		z = p->slen;
	if (p->slen != p->len || a >= z)
		return;
	a = char_at(text, p->text + a);
	z = char_at(text, p->text + z);
	if (a < z)
		add(m, a, z, SIZE_MAX);
}

/* Adds what dup-span= names: parts of the text that are repeats. */
static void
add_repeats(struct marks *m, const struct group *g)
{
	struct str rest = attr_get(g->block.f[REC_ATTRS], "dup-span"), v;
	struct buf plain = {0};
	size_t from, to, at, i;

	while (tally_each(&rest, &v, &plain)) {
		at = 0;
		from = read_num(v, &at);
		if (at++ >= v.len)
			continue;
		to = read_num(v, &at);
		for (i = 0; i < g->map.n; i++)
			add_repeat(m, g->text, &g->map.v[i], from, to);
	}
	buf_free(&plain);
}

/* Counts the annotation of line i, which stands at from..to of the text. */
static void
count(struct marks *m, struct tally *t, const struct group *g, size_t i,
    const struct marks_item *it, int repeat)
{
	struct str words = {g->text.s, 0};
	struct rec r;

	hold_get(&g->lines, i, &r);
	if (it && tally_is_date(r.f[REC_TAG]))
		words = around(g->text, it->from, it->to);
	m->mention[i] = tally_mention(t, &r, words, repeat);
}

static void
collect(struct marks *m, struct tally *t, const struct group *g, int repeat)
{
	size_t i, n = g->lines.n;

	m->placed = mem_grow(m->placed, &m->cap_placed, n + 1, 1);
	m->mention =
	    mem_grow(m->mention, &m->cap_mention, n + 1, sizeof *m->mention);
	memset(m->placed, LOOSE, n + 1);
	m->n = 0;
	for (i = 0; i < g->n; i++)
		add(m, g->v[i].from, g->v[i].to, g->v[i].line);
	if (m->n)
		qsort(m->v, m->n, sizeof *m->v, cmp_item);
	for (i = 0; i < m->n; i++) {
		count(m, t, g, m->v[i].line, &m->v[i], repeat);
		m->placed[m->v[i].line] = PLACED;
		m->v[i].mention = m->mention[m->v[i].line];
	}
	for (i = 0; i < n; i++)
		if (m->placed[i] == LOOSE)
			count(m, t, g, i, NULL, repeat);
	add_repeats(m, g);
	if (m->n)
		qsort(m->v, m->n, sizeof *m->v, cmp_item);
}

/* The item that begins next, of those in v from *i on and of the cut ones;
 * 0: none is left. */
static int
next_item(struct marks *m, size_t *i, struct marks_item *it)
{
	size_t k, best = 0;

	for (k = 1; k < m->nrest; k++)
		if (cmp_item(&m->rest[k], &m->rest[best]) < 0)
			best = k;
	if (m->nrest &&
	    (*i == m->n || cmp_item(&m->rest[best], &m->v[*i]) < 0)) {
		*it = m->rest[best];
		m->rest[best] = m->rest[--m->nrest];
		return 1;
	}
	if (*i == m->n)
		return 0;
	*it = m->v[(*i)++];
	return 1;
}

static void
open_item(struct buf *b, struct marks *m, struct tally *t,
    const struct group *g, struct marks_item *it)
{
	struct rec r;

	if (it->mention == 0) {
		buf_puts(b, "<span class=\"again\">");
	} else if (it->begun) {
		hold_get(&g->lines, it->line, &r);
		buf_puts(b, "<mark");
		markup_num(b, "data-m", "m", it->mention);
		markup_attr(b, "data-t", r.f[REC_TAG]);
		buf_putc(b, '>');
	} else {
		hold_get(&g->lines, it->line, &r);
		open_mark(b, t, &r, it->mention);
	}
	it->begun = 1;
	m->open[m->nopen++] = *it;
}

/* Writes the text up to byte to, and closes the marks that end there or
 * before; *at is where the text stands. */
static void
close_to(struct buf *b, struct marks *m, struct str text, size_t *at, size_t to)
{
	struct marks_item *top;
	struct str part;

	for (;;) {
		top = m->nopen ? &m->open[m->nopen - 1] : NULL;
		part.s = text.s + *at;
		part.len = (top && top->to <= to ? top->to : to) - *at;
		markup_text(b, part);
		*at += part.len;
		if (!top || top->to > to)
			break;
		buf_puts(b, top->mention ? "</mark>" : "</span>");
		m->nopen--;
	}
}

/* Writes what has no place in the text, behind it. */
static void
put_loose(
    struct buf *b, struct marks *m, struct tally *t, const struct group *g)
{
	struct buf plain = {0};
	struct rec r;
	size_t i;

	for (i = 0; i < g->lines.n; i++) {
		if (m->placed[i] == PLACED)
			continue;
		buf_puts(b, " <span class=\"loose\">");
		hold_get(&g->lines, i, &r);
		open_mark(b, t, &r, m->mention[i]);
		markup_text(b, rec_text(r.f[REC_TEXT], &plain));
		buf_puts(b, "</mark></span>");
	}
	buf_free(&plain);
}

/* 1 when the item may be opened; else it is left for put_loose. */
static int
take(struct marks *m, const struct marks_item *it)
{
	if (m->nopen + m->nrest < MARKS_DEEP)
		return 1;
	if (it->mention && !it->begun)
		m->placed[it->line] = LOOSE;
	return 0;
}

void
marks_put(struct buf *b, struct marks *m, struct tally *t,
    const struct group *g, int repeat)
{
	struct marks_item it, cut;
	size_t i = 0, at = 0;

	collect(m, t, g, repeat);
	m->nopen = m->nrest = 0;
	for (i = 0; next_item(m, &i, &it);) {
		close_to(b, m, g->text, &at, it.from);
		if (!take(m, &it))
			continue;
		if (m->nopen && it.to > m->open[m->nopen - 1].to) {
			cut = it;
			cut.from = it.to = m->open[m->nopen - 1].to;
			cut.begun = 1;
			m->rest[m->nrest++] = cut;
		}
		open_item(b, m, t, g, &it);
	}
	close_to(b, m, g->text, &at, g->text.len);
	put_loose(b, m, t, g);
}

void
marks_free(struct marks *m)
{
	mem_free(m->v);
	mem_free(m->placed);
	mem_free(m->mention);
	memset(m, 0, sizeof *m);
}
