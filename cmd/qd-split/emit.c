#include "emit.h"

#include <string.h>

#include "art.h"
#include "rec.h"
#include "utf8.h"

/* Bytes that one more piece of a map may take in src=. */
#define PIECE 42
#define CHUNK 32768 /* bytes escaped in one go */

/* Nothing to escape in it: most text, and memchr is quick. */
static int
plain(struct str s)
{
	return !memchr(s.s, '\\', s.len) && !memchr(s.s, '\t', s.len) &&
	       !memchr(s.s, '\r', s.len) && !memchr(s.s, '\n', s.len);
}

/* Where a record stands: article, block and sentence (0: none). */
struct place {
	size_t art, block, sent, start, end;
};

/* bare: there is nothing to escape in text. */
static void
put_record(struct page *p, const char *tag, const struct place *at,
    struct str text, int bare)
{
	struct buf *b = &p->tmp;

	buf_reset(b);
	buf_puts(b, tag);
	buf_putc(b, '\t');
	buf_put(b, p->doc.s, p->doc.len);
	buf_putc(b, '\t');
	buf_putu(b, at->art);
	if (at->block) {
		buf_putc(b, '.');
		buf_putu(b, at->block);
	}
	if (at->sent) {
		buf_putc(b, '.');
		buf_putu(b, at->sent);
	}
	buf_putc(b, '\t');
	buf_putu(b, at->start);
	buf_putc(b, '\t');
	buf_putu(b, at->end);
	buf_putc(b, '\t');
	late_put(&p->late, p->out, b->s, b->len);
	if (!bare && !plain(text)) {
		buf_reset(b);
		rec_escape(b, text.s, text.len);
		text = buf_str(b);
	}
	late_put(&p->late, p->out, text.s, text.len);
	late_put(&p->late, p->out, "\t\t", 2);
	late_put(&p->late, p->out, p->attrs.s, p->attrs.len);
	late_put(&p->late, p->out, "\n", 1);
}

void
emit_doc(struct page *p)
{
	struct buf *b = &p->tmp;

	buf_reset(b);
	buf_reset(&p->attrs);
	if (*p->date)
		attr_put(&p->attrs, "date", p->date, strlen(p->date));
	buf_puts(b, "doc\t");
	buf_put(b, p->doc.s, p->doc.len);
	buf_puts(b, "\t0\t0\t0\t\t\t");
	buf_put(b, p->attrs.s, p->attrs.len);
	buf_putc(b, '\n');
	late_put(&p->late, p->out, b->s, b->len);
}

/* A block on its way out, given in parts where it grows too long. */
struct block {
	struct page *p;
	enum label label;
	unsigned cut;	/* CUT_HEAD, CUT_TAIL: as a whole */
	size_t no;	/* blocks of the article given so far */
	size_t limit;	/* bytes of text and map in one record */
	size_t escapes; /* bytes that escaping adds to its text */
	size_t end;	/* of its text, but for a break put last */
	unsigned parts; /* given so far */
};

/* What the record is but a part of. */
static void
put_cut(struct block *k, unsigned cut)
{
	if (cut & CUT_HEAD)
		attr_put(&k->p->attrs, "cut", "head", 4);
	if (cut == (CUT_HEAD | CUT_TAIL))
		attr_more(&k->p->attrs, "tail", 4);
	else if (cut & CUT_TAIL)
		attr_put(&k->p->attrs, "cut", "tail", 4);
}

/* Bytes from..to of the block's text as a record; sent: its number, or 0. */
static void
put_span(struct block *k, const char *tag, size_t from, size_t to, size_t sent,
    unsigned cut)
{
	struct page *p = k->p;
	struct place at = {p->narts, k->no, sent, 0, 0};
	struct str text = {p->text.s + from, to - from};

	buf_reset(&p->attrs);
	put_cut(k, cut);
	buf_reset(&p->tmp);
	if (src_span(&p->map, from, to, &at.start, &at.end, &p->tmp) > 1)
		attr_put(&p->attrs, "src", p->tmp.s, p->tmp.len);
	put_record(p, tag, &at, text, k->escapes == 0);
}

