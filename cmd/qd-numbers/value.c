#include "value.h"

#include <string.h>

#include "pass.h"
#include "span.h"

/* The bytes from..to of the text as they are before folding. */
static struct str
source(const struct scan *s, size_t from, size_t to)
{
	size_t start = half_source(s->t.half, from);
	struct str u = {s->source + start, half_source(s->t.half, to) - start};

	return u;
}

size_t
value_plain(struct scan *s, struct amount *a, enum kind kind)
{
	struct quantity *q = quantity_begin(&s->found, kind, a->n.from);
	struct str unit = a->u ? a->u->unit : str_of("");

	q->u = a->u;
	quantity_number(&s->found, q, &a->n.lo, &a->n.hi, a->n.flags);
	if (a->rate ||
	    (a->unit_end > a->unit && s->t.s[a->unit_end - 1] == ')'))
		unit = source(s, a->unit, a->unit_end);
	quantity_end(&s->found, q, a->to, unit);
	return a->to;
}

/* The number of coins at i, a cheque digit too (柒角): its end, or 0. */
static size_t
coins_at(const struct text *t, size_t i, struct dec *d)
{
	struct numeral n;

	if (!numeral_part(t, i, &n) || dec_int(&n.lo, 99) < 1)
		return 0;
	*d = n.lo;
	return n.to;
}

/* The power of ten of the coin at i, its name's bytes in *len; 0: none. */
static int
coin(const struct text *t, size_t i, size_t *len)
{
	*len = strlen("角");
	if (text_is(t, i, "角") || text_is(t, i, "毛"))
		return -1;
	return text_is(t, i, "分") ? -2 : 0;
}

int
value_coins(const struct text *t, const struct amount *a)
{
	struct dec n;
	size_t to, len;

	if (!str_is(a->u->surface, "块") && !str_is(a->u->surface, "塊"))
		return 0;
	to = coins_at(t, a->to, &n);
	return to && coin(t, to, &len);
}

/* 角 and 分 behind 元: 123元1角1分, 九块九毛九. */
static void
add_coins(struct scan *s, struct amount *a)
{
	struct dec n;
	size_t to, len, w;
	int power, last = 0;

	while ((to = coins_at(&s->t, a->to, &n)) != 0) {
		power = coin(&s->t, to, &len);
		if (!power && last == -1 && n.e == 0 && n.m < 10 &&
		    text_at(&s->t, to, &w) < 0x4e00) {
			power = -2;
			len = 0;
		}
		if (!power || dec_scale(&n, power) || dec_add(&a->n.lo, &n))
			return;
		a->n.hi = a->n.lo;
		a->to = to + len;
		last = power;
	}
}

/* A coin in its currency: 5角 is 0.5 CNY. */
static void
in_currency(struct amount *a)
{
	struct dec p = dec_of(a->u->p), q = dec_of(a->u->q), f;

	if (a->u->q > 1 && dec_div(&f, &p, &q) == 0 && f.m == 1) {
		dec_scale(&a->n.lo, f.e);
		dec_scale(&a->n.hi, f.e);
	}
}

size_t
value_money(
    struct scan *s, struct amount *a, const struct unit *currency, size_t front)
{
	struct quantity *q;
	size_t per;

	if (a->u)
		in_currency(a);
	if (a->u && !a->rate)
		add_coins(s, a);
	q = quantity_begin(&s->found, KIND_MONEY, a->n.from - front);
	q->u = currency;
	quantity_number(&s->found, q, &a->n.lo, &a->n.hi, a->n.flags);
	quantity_end(&s->found, q, a->to, currency->unit);
	for (per = a->unit; a->rate && per < a->unit_end; per++)
		if (s->t.s[per] == '/') { /* CNY/公斤 */
			q->nunit += a->unit_end - per;
			buf_put(
			    &s->found.store, s->t.s + per, a->unit_end - per);
			break;
		}
	return a->to;
}

/* What a figure in front of 成 or 折 is multiplied by, as a power of ten: 七成
 * and 七折 are 70 %, 75折 is 75 %, 半折 is said for 50 %. */
static int
tenths(const struct text *t, const struct amount *a)
{
	if (!text_is(t, a->unit, "折"))
		return 1;
	if (text_is(t, a->n.from, "半"))
		return 2;
	return dec_int(&a->n.lo, 99) >= 10 ? 0 : 1;
}

