#include "era.h"

#include "resolve.h"

/* The first five-year plan began in 1953; from the third on, every five
 * years from 1966. */
#define PLAN_FIRST 1953
#define PLAN_THIRD 1966

/* The years of the nth five-year plan. */
static int
plan(struct when *w, struct buf *b, size_t to, int n)
{
	int y = n < 3 ? PLAN_FIRST + 5 * (n - 1) : PLAN_THIRD + 5 * (n - 3);

	return when_period(w, b, to, resolve_year(y), resolve_year(y + 4));
}

/* 十五五, 十四五; 一五 .. 十五 only between quotation marks. */
static int
read_plan(const struct text *t, size_t i, struct when *w, struct buf *b)
{
	size_t w1, w2, w3, to;
	int ten = text_is(t, i, "十"), n;

	n = point_digit(t, ten ? i + 3 : i, &w1);
	to = (ten ? i + 3 : i) + w1;
	if (n && text_is(t, to, "五")) {
		to += 3;
		if (ten && !text_class(t, to, &w2) &&
		    !text_in(text_at(t, to, &w3), "年月日个名亿"))
			return plan(w, b, to, 10 + n);
		if (!ten && text_in(text_before(t, i, &w2), "“‘\"") &&
		    text_in(text_at(t, to, &w3), "”’\""))
			return plan(w, b, to, n);
	}
	if (ten && n == 5 && text_in(text_before(t, i, &w2), "“‘\"") &&
	    text_in(text_at(t, to, &w3), "”’\""))
		return plan(w, b, to, 10);
	return 0;
}

/* 第十四个五年(规划): the plan, from the tenth on; the first is an ordinal
 * and a length of time. */
static int
read_plan_number(const struct text *t, size_t i, struct when *w, struct buf *b)
{
	size_t to;
	int n;

	if (!text_is(t, i, "第"))
		return 0;
	to = point_number(t, i + 3, &n);
	if (!to || n < 10 || n > 30 || !text_is(t, to, "个五年"))
		return 0;
	return plan(w, b, to + 9, n);
}

/* 21世纪, 20世纪80年代, 上世纪90年代, 2010年代 */
static int
read_age(const struct text *t, size_t i, struct when *w, struct buf *b)
{
	int n, d, last = text_is(t, i, "上世纪");
	size_t to, k;

	to = last ? i + 3 : point_number(t, i, &n);
	if (last)
		n = 20;
	if (to && text_is(t, to, "世纪") && n > 0 && n < 30) {
		to += 6;
		k = point_number(t, to, &d);
		if (k && d % 10 == 0 && d < 100 && text_is(t, k, "年代"))
			return when_period(w, b, k + 6,
			    resolve_year((n - 1) * 100 + d),
			    resolve_year((n - 1) * 100 + d + 9));
		if (last)
			return 0;
		return when_period(w, b, to, resolve_year((n - 1) * 100 + 1),
		    resolve_year(n * 100));
	}
	if (!to || last || !text_is(t, to, "年代") || n % 10)
		return 0;
	if (n < 100 && n >= 20)
		n += 1900;
	return n >= 1000 ? when_period(w, b, to + 6, resolve_year(n),
			       resolve_year(n + 9))
			 : 0;
}

/* 今明两天, 今明两年 */
static int
read_pair(const struct text *t, size_t i, const struct known *c, struct when *w,
    struct buf *b)
{
	int first = text_is(t, i, "今明两")   ? 0
		    : text_is(t, i, "昨今两") ? -1
					      : 1;
	size_t to = i + 9;

	if (first == 1 || !c->ref.y)
		return 0;
	if (text_is(t, to, "年"))
		return when_period(w, b, to + 3, resolve_year(c->ref.y + first),
		    resolve_year(c->ref.y + first + 1));
	if (!c->ref.d || !(text_is(t, to, "天") || text_is(t, to, "日")))
		return 0;
	return when_period(w, b, to + 3, resolve_day(date_add(c->ref, first)),
	    resolve_day(date_add(c->ref, first + 1)));
}

int
era_read(const struct text *t, size_t i, const struct known *k, struct when *w,
    struct buf *b)
{
	return read_plan(t, i, w, b) || read_plan_number(t, i, w, b) ||
	       read_age(t, i, w, b) || read_pair(t, i, k, w, b);
}
