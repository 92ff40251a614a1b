#include "context.h"

#include <string.h>

#include "clause.h"
#include "words.h"

#define REACH 600 /* bytes back to what a figure may be of */

const char *
context_bound(const struct context *c)
{
	static const char *const names[] = {
	    NULL, "ge", "gt", "le", "lt", "approx"};

	return names[c->bound];
}

const char *
context_dir(const struct context *c)
{
	static const char *const names[] = {NULL, "up", "down", "flat"};

	return names[c->dir];
}

const char *
context_basis(const struct context *c)
{
	static const char *const names[] = {NULL, "yoy", "mom", "annual"};

	return names[c->basis];
}

static enum bound
bound_of(const struct cue_bits *b, uint32_t bits)
{
	return bits & b->ge   ? BOUND_GE
	       : bits & b->gt ? BOUND_GT
	       : bits & b->le ? BOUND_LE
	       : bits & b->lt ? BOUND_LT
	       : bits	      ? BOUND_APPROX
			      : BOUND_NONE;
}

/* The bound behind the quantity, and where what follows it begins. */
static enum bound
bound_after(const struct tables *tb, const struct text *t,
    const struct quantity *q, size_t *to)
{
	const struct cue_bits *b = &tb->cue;
	enum bound bound = BOUND_NONE;
	struct lexis_hit hit;

	*to = q->to;
	if (!lexis_longest(&tb->cues, t, q->to, &hit))
		return BOUND_NONE;
	if (hit.value & b->after_span_le)
		bound = q->kind == KIND_DURATION ? BOUND_LE : BOUND_NONE;
	else if (hit.value & b->after_from)
		bound = q->kind == KIND_MONEY ? BOUND_GE : BOUND_NONE;
	else if (hit.value & b->after_ge)
		bound = BOUND_GE;
	else if (hit.value & b->after_le)
		bound = BOUND_LE;
	else if (hit.value & b->after_lt)
		bound = BOUND_LT;
	else if (hit.value & b->after_approx)
		bound = BOUND_APPROX;
	if (bound)
		*to = q->to + hit.len;
	return bound;
}

/* 上百, 过亿元: the word right in front of a bare scale word. */
static enum bound
bound_bare(const struct text *t, const struct quantity *q)
{
	if (!(q->flags & NUM_BARE))
		return BOUND_NONE;
	if (text_ends(t, q->from, "上") && !text_ends(t, q->from, "以上"))
		return BOUND_GE;
	return text_ends(t, q->from, "过") ? BOUND_GT : BOUND_NONE;
}

/* 近两年, 企业…: of late, no bound, where nothing stands in front; 升至近30年
 * 新高 has one. */
static int
is_recent(const struct text *t, const struct quantity *q)
{
	size_t at = q->from - strlen("近"), w;
	uint32_t prev;

	if (q->kind != KIND_DURATION || !text_ends(t, q->from, "近"))
		return 0;
	prev = text_before(t, at, &w);
	return !prev || words_end(prev) || text_in(prev, " “");
}

static void
set_words(
    const struct cue_bits *b, const struct clause *left, struct context *c)
{
	c->dir = left->dir & b->up     ? DIR_UP
		 : left->dir & b->down ? DIR_DOWN
		 : left->dir & b->flat ? DIR_FLAT
				       : DIR_NONE;
	c->basis = left->basis & b->yoy	     ? BASIS_YOY
		   : left->basis & b->mom    ? BASIS_MOM
		   : left->basis & b->annual ? BASIS_ANNUAL
					     : BASIS_NONE;
}

static int
has(const struct context *c)
{
	return c->of_to > c->of_from;
}

static void
take(struct context *c, size_t from, size_t to)
{
	if (!has(c)) {
		c->of_from = from;
		c->of_to = to;
	}
}

/* The last quantity in front of i, in the same sentence, that is no time;
 * i when there is none. */
static size_t
measured_before(const struct scan *s, size_t i)
{
	const struct quantity *v = s->found.v;
	size_t k = i;

	while (k-- > 0 && v[k].sentence == v[i].sentence &&
	       v[i].from - v[k].to < REACH)
		if (v[k].kind != KIND_DATE && v[k].kind != KIND_PERIOD &&
		    v[k].kind != KIND_DURATION)
			return k;
	return i;
}

static int
same_unit(const struct scan *s, size_t i, size_t k)
{
	const struct quantity *a = &s->found.v[i], *b = &s->found.v[k];

	return a->nunit == b->nunit && a->nunit &&
	       !memcmp(s->found.store.s + a->unit, s->found.store.s + b->unit,
		   a->nunit);
}

/* What is measured, where it was named with the quantity before: 同比增长5%,
 * 434户1953人, 从10亿元增至12亿元, 其中外地36例. */
static void
carry(const struct scan *s, size_t i, const struct clause *left,
    struct context *all)
{
	size_t k = measured_before(s, i);
	const struct quantity *q = &s->found.v[i];
	int fits;

	if (k == i || has(&all[i]))
		return;
	if (q->kind == KIND_COUNT || q->kind == KIND_ORDINAL)
		fits = s->found.v[k].to == q->from || same_unit(s, i, k);
	else
		fits = left->behind ||
		       (left->open &&
			   (all[i].dir || all[i].basis ||
			       q->kind == KIND_PERCENT || same_unit(s, i, k)));
	if (fits) {
		all[i].of_from = all[k].of_from;
		all[i].of_to = all[k].of_to;
	}
}

