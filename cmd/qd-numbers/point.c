#include "point.h"

#include <string.h>

#include "lunar.h"
#include "numeric.h"
#include "relative.h"
#include "resolve.h"
#include "year.h"

/* 3月, 8月份, 7月中旬, 9月底; what is behind the month number. */
static size_t
month_end(const struct text *t, size_t i)
{
	static const char *const tails[] = {
	    "份", "上旬", "中旬", "下旬", "底", "末", "初"};
	size_t k;

	for (k = 0; k < sizeof tails / sizeof *tails; k++)
		if (text_is(t, i, tails[k]))
			return i + strlen(tails[k]);
	return i;
}

/* 八月十五, without 日: only where the text stops there. */
static size_t
open_day(const struct text *t, size_t i, int *d)
{
	size_t to, w;

	if (i >= t->n || is_digit((unsigned char)t->s[i]))
		return 0;
	to = point_number(t, i, d);
	if (!to || *d > 31 ||
	    (to < t->n && !text_in(text_at(t, to, &w), ",。")))
		return 0;
	return to;
}

/* A month, with its day if it has one. */
static int
read_month(const struct text *t, size_t i, struct point *p)
{
	size_t to = point_number(t, i, &p->m), w, day;

	if (!to || p->m < 1 || p->m > 12 || !text_is(t, to, "月"))
		return 0;
	to += 3;
	if (text_in(text_at(t, to, &w), "球亮饼嫂均薪子经"))
		return 0;
	day = point_day(t, to, &p->d);
	if (!day)
		day = open_day(t, to, &p->d);
	if (day) {
		p->kind = POINT_DAY;
		p->to = day;
		return p->d <= date_mdays(p->y ? p->y : 2000, p->m);
	}
	p->d = 0;
	p->kind = POINT_MONTH;
	p->to = month_end(t, to);
	return 1;
}

/* 上半年, 一季度, 第三季度: what may stand behind a year, or alone. */
static int
read_part(const struct text *t, size_t i, struct point *p)
{
	size_t to;

	p->n = text_is(t, i, "上半年") ? 1 : text_is(t, i, "下半年") ? 2 : 0;
	if (p->n) {
		p->kind = POINT_HALF;
		p->to = i + 9;
		return 1;
	}
	if (text_is(t, i, "第"))
		i += 3;
	to = point_number(t, i, &p->n);
	if (!to || p->n < 1 || p->n > 4 || !text_is(t, to, "季度"))
		return 0;
	p->kind = POINT_QUARTER;
	p->to = to + 6;
	return 1;
}

/* 2017年底, 今年初, 2017年年末: the month at the year's edge. */
int
point_edge(const struct text *t, size_t i, struct point *p)
{
	if (text_is(t, i, "年"))
		i += 3;
	if (text_is(t, i, "底") || text_is(t, i, "末"))
		p->m = 12;
	else if (text_is(t, i, "初"))
		p->m = 1;
	else
		return 0;
	p->kind = POINT_MONTH;
	p->to = i + 3;
	return 1;
}

/* What stands behind the year p->y at i. */
static void
read_rest(const struct text *t, size_t i, struct point *p)
{
	struct point q = *p;

	q.to = i;
	if (read_month(t, i, &q) || read_part(t, i, &q) ||
	    point_edge(t, i, &q)) {
		*p = q;
		return;
	}
	p->kind = POINT_YEAR;
	p->to = i;
}

/*
 * A day without its month.  17号 is one only where a clause begins or behind
 * a word of time: 5号线, 1号项目 are names.
 */
static int
read_bare_day(const struct text *t, size_t i, struct point *p)
{
	size_t to = point_day(t, i, &p->d), w;
	uint32_t prev, next;

	if (!to)
		return 0;
	prev = text_before(t, i, &w);
	next = text_at(t, to, &w);
	if (text_in(prev, "月"))
		return 0; /* of a date that does not exist */
	if (text_is(t, to - 3, "号") || text_is(t, to - 3, "號")) {
		if (prev && !text_in(prev, ",。;:、(（“‘ 于在到至从自截"))
			return 0;
		if (next &&
		    !text_in(next, ",。、上下晚早凌中在起至到召举抵当电讯)"))
			return 0;
	} else {
		if (!is_digit((unsigned char)t->s[i]) && p->d < 11)
			return 0;
		if (text_in(next, "元圆均常用益内游以之后程间") ||
		    (text_is(t, to, "本") && !text_is(t, to, "本报") &&
			!text_is(t, to, "本台") && !text_is(t, to, "本市")))
			return 0;
	}
	p->kind = POINT_DAY;
	p->to = to;
	return 1;
}

