#include "load.h"

#include <stdlib.h>
#include <string.h>

#include "utf8.h"

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
		case 'v':
			u->flags |= UNIT_SPEED;
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

/* The table at path; classifiers: in the form of classifiers.tsv, else in that
 * of units.tsv. */
static void
read_units(struct tables *tb, const char *path, int classifiers)
{
	struct data_file d;
	struct str f[6];
	struct unit *u;
	size_t n;

	data_open(&d, path);
	while ((n = data_next(&d, f, 6)) != 0) {
		if (n < 2 || f[0].len == 0 || f[0].len > 60)
			data_die(&d, "want a surface and a kind");
		if (utf8_valid(f[0].s, f[0].len) < f[0].len ||
		    utf8_valid(f[2].s, f[2].len) < f[2].len)
			data_die(&d, "invalid UTF-8");
		u = new_unit(tb);
		u->kind = kind_of(&d, f[1]);
		u->surface = keep(tb, f[0]);
		if (classifiers) {
			u->unit = keep(tb, f[0]);
			read_flags(&d, f[2], u);
			continue;
		}
		u->unit =
		    keep(tb, f[2].len == 0 || str_is(f[2], "-") ? f[0] : f[2]);
		u->base = keep(tb, or_empty(f[4]));
		read_factor(&d, f[3], u);
		read_flags(&d, f[5], u);
	}
	data_close(&d);
}

static void
read_own_units(
    struct tables *tb, const char *dir, const char *name, int classifiers)
{
	char *path = data_path(dir, name);

	read_units(tb, path, classifiers);
	mem_free(path);
}

static int
cmp_unit(const void *a, const void *b)
{
	const struct unit *x = a, *y = b;
	int c = (x->kind != UNIT_PREFIX) - (y->kind != UNIT_PREFIX);

	if (c == 0)
		c = str_cmp(x->surface, y->surface);

	/* in the order in which the tables are read (the user's first): the
	 * surfaces stand in one buffer */
	return c ? c
		 : (x->surface.s > y->surface.s) -
		       (x->surface.s < y->surface.s);
}

/* The words of all surfaces; their values are indices. */
static void
index_units(struct tables *tb)
{
	struct data_file none = {0};
	size_t i;

	qsort(tb->unit, tb->nunit, sizeof *tb->unit, cmp_unit);
	for (i = 0; i < tb->nunit; i++) {
		struct unit *u = &tb->unit[i];
		const struct unit *last = i ? u - 1 : NULL;

		if (u->kind == UNIT_PREFIX || u->surface.len == 0)
			continue;
		if (last && last->kind != UNIT_PREFIX &&
		    str_eq(u->surface, last->surface))
			tb->unit[i - 1].also = (uint32_t)i + 1;
		else
			load_word(&none, &tb->units, u->surface, (uint32_t)i);
	}
	lexis_end(&tb->units);
}

void
tables_open(
    struct tables *tb, const char *dir, const char *const *units, size_t n)
{
	size_t i;

	memset(tb, 0, sizeof *tb);
	lexis_open(&tb->units, LEXIS_FIRST);
	lexis_open(&tb->cues, LEXIS_BITS);
	lexis_open(&tb->status, LEXIS_BITS);
	lexis_open(&tb->stops, LEXIS_FIRST);
	for (i = 0; i < n; i++)
		read_units(tb, units[i], 0);
	read_own_units(tb, dir, "units.tsv", 0);
	read_own_units(tb, dir, "classifiers.tsv", 1);
	settle(tb);
	new_unit(tb); /* ends the prefixes, should nothing else */
	index_units(tb);
	load_stops(tb, dir);
	load_cues(tb, dir);
	load_status(tb, dir);
}
