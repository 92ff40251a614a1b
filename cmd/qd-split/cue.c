#include "cue.h"

#include <string.h>

#include "data.h"
#include "fold.h"
#include "re.h"
#include "utf8.h"

struct pattern {
	enum cue kind;
	struct re *re;
	uint64_t bit;			  /* its bit in a mask */
	int names, media, place, y, m, d; /* groups, or -1 */
};

struct cues {
	struct pattern *v;
	size_t n, cap;
	struct cue_table table;
	uint64_t first[CUE_NCLASSES]; /* by class: must stand first */
	unsigned nclasses;
	uint64_t always;       /* patterns without triggers */
	uint64_t kinds[CUE_N]; /* patterns of each kind */
	uint64_t line, text;   /* of whole lines, of those that may end
				  as text does */
	struct re *name;       /* the first pattern of that kind, or NULL */
	struct fold fold;
};

static const char *const cue_names[CUE_N] = {"", "folio", "staff", "jump",
    "origin", "part", "stamp", "marked", "byline", "byhead", "credit",
    "caption", "ellipsis", "aside", "number", "author", "dateline", "tail",
    "acts", "name"};

static enum cue
kind_of(struct str s)
{
	int k;

	for (k = 1; k < CUE_N; k++)
		if (str_is(s, cue_names[k]))
			return (enum cue)k;
	return CUE_NONE;
}

/* Characters that matter to the same patterns share a class. */
static unsigned char
class_of(struct cues *c, struct data_file *d, uint64_t mask, uint64_t first)
{
	unsigned i;

	for (i = 0; i < c->nclasses; i++)
		if (c->table.mask[i] == mask && c->first[i] == first)
			return (unsigned char)i;
	if (i < CUE_NCLASSES) {
		c->table.mask[i] = mask;
		c->first[i] = first;
		c->nclasses++;
	} else {
		data_die(d, "too many different sets of triggers");
	}
	return (unsigned char)i;
}

static void
add_trigger(
    struct cues *c, struct data_file *d, uint32_t cp, uint64_t bit, int first)
{
	unsigned k;

	if (cp < 0x10000) {
		k = c->table.class[cp];
		c->table.class[cp] =
		    class_of(c, d, c->table.mask[k] | (first ? 0 : bit),
			c->first[k] | (first ? bit : 0));
	} else {
		data_die(d, "a trigger character beyond U+FFFF");
	}
}

/* Each trigger in its half-width and its full-width form. */
static void
add_triggers(struct cues *c, struct data_file *d, struct str s, uint64_t bit)
{
	size_t i = 0;
	uint32_t cp;
	int first = s.len > 1 && s.s[0] == '^';

	if (str_is(s, "*")) {
		c->always |= bit;
		return;
	}
	for (i = (size_t)first; i < s.len;) {
		i += utf8_decode(s.s + i, s.len - i, &cp);
		add_trigger(c, d, cp, bit, first);
		if (cp > ' ' && cp < 0x7f)
			add_trigger(c, d, cp + 0xfee0, bit, first);
		if (cp == ' ')
			add_trigger(c, d, 0x3000, bit, first);
	}
}

/* tail, acts and name are searched for, all others match at the start. */
static int
searched(enum cue kind)
{
	return kind == CUE_ACTS || kind == CUE_TAIL || kind == CUE_NAME;
}

/*
 * The start is written into the pattern: PCRE2's compiler to machine code
 * does not know anchored matching.  The bare one first, for the offset of a
 * fault in it.
 */
static struct re *
compile(struct data_file *d, enum cue kind, struct str pattern)
{
	struct buf msg = {0};
	struct re *re = re_new(pattern, &msg);

	if (re == NULL)
		data_die(d, "bad pattern: %s", msg.s);
	if (searched(kind))
		return re;
	re_free(re);
	buf_puts(&msg, "\\A(?:");
	buf_put(&msg, pattern.s, pattern.len);
	buf_putc(&msg, ')');
	re = re_must(d->path, buf_str(&msg));
	buf_free(&msg);
	return re;
}

static void
add_pattern(struct cues *c, struct data_file *d, const struct str *f)
{
	struct pattern *p;

	c->v = mem_grow(c->v, &c->cap, c->n + 1, sizeof *c->v);
	p = &c->v[c->n];
	p->kind = kind_of(f[0]);
	if (p->kind == CUE_NONE)
		data_die(d, "unknown kind '%.*s'", (int)f[0].len, f[0].s);
	if (f[2].len == 0)
		data_die(d, "want kind, trigger characters and pattern, "
			    "separated by TABs");
	p->bit = (uint64_t)1 << (c->n % 64);
	p->re = compile(d, p->kind, f[2]);
	/* These two are never looked for by their triggers: they must not
	 * lend them to the pattern that has the same bit. */
	if (p->kind != CUE_ACTS && p->kind != CUE_NAME)
		add_triggers(c, d, f[1], p->bit);
	c->kinds[p->kind] |= p->bit;
	if (p->kind <= CUE_AUTHOR)
		c->line |= p->bit;
	if (p->kind == CUE_CAPTION || p->kind == CUE_MARKED)
		c->text |= p->bit;
	p->names = re_named(p->re, "names");
	p->media = re_named(p->re, "media");
	p->place = re_named(p->re, "place");
	p->y = re_named(p->re, "y");
	p->m = re_named(p->re, "m");
	p->d = re_named(p->re, "d");
	if (p->kind == CUE_NAME && c->name == NULL)
		c->name = p->re;
	c->n++;
}

