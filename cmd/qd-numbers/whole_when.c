#include "whole_when.h"

#include "calendar.h"
#include "lunar.h"
#include "relative.h"
#include "resolve.h"
#include "span.h"

static int
add_date(struct scan *s, const struct point *p)
{
	struct quantity *q;

	quantity_reset(&s->found);
	q = quantity_begin(&s->found, KIND_DATE, 0);
	resolve_put(&s->found.store, p);
	quantity_end(&s->found, q, s->t.n, str_of(""));
	return 1;
}

static int
add_day(struct scan *s, struct date d)
{
	struct point p = resolve_day(d);

	return add_date(s, &p);
}

/* The word for later or earlier at i that ends the text: 1, -1, or 0. */
static int
direction(const struct text *t, size_t i)
{
	static const char *const words[] = {"之", "以", "過", "过"};
	size_t k;
	int sign;

	for (k = 0; k < sizeof words / sizeof *words; k++)
		if (text_is(t, i, words[k])) {
			i += strlen(words[k]);
			break;
		}
	sign = text_is(t, i, "后") || text_is(t, i, "後") ? 1
	       : text_is(t, i, "前")			  ? -1
							  : 0;
	return i + strlen("后") == t->n ? sign : 0;
}

/* d moved by n months, to the month's last day where it has not so many. */
static struct date
add_months(struct date d, int n)
{
	int m = d.y * 12 + d.m - 1 + n, last;

	d.y = m / 12;
	d.m = m % 12 + 1;
	last = date_mdays(d.y, d.m);
	if (d.d > last)
		d.d = last;
	return d;
}

/* 20天后, 三个月前 */
static int
read_distance(struct scan *s)
{
	struct date d = s->known.ref;
	struct amount a;
	size_t skip;
	int n, sign;

	if (!d.d || !d.y || !amount_read(s->tb, &s->t, 0, &a, &skip) || !a.u ||
	    a.u->kind != UNIT_DURATION || (a.n.flags & (NUM_RANGE | NUM_MORE)))
		return 0;
	sign = direction(&s->t, a.to);
	n = sign * (int)dec_int(&a.n.lo, 900) * (int)a.u->p;
	if (!sign || dec_int(&a.n.lo, 900) < 0 || a.u->q != 1)
		return 0;
	if (str_is(a.u->unit, "D"))
		return add_day(s, date_add(d, n));
	if (str_is(a.u->unit, "W"))
		return add_day(s, date_add(d, 7 * n));
	if (str_is(a.u->unit, "M"))
		return add_day(s, add_months(d, n));
	if (str_is(a.u->unit, "Y") && a.u->p == 1)
		return add_day(s, add_months(d, 12 * n));
	return 0;
}

/* 星期二, and no sentence that tells which: the coming one. */
static int
read_weekday(struct scan *s)
{
	const struct date ref = s->known.ref;
	struct point p;
	struct date d;
	size_t w;

	if (!ref.d || !ref.y ||
	    text_in(text_at(&s->t, 0, &w), "上下本这這今") ||
	    !relative_weekday(&s->t, 0, &s->known, &p) || p.to != s->t.n)
		return 0;
	d.y = p.y;
	d.m = p.m;
	d.d = p.d;
	if (cal_weekday(d) <= cal_weekday(ref))
		d = date_add(d, 7);
	return add_day(s, d);
}

/* 6·30, 2月14 */
static int
read_month_day(struct scan *s)
{
	const struct text *t = &s->t;
	struct point p = {0, POINT_DAY, 0, 0, 0, 0, 0, 0};
	size_t to = point_number(t, 0, &p.m), n;

	n = text_is(t, to, "·") ? strlen("·") : strlen("月");
	if (!to || !is_digit((unsigned char)t->s[0]) ||
	    !(text_is(t, to, "·") || text_is(t, to, "月")) ||
	    point_number(t, to + n, &p.d) != t->n || p.d < 1 ||
	    p.d > date_mdays(2000, p.m) || !resolve_point(&p, &s->known))
		return 0;
	return add_date(s, &p);
}

/* 一分半, 分半钟, 五日: lengths of time that a sentence says otherwise. */
static int
read_span(struct scan *s)
{
	const struct text *t = &s->t;
	struct quantity *q;
	struct amount a;
	size_t skip, at = 0;

	memset(&a, 0, sizeof a);
	a.n.lo = a.n.hi = dec_of(1);
	if (text_is(t, 0, "分半") || numeral_parse(t, 0, &a.n, &skip)) {
		at = a.n.to;
		a.u = text_is(t, at, "分半") ? tables_word(s->tb, "分钟")
		      : text_is(t, at, "日") ? tables_word(s->tb, "天")
					     : NULL;
	}
	if (!a.u || (at > 0 && is_digit((unsigned char)t->s[0]) &&
			text_is(t, at, "日")))
		return 0;
	a.unit = at;
	a.unit_end = a.to = at + 3;
	quantity_reset(&s->found);
	q = quantity_begin(&s->found, KIND_DURATION, 0);
	if (span_read(s->tb, t, &a, &s->found.store) == -1 || a.to != t->n) {
		quantity_reset(&s->found);
		return 0;
	}
	quantity_end(&s->found, q, a.to, str_of(""));
	return 1;
}

int
whole_when(struct scan *s)
{
	struct point p;

	if (lunar_holiday(&s->t, 0, &s->known, &p))
		return add_date(s, &p);
	return read_distance(s) || read_weekday(s) || read_month_day(s) ||
	       read_span(s);
}
