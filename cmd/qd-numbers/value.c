#include "value.h"

#include <string.h>

#include "pass.h"
#include "span.h"

/* The bytes from..to of the text as they are before folding. */
static struct str
source(const struct scan *s, size_t from, size_t to)
{
	const uint32_t *at = s->t.at;
	struct str u = {s->source + at[from], at[to] - at[from]};

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
	size_t skip, w;
	unsigned c = text_class(t, i, &w);

	if ((c & HAN_KIND) == HAN_FORMAL) {
		*d = dec_of(c & HAN_VALUE);
		return i + w;
	}
	if (!numeral_parse(t, i, &n, &skip) || dec_int(&n.lo, 99) < 1)
		return 0;
	*d = n.lo;
	return n.to;
}

/* 角 and 分 behind 元: 123元1角1分. */
static void
add_coins(struct scan *s, struct amount *a)
{
	static const struct {
		const char *name;
		int power;
	} coins[] = {{"角", -1}, {"毛", -1}, {"分", -2}};
	const size_t ncoins = sizeof coins / sizeof *coins;
	struct dec n;
	size_t to, k;

	while ((to = coins_at(&s->t, a->to, &n)) != 0) {
		for (k = 0; k < ncoins; k++)
			if (text_is(&s->t, to, coins[k].name))
				break;
		if (k == ncoins || dec_scale(&n, coins[k].power) ||
		    dec_add(&a->n.lo, &n))
			return;
		a->n.hi = a->n.lo;
		a->to = to + strlen(coins[k].name);
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

size_t
value_percent(struct scan *s, struct amount *a)
{
	struct dec lo = a->n.lo, hi = a->n.hi;
	struct quantity *q;
	int power = 0;

	/* 七成 and 七折 are 70 %, 75折 is 75 %; a 千分点 is 0.1 pp */
	if (a->u->p == 10 &&
	    !(text_is(&s->t, a->unit, "折") && dec_int(&lo, 99) >= 10))
		power = 1;
	if (a->u->q == 10)
		power = -1;
	dec_scale(&lo, power);
	dec_scale(&hi, power);
	q = quantity_begin(&s->found, KIND_PERCENT, a->n.from);
	q->u = a->u;
	quantity_number(&s->found, q, &lo, &hi, a->n.flags);
	quantity_end(&s->found, q, a->to, a->u->unit);
	return a->to;
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
	if (!amount_is_one(t, &a->n) || (a->n.flags & NUM_MORE))
		return 0;
	return text_in(text_before(t, a->n.from, &w), "的那这某又同新每键") ||
	       text_ends(t, a->n.from, "重要") ||
	       pass_slogan(t, s->open, a->n.from);
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
