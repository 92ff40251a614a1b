/*
 * Objects of doccano back into records, after people have corrected them.
 * With the member qd (of -t doccano; also inside meta or metadata) they are the
 * same records but for the entities that were changed; without, each text is a
 * paragraph: of a document of its own where it has an id, else of one that is
 * named as the file.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "back.h"
#include "from.h"
#include "json.h"
#include "utf8.h"

struct fromdoccano {
	struct json_reader *json;
	struct back back;
	struct buf text, line, doc, label;
	const char *name;    /* of the file */
	size_t offset;	     /* of the next text without an id */
	size_t blocks;	     /* how many of them there were */
	struct doccano_old { /* annotations, by place and order */
		size_t from, to, i;
		int used; /* found again */
	} * old;
	size_t cap;
};

static void *
open_form(const struct opt *o)
{
	struct fromdoccano *t = mem_calloc(1, sizeof *t);

	(void)o;
	t->json = json_open();
	return t;
}

static void
begin(void *state, const char *name)
{
	struct fromdoccano *t = state;

	t->name = name;
	t->offset = t->blocks = 0;
}

/* The member qd, wherever it was put. */
static const struct json_val *
find_qd(const struct json_val *top)
{
	const struct json_val *qd = json_get(top, "qd");

	if (qd == NULL)
		qd = json_get(json_get(top, "meta"), "qd");
	if (qd == NULL)
		qd = json_get(json_get(top, "metadata"), "qd");
	return json_kind(qd) == JSON_DICT ? qd : NULL;
}

/* The block of a text that came without one, into t->line. */
static void
make_block(struct fromdoccano *t, const struct json_val *top, struct str text,
    struct buf *b)
{
	struct buf *o = &t->line;
	struct str id = json_text(json_get(top, "id"), &t->label);
	int own = id.s != NULL;
	size_t from = own ? 0 : t->offset;

	buf_reset(&t->doc);
	if (own)
		rec_escape(&t->doc, id.s, id.len);
	else
		rec_escape(&t->doc, t->name, strlen(t->name));
	if (own || t->blocks == 0) {
		buf_puts(b, "doc\t");
		buf_put(b, t->doc.s, t->doc.len);
		buf_puts(b, "\t0\t0\t0\t\t\t\n");
	}
	buf_reset(o);
	buf_puts(o, "para\t");
	buf_put(o, t->doc.s, t->doc.len);
	buf_puts(o, "\t1.");
	buf_putu(o, own ? 1 : ++t->blocks);
	buf_putc(o, '\t');
	buf_putu(o, from);
	buf_putc(o, '\t');
	buf_putu(o, from + text.len);
	buf_putc(o, '\t');
	rec_escape(o, text.s, text.len);
	buf_puts(o, "\t\t");
	if (!own)
		t->offset += text.len + 1;
}

/* Begins the block; NULL or what is wrong. */
static const char *
begin_block(struct fromdoccano *t, const struct json_val *top,
    const struct json_val *qd, struct str text, struct buf *b, char *msg)
{
	struct str line = json_text(json_get(qd, "block"), &t->label);
	const char *wrong;
	struct rec r;

	if (line.s) {
		buf_reset(&t->line);
		buf_put(&t->line, line.s, line.len);
	} else {
		make_block(t, top, text, b);
	}
	wrong = rec_parse(&r, t->line.s, t->line.len, msg);
	if (wrong)
		return wrong;
	back_begin(&t->back, &r);
	if (!str_eq(t->back.group.text, text))
		return "the text is not that of its block any more (texts are "
		       "not to be changed, their labels are)";
	return NULL;
}

static void
put_lines(struct fromdoccano *t, const struct json_val *list, struct buf *b)
{
	struct str s;
	size_t i;

	for (i = 0; i < json_count(list); i++) {
		s = json_text(json_at(list, i), &t->label);
		buf_put(b, s.s, s.len);
		buf_putc(b, '\n');
	}
}

static int
cmp_old(const void *x, const void *y)
{
	const struct doccano_old *a = x, *b = y;

	if (a->from != b->from)
		return a->from < b->from ? -1 : 1;
	if (a->to != b->to)
		return a->to < b->to ? -1 : 1;
	return (a->i > b->i) - (a->i < b->i);
}

/* The old annotations: those with a place may be found again, others stay. */
static void
read_old(struct fromdoccano *t, const struct json_val *qd)
{
	const struct json_val *list = json_get(qd, "annotations");
	struct group *g = &t->back.group;
	struct str s;
	struct rec r;
	char msg[160];
	size_t i;

	for (i = 0; i < json_count(list); i++) {
		s = json_text(json_at(list, i), &t->label);
		if (s.s == NULL || rec_parse(&r, s.s, s.len, msg) != NULL)
			continue;
		if (group_add(g, &r) != NULL)
			back_keep(&t->back, &r);
	}
	t->old = mem_grow(t->old, &t->cap, g->n, sizeof *t->old);
	for (i = 0; i < g->n; i++)
		t->old[i] =
		    (struct doccano_old){g->v[i].from, g->v[i].to, i, 0};
	if (g->n)
		qsort(t->old, g->n, sizeof *t->old, cmp_old);
}

