#include "tally.h"

#include <string.h>

#include "utf8.h"

enum { LEAD = 120 }; /* bytes */

static const char *const kinds[] = {
    "PER", "POST", "ORG", "LOC", "EVENT", "PROJ", "WORK", "TERM"};

int
tally_is_name(struct str tag)
{
	return tag.len && *tag.s >= 'A' && *tag.s <= 'Z';
}

int
tally_is_date(struct str tag)
{
	return str_is(tag, "date") || str_is(tag, "period");
}

size_t
tally_kind(struct str tag)
{
	size_t i;

	if (!tally_is_name(tag))
		return TALLY_QUANT;
	for (i = 0; i < TALLY_OTHER; i++)
		if (str_is(tag, kinds[i]))
			break;
	return i;
}

struct str
tally_str(const struct tally *t, struct tally_span s)
{
	struct str r = {t->store.s + s.at, s.len};

	return r;
}

static struct tally_span
keep(struct tally *t, struct str s)
{
	struct tally_span k = {t->store.len, s.len};

	/* The store is never NULL, for what is empty to have a place too. */
	buf_reserve(&t->store, s.len + 1);
	buf_put(&t->store, s.s, s.len);
	return k;
}

static void
set(struct buf *b, struct str s)
{
	buf_reset(b);
	buf_put(b, s.s, s.len);
}

static void
add_doc(struct tally *t, const struct rec *r)
{
	struct str none = {NULL, 0};
	struct tally_doc *d;

	t->docs =
	    mem_grow(t->docs, &t->cap_docs, t->ndocs + 1, sizeof *t->docs);
	d = &t->docs[t->ndocs++];
	d->name = keep(t, rec_text(r->f[REC_DOC], &t->cell));
	d->date =
	    keep(t, r->kind == REC_DOCU
			? attr_text(attr_get(r->f[REC_ATTRS], "date"), &t->cell)
			: none);
	d->art = t->narts;
	set(&t->doc, r->f[REC_DOC]);
	t->in_doc = 1;
	t->in_art = 0;
}

static void
add_art(struct tally *t, const struct rec *r)
{
	struct str none = {NULL, 0};
	struct tally_art *a;
	int art = r->kind == REC_ART;

	t->arts =
	    mem_grow(t->arts, &t->cap_arts, t->narts + 1, sizeof *t->arts);
	a = &t->arts[t->narts++];
	memset(a, 0, sizeof *a);
	a->doc = t->ndocs - 1;
	a->title = keep(t, art ? rec_text(r->f[REC_TEXT], &t->cell) : none);
	a->attrs = keep(t, art ? r->f[REC_ATTRS] : none);
	set(&t->art, rec_art(r->f[REC_LOC]));
	t->in_art = 1;
}

unsigned
tally_place(struct tally *t, const struct rec *r)
{
	unsigned new = 0;

	if (!t->in_doc || r->kind == REC_DOCU ||
	    !str_eq(buf_str(&t->doc), r->f[REC_DOC])) {
		add_doc(t, r);
		new = TALLY_NEW_DOC;
	}
	if (r->kind == REC_DOCU)
		return new;
	if (!t->in_art || r->kind == REC_ART ||
	    !str_eq(buf_str(&t->art), rec_art(r->f[REC_LOC]))) {
		add_art(t, r);
		new |= TALLY_NEW_ART;
	}
	return new;
}

/* "doc:loc" as a key. */
static struct str
place_key(struct buf *b, struct str doc, struct str loc)
{
	set(b, doc);
	buf_putc(b, ':');
	buf_put(b, loc.s, loc.len);
	return buf_str(b);
}

size_t
tally_block(struct tally *t, const struct rec *r)
{
	struct tally_art *a = &t->arts[t->narts - 1];
	size_t n = t->places.n, i;
	struct str doc, lead;

	if (a->title.len == 0 && str_is(r->f[REC_TAG], "title"))
		a->title = keep(t, rec_text(r->f[REC_TEXT], &t->cell));
	if (a->lead.len == 0) {
		lead = rec_text(r->f[REC_TEXT], &t->cell);
		if (lead.len > LEAD)
			lead.len = utf8_cut(lead.s, LEAD);
		a->lead = keep(t, lead);
	}
	doc = rec_text(r->f[REC_DOC], &t->cell);
	i = intern_put(&t->places, place_key(&t->key, doc, r->f[REC_LOC]));
	t->blocks++;
	if (i == n) {
		t->first_block = mem_grow(t->first_block, &t->cap_places, n + 1,
		    sizeof *t->first_block);
		t->first_block[i] = t->blocks;
	}
	return t->blocks;
}

size_t
tally_find(const struct tally *t, struct str place)
{
	size_t i = intern_find(&t->places, place);

	return i < t->places.n ? t->first_block[i] : 0;
}

struct str
tally_title(const struct tally *t, const struct tally_art *a)
{
	return tally_str(t, a->title.len ? a->title : a->lead);
}

static size_t
count_tag(struct tally *t, struct str tag)
{
	size_t n = t->tags.n, i = intern_put(&t->tags, tag);

	if (i == n) {
		t->tag_n =
		    mem_grow(t->tag_n, &t->cap_tags, n + 1, sizeof *t->tag_n);
		t->tag_n[i] = 0;
	}
	t->tag_n[i]++;
	return i;
}

