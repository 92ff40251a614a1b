#include "relative.h"

#include <string.h>

#include "calendar.h"

/* Day words, with how far they are from the article's day. */
static const struct {
	const char *word;
	int shift;
} days[] = {{"今天", 0}, {"今日", 0}, {"昨天", -1}, {"昨日", -1}, {"前天", -2},
    {"明天", 1}, {"明日", 1}, {"后天", 2}, {"大前天", -3}, {"大后天", 3},
    {"聽日", 1}, {"大後天", 3}, {"後天", 2}, {"前日", -2}, {"後日", 2},
    {"大前日", -3}, {"大後日", 3}, {"寻日", -1}, {"尋日", -1}, {"琴日", -1},
    {"听日", 1}};

/* The day named last. */
static const char *const same[] = {"当天", "当日", "同日", "同一天"};

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

/* 1 when the 日 in front of `to` begins another word (前日本首相, 同日方), or
 * the word ends one (此前日方). */
static int
joins_words(const struct text *t, size_t i, size_t to)
{
	size_t w;

	return (text_ends(t, to, "前日") || text_ends(t, to, "同日")) &&
	       (text_in(text_at(t, to, &w), "本方军元报常程期照益均籍") ||
		   text_in(text_before(t, i, &w), "此以之目日提事生"));
}

/* 今天, 昨日; 今天的中国, 美好的明天 are no dates. */
static int
read_day_word(
    const struct text *t, size_t i, const struct known *c, struct point *p)
{
	size_t k, to, w, w2;

	text_at(t, i, &w);
	if (!text_in(text_at(t, i + w, &w2), "天日前后後一"))
		return 0;
	for (k = 0; k < sizeof days / sizeof *days; k++) {
		if (!text_is(t, i, days[k].word))
			continue;
		to = i + strlen(days[k].word);
		if (!c->ref.d || text_is(t, to, "的") ||
		    text_ends(t, i, "的") || joins_words(t, i, to))
			return 0;
		set_day(p, shifted(c->ref, days[k].shift), to);
		return 1;
	}
	for (k = 0; c->day.d && k < sizeof same / sizeof *same; k++)
		if (text_is(t, i, same[k]) &&
		    !joins_words(t, i, i + strlen(same[k]))) {
			set_day(p, c->day, i + strlen(same[k]));
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

/* The bytes of the word for week at i, or 0. */
static size_t
week_word(const struct text *t, size_t i)
{
	static const char *const words[] = {"星期", "礼拜", "禮拜", "周", "週"};
	size_t k;

	for (k = 0; k < sizeof words / sizeof *words; k++)
		if (text_is(t, i, words[k]))
			return strlen(words[k]);
	return 0;
}

/* Behind 上 or 下 (also twice), 本, 这 or 今 and a 个: where it goes on, how
 * many units it is away in *shift. */
static size_t
this_or_that(const struct text *t, size_t i, int *shift)
{
	const char *word = text_is(t, i, "上") ? "上" : "下";
	int step = text_is(t, i, "上") ? -1 : 1;

	*shift = 0;
	if (!text_is(t, i, word))
		i += 3;
	for (; text_is(t, i, word) && *shift * step < 2; i += 3)
		*shift += step;
	return text_is(t, i, "个") || text_is(t, i, "個") ? i + 3 : i;
}

/* 上周五, 本周, 下星期三, 下周周六 */
static int
read_week(
    const struct text *t, size_t i, const struct known *c, struct point *p)
{
	struct date monday;
	size_t len, w;
	int n, shift;

	if (!c->ref.d || !c->ref.y)
		return 0;
	i = this_or_that(t, i, &shift);
	len = week_word(t, i);
	if (!len)
		return 0;
	i += len;
	monday = date_add(c->ref, 7 * shift + 1 - cal_weekday(c->ref));
	n = weekpoint_day(t, i + week_word(t, i));
	if (n) {
		set_day(p, date_add(monday, n - 1), i + week_word(t, i) + 3);
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

/*
 * 周五, 星期三: the one of the article's week.  Not those that come again and
 * again (每周五, 周一至周五, 周六、周日), nor a name (周一鸣).
 */
int
relative_weekday(
    const struct text *t, size_t i, const struct known *c, struct point *p)
{
	size_t len = week_word(t, i), to = i + len + 3, w, w2;
	uint32_t prev = text_before(t, i, &w), next;
	int n = len ? weekpoint_day(t, i + len) : 0;

	if (!n || !c->ref.d || !c->ref.y)
		return 0;
	next = text_at(t, to, &w2);
	/* 每个周五, 黑色星期五, 《星期日…》 */
	if (text_in(prev, "每逢双单隔个色至到、和及与—-~《“") ||
	    text_in(next, "、至到和及与—-~版刊”》") ||
	    (w && han_classes[prev & 0xffff]))
		return 0;
	if (len == 3 && next >= 0x4e00 &&
	    !text_in(next,
		prev >= 0x4e00 && !text_in(prev, "于在从自定")
		    ? "表宣称说"
		    : "上下中晚早凌清午夜起前后将在于宣表发称说对向就的开举召"))
		return 0;
	set_day(p, date_add(c->ref, n - cal_weekday(c->ref)), to);
	return 1;
}

/* 本月, 上个月, with a day behind it or not. */
static int
read_month_word(
    const struct text *t, size_t i, const struct known *c, struct point *p)
{
	int shift;
	size_t day;

	i = this_or_that(t, i, &shift);
	if (!c->ref.y || !c->ref.m || !text_is(t, i, "月"))
		return 0;
	p->y = c->ref.y;
	p->m = c->ref.m + shift;
	if (p->m < 1 || p->m > 12) {
		p->y += p->m < 1 ? -1 : 1;
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
	if (read_day_word(t, i, c, p) || read_year_edge(t, i, c, p) ||
	    relative_weekday(t, i, c, p))
		return 1;
	if (!text_is(t, i, "上") && !text_is(t, i, "下") &&
	    !text_is(t, i, "本") && !text_is(t, i, "这") &&
	    !text_is(t, i, "這") && !text_is(t, i, "今个") &&
	    !text_is(t, i, "今個") && !text_is(t, i, "呢个") &&
	    !text_is(t, i, "呢個"))
		return 0;
	return read_week(t, i, c, p) || read_month_word(t, i, c, p);
}