/* 1 when the entity is an old one, which is kept as it was. */
static int
keep_old(struct fromdoccano *t, size_t from, size_t to, struct str tag)
{
	const struct group *g = &t->back.group;
	size_t lo = 0, hi = g->n, mid;
	struct doccano_old *o;
	struct rec r;

	while (lo < hi) {
		mid = lo + (hi - lo) / 2;
		o = &t->old[mid];
		if (o->from < from || (o->from == from && o->to < to))
			lo = mid + 1;
		else
			hi = mid;
	}
	for (; lo < g->n; lo++) {
		o = &t->old[lo];
		if (o->from != from || o->to != to)
			return 0;
		group_get(g, o->i, &r);
		if (o->used || !str_eq(r.f[REC_TAG], tag))
			continue;
		o->used = 1;
		back_keep(&t->back, &r);
		return 1;
	}
	return 0;
}

/* One of entities, or of label: [start, end, label]. */
static const char *
put_entity(struct fromdoccano *t, const struct json_val *e,
    struct group_chars *at, char *msg)
{
	int list = json_kind(e) == JSON_LIST;
	struct str text = t->back.group.text, none = {NULL, 0}, empty = {"", 0};
	struct str tag =
	    json_text(list ? json_at(e, 2) : json_get(e, "label"), &t->label);
	size_t from, to, start, end;

	if (!json_size(
		list ? json_at(e, 0) : json_get(e, "start_offset"), &from) ||
	    !json_size(list ? json_at(e, 1) : json_get(e, "end_offset"), &to) ||
	    tag.s == NULL)
		return "an entity without label, start_offset or end_offset";
	start = back_byte(text, from, at);
	end = back_byte(text, to, at);
	if (start >= end || end > text.len) {
		snprintf(msg, 160,
		    "entity %zu to %zu is not in its text, which has %zu "
		    "characters",
		    from, to, utf8_count(text.s, text.len));
		return msg;
	}
	if (!keep_old(t, start, end, tag))
		back_add(&t->back, start, end, tag, none, empty);
	return NULL;
}

static const char *
put_entities(struct fromdoccano *t, const struct json_val *top, char *msg)
{
	static const char *const names[] = {"entities", "label", "labels"};
	struct group_chars at = {0, 0};
	const struct json_val *list = NULL;
	const char *wrong = NULL, *w;
	size_t i;

	for (i = 0; i < sizeof names / sizeof *names && list == NULL; i++)
		list = json_get(top, names[i]);
	for (i = 0; i < json_count(list); i++) {
		w = put_entity(t, json_at(list, i), &at, msg);
		wrong = wrong ? wrong : w;
	}
	return wrong;
}

/* The line was no good: it is passed on as it stands. */
static const char *
refuse(const struct line *l, struct buf *b, const char *why)
{
	buf_reset(b);
	buf_put(b, l->s, l->len);
	buf_putc(b, '\n');
	return why;
}

static const char *
line(void *state, const struct line *l, size_t *no, struct buf *b, char *msg)
{
	struct fromdoccano *t = state;
	const struct json_val *top, *qd, *text;
	const char *wrong;

	(void)no;
	if (l == NULL)
		return NULL;
	wrong = json_read(t->json, l->s, l->len, msg);
	if (wrong)
		return refuse(l, b, wrong);
	top = json_top(t->json);
	qd = find_qd(top);
	put_lines(t, json_get(qd, "before"), b);
	text = json_get(top, "text");
	if (json_kind(text) != JSON_TEXT)
		text = json_get(top, "data");
	if (json_kind(text) != JSON_TEXT)
		return refuse(l, b, "no member 'text'");
	if (qd && json_get(qd, "block") == NULL)
		return NULL;
	wrong = begin_block(t, top, qd, json_text(text, &t->text), b, msg);
	if (wrong)
		return refuse(l, b, wrong);
	read_old(t, qd);
	wrong = put_entities(t, top, msg);
	if (wrong)
		return refuse(l, b, wrong);
	back_end(&t->back, b);
	return NULL;
}

static void
close_form(void *state)
{
	struct fromdoccano *t = state;

	json_close(t->json);
	back_free(&t->back);
	buf_free(&t->text);
	buf_free(&t->line);
	buf_free(&t->doc);
	buf_free(&t->label);
	mem_free(t->old);
	mem_free(t);
}

const struct from from_doccano = {
    "doccano", open_form, begin, line, close_form};
