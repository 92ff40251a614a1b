#include "clause.h"

#include <string.h>

#include "words.h"

#define REACH 180 /* bytes of a clause that are looked at, on either side */

/* 1 when a quantity other than a time stands in from..to. */
static int
measured_in(const struct scan *s, size_t i, size_t from, size_t to)
{
	while (i-- > 0 && s->found.v[i].from >= from)
		if (s->found.v[i].to <= to && s->found.v[i].kind != KIND_DATE &&
		    s->found.v[i].kind != KIND_PERIOD)
			return 1;
	return 0;
}

/*
 * Where the clause of quantity i begins.  、 ends it only behind a quantity
 * (企业3家、院所2家; *list is set), brackets only where they are not closed,
 * a colon right in front of the quantity not at all.
 */
static size_t
clause_start(const struct scan *s, size_t i, int *list)
{
	size_t at = s->found.v[i].from, w, comma = 0;
	size_t low = words_aligned(&s->t, at > REACH ? at - REACH : 0, at);
	const struct text *t = &s->t;
	uint32_t cp;
	int closed = 0;

	*list = 0;
	while (at > low && text_in(text_before(t, at, &w), ":<( "))
		at -= w;
	while (at > low) {
		if (at - low >= 3 && text_ends_han(t, at)) {
			at -= 3;
			continue;
		}
		cp = text_before(t, at, &w);
		if (cp == ')')
			closed++;
		else if (cp == '(' && closed)
			closed--;
		else if (words_end(cp))
			break;
		if (cp == 0x3001 && !comma)
			comma = at;
		at -= w;
	}
	if (comma && measured_in(s, i, at, comma)) {
		*list = 1;
		return comma;
	}
	return at;
}

/* The walk through the words in front of a quantity. */
struct walk {
	const struct tables *tb;
	const struct scan *s;
	struct clause *c;
	size_t kept_from, kept_to;   /* the name in front of the last verb */
	size_t event_from, event_to; /* that verb, where it may be a name, */
	size_t event_end;	     /* and where cues behind it end */
	int closed;		     /* the name has ended */
	int than;		     /* in a comparison: 比去年 */
	size_t turned; /* behind the word of direction read last, */
	int nominal;   /* and 的 stands there: 增长的贡献率 */
};

static void
restart(struct walk *w, size_t at)
{
	w->c->from = w->c->to = at;
	w->closed = 0;
}

/* A word that is part of a name. */
static void
name(struct walk *w, size_t at, size_t len)
{
	struct clause *c = w->c;

	if (w->than)
		return;
	if (w->nominal)
		c->dir = 0;
	w->nominal = 0;
	if (w->closed) {
		c->subject_from = c->from;
		c->subject_to = c->to;
	}
	if (w->closed || c->to == c->from)
		restart(w, at);
	c->to = at + len;
	c->bound = 0;
}

static void
close_name(struct walk *w)
{
	if (w->c->to > w->c->from)
		w->closed = 1;
}

static void
verb(struct walk *w, uint32_t bits, size_t at, size_t len)
{
	struct clause *c = w->c;

	if (c->to > c->from) {
		w->kept_from = c->from;
		w->kept_to = c->to;
	}
	w->event_from = w->event_to = w->event_end = at + len;
	if (bits & w->tb->cue.event)
		w->event_from = at;
	restart(w, at + len);
	c->subject_from = c->subject_to = 0;
	c->bound = c->dir = c->basis = 0;
	w->than = 0;
}

/* Takes in a word of the classes bits; 0 when it is none of context. */
static int
cue(struct walk *w, uint32_t bits, size_t at, size_t len)
{
	const struct cue_bits *b = &w->tb->cue;
	struct clause *c = w->c;
	uint32_t bound = b->ge | b->gt | b->le | b->lt | b->approx;

	if (bits & (b->noun | b->metric))
		return 0;
	if (bits & bound) {
		c->bound = bits & bound;
	} else if (bits & (b->up | b->down | b->flat)) {
		c->dir = bits & (b->up | b->down | b->flat);
		w->turned = at + len;
		c->bound = 0;
		w->than = 0;
	} else if (bits & (b->yoy | b->mom | b->annual)) {
		c->basis = bits & (b->yoy | b->mom | b->annual);
	} else if (bits & (b->than | b->share)) {
		w->than = 1;
	} else if (bits & b->verb) {
		verb(w, bits, at, len);
		return 1;
	} else if (!(bits & b->link)) {
		return 0;
	}
	if (at == w->event_end)
		w->event_end = at + len;
	close_name(w);
	return 1;
}

/* Behind the bracket that closes the one at i, before end; 0 where none does.
 * What it holds is not of the name: 票房(含海外). */
