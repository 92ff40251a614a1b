#include "pattern.h"

#include <string.h>

#include "re.h"
#include "utf8.h"

#define BMP 65536
#define MAX_PATTERNS 250
#define MAX_TRIGGERS 60000

struct pattern {
	struct re *re;
	enum ner_type type;
	int rebate;
	int group; /* of the span */
	int due;   /* a trigger was seen in this text */
};

struct trigger {
	char *s; /* owned */
	size_t len;
	uint32_t second; /* its second character, 0 for none */
	uint16_t next;	 /* index + 1 of the next that begins so */
	size_t pattern;
};

struct patterns {
	struct pattern *v;
	size_t n, cap;
	struct trigger *triggers;
	size_t ntriggers, tcap;
	uint16_t *starts;	/* by first character: index + 1 of a trigger */
	const struct names *nm; /* of the table */
	/* by id of a character: bits of the triggers that it may begin, and
	 * that it may go on behind their first; several share a bit */
	uint32_t *begin, *go_on;
};

static enum ner_type
type_of(const struct data_file *d, struct str s)
{
	size_t i;

	for (i = 0; i < NER_NTYPES; i++)
		if (str_is(s, ner_tags[i]))
			return (enum ner_type)i;
	data_die(d, "unknown type \"%.*s\"", (int)s.len, s.s);
}

static int
number(const struct data_file *d, struct str s)
{
	int n = 0;
	size_t i;

	for (i = 0; i < s.len && n < 1000; i++) {
		if (s.s[i] < '0' || s.s[i] > '9')
			break;
		n = n * 10 + (s.s[i] - '0');
	}
	if (i == 0 || i < s.len)
		data_die(d, "want a rebate in 0..999, found \"%.*s\"",
		    (int)s.len, s.s);
	return n;
}

static void
add_trigger(struct patterns *p, struct str s)
{
	struct trigger *t;
	uint32_t cp;
	size_t k = utf8_decode(s.s, s.len, &cp);

	if (cp >= BMP)
		cp = 0;
	p->triggers = mem_grow(
	    p->triggers, &p->tcap, p->ntriggers + 1, sizeof *p->triggers);
	t = &p->triggers[p->ntriggers++];
	t->s = mem_dup(s.s, s.len);
	t->len = s.len;
	t->second = 0;
	if (k < s.len)
		utf8_decode(s.s + k, s.len - k, &t->second);
	t->pattern = p->n;
	t->next = p->starts[cp];
	p->starts[cp] = (uint16_t)p->ntriggers;
}

static void
add_triggers(struct patterns *p, const struct data_file *d, struct str s)
{
	const char *bar;
	struct str one;

	for (;;) {
		bar = memchr(s.s, '|', s.len);
		one.s = s.s;
		one.len = bar ? (size_t)(bar - s.s) : s.len;
		if (one.len == 0)
			data_die(d, "want triggers joined by |");
		if (p->ntriggers == MAX_TRIGGERS)
			data_die(d, "more than %d triggers", MAX_TRIGGERS);
		add_trigger(p, one);
		if (bar == NULL)
			return;
		s.len -= one.len + 1;
		s.s = bar + 1;
	}
}

struct patterns *
pattern_read(struct data_file *d)
{
	struct patterns *p = mem_calloc(1, sizeof *p);
	struct str f[4];
	struct buf why = {0};
	struct pattern *q;

	p->starts = mem_calloc(BMP, sizeof *p->starts);
	while (data_next(d, f, 4)) {
		if (f[3].len == 0)
			data_die(d, "want type, triggers, rebate and pattern, "
				    "separated by TABs");
		if (p->n == MAX_PATTERNS)
			data_die(d, "more than %d patterns", MAX_PATTERNS);
		p->v = mem_grow(p->v, &p->cap, p->n + 1, sizeof *p->v);
		q = &p->v[p->n];
		memset(q, 0, sizeof *q);
		q->type = type_of(d, f[0]);
		add_triggers(p, d, f[1]);
		q->rebate = number(d, f[2]);
		q->re = re_new(f[3], &why);
		if (q->re == NULL)
			data_die(d, "bad pattern: %s", why.s);
		q->group = re_named(q->re, "n");
		if (q->group < 0)
			q->group = 0;
		p->n++;
	}
	buf_free(&why);
	return p;
}

