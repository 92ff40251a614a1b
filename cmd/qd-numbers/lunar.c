#include "lunar.h"

#include "almanac.h"
#include "numeral.h"
#include "resolve.h"
#include "year.h"

/* The month at i: its end, or 0.  *sure: it is none of the other calendar. */
static size_t
month(const struct text *t, size_t i, int *m, int *sure)
{
	static const struct {
		const char *name;
		int m;
	} names[] = {{"正月", 1}, {"冬月", 11}, {"腊月", 12}, {"臘月", 12}};
	size_t k, to;

	for (k = 0; k < sizeof names / sizeof *names; k++)
		if (text_is(t, i, names[k].name)) {
			*m = names[k].m;
			*sure = 1;
			return i + strlen(names[k].name);
		}
	to = point_number(t, i, m);
	if (!to || *m < 1 || *m > 12 || is_digit((unsigned char)t->s[i]) ||
	    !text_is(t, to, "月"))
		return 0;
	return to + strlen("月");
}

/* The day at i: its end, or 0. */
static size_t
day(const struct text *t, size_t i, int *d, int *sure)
{
	size_t to, w;

	if (text_is(t, i, "初")) {
		to = point_number(t, i + strlen("初"), d);
		*sure = 1;
		return to && *d >= 1 && *d <= 10 ? to : 0;
	}
	if (text_is(t, i, "廿"))
		*sure = 1;
	to = point_number(t, i, d);
	if (!to || is_digit((unsigned char)t->s[i]) || *d < 11 || *d > 30 ||
	    text_in(text_at(t, to, &w), "日号號"))
		return 0;
	return to;
}

/* The bytes of a word for this calendar at i. */
static size_t
calendar(const struct text *t, size_t i)
{
	static const char *const names[] = {
	    "农历", "農曆", "阴历", "陰曆", "旧历", "夏历"};
	size_t k;

	for (k = 0; k < sizeof names / sizeof *names; k++)
		if (text_is(t, i, names[k]))
			return strlen(names[k]);
	return 0;
}

static int
set(struct point *p, struct date d, size_t to)
{
	*p = resolve_day(d);
	p->to = to;
	return 1;
}

/* The holiday of no named year: the last one, where it was in the four months
 * before the article, else the coming one. */
static int
nearest(const struct known *c, const struct holiday *h, struct date *d)
{
	struct date since = c->ref;
	int y;

	if (!since.d)
		return almanac_holiday_day(c->almanac, h, since.y, d);
	since = date_add(since, -120);
	for (y = since.y; y < since.y + 3; y++)
		if (almanac_holiday_day(c->almanac, h, y, d) &&
		    (d->y > since.y ||
			d->m * 31 + d->d >= since.m * 31 + since.d))
			return 1;
	return 0;
}

/* 1 when d, whose year was not named, lies too far ahead of the article. */
static int
far_ahead(const struct known *c, struct date d)
{
	return c->ref.m && (d.y - c->ref.y) * 12 + d.m - c->ref.m > 6;
}

/* 1 when the character may begin such a day: a calendar's name, a leap month,
 * a Han number, the name of a month. */
static int
may_begin(uint32_t cp)
{
	return han_classes[cp & 0xffff] ||
	       text_in(cp, "正冬腊臘闰閏农農阴陰旧夏");
}

int
lunar_read(const struct text *t, size_t i, int y, const struct known *c,
    struct point *p)
{
	struct lunar l = {y, 0, 0, 0};
	size_t to, word;
	struct date d;
	int sure;

	if (!c->almanac || (!y && !c->ref.y) || !may_begin(text_at(t, i, &to)))
		return 0;
	word = calendar(t, i);
	sure = word != 0;
	i += word;
	if (text_is(t, i, "闰") || text_is(t, i, "閏")) {
		l.leap = sure = 1;
		i += 3;
	}
	to = month(t, i, &l.m, &sure);
	if (!to)
		return 0;
	to = day(t, to, &l.d, &sure);
	/* 正月初一至初三 is no one day */
	if (!to || !sure || numeral_until(t, to))
		return 0;
	if (!y)
		l.y = c->ref.y;
	if (!almanac_day(c->almanac, &l, 0, &d))
		return 0;
	if (!y && far_ahead(c, d)) {
		l.y--;
		if (!almanac_day(c->almanac, &l, 0, &d))
			return 0;
	}
	return set(p, d, to);
}

int
lunar_holiday(
    const struct text *t, size_t i, const struct known *c, struct point *p)
{
	int y = 0;
	size_t to, at;
	const struct holiday *h;
	struct str name;
	struct date d;

	if (!c->almanac)
		return 0;
	to = year_read(t, i, c, &y);
	at = to ? to : i;
	if (!to && !c->ref.y)
		return 0;
	at += calendar(t, at);
	name.s = t->s + at;
	name.len = t->n - at;
	h = almanac_holiday(c->almanac, name);
	if (!h)
		return 0;
	if (to ? !almanac_holiday_day(c->almanac, h, y, &d)
	       : !nearest(c, h, &d))
		return 0;
	return set(p, d, t->n);
}
