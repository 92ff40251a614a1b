#include "when.h"

#include <string.h>

#include "era.h"
#include "numeral.h"
#include "numeric.h"
#include "resolve.h"
#include "year.h"

int
when_period(struct when *w, struct buf *b, size_t to, struct point from,
    struct point last)
{
	resolve_put(b, &from);
	buf_putc(b, '/');
	resolve_put(b, &last);
	w->period = 1;
	w->at = from;
	w->to = to;
	return 1;
}

const struct when_lead when_leads[] = {
    {"今去明后後昨聽大当寻尋琴听呢", "年天日明今两前后後个個", 0},
    {"上下本这這", "半周週月星礼禮个個世年", 0}, {"前", "年天日", 1},
    {"同", "日一", 0}, {"年", "底末初", 0}, {"周週", "一二三四五六日", 0},
    {"星", "期", 0}, {"礼禮", "拜", 0}, {"农農阴陰旧夏", "历曆", 0},
    {"正冬腊臘", "月", 0}, {"闰閏", "", 1}, {NULL, NULL, 0}};

int
when_hopeful(const struct text *t, size_t i)
{
	size_t w, w2;
	uint32_t cp = text_at(t, i, &w), next = text_at(t, i + w, &w2);
	const struct when_lead *l;

	for (l = when_leads; l->leads; l++)
		if (text_in(cp, l->leads))
			return text_in(next, l->nexts) ||
			       (l->numerals && (is_digit(next) ||
						   han_classes[next & 0xffff]));
	return 0;
}

/* Who may read a date, as bits. */
enum {
	ERA = 1,
	YEAR_MONTHS = 2,
	YEARS = 4,
	MONTHS = 8,
	DAYS = 16,
	POINTS = 32,
	ALL = 63
};

/* 1 when a number begins at i. */
static int
number_at(const struct text *t, size_t i)
{
	return numeric_end(t, i) > i;
}

/* 1 when a quotation mark opens in front of i. */
static int
quoted(const struct text *t, size_t i)
{
	return text_ends(t, i, "“") || text_ends(t, i, "‘") ||
	       text_ends(t, i, "\"");
}

/* Behind the number from..to, which names no unit of time: a range or a date
 * in figures, or a plan (十五五, “一五”). */
static unsigned
joined_hopes(const struct text *t, size_t from, size_t to)
{
	size_t k = numeral_until(t, to), w;
	uint32_t next = text_at(t, to, &w);
	unsigned hopes = 0;

	if (k && number_at(t, k))
		hopes = YEARS | MONTHS | DAYS;
	if (is_digit((unsigned char)t->s[from])) {
		if (((next == '-' || next == '/' || next == '.') &&
			number_at(t, to + 1)) ||
		    (next == ' ' && to - from == 4))
			hopes |= POINTS;
	} else if (to - from == 9 || quoted(t, from)) {
		hopes |= ERA;
	}
	return hopes;
}

/*
 * Who may read the numeral at i: most are no dates, and this sees it from what
 * stands behind the number.
 */
static unsigned
hopes(const struct text *t, size_t i)
{
	size_t to = numeric_end(t, i), w;

	if (text_is(t, i, "两千年") || text_is(t, i, "兩千年"))
		return ALL;
	if (to - i > 4 && is_digit((unsigned char)t->s[i]))
		return to - i == 8 ? POINTS : 0;
	switch (text_at(t, to, &w)) {
	case 0x5e74: /* 年 */
		return text_is(t, to + w, "代") ? ERA : YEAR_MONTHS | POINTS;
	case 0x6708: /* 月 */
		return DAYS | POINTS;
	case 0x65e5: /* 日 */
	case 0x53f7: /* 号 */
	case 0x865f: /* 號 */
	case 0x5b63: /* 季 */
		return POINTS;
	case 0x4e16: /* 世 */
		return ERA;
	case 0x3001: /* 、 */
		return (number_at(t, to + w) ? MONTHS : 0U) |
		       joined_hopes(t, i, to);
	default:
		return joined_hopes(t, i, to);
	}
}

/*
 * Months and quarters from the year's first on, or between two: 前三季度,
 * 前4个月, 1—11月, 二、三季度.  y is the year, named or the article's;
 * two: 前两个月 are the year's, too.
 */
static int
read_months(const struct text *t, size_t i, int y, int two, struct when *w,
    struct buf *b)
{
	int first = text_is(t, i, "前"), m, n, other;
	size_t to, k;

