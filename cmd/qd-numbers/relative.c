#include "relative.h"

#include <string.h>

#include "calendar.h"

/* Day words, with how far they are from the article's day. */
static const struct {
	const char *word;
	int shift;
} days[] = {{"今天", 0}, {"今日", 0}, {"昨天", -1}, {"昨日", -1}, {"前天", -2},
    {"明天", 1}, {"明日", 1}, {"后天", 2}, {"大前天", -3}, {"大后天", 3},
    {"聽日", 1}, {"大後天", 3}, {"後天", 2}};

static void
set_day(struct point *p, struct date d, size_t to)
{
	p->y = d.y;
	p->m = d.m;
	p->d = d.d;
	p->kind = POINT_DAY;
	p->told = 1;
	p->to = to;
}

/* d moved by days, in a common year where the year is not known. */
static struct date
shifted(struct date d, int days_on)
{
	int known_year = d.y;

	if (!d.y)
		d.y = 2001;
	d = date_add(d, days_on);
	if (!known_year)
		d.y = 0;
	return d;
}

/* 今天, 昨日; 今天的中国, 美好的明天 are no dates. */
static int
read_day_word(
    const struct text *t, size_t i, const struct known *c, struct point *p)
{
	size_t k, to;

	for (k = 0; k < sizeof days / sizeof *days; k++) {
		if (!text_is(t, i, days[k].word))
			continue;
		to = i + strlen(days[k].word);
		if (!c->ref.d || text_is(t, to, "的") || text_ends(t, i, "的"))
			return 0;
		set_day(p, shifted(c->ref, days[k].shift), to);
		return 1;
	}
	if ((text_is(t, i, "当天") || text_is(t, i, "当日")) && c->day.d) {
		set_day(p, c->day, i + 6);
		return 1;
	}
	return 0;
}

/* 一 to 日 behind 周 or 星期: 1 to 7, 0 when none. */
static int
weekpoint_day(const struct text *t, size_t i)
{
	size_t w;
	int n = point_digit(t, i, &w);

	if (text_is(t, i, "日") || text_is(t, i, "天"))
		return 7;
	return n <= 6 ? n : 0;
}

/* 上周五, 本周, 下星期三 */
static int
read_week(
    const struct text *t, size_t i, const struct known *c, struct point *p)
{
	static const char *const words[] = {"星期", "礼拜", "禮拜", "周", "週"};
	int shift = text_is(t, i, "上") ? -7 : text_is(t, i, "下") ? 7 : 0, n;
	struct date monday;
	size_t k, w;

	if (!c->ref.d || !c->ref.y)
		return 0;
	i += 3;
	if (text_is(t, i, "个") || text_is(t, i, "個"))
		i += 3;
	for (k = 0; k < sizeof words / sizeof *words; k++)
		if (text_is(t, i, words[k]))
			break;
	if (k == sizeof words / sizeof *words)
		return 0;
	i += strlen(words[k]);
	monday = date_add(c->ref, shift + 1 - cal_weekday(c->ref));
	n = weekpoint_day(t, i);
	if (n) {
		set_day(p, date_add(monday, n - 1), i + 3);
		return 1;
	}
	if (text_in(text_at(t, i, &w), "边期围转年刊末"))
		return 0;
	p->n = cal_week(monday, &p->y);
	p->kind = POINT_WEEK;
	p->told = 1;
	p->to = i;
	return 1;
}

/* 本月, 上个月, with a day behind it or not. */
static int
read_month_word(
    const struct text *t, size_t i, const struct known *c, struct point *p)
{
	int shift = text_is(t, i, "上") ? -1 : text_is(t, i, "下") ? 1 : 0;
	size_t day;

	i += 3;
	if (text_is(t, i, "个") || text_is(t, i, "個"))
		i += 3;
	if (!c->ref.y || !c->ref.m || !text_is(t, i, "月"))
		return 0;
	p->y = c->ref.y;
	p->m = c->ref.m + shift;
	if (p->m < 1 || p->m > 12) {
		p->y += shift;
		p->m += p->m < 1 ? 12 : -12;
	}
	p->told = 1;
	i += 3;
	day = point_day(t, i, &p->d);
	p->kind = day ? POINT_DAY : POINT_MONTH;
	if (!day)
		p->d = 0;
	p->to = day					     ? day
		: text_is(t, i, "底") || text_is(t, i, "初") ? i + 3
							     : i;
	return !day || date_ok(p->y, p->m, p->d);
}

/* 年底, 年初 alone; not in 岁末年初, 每年底. */
static int
read_year_edge(
    const struct text *t, size_t i, const struct known *c, struct point *p)
{
	size_t w;

	if (!c->ref.y || !text_is(t, i, "年") ||
	    text_in(text_before(t, i, &w), "末每历往成青当初常全半"))
		return 0;
	if (!point_edge(t, i + 3, p))
		return 0;
	p->y = c->ref.y;
	p->told = 1;
	return 1;
}

int
relative_read(
    const struct text *t, size_t i, const struct known *c, struct point *p)
{
	memset(p, 0, sizeof *p);
	if (read_day_word(t, i, c, p) || read_year_edge(t, i, c, p))
		return 1;
	if (!text_is(t, i, "上") && !text_is(t, i, "下") &&
	    !text_is(t, i, "本") && !text_is(t, i, "这"))
		return 0;
	return read_week(t, i, c, p) || read_month_word(t, i, c, p);
}
