#include <stdlib.h>
#include <string.h>

#include "data.h"
#include "tables.h"

/* The image of what lb holds, as a lexicon. */
static struct lex *
built(struct lex_build *lb)
{
	struct buf image = {0};

	lex_build_end(lb, &image);
	return lex_of_image(&image);
}

static void
add_word(const struct data_file *d, struct lex_build *lb, struct str word,
    struct str classes, struct str canon)
{
	const char *why;

	if (lex_build_add(lb, word, classes, canon, &why) == -1)
		data_die(d, "%s", why);
}

static enum unit_kind
kind_of(const struct data_file *d, struct str name)
{
	static const struct {
		const char *name;
		enum unit_kind kind;
	} kinds[] = {{"none", UNIT_NONE}, {"money", UNIT_MONEY},
	    {"percent", UNIT_PERCENT}, {"pp", UNIT_PP},
	    {"measure", UNIT_MEASURE}, {"duration", UNIT_DURATION},
	    {"ratio", UNIT_RATIO}, {"count", UNIT_COUNT},
	    {"ordinal", UNIT_ORDINAL}, {"head", UNIT_HEAD},
	    {"prefix", UNIT_PREFIX}};
	size_t i;

	for (i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (str_is(name, kinds[i].name))
			return kinds[i].kind;
	data_die(d, "unknown kind '%.*s'", (int)name.len, name.s);
}

/* A whole number in front of s; 0 and *s at the fault when there is none. */
static uint64_t
whole(struct str *s)
{
	uint64_t n = 0;

	while (s->len && *s->s >= '0' && *s->s <= '9' && n < UINT64_MAX / 100) {
		n = n * 10 + (uint64_t)(*s->s - '0');
		s->s++;
		s->len--;
	}
	return n;
}

/* A factor: a or a/b, - for none. */
static void
read_factor(const struct data_file *d, struct str s, struct unit *u)
{
	if (s.len == 0 || str_is(s, "-"))
		return;
	u->p = whole(&s);
	u->q = 1;
	if (s.len && *s.s == '/') {
		s.s++;
		s.len--;
		u->q = whole(&s);
	}
	if (s.len || u->p == 0 || u->q == 0)
		data_die(d, "want a factor as a or a/b");
}

static void
read_flags(const struct data_file *d, struct str s, struct unit *u)
{
	size_t i;

	for (i = 0; i < s.len; i++)
		switch (s.s[i]) {
		case '1':
			u->flags |= UNIT_NOT_ONE;
			break;
		case 'a':
			u->flags |= UNIT_LONG;
			break;
		case 'b':
			u->flags |= UNIT_BARE;
			break;
		default:
			data_die(d, "unknown flag '%c'", s.s[i]);
		}
}

/* s, copied to where it lives as long as the tables. */
static struct str
keep(struct tables *tb, struct str s)
{
	struct str k = {NULL, s.len};

	buf_put(&tb->text, s.s, s.len);
	return k; /* the place is set by settle: the buffer still moves */
}

/* The entries' strings, now that the buffer stays. */
static void
settle(struct tables *tb)
{
	const char *p = tb->text.s;
	size_t i;

	for (i = 0; i < tb->nunit; i++) {
		struct unit *u = &tb->unit[i];

		u->surface.s = p;
		p += u->surface.len;
		u->unit.s = p;
		p += u->unit.len;
		u->base.s = p;
		p += u->base.len;
	}
}

static struct unit *
new_unit(struct tables *tb)
{
	struct unit *u;

	tb->unit =
	    mem_grow(tb->unit, &tb->cap_unit, tb->nunit + 1, sizeof *tb->unit);
	u = &tb->unit[tb->nunit++];
	memset(u, 0, sizeof *u);
	return u;
}

static struct str
or_empty(struct str s)
{
	if (str_is(s, "-"))
		s.len = 0;
	return s;
}

static void
read_units(
    struct tables *tb, const char *dir, const char *name, int classifiers)
{
	char *path = data_path(dir, name);
	struct data_file d;
	struct str f[6];
	struct unit *u;
	size_t n;

	data_open(&d, path);
	while ((n = data_next(&d, f, 6)) != 0) {
		if (n < 2 || f[0].len == 0 || f[0].len > 60)
			data_die(&d, "want a surface and a kind");
		u = new_unit(tb);
		u->kind = kind_of(&d, f[1]);
		u->surface = keep(tb, f[0]);
		if (classifiers) {
			u->unit = keep(tb, f[0]);
			read_flags(&d, f[2], u);
			continue;
		}
		u->unit = keep(tb, str_is(f[2], "-") ? f[0] : f[2]);
		u->base = keep(tb, or_empty(f[4]));
		read_factor(&d, f[3], u);
		read_flags(&d, f[5], u);
	}
	data_close(&d);
	mem_free(path);
}

static int
cmp_unit(const void *a, const void *b)
{
	const struct unit *x = a, *y = b;
	int c = (x->kind != UNIT_PREFIX) - (y->kind != UNIT_PREFIX);

	if (c == 0)
		c = str_cmp(x->surface, y->surface);

	/* units.tsv in front of classifiers.tsv: the tables are read in that
	 * order and the surfaces stand in one buffer */
	return c ? c
		 : (x->surface.s > y->surface.s) -
		       (x->surface.s < y->surface.s);
}

/* The lexicon of all surfaces; its canonical forms are indices. */
static void
index_units(struct tables *tb)
{
	struct lex_build *lb = lex_build_new();
	struct data_file none = {0};
	struct buf b = {0};
	size_t i;

	qsort(tb->unit, tb->nunit, sizeof *tb->unit, cmp_unit);
	for (i = 0; i < tb->nunit; i++) {
		struct unit *u = &tb->unit[i];

		if (u->kind == UNIT_PREFIX || u->surface.len == 0)
			continue;
		if (i + 1 < tb->nunit && u[1].kind != UNIT_PREFIX &&
		    str_eq(u->surface, u[1].surface))
			u->also = (uint32_t)i + 2;
		buf_reset(&b);
		buf_putu(&b, i);
		add_word(&none, lb, u->surface, str_of("unit"), buf_str(&b));
	}
	buf_free(&b);
	tb->units = built(lb);
}

/* 1 when a word is looked up from a character of this class on. */
static int
leads(uint32_t cp)
{
	return han_begins(cp) || cp == 0x7b2c; /* 第 */
}

static size_t
lead(struct str s)
{
	struct text t = {s.s, s.len, NULL};
	size_t i, w;

	for (i = 0; i < s.len; i += w)
		if (leads(text_at(&t, i, &w)))
			return i;
	return s.len;
}

struct stop {
	struct str word;
	size_t lead;
};

static int
cmp_stop(const void *a, const void *b)
{
	const struct stop *x = a, *y = b;
	struct str k = {x->word.s + x->lead, x->word.len - x->lead};
	struct str l = {y->word.s + y->lead, y->word.len - y->lead};
	int c = str_cmp(k, l);

	return c ? c : str_cmp(x->word, y->word);
}

/*
 * A word is stored from its first numeral on; what stands in front of that,
 * in all words with the same rest, is the canonical form, separated by bars.
 */
static void
index_stops(
    struct tables *tb, const struct data_file *d, struct stop *v, size_t n)
{
	struct lex_build *lb = lex_build_new();
	struct buf leads_of = {0};
	struct str key;
	size_t i;

	if (n)
		qsort(v, n, sizeof *v, cmp_stop);
	for (i = 0; i < n; i++) {
		key.s = v[i].word.s + v[i].lead;
		key.len = v[i].word.len - v[i].lead;
		buf_put(&leads_of, v[i].word.s, v[i].lead);
		buf_putc(&leads_of, '|');
		if (i + 1 < n && v[i + 1].word.len - v[i + 1].lead == key.len &&
		    !memcmp(v[i + 1].word.s + v[i + 1].lead, key.s, key.len))
			continue;
		add_word(d, lb, key, str_of("stop"), buf_str(&leads_of));
		buf_reset(&leads_of);
	}
	buf_free(&leads_of);
	tb->stops = built(lb);
}

static void
read_stops(struct tables *tb, const char *dir)
{
	char *path = data_path(dir, "nonquantities.tsv");
	struct stop *v = NULL;
	size_t n = 0, cap = 0;
	struct data_file d;
	struct str f;

	data_open(&d, path);
	while (data_next(&d, &f, 1)) {
		v = mem_grow(v, &cap, n + 1, sizeof *v);
		v[n].word = f;
		v[n].lead = lead(f);
		if (v[n].lead == f.len)
			v[n].lead = 0; /* a word of time: 今日头条 */
		n++;
	}
	index_stops(tb, &d, v, n);
	mem_free(v);
	data_close(&d);
	mem_free(path);
}

static void
add_cues(struct lex_build *lb, const char *dir, const char *name)
{
	char *path = data_path(dir, name);
	struct str f[2], none = {"", 0};
	struct data_file d;

	data_open(&d, path);
	while (data_next(&d, f, 2))
		add_word(&d, lb, f[0], f[1], none);
	data_close(&d);
	mem_free(path);
}

static void
read_cues(struct tables *tb, const char *dir)
{
	struct lex_build *lb = lex_build_new();
	struct cue_bits *c = &tb->cue;
	const struct {
		const char *name;
		uint32_t *bit;
	} bits[] = {{"ge", &c->ge}, {"gt", &c->gt}, {"le", &c->le},
	    {"lt", &c->lt}, {"approx", &c->approx}, {"up", &c->up},
	    {"down", &c->down}, {"flat", &c->flat}, {"yoy", &c->yoy},
	    {"mom", &c->mom}, {"annual", &c->annual}, {"than", &c->than},
	    {"share", &c->share}, {"link", &c->link}, {"verb", &c->verb},
	    {"event", &c->event}, {"noun", &c->noun}, {"metric", &c->metric},
	    {"after-ge", &c->after_ge}, {"after-le", &c->after_le},
	    {"after-lt", &c->after_lt}, {"after-approx", &c->after_approx},
	    {"after-span-le", &c->after_span_le},
	    {"after-from", &c->after_from}};
	size_t i;

	add_cues(lb, dir, "cues.tsv");
	add_cues(lb, dir, "verbs.tsv");
	tb->cues = built(lb);
	for (i = 0; i < sizeof bits / sizeof *bits; i++)
		*bits[i].bit = lex_class(tb->cues, bits[i].name);
}

void
tables_open(struct tables *tb, const char *dir)
{
	memset(tb, 0, sizeof *tb);
	read_units(tb, dir, "units.tsv", 0);
	read_units(tb, dir, "classifiers.tsv", 1);
	settle(tb);
	new_unit(tb); /* ends the prefixes, should nothing else */
	index_units(tb);
	read_stops(tb, dir);
	read_cues(tb, dir);
}
