#include "cue.h"

#include <string.h>

#include "data.h"
#include "fold.h"
#include "re.h"
#include "utf8.h"

#define CUE_MAXRULES 65535 /* what a number of a rule holds */
#define CUE_PATIENCE 64	   /* lines a pattern may give up on */
#define CUE_STEPS 100000   /* of backtracking on a line: a millisecond */

struct pattern {
	enum cue kind;
	struct re *re;
	int names, media, place, y, m, d; /* groups, or -1 */
	const char *path;		  /* where it is written */
	size_t line;
	size_t lost; /* lines that it gave up on */
};

/* Where in a line a trigger has to stand. */
enum where { WHERE_ANY, WHERE_FIRST, WHERE_LAST, WHERE_N };

/* Patterns from..to-1, of one kind and with the same triggers: they share a
 * bit in the masks, that of the slot's number modulo 64. */
struct slot {
	enum cue kind;
	size_t from, to;
};

struct cues {
	struct pattern *v;
	size_t n, cap;
	struct slot *slot;
	size_t nslots, slotcap;
	struct buf triggers; /* of the last slot, as they are written */
	struct cue_table table;
	/* By class: what must stand first, or last. */
	uint64_t first[CUE_NCLASSES], last[CUE_NCLASSES];
	size_t nclasses;
	uint64_t always;       /* patterns without triggers */
	uint64_t kinds[CUE_N]; /* patterns of each kind */
	uint64_t line, text;   /* of whole lines, of those that may end
				  as text does */
	size_t name;	       /* number of the first of that kind, or 0 */
	struct buf half;       /* what is matched, in half width */
};

static const char *const cue_names[CUE_N] = {"", "folio", "staff", "jump",
    "origin", "part", "stamp", "marked", "byline", "byhead", "credit",
    "caption", "ellipsis", "aside", "number", "author", "plain", "dateline",
    "tail", "acts", "name"};

static enum cue
kind_of(struct str s)
{
	int k;

	for (k = 1; k < CUE_N; k++)
		if (str_is(s, cue_names[k]))
			return (enum cue)k;
	return CUE_NONE;
}

/* Which slots a character may let match, by where it stands in the line. */
struct trigger {
	uint64_t in[WHERE_N];
};

static struct trigger
trigger_of(const struct cues *c, size_t class)
{
	struct trigger t = {
	    {c->table.mask[class], c->first[class], c->last[class]}};

	return t;
}

/* Characters that matter to the same patterns share a class. */
static uint16_t
class_of(struct cues *c, struct data_file *d, const struct trigger *t)
{
	size_t i;

	for (i = 0; i < c->nclasses; i++)
		if (c->table.mask[i] == t->in[WHERE_ANY] &&
		    c->first[i] == t->in[WHERE_FIRST] &&
		    c->last[i] == t->in[WHERE_LAST])
			return (uint16_t)i;
	if (i < CUE_NCLASSES) {
		c->table.mask[i] = t->in[WHERE_ANY];
		c->first[i] = t->in[WHERE_FIRST];
		c->last[i] = t->in[WHERE_LAST];
		c->nclasses++;
	} else {
		data_die(d, "too many different sets of triggers");
	}
	return (uint16_t)i;
}

static void
add_trigger(struct cues *c, struct data_file *d, uint32_t cp, uint64_t bit,
    enum where where)
{
	struct trigger t;

	if (cp < 0x10000) {
		t = trigger_of(c, c->table.class[cp]);
		t.in[where] |= bit;
		c->table.class[cp] = class_of(c, d, &t);
	} else {
		data_die(d, "a trigger character beyond U+FFFF");
	}
}

