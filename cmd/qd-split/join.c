#include "join.h"

#include <string.h>

#include "find.h"
#include "fit.h"
#include "utf8.h"

#define MAX_OPEN 16	  /* cut ends that wait for their rest */
#define FAR 3		  /* more than this fit is needed from far away */
#define TWIN 6		  /* characters that show a passage printed twice */
#define BUDGET 24	  /* times an article may be searched through */
#define SPARE (16U << 20) /* bytes more that may be, for short ones */

/* Cut ends, in the order of the page. */
struct ends {
	size_t v[MAX_OPEN];
	size_t n;
	size_t budget; /* searches left */
	struct str text;
};

/* The text that a unit ends with, and the one it begins with. */
static struct str
tail_of(const struct page *p, size_t i)
{
	const struct unit *u = &p->u[p->u[i].tail];

	return page_line_text(p, u, u->n - 1);
}

static struct str
head_of(const struct page *p, size_t i)
{
	return page_line_text(p, &p->u[i], 0);
}

/* A paragraph that breaks off: no sentence, list item or credit ends there. */
static int
is_open(const struct ln *e)
{
	if (line_closed(e) || (e->flags & LINE_PART))
		return 0;
	switch (e->last) {
	case ':':
	case ';':
	case 0x2014:
		return 0;
	}
	return !line_closes(e->last) || e->open > 0;
}

/* It may begin in the middle of a sentence. */
static int
may_follow(const struct page *p, size_t i)
{
	const struct ln *e = &p->u[i].ends;

	if (e->flags & (LINE_DATELINE | LINE_PART))
		return 0;
	if (e->cue == CUE_NUMBER || e->first == 0x2014)
		return 0;
	if (p->layout.indented && !p->layout.wrap)
		return e->indent < p->layout.margin;
	if (p->layout.indented)
		return e->indent <= p->layout.margin;
	return 1;
}

/* It begins in the middle of a sentence, by its form alone. */
static int
surely_follows(const struct page *p, size_t i)
{
	uint32_t cp = utf8_fold(fit_first_char(head_of(p, i)));

	if (p->u[i].contd)
		return 1;
	return line_closes(cp) || cp == '!' || cp == '?' || cp == 0x3002 ||
	       cp == ',' || cp == 0x3001 || cp == ';' || cp == '%';
}

/* Its first word or two end so soon that they may be the rest of others:
 * 务、… or 了。…; a number ends so, too. */
static int
ends_soon(const struct page *p, size_t i)
{
	struct str s = fit_first_chars(head_of(p, i), 4);
	size_t at = 0;
	uint32_t cp;

	while (at < s.len) {
		at += utf8_decode(s.s + at, s.len - at, &cp);
		if (cp == 0x3002 || cp == 0x3001)
			return !cue_test(p->cues, CUE_NUMBER,
			    fit_first_chars(head_of(p, i), 8), NULL);
	}
	return 0;
}

static void
forget(struct ends *o, size_t i)
{
	memmove(o->v + i, o->v + i + 1, (--o->n - i) * sizeof *o->v);
}

/* Ends of the same passage as end k, printed again: it has its rest now. */
static void
forget_twins(struct page *p, struct ends *o, size_t k)
{
	struct str end = fit_last_chars(tail_of(p, o->v[k]), TWIN);
	size_t i;

	for (i = o->n; i-- > k + 1;)
		if (str_eq(fit_last_chars(tail_of(p, o->v[i]), TWIN), end)) {
			p->u[o->v[i]].cut |= CUT_TAIL;
			forget(o, i);
		}
}

static void
remember(struct page *p, struct ends *o, size_t i)
{
	if (o->n == MAX_OPEN) {
		p->u[o->v[0]].cut |= CUT_TAIL;
		forget(o, 0);
	}
	o->v[o->n++] = i;
}

static int
fit(struct page *p, struct ends *o, size_t from, size_t to)
{
	size_t price = o->text.len;

	if (o->budget < price)
		return 0;
	o->budget -= price;
	return fit_score(o->text, tail_of(p, from), head_of(p, to));
}

/* Quickly: could it score over 0? */
static int
may_fit(struct page *p, struct ends *o, size_t from, size_t to)
{
	if (!p->pairs.known)
		fit_pairs_read(&p->pairs, o->text);
	return fit_pairs_has(&p->pairs, tail_of(p, from), head_of(p, to));
}