/* The key of a name: its tag, a TAB, its value or else its text. */
static struct str
name_key(struct tally *t, const struct rec *r)
{
	size_t f = r->f[REC_VALUE].len ? REC_VALUE : REC_TEXT;
	struct str v = rec_text(r->f[f], &t->cell);

	set(&t->key, r->f[REC_TAG]);
	buf_putc(&t->key, '\t');
	buf_put(&t->key, v.s, v.len);
	return buf_str(&t->key);
}

size_t
tally_name_of(struct tally *t, const struct rec *r)
{
	return intern_find(&t->values, name_key(t, r));
}

struct str
tally_value(const struct tally *t, const struct tally_name *n)
{
	struct str s = intern_get(&t->values, n->value);
	size_t skip = intern_get(&t->tags, n->tag).len + 1;

	s.s += skip;
	s.len -= skip;
	return s;
}

int
tally_each(struct str *rest, struct str *v, struct buf *scratch)
{
	size_t i = 0;

	if (!rest->s)
		return 0;
	while (i < rest->len && rest->s[i] != '|')
		i += rest->s[i] == '\\' && i + 1 < rest->len ? 2 : 1;
	v->s = rest->s;
	v->len = i;
	*v = attr_text(*v, scratch);
	rest->s = i < rest->len ? rest->s + i + 1 : NULL;
	rest->len -= i < rest->len ? i + 1 : i;
	return 1;
}

struct str
tally_office(const struct tally *t, const struct tally_post *p)
{
	struct str s = intern_get(&t->offices, (size_t)(p - t->posts));
	const char *tab = memchr(s.s, '\t', s.len);

	s.len -= (size_t)(tab + 1 - s.s);
	s.s = tab + 1;
	return s;
}

/* Counts what stands beside name i: its offices, or organisations. */
static void
count_posts(struct tally *t, size_t i, struct str attrs, const char *key)
{
	struct str rest = attr_get(attrs, key), v;
	struct tally_post *p;
	size_t id;

	while (tally_each(&rest, &v, &t->cell)) {
		buf_reset(&t->key);
		buf_putu(&t->key, i);
		buf_putc(&t->key, '\t');
		buf_put(&t->key, v.s, v.len);
		id = intern_put(&t->offices, buf_str(&t->key));
		if (id < t->nposts) {
			t->posts[id].n++;
			continue;
		}
		t->posts = mem_grow(
		    t->posts, &t->cap_posts, t->nposts + 1, sizeof *t->posts);
		p = &t->posts[t->nposts++];
		p->n = 1;
		p->next = t->names[i].posts;
		t->names[i].posts = t->nposts;
	}
}

static void
count_name(struct tally *t, const struct rec *r, size_t tag)
{
	size_t i = intern_put(&t->values, name_key(t, r));
	struct tally_name *name;

	if (i == t->nnames) {
		t->names = mem_grow(
		    t->names, &t->cap_names, t->nnames + 1, sizeof *t->names);
		name = &t->names[t->nnames++];
		memset(name, 0, sizeof *name);
		name->tag = tag;
		name->value = i;
		name->first = t->mentions;
	}
	t->names[i].n++;
	count_posts(t, i, r->f[REC_ATTRS], "org");
	count_posts(t, i, r->f[REC_ATTRS], "post");
}

static void
keep_fact(struct tally *t, const struct rec *r, size_t tag, struct str around)
{
	struct tally_fact *f;

	t->facts =
	    mem_grow(t->facts, &t->cap_facts, t->nfacts + 1, sizeof *t->facts);
	f = &t->facts[t->nfacts++];
	f->tag = tag;
	f->text = keep(t, rec_text(r->f[REC_TEXT], &t->cell));
	f->value = keep(t, rec_text(r->f[REC_VALUE], &t->cell));
	f->attrs = keep(t, r->f[REC_ATTRS]);
	f->around = keep(t, around);
	f->art = t->narts - 1;
	f->mention = t->mentions;
}

size_t
tally_mention(
    struct tally *t, const struct rec *r, struct str around, int repeat)
{
	size_t tag = count_tag(t, r->f[REC_TAG]);

	t->mentions++;
	t->arts[t->narts - 1].n[tally_kind(r->f[REC_TAG])]++;
	if (tally_is_name(r->f[REC_TAG])) {
		count_name(t, r, tag);
	} else {
		keep_fact(t, r, tag, around);
		t->facts[t->nfacts - 1].repeat = repeat;
	}
	return t->mentions;
}

void
tally_free(struct tally *t)
{
	buf_free(&t->store);
	buf_free(&t->doc);
	buf_free(&t->art);
	buf_free(&t->key);
	buf_free(&t->cell);
	intern_free(&t->tags);
	intern_free(&t->values);
	intern_free(&t->offices);
	intern_free(&t->places);
	mem_free(t->tag_n);
	mem_free(t->first_block);
	mem_free(t->docs);
	mem_free(t->arts);
	mem_free(t->names);
	mem_free(t->posts);
	mem_free(t->facts);
	memset(t, 0, sizeof *t);
}
