#include "when.h"

#include <string.h>

#include "era.h"
#include "numeral.h"
#include "resolve.h"

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

int
when_hopeful(const struct text *t, size_t i)
{
	size_t w, w2;
	uint32_t cp = text_at(t, i, &w), next = text_at(t, i + w, &w2);

	switch (cp) {
	case 0x4e0a: /* 上 */
	case 0x4e0b: /* 下 */
	case 0x672c: /* 本 */
	case 0x8fd9: /* 这 */
	case 0x9019: /* 這 */
		return text_in(next, "半周週月星礼禮个個世年");
	case 0x524d: /* 前 */
		return text_in(next, "年天日") || is_digit(next) ||
		       han_classes[next & 0xffff];
	case 0x540c: /* 同 */
		return text_in(next, "日一");
	case 0x5e74: /* 年 */
		return text_in(next, "底末初");
	case 0x5468: /* 周 */
	case 0x9031: /* 週 */
		return text_in(next, "一二三四五六日");
	case 0x661f: /* 星 */
		return text_in(next, "期");
	case 0x519c: /* 农 */
	case 0x9634: /* 阴 */
	case 0x65e7: /* 旧 */
	case 0x590f: /* 夏 */
	case 0x8fb2: /* 農 */
	case 0x9670: /* 陰 */
		return text_in(next, "历曆");
	case 0x6b63: /* 正 */
	case 0x51ac: /* 冬 */
	case 0x814a: /* 腊 */
	case 0x81d8: /* 臘 */
		return text_in(next, "月");
	case 0x95f0: /* 闰 */
	case 0x958f: /* 閏 */
		return han_classes[next & 0xffff] != 0;
	case 0x793c: /* 礼 */
	case 0x79ae: /* 禮 */
		return text_in(next, "拜");
	default:
		return text_in(next, "年天日明今两前后後个個");
	}
}

/* 1 when the character may stand behind the first number of a date. */
static int
follows_number(uint32_t cp)
{
	return text_in(cp, "年月日号號世季代个至到、—–─―-/.~") || cp == 0xff0d;
}

/*
 * 1 when a date may begin with the numeral at i: most do not, and this sees
 * it from what stands behind the number.
 */
static int
number_hopeful(const struct text *t, size_t i)
{
	size_t from = i, w, n;
	unsigned c;

	if (is_digit((unsigned char)t->s[i])) {
		i = numeral_digits(t, i);
		return i - from == 8 ||
		       (i - from <= 4 && follows_number(text_at(t, i, &w))) ||
		       (i - from == 4 && text_is(t, i, " "));
	}
	if (text_is(t, i, "两千年") || text_is(t, i, "兩千年"))
		return 1;
	for (n = 0; n < 6; n++) {
		c = text_class(t, i, &w);
		if ((c & HAN_KIND) != HAN_DIGIT && (c & HAN_KIND) != HAN_TENS &&
		    c != (HAN_SCALE | 1))
			break;
		i += w;
	}
	/* 十五五, “一五” */
	return follows_number(text_at(t, i, &w)) || n == 3 ||
	       text_in(text_before(t, from, &w), "“‘\"");
}

/*
 * Months and quarters from the year's first on, or between two: 前三季度,
 * 前4个月, 1—11月, 二、三季度.  y is the year, named or the article's.
 */
static int
read_months(
    const struct text *t, size_t i, int y, struct when *w, struct buf *b)
{
	int first = text_is(t, i, "前"), m, n, other;
	size_t to, k;

	if (first)
		i += 3;
	to = point_number(t, i, &m);
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
	if (!point_until(t, k, &a, &z) || z.d <= a.d || z.m != a.m ||
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
	if (k && point_until(t, k, &w->at, &z) &&
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
	size_t to = point_year(t, i, c, &y);

	return to && read_months(t, to, y, w, b);
}

int
when_read(const struct text *t, size_t i, const struct known *c, struct when *w,
    struct buf *b)
{
	size_t k;

	if (is_digit((unsigned char)t->s[i]) ||
	    (text_class(t, i, &k) && !text_is(t, i, "第"))) {
		if (!number_hopeful(t, i))
			return 0;
	}
	memset(w, 0, sizeof *w);
	if (era_read(t, i, c, w, b) || read_year_months(t, i, c, w, b) ||
	    read_years(t, i, w, b))
		return 1;
	if (c->ref.y && read_months(t, i, c->ref.y, w, b))
		return 1;
	return read_days(t, i, c, w, b) || read_points(t, i, c, w, b);
}