static void
put_sentences(struct block *k, unsigned cut)
{
	struct sent *s = &k->p->sent;
	struct str text = {k->p->text.s, k->end};
	size_t from, to, a, b, n = 0;
	int more;

	sent_begin(s, text);
	more = sent_next(s, &from, &to);
	while (more) {
		a = from;
		b = to;
		more = sent_next(s, &from, &to);
		put_span(k, "sent", a, b, n + 1,
		    (n ? 0 : cut & CUT_HEAD) | (more ? 0 : cut & CUT_TAIL));
		n++;
	}
}

static void
flush_block(struct block *k, int more)
{
	struct page *p = k->p;
	unsigned cut =
	    k->cut | (k->parts ? CUT_HEAD : 0) | (more ? CUT_TAIL : 0);

	if (p->text.len == 0)
		return;
	if (*p->date == '\0')
		late_see(&p->late, p->text.s, p->text.len);
	k->no++;
	if (k->label == LABEL_PARA && p->opt->unit == PAGE_SENT)
		put_sentences(k, cut);
	else
		put_span(k, page_tag(k->label), 0, k->end, 0, cut);
	buf_reset(&p->text);
	src_reset(&p->map);
	k->escapes = k->end = 0;
	k->parts += more != 0;
}

/* Room for n more bytes of text; else what there is goes out. */
static void
make_room(struct block *k, size_t n)
{
	const struct page *p = k->p;

	if (p->text.len &&
	    p->text.len + k->escapes + (p->map.n + 1) * PIECE + n > k->limit)
		flush_block(k, 1);
}

static size_t
count_escapes(const char *s, size_t len)
{
	struct str t = {s, len};
	size_t n = 0;

	if (plain(t))
		return 0;
	while (len--) {
		n += *s == '\\' || *s == '\t' || *s == '\r' || *s == '\n';
		s++;
	}
	return n;
}

/* len bytes of UTF-8 that stand at src; esc: there may be something to escape
 * in them. */
static void
put_text(struct block *k, const char *s, size_t len, size_t src, int esc)
{
	size_t n, most = k->limit / 4 < CHUNK ? k->limit / 4 : CHUNK;

	for (; len; len -= n, s += n, src += n) {
		n = len > most ? utf8_cut(s, most) : len;
		make_room(k, 2 * n);
		k->escapes += esc ? count_escapes(s, n) : 0;
		buf_put(&k->p->text, s, n);
		src_add(&k->p->map, n, src);
		k->end = k->p->text.len;
	}
}

static void
put_bad(struct block *k, size_t src)
{
	make_room(k, 3);
	buf_put(&k->p->text, "\xef\xbf\xbd", 3);
	src_add_bad(&k->p->map, src);
	k->end = k->p->text.len;
}

static void
put_line(struct block *k, const struct ln *l)
{
	const char *s = k->p->bytes.s + l->at;
	size_t i = 0, n;

	if (!(l->flags & LINE_BAD)) {
		put_text(k, s, l->len, l->off, l->flags & LINE_ESC);
		return;
	}
	while (i < l->len) {
		n = utf8_valid(s + i, l->len - i);
		put_text(k, s + i, n, l->off + i, 1);
		i += n;
		if (i < l->len)
			put_bad(k, l->off + i++);
	}
}

/* The lines of unit i and of those that carry it on; returns the last one. */
static const struct ln *
put_chain(struct block *k, size_t i)
{
	struct page *p = k->p;
	const struct ln *prev = NULL, *l;
	size_t j;

	for (; i != UNIT_ALONE; i = p->u[i].next)
		for (j = 0; j < p->u[i].n; j++) {
			l = &p->l[p->u[i].line + j];
			if (prev && page_spaced(prev, l)) {
				buf_putc(&p->text, ' ');
				src_add_space(&p->map, prev->nl);
			}
			put_line(k, l);
			prev = l;
		}
	return prev;
}

static void
put_block(struct block *k, size_t i)
{
	k->label = (enum label)k->p->u[i].label;
	k->cut = k->p->u[i].cut;
	k->parts = 0;
	put_chain(k, i);
	flush_block(k, 0);
	k->p->faults.parts += k->parts;
}