/* Both begin with a digit, or with the same mark: items of a list. */
static int
parallel(const struct page *p, size_t a, size_t b)
{
	uint32_t x = p->u[a].ends.first, y = p->u[b].ends.first;

	if (x >= '0' && x <= '9')
		return y >= '0' && y <= '9';
	return x == y && utf8_ispunct(x) && !line_opens(x);
}

/*
 * The cut end that unit i carries on best, as an index into o->v; near: the
 * last of them stands right before it, and needs no more than that nothing
 * speaks against it.
 */
static size_t
best_end(struct page *p, struct ends *o, size_t i, int near)
{
	size_t far = o->n - (near != 0), k, best = UNIT_ALONE;
	int f, most = near || surely_follows(p, i) || ends_soon(p, i) ? 1 : FAR;
	int beside = near ? 1 + fit(p, o, o->v[far], i) : -1;

	if (beside == 1 && parallel(p, o->v[far], i))
		beside = -1;
	if (!p->opt->relink)
		far = 0;
	most = beside > most ? beside : most;
	for (k = 0; k < far; k++) {
		if (!may_fit(p, o, o->v[k], i))
			continue;
		f = fit(p, o, o->v[k], i);
		if (f > most) {
			best = k;
			most = f;
		}
	}
	if (best == UNIT_ALONE && beside >= 0)
		best = o->n - 1;
	return best;
}

/*
 * The paragraph before unit i in which the passage that breaks off at the
 * end of unit i is printed whole; the rest found below belongs to that one.
 */
static size_t
twin(struct page *p, struct ends *o, size_t a, size_t i)
{
	struct str end = fit_last_chars(tail_of(p, i), TWIN), s;
	size_t k, j;

	if (o->budget < o->text.len || utf8_count(end.s, end.len) < TWIN)
		return UNIT_ALONE;
	o->budget -= o->text.len;
	for (k = a; k < i; k++) {
		if (p->u[k].label != LABEL_PARA)
			continue;
		for (j = 0; j < p->u[k].n; j++) {
			s = page_line_text(p, &p->u[k], j);
			if (find_bytes(s, s.s, end))
				return k;
		}
	}
	return UNIT_ALONE;
}

/* Finds where unit i goes; near: a cut end stands right before it. */
static void
place(struct page *p, struct ends *o, size_t a, size_t i, int near)
{
	size_t k = best_end(p, o, i, near), t;

	if (k != UNIT_ALONE) {
		forget_twins(p, o, k);
		page_link(p, p->u[o->v[k]].root, i);
		forget(o, k);
		return;
	}
	if (!near) {
		if (surely_follows(p, i) || (o->n && ends_soon(p, i)))
			p->u[i].cut |= CUT_HEAD;
		return;
	}
	t = p->opt->relink ? twin(p, o, a, o->v[o->n - 1]) : UNIT_ALONE;
	if (t != UNIT_ALONE)
		page_link(p, p->u[t].root, i);
	else if (surely_follows(p, i))
		p->u[i].cut |= CUT_HEAD;
}

/* What looks like a subhead is a line cut in the middle of a word. */
static int
breaks_off(struct page *p, struct ends *o, size_t i)
{
	const struct unit *u = &p->u[i];
	size_t price = o->text.len;

	if (!(u->ends.flags & LINE_COMMA) || u->ends.width < 36 ||
	    o->budget < price)
		return 0;
	o->budget -= price;
	return fit_against(o->text, tail_of(p, i));
}

void
join_units(struct page *p, size_t a, size_t b)
{
	struct ends o = {{0}, 0, 0, {NULL, 0}};
	size_t i;
	int near = 0;

	if (a == b)
		return;
	p->pairs.known = 0;
	o.text = page_text(p, a, b);
	o.budget = BUDGET * o.text.len + SPARE;
	for (i = a; i < b; i++) {
		struct unit *u = &p->u[i];

		if (u->label == LABEL_NOTE || u->label == LABEL_CAPTION)
			continue;
		if (u->label == LABEL_SUBHEAD && breaks_off(p, &o, i))
			u->label = LABEL_PARA;
		if (u->label != LABEL_PARA) {
			near = 0;
			continue;
		}
		if (u->joined)
			continue;
		if (!u->list && may_follow(p, i))
			place(p, &o, a, i, near);
		near = !u->list && is_open(&u->ends);
		if (near)
			remember(p, &o, u->root);
	}
	for (i = 0; i < o.n; i++)
		p->u[o.v[i]].cut |= CUT_TAIL;
}