/* 1 when the words around the month i..to tell that it is still to come. */
static int
to_come(const struct text *t, size_t i, size_t to)
{
	static const char *const before[] = {
	    "将于", "拟于", "定于", "力争", "预计", "计划", "确保"};
	size_t k;

	if (text_is(t, to, "前") || text_is(t, to, "之前"))
		return 1;
	for (k = 0; k < sizeof before / sizeof *before; k++)
		if (text_ends(t, i, before[k]))
			return 1;
	return 0;
}

/* A month that may say that it is still to come. */
static int
read_some_month(const struct text *t, size_t i, struct point *p)
{
	if (!read_month(t, i, p))
		return 0;
	p->ahead = to_come(t, i, p->to);
	return 1;
}

/* A year, with what stands behind it. */
static int
read_year(
    const struct text *t, size_t i, const struct known *c, struct point *p)
{
	size_t to = year_read(t, i, c, &p->y);

	if (!to) {
		p->y = 0;
		return 0;
	}
	if (lunar_read(t, to, p->y, c, p))
		return 1;
	p->told = 1;
	read_rest(t, to, p);
	return p->kind != POINT_DAY || date_ok(p->y, p->m, p->d);
}

/* What begins with the digits i..to: what follows them tells what it is. */
static int
read_digits(const struct text *t, size_t i, size_t to, const struct known *c,
    struct point *p)
{
	size_t w;

	switch (text_at(t, to, &w)) {
	case 0x5e74: /* 年 */
		return read_year(t, i, c, p);
	case 0x6708: /* 月 */
		return (!is_digit((unsigned char)t->s[i]) &&
			   lunar_read(t, i, 0, c, p)) ||
		       read_some_month(t, i, p);
	case 0x65e5: /* 日 */
	case 0x53f7: /* 号 */
	case 0x865f: /* 號 */
		return read_bare_day(t, i, p);
	case 0x5b63: /* 季 */
		return read_part(t, i, p);
	default:
		return numeric_read(t, i, p);
	}
}

static int
read_any(const struct text *t, size_t i, const struct known *c, struct point *p)
{
	size_t to = numeric_end(t, i);

	if (to > i)
		return read_digits(t, i, to, c, p);
	if (read_year(t, i, c, p) || lunar_read(t, i, 0, c, p))
		return 1;
	return !p->y && read_part(t, i, p);
}

int
point_read(
    const struct text *t, size_t i, const struct known *c, struct point *p)
{
	size_t w;
	uint32_t cp = text_at(t, i, &w);

	memset(p, 0, sizeof *p);
	if (read_any(t, i, c, p))
		return resolve_point(p, c);
	/* no such word begins with a numeral */
	return !han_classes[cp & 0xffff] && !is_digit(cp) &&
	       relative_read(t, i, c, p);
}

int
point_until(const struct text *t, size_t i, const struct known *known,
    const struct point *a, struct point *p)
{
	struct known c;
	size_t w;
	uint32_t cp = text_at(t, i, &w);
	int shift;

	memset(p, 0, sizeof *p);
	memset(&c, 0, sizeof c);
	/* 去年一季度到今年一季度: that is the article's 今年 */
	c.ref.y = year_word(cp, &shift) && text_is(t, i + w, "年")
		      ? known->ref.y
		      : a->y;
	if (!read_any(t, i, &c, p))
		return 0;
	if (p->kind == POINT_DAY && !p->m)
		p->m = a->m;
	if (!p->y)
		p->y = a->y;
	if (p->kind != a->kind)
		return 0;
	/* 11月 to 2月: the next year's */
	if (!p->told && p->y && p->kind <= POINT_DAY && p->m < a->m)
		p->y++;
	return p->kind != POINT_DAY || !p->y || date_ok(p->y, p->m, p->d);
}