/*
 * Between two blocks of one text: the line feed behind the first, or the
 * spaces that part paragraphs within a line.  The last line of a document may
 * have neither: then the line feed before it.  None between parts of a line.
 */
static void
put_break(struct block *k, const struct ln *l)
{
	struct page *p = k->p;

	if (p->text.len == 0)
		return;
	while (l->nl == 0 && !(l->flags & LINE_PART) && l > p->l + p->l0)
		l--;
	if (l->nl == 0)
		return;
	if (l->inner) {
		buf_puts(&p->text, PAGE_INNER);
		src_add(&p->map, sizeof PAGE_INNER - 1, l->nl);
	} else {
		buf_putc(&p->text, '\n');
		src_add(&p->map, 1, l->nl);
		k->escapes++;
	}
}

/* The whole article as one paragraph (-u art). */
static void
put_text_of(struct block *k, size_t a, size_t b)
{
	const struct ln *last = NULL;

	k->label = LABEL_PARA;
	for (; a < b; a++) {
		if (k->p->u[a].joined)
			continue;
		if (last)
			put_break(k, last);
		last = put_chain(k, a);
	}
	flush_block(k, 0);
	k->p->faults.parts += k->parts;
}

/* The title: the one that was given, or the first block of that label. */
static void
find_title(struct page *p, size_t a, size_t b)
{
	struct str s;

	buf_reset(&p->title);
	if (p->narts == 1 && p->given.len) {
		buf_put(&p->title, p->given.s, p->given.len);
		return;
	}
	while (a < b && p->u[a].label != LABEL_TITLE)
		a++;
	for (; a < b && a != UNIT_ALONE; a = p->u[a].next) {
		if (p->u[a].ends.flags & LINE_BAD)
			continue;
		s = page_unit_text(p, &p->u[a], &p->tmp);
		buf_put(&p->title, s.s, s.len);
	}
}

static void
put_art(struct page *p, size_t a, size_t b)
{
	const struct ln *from = &p->l[p->u[a].line];
	const struct unit *last = &p->u[b - 1];
	const struct ln *to = &p->l[last->line + last->n - 1];
	struct place at = {0, 0, 0, 0, 0};

	at.art = ++p->narts;
	at.start = from->off;
	at.end = to->off + to->len;
	if (!p->goes_on) {
		find_title(p, a, b);
		art_attrs(p, a, b, &p->meta);
	}
	buf_reset(&p->attrs);
	buf_put(&p->attrs, p->meta.s, p->meta.len);
	put_record(p, "art", &at, buf_str(&p->title), p->title.len == 0);
}

/*
 * The end of an article that began before the document: text that stands
 * before the first headline, with nothing that opens an article.  No article
 * starts there, so it gets a number and no art record.
 */
static int
is_rest(const struct page *p, size_t a, size_t b)
{
	if (p->narts || p->opt->rows)
		return 0;
	for (; a < b; a++) {
		switch (p->u[a].label) {
		case LABEL_KICKER:
		case LABEL_TITLE:
		case LABEL_SUBTITLE:
			return 0;
		}
		switch (p->u[a].ends.cue) {
		case CUE_ORIGIN:
		case CUE_PART:
		case CUE_STAMP:
			return 0;
		}
		if (p->u[a].ends.flags & LINE_DATELINE)
			return 0;
	}
	return 1;
}

void
emit_article(struct page *p, size_t a, size_t b, int more)
{
	struct block k = {0};
	size_t most = p->opt->max_record, head = 2 * p->doc.len + 256;

	if (a == b)
		return;
	if (more && is_rest(p, a, b))
		p->narts++;
	else
		put_art(p, a, b);
	if (most > 2 * p->opt->max_article + CHUNK)
		most = 2 * p->opt->max_article + CHUNK;
	k.p = p;
	k.limit = most > head + 256 ? most - head : 256;
	src_reset(&p->map);
	if (p->opt->unit == PAGE_ART) {
		put_text_of(&k, a, b);
		return;
	}
	for (; a < b; a++)
		if (!p->u[a].joined)
			put_block(&k, a);
}
