#include "bratann.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void
bratann_reset(struct bratann *t)
{
	buf_reset(&t->ids);
	t->n = t->nnotes = 0;
}

/* A decimal number at *i of s. */
static int
number(struct str s, size_t *i, size_t *n)
{
	size_t from = *i;

	for (*n = 0;
	     *i < s.len && s.s[*i] >= '0' && s.s[*i] <= '9' && *i - from < 18;
	     ++*i)
		*n = *n * 10 + (size_t)(s.s[*i] - '0');
	return *i > from;
}

/* Copies s into ids; returns where it stands. */
static size_t
keep(struct bratann *t, struct str s)
{
	size_t at = t->ids.len;

	buf_put(&t->ids, s.s, s.len);
	return at;
}

/* The part of s before c, which s then begins behind. */
static struct str
cut(struct str *s, char c)
{
	const char *p = s->len ? memchr(s->s, c, s->len) : NULL;
	struct str head = *s;

	head.len = p ? (size_t)(p - s->s) : s->len;
	s->s += head.len + (p != NULL);
	s->len -= head.len + (p != NULL);
	return head;
}

/* T1<TAB>PER 0 3<TAB>text; of several fragments all that lies between. */
static const char *
read_text_bound(struct bratann *t, struct str id, struct str rest, size_t no)
{
	struct str where = cut(&rest, '\t'), tag = cut(&where, ' ');
	struct brat_ann *a;
	size_t i = 0, from, to, n;
	const char *wrong = NULL;

	if (!number(where, &i, &from) || i++ >= where.len ||
	    !number(where, &i, &to))
		return "want 'TYPE START END' between the TABs";
	while (i < where.len && where.s[i] == ';') {
		i++;
		if (!number(where, &i, &n) || i++ >= where.len ||
		    !number(where, &i, &to))
			return "want 'START END' behind each ;";
		wrong = "several fragments: taken for one, with what lies "
			"between them";
	}
	t->v = mem_grow(t->v, &t->cap, t->n + 1, sizeof *t->v);
	a = &t->v[t->n];
	memset(a, 0, sizeof *a);
	a->order = t->n++;
	a->id = keep(t, id);
	a->nid = id.len;
	a->tag = keep(t, tag);
	a->ntag = tag.len;
	a->from = from;
	a->to = to;
	a->line = no;
	return wrong;
}

static struct brat_note *
new_note(struct bratann *t, struct str id)
{
	struct brat_note *n;

	t->notes =
	    mem_grow(t->notes, &t->cap_notes, t->nnotes + 1, sizeof *t->notes);
	n = &t->notes[t->nnotes++];
	n->id = keep(t, id);
	n->nid = id.len;
	n->at = t->ids.len;
	return n;
}

/* 1 when s is key=value with a key that attributes may have. */
static int
is_attrs(struct str s)
{
	size_t i;

	for (i = 0; i < s.len && s.s[i] != '='; i++)
		if (!((s.s[i] >= 'a' && s.s[i] <= 'z') ||
			(i && ((s.s[i] >= '0' && s.s[i] <= '9') ||
				  s.s[i] == '-'))))
			return 0;
	return i && i < s.len;
}

/* #1<TAB>AnnotatorNotes T1<TAB>note */
static void
read_note(struct bratann *t, struct str rest)
{
	struct str what = cut(&rest, '\t');
	struct brat_note *n;

	cut(&what, ' ');
	n = new_note(t, what);
	if (is_attrs(rest)) {
		keep(t, rest);
	} else {
		keep(t, str_of("note="));
		attr_escape(&t->ids, rest.s, rest.len);
	}
	n->len = t->ids.len - n->at;
}