	if (first)
		i += 3;
	to = point_number(t, i, &m);
	if (first && two && text_is(t, i, "两")) {
		to = i + strlen("两");
		m = 2;
	}
	if (!to || m < 1 || m > 12)
		return 0;
	if (first) {
		if (m < 4 && text_is(t, to, "季度"))
			return when_period(w, b, to + 6, resolve_month(y, 1),
			    resolve_month(y, 3 * m));
		if (m < 4 && text_is(t, to, "个季度"))
			return when_period(w, b, to + 9, resolve_month(y, 1),
			    resolve_month(y, 3 * m));
		if (text_is(t, to, "个月"))
			return when_period(w, b, to + 6, resolve_month(y, 1),
			    resolve_month(y, m));
		if (text_is(t, to, "月"))
			return when_period(w, b, to + 3, resolve_month(y, 1),
			    resolve_month(y, m));
		return 0;
	}
	k = text_is(t, to, "、") ? to + 3 : numeral_until(t, to);
	if (!k || !(to = point_number(t, k, &n)) || n <= m || n > 12)
		return 0;
	if (n <= 4 && text_is(t, to, "季度"))
		return when_period(w, b, to + 6, resolve_month(y, 3 * m - 2),
		    resolve_month(y, 3 * n));
	if (text_is(t, to, "月份"))
		to += 3;
	else if (!text_is(t, to, "月") || text_is(t, k - 3, "、"))
		return 0;
	/* 1—3月5日 is no span of months */
	if (point_number(t, to + 3, &other))
		return 0;
	return when_period(
	    w, b, to + 3, resolve_month(y, m), resolve_month(y, n));
}

/* 2021—2025年, 2021-2025: years whose first has no 年. */
static int
read_years(const struct text *t, size_t i, struct when *w, struct buf *b)
{
	int from, last;
	size_t to, k, x;

	if (i >= t->n || !is_digit((unsigned char)t->s[i]))
		return 0;
	to = point_number(t, i, &from);
	if (!to || to - i != 4 || !(k = numeral_until(t, to)))
		return 0;
	to = point_number(t, k, &last);
	if (!to || to - k != 4 || from < 1800 || last > 2100 || last <= from)
		return 0;
	if (text_is(t, to, "年") && !text_is(t, to, "年代"))
		return when_period(
		    w, b, to + 3, resolve_year(from), resolve_year(last));
	/* bare: only two years with nothing counted behind them */
	if (from < 1900 ||
	    (to < t->n && !text_in(text_at(t, to, &x), ")]}】,。;")))
		return 0;
	return when_period(w, b, to, resolve_year(from), resolve_year(last));
}

/* 20—23日, 10月20—23日: days whose first has no 日. */
static int
read_days(const struct text *t, size_t i, const struct known *c, struct when *w,
    struct buf *b)
{
	struct point a, z;
	size_t to, k, from = i;
	int n = 0, m = 0;

	memset(&a, 0, sizeof a);
	to = point_number(t, i, &n);
	if (to && n >= 1 && n <= 12 && text_is(t, to, "月")) {
		m = n;
		to = point_number(t, to + 3, &n);
	}
	if (!to || n < 1 || n > 31 || !(k = numeral_until(t, to)))
		return 0;
	a.kind = POINT_DAY;
	a.m = m;
	a.d = n;
	if (!is_digit((unsigned char)t->s[from]) || !resolve_point(&a, c))
		return 0;
	if (!point_until(t, k, c, &a, &z) || z.d <= a.d || z.m != a.m ||
	    text_is(t, z.to - 3, "号"))
		return 0;
	return when_period(w, b, z.to, a, z);
}

/* A point, or the range that it begins. */
static int
read_points(const struct text *t, size_t i, const struct known *c,
    struct when *w, struct buf *b)
{
	struct point z;
	size_t k;

	if (!point_read(t, i, c, &w->at))
		return 0;
	k = numeral_until(t, w->at.to);
	w->exact = w->at.kind <= POINT_DAY;
	if (k && point_until(t, k, c, &w->at, &z) &&
	    (z.kind != POINT_YEAR || z.y > w->at.y)) {
		return when_period(w, b, z.to, w->at, z);
	}
	resolve_put(b, &w->at);
	w->to = w->at.to;
	return 1;
}

/* 2024年前三季度, 今年1至4月 */
static int
read_year_months(const struct text *t, size_t i, const struct known *c,
    struct when *w, struct buf *b)
{
	int y;
	size_t to = year_read(t, i, c, &y);

	return to && read_months(t, to, y, 1, w, b);
}

int
when_read(const struct text *t, size_t i, const struct known *c, struct when *w,
    struct buf *b)
{
	size_t k;
	unsigned by = ALL;

	if (is_digit((unsigned char)t->s[i]) || text_class(t, i, &k))
		by = hopes(t, i);
	else if (text_is(t, i, "第"))
		by = ERA | POINTS;
	if (!by)
		return 0;
	memset(w, 0, sizeof *w);
	if (!c->ref.y)
		by &= ~(unsigned)MONTHS;
	return ((by & ERA) && era_read(t, i, c, w, b)) ||
	       ((by & YEAR_MONTHS) && read_year_months(t, i, c, w, b)) ||
	       ((by & YEARS) && read_years(t, i, w, b)) ||
	       ((by & MONTHS) && read_months(t, i, c->ref.y,
				     c->ref.m == 3 || c->ref.m == 4, w, b)) ||
	       ((by & DAYS) && read_days(t, i, c, w, b)) ||
	       ((by & POINTS) && read_points(t, i, c, w, b));
}