/* 七成六: the digit behind 成, where it counts nothing itself. */
static void
add_hundredths(const struct scan *s, struct amount *a)
{
	size_t w, w2, len, n;
	unsigned c = text_class(&s->t, a->to, &w);
	struct dec d = dec_of(c & HAN_VALUE);

	if ((c & HAN_KIND) != HAN_DIGIT || d.m == 0 || a->to > a->unit + 3 ||
	    (a->n.flags & (NUM_RANGE | NUM_POINT)) ||
	    !text_is(&s->t, a->unit, "成") ||
	    text_class(&s->t, a->to + w, &w2) ||
	    tables_unit(s->tb, &s->t, a->to + w, &len))
		return;
	n = tables_stop(s->tb, &s->t, a->to, a->to);
	if (n || dec_scale(&d, -1) || dec_add(&a->n.lo, &d))
		return;
	a->n.hi = a->n.lo;
	a->to += w;
}

size_t
value_percent(struct scan *s, struct amount *a)
{
	struct quantity *q;
	int power = 0;

	add_hundredths(s, a);
	if (a->u->p == 10)
		power = tenths(&s->t, a);
	if (a->u->q == 10)
		power = -1; /* a 千分点 is 0.1 pp */
	dec_scale(&a->n.lo, power);
	dec_scale(&a->n.hi, power);
	q = quantity_begin(&s->found, KIND_PERCENT, a->n.from);
	q->u = a->u;
	quantity_number(&s->found, q, &a->n.lo, &a->n.hi, a->n.flags);
	quantity_end(&s->found, q, a->to, a->u->unit);
	return a->to;
}

/* 上一年, 前一天, 下一周: the one beside it, which 一 at i belongs to; not
 * 提前一天. */
static int
is_next_to(const struct text *t, size_t i)
{
	size_t at = i - strlen("上"), w;

	if (text_ends(t, i, "上") || text_ends(t, i, "下"))
		return !text_ends(t, at, "以");
	return text_ends(t, i, "前") &&
	       !text_in(text_before(t, at, &w), "提此之以目");
}

/* 重要的一年, 那一天, “一天一检”: one of them, no length of time; 几十年: too
 * vague to be one. */
static int
is_no_span(const struct scan *s, const struct amount *a)
{
	const struct text *t = &s->t;
	size_t w;

	/* 29日 is a day, also where it is not known which; 2月30日 is none */
	if (text_is(t, a->unit, "日"))
		return text_ends(t, a->n.from, "月") ||
		       (dec_int(&a->n.hi, 31) > 0 &&
			   !text_in(
			       text_at(t, a->to, &w), "内以之后程间游前限"));
	if (a->n.flags & NUM_VAGUE)
		return str_is(a->u->unit, "Y");
	/* “海洋十年”: a name */
	if ((a->n.flags & NUM_HAN) && !text_ends(t, a->n.from, "“") &&
	    pass_slogan(t, a->n.from))
		return 1;
	if (!amount_is_one(t, &a->n) || (a->n.flags & NUM_MORE))
		return 0;
	return text_in(text_before(t, a->n.from, &w), "的那这某又同新每键") ||
	       text_ends(t, a->n.from, "重要") || is_next_to(t, a->n.from) ||
	       pass_slogan(t, a->n.from);
}

size_t
value_span(struct scan *s, struct amount *a)
{
	size_t at = s->found.store.len;
	struct quantity *q;

	if (is_no_span(s, a) ||
	    span_read(s->tb, &s->t, a, &s->found.store) == -1 ||
	    pass_programme(&s->t, a->to)) {
		s->found.store.len = at;
		return a->to;
	}
	q = quantity_begin(&s->found, KIND_DURATION, a->n.from);
	q->value = at;
	q->flags = a->n.flags;
	if (a->n.flags & (NUM_AROUND | NUM_VAGUE))
		q->bound = BOUND_APPROX;
	else if (a->n.flags & NUM_MORE)
		q->bound = BOUND_GT;
	quantity_end(&s->found, q, a->to, str_of(""));
	return a->to;
}

size_t
value_doubled(struct scan *s, const struct numeral *n)
{
	const char *times = "番", *turn = "翻";
	size_t to = n->to + strlen(times);
	long k = dec_int(&n->lo, 20);
	struct quantity *q;
	struct dec v;

	if (k < 1)
		return to;
	v = dec_of(1UL << k);
	q = quantity_begin(&s->found, KIND_RATIO, n->from - strlen(turn));
	quantity_number(&s->found, q, &v, &v, 0);
	quantity_end(&s->found, q, to, str_of("倍"));
	return to;
}
