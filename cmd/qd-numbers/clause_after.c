#include "clause.h"

#include <string.h>

#include "words.h"

#define REACH 180 /* bytes of a clause that are looked at, */
#define QUOTED 45 /* and of a quotation in front of a name */

/* 1 when the name from..at is so short that 的 carries it on: 最大的. */
static int
attribute(const struct text *t, size_t from, size_t at)
{
	return at - from <= 6 && at > from && !text_is(t, from, "企业");
}

/* The end of a relative clause whose verb stands at from: behind its 的, or
 * from when there is none in the clause. */
static size_t
relative(const struct text *t, size_t from)
{
	size_t at = from, w;
	uint32_t cp;

	for (; at < t->n && at - from < 60; at += w) {
		cp = text_at(t, at, &w);
		if (words_end(cp) || text_in(cp, "、“”"))
			return from;
		if (cp == 0x7684)
			return at + w;
	}
	return from;
}

/* Behind the short quotation at i, which a name may begin with and whose words
 * are no verbs (两个“不可能”难题); i where none ends before end. */
static size_t
quotation(const struct text *t, size_t i, size_t end)
{
	size_t k = i, w;

	if (!text_is(t, i, "“"))
		return i;
	for (; k < end && k - i < QUOTED; k += w) {
		text_at(t, k, &w);
		if (text_is(t, k, "”"))
			return k + w;
	}
	return i;
}

/* Where the name that begins at `at` ends, not behind next. */
static size_t
name_end(const struct tables *tb, const struct text *t, size_t at, size_t next)
{
	const struct cue_bits *b = &tb->cue;
	size_t from = at, len, w;
	uint32_t bits, cp;

	at = quotation(t, at, next);
	while (at < next && at - from < REACH) {
		w = words_next(
		    tb, t, at, next < from + REACH ? next : from + REACH);
		if (w > at) {
			at = w;
			continue;
		}
		cp = text_at(t, at, &w);
		if (words_end(cp) || cp == ' ' || text_is(t, at, "——"))
			break;
		if (cp == 0x3001 &&
		    (at == from || at + w == next || at - from > 18))
			break;
		if (at + w == next && text_in(cp, "和与及"))
			break;
		bits = words_at(tb, t, at, &len);
		if (bits && !(bits & (b->noun | b->metric)))
			break;
		if (cp == 0x7684 && !attribute(t, from, at))
			break;
		at += len;
	}
	return at < next ? at : next;
}

/* As name_end, but a verb may begin the name (救助对象). */
static size_t
name_end_verb(
    const struct tables *tb, const struct text *t, size_t from, size_t next)
{
	const struct cue_bits *b = &tb->cue;
	size_t at = name_end(tb, t, from, next), len;

	if (at > from || !(words_at(tb, t, from, &len) & b->verb) ||
	    from + len >= next)
		return at;
	at = name_end(tb, t, from + len, next);
	return at > from + len ? at : from;
}

/* 1 when the quantity is part of a name that is counted: 第一个五年规划,
 * 10个千亩 产业园. */
static int
describes(const struct quantity *q)
{
	return q->kind == KIND_DURATION ||
	       (q->kind == KIND_MEASURE && (q->flags & NUM_BARE));
}

void
clause_after(const struct tables *tb, const struct scan *s, size_t i,
    size_t from, struct clause *c)
{
	const struct text *t = &s->t;
	size_t next = i + 1 < s->found.n ? s->found.v[i + 1].from : t->n, at;

	memset(c, 0, sizeof *c);
	if (next < from)
		next = from;
	c->from = from;
	c->to = name_end(tb, t, from, next);
	if (next == from && i + 1 < s->found.n &&
	    describes(&s->found.v[i + 1])) {
		at = i + 2 < s->found.n ? s->found.v[i + 2].from : t->n;
		c->to = name_end(tb, t, s->found.v[i + 1].to, at);
		return;
	}
	if (c->to == from) {
		at = relative(t, from);
		if (at > from && at < next)
			c->to = name_end_verb(tb, t, at, next);
		if (at == from || c->to == at)
			c->to = name_end_verb(tb, t, from, next);
	}
	words_trim(t, &c->from, &c->to);
}