/* A1<TAB>Negation T1, or A1<TAB>Confidence T1 L1 */
static void
read_attribute(struct bratann *t, struct str rest)
{
	struct str name = cut(&rest, ' '), id = cut(&rest, ' ');
	struct brat_note *n = new_note(t, id);
	size_t i;

	for (i = 0; i < name.len; i++) {
		char c = name.s[i];

		if (c >= 'A' && c <= 'Z')
			c = (char)(c - 'A' + 'a');
		buf_putc(&t->ids, c == '_' ? '-' : c);
	}
	buf_putc(&t->ids, '=');
	if (rest.len == 0)
		rest = str_of("yes");
	attr_escape(&t->ids, rest.s, rest.len);
	n->len = t->ids.len - n->at;
}

const char *
bratann_line(struct bratann *t, const struct line *l, char *msg)
{
	struct str rest = {l->s, l->len}, id;

	if (rest.len && rest.s[rest.len - 1] == '\r')
		rest.len--;
	if (rest.len == 0)
		return NULL;
	id = cut(&rest, '\t');
	switch (*id.s) {
	case 'T':
		return read_text_bound(t, id, rest, l->no);
	case '#':
		read_note(t, rest);
		return NULL;
	case 'A':
	case 'M':
		read_attribute(t, rest);
		return NULL;
	default:
		snprintf(msg, 160,
		    "records have no place for what begins with '%c' (left "
		    "out)",
		    *id.s >= ' ' && *id.s <= '~' ? *id.s : '?');
		return msg;
	}
}

/* By what they are on, then as they came. */
static int
cmp_note(const void *x, const void *y)
{
	const struct brat_note *a = x, *b = y;
	int c = str_cmp(a->name, b->name);

	return c ? c : (a->at > b->at) - (a->at < b->at);
}

/* By where they begin, then as they came. */
static int
cmp_ann(const void *x, const void *y)
{
	const struct brat_ann *a = x, *b = y;

	if (a->from != b->from)
		return a->from < b->from ? -1 : 1;
	return (a->order > b->order) - (a->order < b->order);
}

void
bratann_sort(struct bratann *t)
{
	size_t i;

	for (i = 0; i < t->nnotes; i++) {
		t->notes[i].name.s = t->ids.s + t->notes[i].id;
		t->notes[i].name.len = t->notes[i].nid;
	}
	if (t->nnotes)
		qsort(t->notes, t->nnotes, sizeof *t->notes, cmp_note);
	if (t->n)
		qsort(t->v, t->n, sizeof *t->v, cmp_ann);
}

/* The first note on what id names; t->nnotes when there is none. */
static size_t
first_note(const struct bratann *t, struct str id)
{
	size_t lo = 0, hi = t->nnotes, mid;

	while (lo < hi) {
		mid = lo + (hi - lo) / 2;
		if (str_cmp(t->notes[mid].name, id) < 0)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

/* One pair of a note: value= into t->value, others into t->attrs; 1 when it is
 * the value. */
static int
take_pair(struct bratann *t, struct str k, struct str v)
{
	struct buf plain = {0};

	if (str_is(k, "value")) {
		v = attr_text(v, &plain);
		buf_reset(&t->value);
		rec_escape(&t->value, v.s, v.len);
		buf_free(&plain);
		return 1;
	}
	if (t->attrs.len)
		buf_putc(&t->attrs, ';');
	buf_put(&t->attrs, k.s, k.len);
	buf_putc(&t->attrs, '=');
	buf_put(&t->attrs, v.s, v.len);
	return 0;
}

int
bratann_notes(struct bratann *t, const struct brat_ann *a)
{
	struct str id = {t->ids.s + a->id, a->nid}, s, k, v;
	size_t i, at;
	int has = 0;

	buf_reset(&t->attrs);
	buf_reset(&t->value);
	for (i = first_note(t, id);
	     i < t->nnotes && str_eq(t->notes[i].name, id); i++) {
		s.s = t->ids.s + t->notes[i].at;
		s.len = t->notes[i].len;
		for (at = 0; attr_next(s, &at, &k, &v);)
			has |= take_pair(t, k, v);
	}
	return has;
}

void
bratann_free(struct bratann *t)
{
	buf_free(&t->ids);
	buf_free(&t->attrs);
	buf_free(&t->value);
	mem_free(t->v);
	mem_free(t->notes);
	memset(t, 0, sizeof *t);
}