struct cues *
cue_open(const char *path)
{
	struct cues *c = mem_calloc(1, sizeof *c);
	struct data_file d;
	struct str f[3];

	c->nclasses = 1;
	data_open(&d, path);
	while (data_next(&d, f, 3))
		add_pattern(c, &d, f);
	data_close(&d);
	return c;
}

const struct cue_table *
cue_table(const struct cues *c)
{
	return &c->table;
}

uint64_t
cue_first(const struct cues *c, uint32_t cp)
{
	return c->always | (cp < 0x10000 ? c->first[c->table.class[cp]] : 0);
}

/* The first pattern of those in mask, of kinds lo..hi, that matches the
 * folded text; NULL when none does. */
static const struct pattern *
try(const struct cues *c, uint64_t mask, enum cue lo, enum cue hi)
{
	const struct pattern *p;
	uint64_t left;
	size_t base, i;

	for (base = 0; base < c->n; base += 64) {
		for (left = mask; left; left &= left - 1) {
			i = base + (size_t)__builtin_ctzll(left);
			if (i >= c->n)
				break;
			p = &c->v[i];
			if (p->kind >= lo && p->kind <= hi &&
			    re_match(
				p->re, c->fold.text.s, c->fold.text.len, 0) > 0)
				return p;
		}
	}
	return NULL;
}

enum cue
cue_look(struct cues *c, struct str text, uint64_t mask, int is_text, int *head,
    int *tail)
{
	uint64_t line = mask & (is_text ? c->text : c->line);
	const struct pattern *p;

	*head = *tail = 0;
	if ((line | (mask & (c->kinds[CUE_DATELINE] | c->kinds[CUE_TAIL]))) ==
	    0)
		return CUE_NONE;
	fold_text(&c->fold, text);
	p = line ? try(c, line, CUE_NONE, CUE_AUTHOR) : NULL;
	if (p && p->kind < CUE_NUMBER)
		return p->kind;
	if (mask & c->kinds[CUE_DATELINE])
		*head = try(c, mask, CUE_DATELINE, CUE_DATELINE) != NULL;
	if (mask & c->kinds[CUE_TAIL])
		*tail = try(c, mask, CUE_TAIL, CUE_TAIL) != NULL;
	return p ? p->kind : CUE_NONE;
}

static struct str
group(const struct cues *c, const struct pattern *p, int i)
{
	struct str s = {"", 0};
	size_t from, to;

	if (i >= 0 && re_group(p->re, i, &from, &to)) {
		s.s = c->fold.text.s + from;
		s.len = to - from;
	}
	return s;
}

/* Value of a Chinese digit, 10 for ten, -1 for what is none. */
static int
digit(uint32_t cp)
{
	static const uint32_t han[] = {0x3007, 0x4e00, 0x4e8c, 0x4e09, 0x56db,
	    0x4e94, 0x516d, 0x4e03, 0x516b, 0x4e5d, 0x5341};
	int i;

	if (cp >= '0' && cp <= '9')
		return (int)(cp - '0');
	for (i = 0; i <= 10; i++)
		if (cp == han[i])
			return i;
	return cp == 0x96f6 ? 0 : -1;
}

/* 12, 十二, 二〇二六 as a number; 0 for what is none or too large. */
static int
number(struct str s)
{
	size_t i = 0;
	uint32_t cp;
	int v = 0, last = -1, dig;

	while (i < s.len) {
		i += utf8_decode(s.s + i, s.len - i, &cp);
		dig = digit(cp);
		if (dig < 0 || v > 9999)
			return 0;
		if (dig == 10)
			v = last < 0 ? 10 : v * 10;
		else
			v = last == 10 ? v + dig : v * 10 + dig;
		last = dig;
	}
	return v;
}

static void
take_groups(const struct cues *c, const struct pattern *p, struct cue_hit *h)
{
	h->names = group(c, p, p->names);
	h->media = group(c, p, p->media);
	h->place = group(c, p, p->place);
	h->y = number(group(c, p, p->y));
	h->m = number(group(c, p, p->m));
	h->d = number(group(c, p, p->d));
}

int
cue_has(const struct cues *c, enum cue kind, uint64_t mask)
{
	return (c->kinds[kind] & (mask | c->always)) != 0;
}

int
cue_test(struct cues *c, enum cue kind, struct str text, struct cue_hit *hit)
{
	const struct pattern *p;

	fold_text(&c->fold, text);
	p = try(c, c->kinds[kind], kind, kind);
	if (p && hit)
		take_groups(c, p, hit);
	return p != NULL;
}

int
cue_name(struct cues *c, struct str names, size_t *at, struct str *name)
{
	struct re *re = c->name;
	size_t from, to;

	if (re == NULL)
		return 0;
	if (re_match(re, names.s, names.len, *at) <= 0)
		return 0;
	if (!re_group(re, 0, &from, &to) || to == from)
		return 0;
	*at = to;
	name->s = names.s + from;
	name->len = to - from;
	return 1;
}

void
cue_free(struct cues *c)
{
	size_t i;

	for (i = 0; i < c->n; i++)
		re_free(c->v[i].re);
	mem_free(c->v);
	fold_free(&c->fold);
	mem_free(c);
}