/* Tables for the characters' ids, made for the first text. */
static void
mark_beginnings(struct patterns *p, const struct names *nm)
{
	const struct trigger *t;
	uint32_t bit, any = 0, cp;
	size_t i;

	if (p->nm == nm)
		return;
	p->nm = nm;
	mem_free(p->begin);
	mem_free(p->go_on);
	p->begin = mem_calloc(nm->nchars, sizeof(uint32_t));
	p->go_on = mem_calloc(nm->nchars, sizeof(uint32_t));
	for (i = 0; i < p->ntriggers; i++) {
		t = &p->triggers[i];
		bit = 1U << i % 32;
		utf8_decode(t->s, t->len, &cp);
		p->begin[names_id(nm, cp)] |= bit;
		if (t->second)
			p->go_on[names_id(nm, t->second)] |= bit;
		else
			any |= bit;
	}
	for (i = 0; i < nm->nchars; i++)
		p->go_on[i] |= any;
}

/* Sets due where a trigger stands; returns whether any is. */
static int
look_for_triggers(struct patterns *p, const struct scan *sc)
{
	const struct trigger *t;
	size_t i, k;
	int any = 0;

	mark_beginnings(p, sc->nm);
	for (k = 0; k < p->n; k++)
		p->v[k].due = 0;
	for (i = 0; i < sc->n; i++) {
		if (!(p->begin[sc->id[i]] & p->go_on[sc->id[i + 1]]) ||
		    sc->cp[i] >= BMP)
			continue;
		for (k = p->starts[sc->cp[i]]; k; k = t->next) {
			t = &p->triggers[k - 1];
			if (t->second && t->second != sc->cp[i + 1])
				continue;
			if (t->len > sc->s.len - sc->at[i] ||
			    memcmp(sc->s.s + sc->at[i], t->s, t->len))
				continue;
			p->v[t->pattern].due = any = 1;
		}
	}
	return any;
}

/* The character that begins at byte at. */
static size_t
char_at(const struct scan *sc, size_t at)
{
	size_t lo = 0, hi = sc->n, mid;

	while (lo < hi) {
		mid = lo + (hi - lo) / 2;
		if (sc->at[mid] < at)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

/* All matches of q; 0 when it was given up. */
static int
try_pattern(struct pattern *q, struct cands *c, const struct scan *sc)
{
	size_t from = 0, to, at = 0, i, k;
	int r;

	while ((r = re_match(q->re, sc->s.s, sc->s.len, at)) > 0) {
		if (!re_group(q->re, q->group, &from, &to) || from == to) {
			if (!re_group(q->re, 0, &from, &to))
				return 1;
			at = to;
			if (from == to)
				return 1;
			continue;
		}
		i = char_at(sc, from);
		k = char_at(sc, to);
		cand_add(c, q->type, i, k, scan_span(sc, i, k) - q->rebate,
		    CAND_SURE);
		at = to;
	}
	return r != RE_LIMIT;
}

int
pattern_find(struct patterns *p, struct cands *c, const struct scan *sc)
{
	size_t k;
	int given_up = 0;

	if (!look_for_triggers(p, sc))
		return 0;
	for (k = 0; k < p->n; k++)
		if (p->v[k].due && !try_pattern(&p->v[k], c, sc))
			given_up++;
	return given_up;
}

void
pattern_free(struct patterns *p)
{
	size_t i;

	if (p == NULL)
		return;
	for (i = 0; i < p->n; i++)
		re_free(p->v[i].re);
	for (i = 0; i < p->ntriggers; i++)
		mem_free(p->triggers[i].s);
	mem_free(p->v);
	mem_free(p->triggers);
	mem_free(p->starts);
	mem_free(p->begin);
	mem_free(p->go_on);
	mem_free(p);
}
