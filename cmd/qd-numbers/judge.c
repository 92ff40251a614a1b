#include "judge.h"

#include <string.h>

#include "pass.h"
#include "span.h"
#include "value.h"

enum { NO_QUANTITY = -1 };

/* 1 when the text behind (or, before, in front of) byte i is one of words. */
static int
any(const struct text *t, size_t i, const char *const *words, size_t n)
{
	while (n-- > 0)
		if (text_is(t, i, words[n]))
			return 1;
	return 0;
}

static int
any_before(const struct text *t, size_t i, const char *const *words, size_t n)
{
	while (n-- > 0)
		if (text_ends(t, i, words[n]))
			return 1;
	return 0;
}

#define N(a) (sizeof(a) / sizeof *(a))

/*
 * 级: an earthquake's or the wind's (4.3级), a rank in front of a response or
 * an alarm (四级响应), a count behind a list of levels (省、市、县三级), else
 * nothing (三级公路).
 */
static int
grade(const struct text *t, const struct amount *a)
{
	static const char *const ranks[] = {
	    "响应", "警戒", "预警", "应急", "戒备", "火险", "警报"};
	static const char *const forces[] = {"地震", "大风", "左右"};
	static const char *const scales[] = {"发生", "风力", "里氏"};
	size_t w;

	if (any(t, a->to, ranks, N(ranks)))
		return KIND_ORDINAL;
	if (!(a->n.flags & NUM_HAN) || any(t, a->to, forces, N(forces)) ||
	    any_before(t, a->n.from, scales, N(scales)))
		return KIND_MEASURE;
	if (text_in(text_before(t, a->n.from, &w), "省市县区乡镇村家央地") &&
	    dec_int(&a->n.lo, 9) > 1)
		return KIND_COUNT;
	return NO_QUANTITY;
}

/*
 * Which meeting it is, without 第: 二十届三中全会, 十四届全国人大三次会议; 两届
 * is a count.
 */
static int
is_session(const struct scan *s, const struct amount *a)
{
	static const char *const meetings[] = {"会议", "全会", "全体会议"};
	const struct text *t = &s->t;
	const struct quantity *last;
	size_t w;

	if (text_is(t, a->unit, "届"))
		return dec_int(&a->n.lo, 200) >= 3 &&
		       !text_ends(t, a->n.from, "连续") &&
		       !text_in(text_before(t, a->n.from, &w), "历每各近前");
	if (!text_is(t, a->unit, "次") ||
	    !any(t, a->to, meetings, N(meetings)) || s->found.n == 0)
		return 0;
	last = &s->found.v[s->found.n - 1];
	return last->kind == KIND_ORDINAL && a->n.from - last->to < 60;
}

/* 前十名, 前10位; not 此前10名 */
static int
is_top(const struct text *t, const struct amount *a)
{
	size_t w;

	return text_ends(t, a->n.from, "前") &&
	       (text_is(t, a->unit, "名") || text_is(t, a->unit, "位")) &&
	       !text_in(text_before(t, a->n.from - strlen("前"), &w),
		   "以之目此提当从日年月周空生跟面眼史");
}

static size_t
count(struct scan *s, struct amount *a)
{
	const struct text *t = &s->t;
	int kind = KIND_COUNT, top = is_top(t, a);
	size_t n = s->found.n, to, w;

	if (is_digit(text_at(t, a->to, &w)) && pass_slogan(t, a->n.from))
		return a->to; /* “5个1” */
	if (text_is(t, a->unit, "级"))
		kind = grade(t, a);
	else if (top || is_session(s, a))
		kind = KIND_ORDINAL;
	if (kind == NO_QUANTITY ||
	    (kind == KIND_COUNT && (a->n.flags & NUM_HAN) &&
		pass_slogan(t, a->n.from)))
		return a->to;
	to = value_plain(s, a, a->rate ? KIND_MEASURE : (enum kind)kind);
	if (top)
		s->found.v[n].bound = BOUND_LE;
	return to;
}

/* The unit that a numeral shares with those behind it: 1000、3000、6000元. */
static const struct unit *
shared_unit(const struct scan *s, size_t i)
{
	const struct text *t = &s->t;
	const char *comma = "、";
	struct amount a;
	size_t skip, k;

	for (k = 0; k < 8 && text_is(t, i, comma); k++) {
		i += strlen(comma);
		if (i >= t->n || !is_digit((unsigned char)t->s[i]) ||
		    !amount_read(s->tb, t, i, &a, &skip))
			return NULL;
		if (a.u)
			return a.rate || a.u->kind == UNIT_DURATION ? NULL
								    : a.u;
		i = a.n.to;
	}
	return NULL;
}

/* 1 when a number may stand alone: 北纬35.6, 升至115。; alone: where it is the
 * whole text. */
static int
stands_alone(const struct text *t, const struct numeral *n, int alone)
{
	static const char *const coordinates[] = {
	    "北纬", "南纬", "东经", "西经"};
	static const char *const reached[] = {
	    "升至", "增至", "降至", "减至", "达到"};
	size_t w;
	uint32_t prev = text_before(t, n->from, &w);
	uint32_t next = text_at(t, n->to, &w);
	int han = (n->flags & NUM_HAN) != 0;

	if (n->from == 0 && n->to == t->n)
		return alone;
	if (han && (n->flags & NUM_POINT))
		return !next || text_in(next, ",。;、)\n");
	if (han)
		return (n->flags & (NUM_SCALE | NUM_POINT)) &&
		       n->to - n->from > 6 &&
		       (!prev || text_in(prev, " ,。;:、(\n")) &&
		       (!next || text_in(next, " ,。;:、)\n"));
	return any_before(t, n->from, coordinates, N(coordinates)) ||
	       ((!next || text_in(next, ",。;、")) &&
		   any_before(t, n->from, reached, N(reached)));
}