/* 新增企业3家、院所2家; 不超过1000、3000、6000元: what is said of the first
 * in a list holds for the others. */
static void
carry_words(const struct scan *s, size_t i, const struct clause *left,
    struct context *all)
{
	if (!left->list || i == 0)
		return;
	if (!all[i].dir && left->open + has(&all[i]) > 0)
		all[i].dir = all[i - 1].dir;
	if (!all[i].basis && left->open && all[i].dir == all[i - 1].dir)
		all[i].basis = all[i - 1].basis;
	if (!all[i].bound && s->found.v[i - 1].to + 3 == s->found.v[i].from)
		all[i].bound = all[i - 1].bound;
}

/* 3000人: nothing is missing behind it. */
static int
is_people(const struct scan *s, const struct quantity *q)
{
	const char *people = "人";

	return q->nunit >= strlen(people) &&
	       !memcmp(s->found.store.s + q->unit, people, strlen(people));
}

/* 5000余种、6500余册图书: what is counted in several ways is named behind the
 * last one. */
static void
carry_back(const struct scan *s, struct context *all)
{
	const struct quantity *v = s->found.v;
	size_t i;

	for (i = s->found.n; i-- > 1;) {
		const struct quantity *q = &v[i - 1];

		if (!has(&all[i]) || has(&all[i - 1]) ||
		    q->kind != KIND_COUNT || v[i].kind != KIND_COUNT ||
		    is_people(s, q) || all[i].of_from < v[i].to ||
		    (q->to != v[i].from && !(text_is(&s->t, q->to, "、") &&
					       q->to + 3 == v[i].from)))
			continue;
		all[i - 1].of_from = all[i].of_from;
		all[i - 1].of_to = all[i].of_to;
	}
}

/* 1 when the name in front is only where the quantity ranks: 全球第一. */
static int
is_field(const struct text *t, const struct clause *c)
{
	static const char *const fields[] = {
	    "全球", "世界", "全国", "全省", "全市", "国内", "亚洲"};
	size_t k;

	for (k = 0; k < sizeof fields / sizeof *fields; k++)
		if (c->to - c->from == strlen(fields[k]) &&
		    text_is(t, c->from, fields[k]))
			return 1;
	return 0;
}

/* What the quantity is of: which of the names around it. */
static void
set_of(const struct tables *tb, const struct scan *s, size_t i, size_t behind,
    const struct clause *left, struct context *all)
{
	const struct quantity *q = &s->found.v[i];
	struct context *c = &all[i];
	struct clause right;
	int de = text_is(&s->t, behind, "的"), counted;

	if (q->kind == KIND_ORDINAL && !q->nunit && text_is(&s->t, q->to, "大"))
		return; /* 十八大 */
	if (q->kind == KIND_DURATION && !de) {
		if (left->bound)
			take(c, left->from, left->to);
		return;
	}
	if (q->kind == KIND_CODE) {
		take(c, left->from, left->to);
		return;
	}
	clause_after(tb, s, i, de ? behind + 3 : behind, &right);
	counted = q->kind == KIND_COUNT || q->kind == KIND_NUMBER ||
		  (q->kind == KIND_ORDINAL && q->nunit) ||
		  (q->kind == KIND_MEASURE && !de) ||
		  (q->kind == KIND_DURATION && de) ||
		  (q->kind == KIND_MONEY && (q->flags & NUM_BARE) &&
		      left->to == left->from);
	if (counted || (de && !left->related))
		take(c, right.from, right.to);
	if ((q->kind == KIND_RATIO && text_ends(&s->t, q->from, "的")) ||
	    (q->kind == KIND_ORDINAL && is_field(&s->t, left)))
		take(c, left->subject_from, left->subject_to);
	take(c, left->from, left->to);
	if (q->kind != KIND_RATIO)
		take(c, right.from, right.to);
	carry(s, i, left, all);
}

void
context_read(const struct tables *tb, const struct scan *s, struct context *c)
{
	struct clause left;
	enum bound b;
	size_t i, behind;

	memset(c, 0, (s->found.n + 1) * sizeof *c);
	for (i = 0; i < s->found.n; i++) {
		const struct quantity *q = &s->found.v[i];

		if (q->kind == KIND_DATE || q->kind == KIND_PERIOD)
			continue;
		clause_before(tb, s, i, &left);
		b = bound_after(tb, &s->t, q, &behind);
		c[i].bound = q->bound ? q->bound : b;
		if (!c[i].bound)
			c[i].bound = bound_bare(&s->t, q);
		if (!c[i].bound)
			c[i].bound = bound_of(&tb->cue, left.bound);
		if (c[i].bound == BOUND_LT && is_recent(&s->t, q))
			c[i].bound = BOUND_NONE;
		if (q->kind != KIND_ORDINAL && q->kind != KIND_CODE)
			set_words(&tb->cue, &left, &c[i]);
		if (q->kind == KIND_DURATION && c[i].dir == DIR_UP)
			c[i].dir = DIR_NONE; /* 升至近30年新高 */
		set_of(tb, s, i, behind, &left, c);
		carry_words(s, i, &left, c);
	}
	carry_back(s, c);
}