/* Each trigger in its half-width and its full-width form. */
static void
add_triggers(struct cues *c, struct data_file *d, struct str s, uint64_t bit)
{
	enum where where = WHERE_ANY;
	size_t i;
	uint32_t cp;

	if (str_is(s, "*")) {
		c->always |= bit;
		return;
	}
	if (s.len > 1 && (s.s[0] == '^' || s.s[0] == '$'))
		where = s.s[0] == '^' ? WHERE_FIRST : WHERE_LAST;
	for (i = where != WHERE_ANY; i < s.len;) {
		i += utf8_decode(s.s + i, s.len - i, &cp);
		add_trigger(c, d, cp, bit, where);
		if (cp > ' ' && cp < 0x7f)
			add_trigger(c, d, cp + 0xfee0, bit, where);
		if (cp == ' ')
			add_trigger(c, d, 0x3000, bit, where);
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
	struct buf msg = {0}, why = {0};
	struct re *re = re_new(pattern, &msg);

	if (re == NULL)
		data_die(d, "bad pattern: %s", msg.s);
	if (searched(kind))
		return re;
	re_free(re);
	buf_puts(&msg, "\\A(?:");
	buf_put(&msg, pattern.s, pattern.len);
	buf_putc(&msg, ')');
	pattern = buf_str(&msg);
	re = re_new(pattern, &why);
	if (re == NULL)
		data_die(d, "bad pattern: it cannot stand in (?:...): %s there",
		    why.s);
	buf_free(&msg);
	return re;
}

/* Patterns that follow each other with the same triggers share a slot. */
static void
add_slot(struct cues *c, struct data_file *d, enum cue kind, struct str trigger)
{
	struct slot *s = c->nslots ? &c->slot[c->nslots - 1] : NULL;
	uint64_t bit = (uint64_t)1 << (c->nslots % 64);

	if (s && s->kind == kind && str_eq(buf_str(&c->triggers), trigger)) {
		s->to++;
		return;
	}
	buf_reset(&c->triggers);
	buf_put(&c->triggers, trigger.s, trigger.len);
	c->slot =
	    mem_grow(c->slot, &c->slotcap, c->nslots + 1, sizeof *c->slot);
	s = &c->slot[c->nslots++];
	s->kind = kind;
	s->from = c->n;
	s->to = c->n + 1;
	/* These two are never looked for by their triggers: they must not
	 * lend them to the slot that has the same bit. */
	if (kind != CUE_ACTS && kind != CUE_NAME)
		add_triggers(c, d, trigger, bit);
	c->kinds[kind] |= bit;
	if (kind <= CUE_PLAIN)
		c->line |= bit;
	if (kind == CUE_CAPTION || kind == CUE_MARKED || kind == CUE_PLAIN)
		c->text |= bit;
}

static void
add_pattern(struct cues *c, struct data_file *d, const struct str *f)
{
	struct pattern *p;

	if (c->n == CUE_MAXRULES)
		data_die(d, "too many patterns");

	c->v = mem_grow(c->v, &c->cap, c->n + 1, sizeof *c->v);
	p = &c->v[c->n];
	p->kind = kind_of(f[0]);
	if (p->kind == CUE_NONE)
		data_die(d, "unknown kind '%.*s'", (int)f[0].len, f[0].s);
	if (f[1].len == 0 || f[2].len == 0)
		data_die(d, "want kind, trigger characters and pattern, "
			    "separated by TABs");
	p->re = compile(d, p->kind, f[2]);
	re_limit(p->re, CUE_STEPS);
	add_slot(c, d, p->kind, f[1]);
	p->names = re_named(p->re, "names");
	p->media = re_named(p->re, "media");
	p->place = re_named(p->re, "place");
	p->y = re_named(p->re, "y");
	p->m = re_named(p->re, "m");
	p->d = re_named(p->re, "d");
	p->path = d->path;
	p->line = d->no;
	p->lost = 0;
	c->n++;
	if (p->kind == CUE_NAME && c->name == 0)
		c->name = c->n;
}

struct cues *
cue_open(void)
{
	struct cues *c = mem_calloc(1, sizeof *c);

	c->nclasses = 1;
	return c;
}

void
cue_add(struct cues *c, const char *path)
{
	struct data_file d;
	struct str f[3];

	data_open(&d, path);
	while (data_next(&d, f, 3))
		add_pattern(c, &d, f);
	data_close(&d);
	/* The next file's first triggers are not those of this one's last. */
	buf_reset(&c->triggers);
}

const struct cue_table *
cue_table(const struct cues *c)
{
	return &c->table;
}

uint64_t
cue_ends(const struct cues *c, uint32_t first, uint32_t last)
{
	uint64_t mask = c->always;

	if (first < 0x10000)
		mask |= c->first[c->table.class[first]];
	if (last < 0x10000)
		mask |= c->last[c->table.class[last]];
	return mask;
}

/* As re_match; a pattern that gives up too often is not asked again. */
static int
match(struct pattern *p, struct str s, size_t from)
{
	int n;

	if (p->lost == CUE_PATIENCE)
		return RE_NONE;
	n = re_match(p->re, s.s, s.len, from);
	p->lost += n == RE_LIMIT;
	return n;
}

static const struct pattern *
match_slot(const struct cues *c, const struct slot *s)
{
	struct pattern *p;

	for (p = c->v + s->from; p < c->v + s->to; p++)
		if (match(p, buf_str(&c->half), 0) > 0)
			return p;
	return NULL;
}

/* The first pattern of those in mask, of kinds lo..hi, that matches the
 * folded text; NULL when none does. */
static const struct pattern *
try(const struct cues *c, uint64_t mask, enum cue lo, enum cue hi)
{
	const struct pattern *p;
	const struct slot *s;
	uint64_t left;
	size_t base, i;

	for (base = 0; base < c->nslots; base += 64) {
		for (left = mask; left; left &= left - 1) {
			i = base + (size_t)__builtin_ctzll(left);
			if (i >= c->nslots)
				break;
			s = &c->slot[i];
			if (s->kind < lo || s->kind > hi)
				continue;
			p = match_slot(c, s);
			if (p)
				return p;
		}
	}
	return NULL;
}

static unsigned short
rule(const struct cues *c, const struct pattern *p)
{
	return (unsigned short)(p ? p - c->v + 1 : 0);
}

char *
cue_room(struct cues *c, size_t len)
{
	buf_reset(&c->half);
	buf_reserve(&c->half, len);
	return c->half.s;
}

void
cue_look(struct cues *c, const char *end, uint64_t mask, int is_text,
    struct cue_seen *seen)
{
	uint64_t line = mask & (is_text ? c->text : c->line);
	uint64_t head = mask & c->kinds[CUE_DATELINE];
	uint64_t tail = mask & c->kinds[CUE_TAIL];
	const struct pattern *p;

	memset(seen, 0, sizeof *seen);
	if ((line | head | tail) == 0)
		return;
	c->half.len = (size_t)(end - c->half.s);
	p = line ? try(c, line, CUE_NONE, CUE_PLAIN) : NULL;
	seen->kind = p && p->kind != CUE_PLAIN ? p->kind : CUE_NONE;
	seen->rule = rule(c, p);
	if (p && p->kind < CUE_NUMBER)
		return;
	if (head)
		seen->head = rule(c, try(c, head, CUE_DATELINE, CUE_DATELINE));
	if (tail)
		seen->tail = rule(c, try(c, tail, CUE_TAIL, CUE_TAIL));
}

static struct str
group(const struct cues *c, const struct pattern *p, int i)
{
	struct str s = {"", 0};
	size_t from, to;

	if (i >= 0 && re_group(p->re, i, &from, &to)) {
		s.s = c->half.s + from;
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

	fold_bytes(&c->half, text);
	p = try(c, c->kinds[kind], kind, kind);
	if (p && hit)
		take_groups(c, p, hit);
	return p != NULL;
}

int
cue_read(struct cues *c, enum cue kind, unsigned n, struct str text,
    struct cue_hit *hit)
{
	struct pattern *p = n && n <= c->n ? &c->v[n - 1] : NULL;

	if (p == NULL || p->kind != kind)
		return cue_test(c, kind, text, hit);
	fold_bytes(&c->half, text);
	if (match(p, buf_str(&c->half), 0) <= 0)
		return cue_test(c, kind, text, hit);
	take_groups(c, p, hit);
	return 1;
}

int
cue_name(struct cues *c, struct str names, size_t *at, struct str *name)
{
	struct pattern *p = c->name ? &c->v[c->name - 1] : NULL;
	size_t from, to;

	if (p == NULL || match(p, names, *at) <= 0)
		return 0;
	if (!re_group(p->re, 0, &from, &to) || to <= from || to <= *at)
		return 0;
	*at = to;
	name->s = names.s + from;
	name->len = to - from;
	return 1;
}

unsigned
cue_which(struct cues *c, enum cue kind, struct str text)
{
	fold_bytes(&c->half, text);
	return rule(c, try(c, c->kinds[kind], kind, kind));
}

const char *
cue_kind(enum cue kind)
{
	return cue_names[kind];
}

const char *
cue_rule(const struct cues *c, unsigned rule, size_t *line)
{
	const struct pattern *p = rule && rule <= c->n ? &c->v[rule - 1] : NULL;

	*line = p ? p->line : 0;
	return p ? p->path : NULL;
}

unsigned
cue_lost(const struct cues *c, unsigned rule, size_t *lines, int *left)
{
	while (rule < c->n && c->v[rule].lost == 0)
		rule++;
	if (rule >= c->n)
		return 0;
	*lines = c->v[rule].lost;
	*left = *lines == CUE_PATIENCE;
	return rule + 1;
}

void
cue_free(struct cues *c)
{
	size_t i;

	for (i = 0; i < c->n; i++)
		re_free(c->v[i].re);
	mem_free(c->v);
	mem_free(c->slot);
	buf_free(&c->triggers);
	buf_free(&c->half);
	mem_free(c);
}