/* A numeral without a unit. */
static size_t
bare(struct scan *s, struct amount *a)
{
	const struct numeral *n = &a->n;
	const struct text *t = &s->t;
	size_t w;

	if (text_is(t, n->to, "番") && text_ends(t, n->from, "翻"))
		return value_doubled(s, n);
	if (span_minutes(s->tb, t, a))
		return value_span(s, a);
	if (!(n->flags & (NUM_HAN | NUM_SCALE)) &&
	    (a->u = shared_unit(s, n->to)) != NULL) {
		a->unit = a->unit_end = n->to;
		return judge_amount(s, a);
	}
	if (n->flags & NUM_BIG) {
		if (text_is(t, n->to, "级") ||
		    ((n->flags & NUM_BARE) &&
			!text_in(
			    text_before(t, n->from, &w), "上近超逾过约达")))
			return n->to;
		return value_plain(s, a, KIND_NUMBER);
	}
	return stands_alone(t, n, s->alone) ? value_plain(s, a, KIND_NUMBER)
					    : n->to;
}

/* 党的十八大: which congress. */
static int
is_congress(const struct text *t, const struct amount *a)
{
	long v = dec_int(&a->n.lo, 40);

	return (a->n.flags & NUM_HAN) && v >= 12 && v < 30 &&
	       text_is(t, a->n.to, "大") &&
	       !(a->n.flags & (NUM_RANGE | NUM_MORE));
}

/* The currency in front of the numeral: 人民币50元, $20. */
static const struct unit *
currency(const struct scan *s, const struct amount *a)
{
	const struct unit *u;
	size_t w;
	uint32_t prev = text_before(&s->t, a->n.from, &w);

	if ((a->u && a->u->kind != UNIT_MONEY) ||
	    (!is_letter(prev) && !text_in(prev, "$¥€£币元幣")))
		return NULL;
	u = tables_prefix(s->tb, &s->t, a->n.from);
	return u && a->n.from - u->surface.len >= s->done ? u : NULL;
}

/* Leaves the unit out of the amount. */
static struct amount *
without_unit(struct amount *a)
{
	a->u = NULL;
	a->to = a->unit = a->unit_end = a->n.to;
	a->rate = 0;
	return a;
}

size_t
judge_minus(const struct scan *s, size_t i)
{
	const struct text *t = &s->t;
	size_t w, w2, n = 0;
	uint32_t prev;

	switch (text_before(t, i, &w)) {
	case '-':
		prev = text_before(t, i - w, &w2);
		if (!prev || text_in(prev, " (,:;为达至到是约温"))
			n = w;
		break;
	case 0x8d1f: /* 负 */
	case 0x8ca0: /* 負 */
		if (!text_in(text_before(t, i - w, &w2), "担抱肩自胜正欠减"))
			n = w;
		break;
	case 0x4e0b: /* 下 */
		if (text_ends(t, i, "零下"))
			n = strlen("零下");
		break;
	}
	return i - n < s->done ? 0 : n;
}

static void
take_minus(struct scan *s, struct amount *a)
{
	size_t n;

	if ((a->n.flags & NUM_RANGE) || (a->u && a->u->kind == UNIT_DURATION))
		return;
	n = judge_minus(s, a->n.from);
	if (!n)
		return;
	a->n.from -= n;
	a->n.lo.neg = a->n.hi.neg = 1;
}

/* 摄氏 in front of 30度: the unit is both. */
static void
take_scale(struct scan *s, struct amount *a)
{
	static const struct {
		const char *front, *unit;
	} scales[] = {{"摄氏", "摄氏度"}, {"攝氏", "摄氏度"},
	    {"华氏", "华氏度"}, {"華氏", "华氏度"}};
	size_t k, n = strlen(scales[0].front);

	if (!a->u || !str_is(a->u->surface, "度") || a->n.from < s->done + n)
		return;
	for (k = 0; k < N(scales); k++)
		if (text_ends(&s->t, a->n.from, scales[k].front)) {
			a->u = tables_word(s->tb, scales[k].unit);
			a->n.from -= n;
		}
}

size_t
judge_amount(struct scan *s, struct amount *a)
{
	const struct text *t = &s->t;
	const struct unit *prefix = currency(s, a);
	int kind;

	take_scale(s, a);
	take_minus(s, a);
	if (prefix)
		return value_money(s, a,
		    a->u && !str_is(a->u->unit, "CNY") ? a->u : prefix,
		    prefix->surface.len);
	if (is_congress(t, a))
		return value_plain(s, without_unit(a), KIND_ORDINAL);
	if (!a->u)
		return bare(s, a);
	switch (a->u->kind) {
	case UNIT_MONEY:
		return value_money(s, a, a->u, 0);
	case UNIT_PERCENT:
	case UNIT_PP:
		return value_percent(s, a);
	case UNIT_DURATION:
		return value_span(s, a);
	case UNIT_RATIO:
		return value_plain(s, a, KIND_RATIO);
	case UNIT_MEASURE:
		kind = text_is(t, a->unit, "级") ? grade(t, a) : KIND_MEASURE;
		return kind == NO_QUANTITY ? a->to
					   : value_plain(s, a, (enum kind)kind);
	case UNIT_HEAD:
		without_unit(a);
		if (pass_slogan(t, a->n.from))
			return a->to;
		return value_plain(
		    s, a, a->n.flags & NUM_BIG ? KIND_NUMBER : KIND_COUNT);
	case UNIT_COUNT:
		/* 三块五毛 */
		if (value_coins(t, a))
			return value_money(s, a, tables_word(s->tb, "元"), 0);
		return count(s, a);
	default:
		return a->to;
	}
}