static size_t
bracket(const struct text *t, size_t i, size_t end)
{
	const char *close = memchr(t->s + i, ')', end - i);

	return close ? (size_t)(close - t->s) + 1 : 0;
}

/* Takes in the word at `at`, in front of the quantity at end, or the characters
 * up to the next one that begins before stop; where it goes on. */
static size_t
word(struct walk *w, size_t at, size_t stop, size_t end)
{
	const struct text *t = &w->s->t;
	size_t len = words_next(w->tb, t, at, stop) - at, close;
	uint32_t bits;

	if (len > 0) {
		name(w, at, len);
		return at + len;
	}
	bits = words_at(w->tb, t, at, &len);
	if (at + len > end) {
		bits = 0;
		len = end - at;
	}
	if ((bits & w->tb->cue.share) && words_share(t, at, end))
		bits = 0;
	if (bits == 0 && w->closed && text_is(t, at, "的")) {
		w->nominal = at == w->turned;
		return at + strlen("的");
	}
	if (bits == 0 && text_is(t, at, " "))
		return at + 1;
	if (text_is(t, at, "(") && (close = bracket(t, at, stop)) != 0)
		return close;
	if (!cue(w, bits, at, len))
		name(w, at, len);
	return at + len;
}

/* Behind the words that go with a time: 五年来, 三年间, 去年的. */
static size_t
behind_time(const struct text *t, size_t i)
{
	static const char *const words[] = {
	    "以来", "来", "之内", "间", "内", "的"};
	size_t k;

	for (k = 0; k < sizeof words / sizeof *words; k++)
		if (text_is(t, i, words[k]))
			return i + strlen(words[k]);
	return i;
}

/* Passes a quantity in the clause: a time closes the name, another one
 * begins a new one. */
static size_t
pass(struct walk *w, const struct quantity *q)
{
	const struct text *t = &w->s->t;
	int time = q->kind == KIND_DATE || q->kind == KIND_PERIOD;
	size_t to = q->to;

	if (time || q->kind == KIND_DURATION) {
		close_name(w);
		if (!time && text_is(t, to, "平均"))
			w->c->basis = w->tb->cue.annual;
		return behind_time(t, to);
	}
	restart(w, to);
	w->kept_to = w->kept_from;
	w->c->subject_to = w->c->subject_from;
	w->c->behind = 1;
	w->c->bound = 0;
	w->than = 0;
	return to;
}

/*
 * The clause has no name between its last verb and the quantity: the one in
 * front of the verb (投资安排5亿元), or the verb itself (拆迁5万平方米).
 */
static void
fall_back(struct walk *w, size_t end)
{
	struct clause *c = w->c;

	if (w->kept_to > w->kept_from &&
	    words_metric(w->tb, &w->s->t, w->kept_from, w->kept_to)) {
		c->from = w->kept_from;
		c->to = w->kept_to;
		c->related = 1;
	} else if (w->event_from < w->event_to && w->event_end == end) {
		c->from = w->kept_to == w->event_from && w->kept_to
			      ? w->kept_from
			      : w->event_from;
		c->to = w->event_to;
		c->related |= w->event_to < end;
	}
}

void
clause_before(
    const struct tables *tb, const struct scan *s, size_t i, struct clause *c)
{
	struct walk w = {.tb = tb, .s = s, .c = c};
	size_t at, next, end = s->found.v[i].from, k = i;

	memset(c, 0, sizeof *c);
	if ((s->found.v[i].flags & NUM_BARE) &&
	    (text_ends(&s->t, end, "过") || text_ends(&s->t, end, "上")))
		end -= strlen("过"); /* that is a bound: 过百万元 */
	if (s->found.v[i].kind == KIND_ORDINAL && text_ends(&s->t, end, "前"))
		end -= strlen("前"); /* 前十位 */
	at = clause_start(s, i, &c->list);
	while (k > 0 && s->found.v[k - 1].from >= at)
		k--;
	restart(&w, at);
	while (at < end) {
		if (k < i && at >= s->found.v[k].from) {
			next = pass(&w, &s->found.v[k++]);
			at = next > at ? next : at; /* 较去年同期 is a word */
		} else {
			at =
			    word(&w, at, k < i ? s->found.v[k].from : end, end);
		}
	}
	c->related = w.closed;
	c->open =
	    c->to == c->from && w.kept_to == w.kept_from && w.event_to == 0;
	if (c->to == c->from)
		fall_back(&w, end);
	words_trim(&s->t, &c->from, &c->to);
	words_trim(&s->t, &c->subject_from, &c->subject_to);
}
