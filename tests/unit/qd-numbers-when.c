/* cmd/qd-numbers/when.h: dates and periods, resolved against a date. */
#include "when.h"

#include "known.h"

#include "tap.h"

/* want: the value, and |what is left of the text; "" where there is none. */
static const struct {
	const char *ref, *text, *want;
} cases[] = {
    /* as written */
    {"", "2026年2月4日", "2026-02-04"},
    {"", "２０２６年２月", "2026-02"},
    {"", "2026年", "2026"},
    {"", "二〇二六年二月四日", "2026-02-04"},
    {"", "一九四九年十月", "1949-10"},
    {"", "2026-02-04", "2026-02-04"},
    {"", "2026/2/4", "2026-02-04"},
    {"", "2026.2.4", "2026-02-04"},
    {"", "20260204", "2026-02-04"},
    {"", "2025年度", "2025"},
    {"", "2017年底", "2017-12"},
    {"", "2017年年初", "2017-01"},
    {"", "2025年上半年", "2025-H1"},
    {"", "2025年三季度", "2025-Q3"},
    {"", "08年5月12日", "2008-05-12"},
    /* without a year */
    {"", "2月4日", "--02-04"},
    {"", "29日", "---29"},
    {"2026-02-05", "2月4日", "2026-02-04"},
    {"2026-02-05", "12月30日", "2025-12-30"},
    {"2026-02-05", "9月底", "2025-09"},
    {"2026-02-05", "4日", "2026-02-04"},
    {"2026-02-05", "31日", "2026-01-31"},
    {"2026-02-27", "1日", "2026-02-01"},
    {"2026-02-05", "17号，", "2026-02-17 |,"},
    {"2026-02-05", "5号线", ""},
    {"2026-02-05", "7月中旬", "2026-07"},
    {"2026-02-05", "3月份", "2026-03"},
    {"2026-02-05", "八月十五", "2026-08-15"},
    /* words */
    {"2026-02-05", "今年", "2026"},
    {"2026-02-05", "去年12月", "2025-12"},
    {"2026-02-05", "明年上半年", "2027-H1"},
    {"2026-02-05", "前年", "2024"},
    {"2026-02-05", "今天", "2026-02-05"},
    {"2026-03-01", "昨日", "2026-02-28"},
    {"2024-02-28", "明天", "2024-02-29"},
    {"2026-02-05", "前天", "2026-02-03"},
    {"2026-02-05", "当天", "2026-02-05"},
    {"2026-02-05", "上周五", "2026-01-30"},
    {"2026-01-01", "本周", "2026-W01"},
    {"2027-01-01", "本周", "2026-W53"},
    {"2026-02-05", "本月20日", "2026-02-20"},
    {"2026-01-05", "上个月", "2025-12"},
    {"2026-02-05", "年底", "2026-12"},
    {"2026-02-05", "下半年", "2026-H2"},
    {"2026-02-05", "周五", "2026-02-06"},
    {"2026-02-05", "星期一，", "2026-02-02 |,"},
    {"2026-02-05", "周一鸣", ""},
    {"2026-02-05", "周一至周五", ""},
    {"2026-02-05", "周六、周日", ""},
    {"", "周五", ""},
    {"2026-02-05", "下周周六", "2026-02-14"},
    {"2026-02-05", "前日", "2026-02-03"},
    {"2026-02-05", "上上周五", "2026-01-23"},
    {"2026-01-05", "上上个月", "2025-11"},
    {"2026-12-05", "下个月20日", "2027-01-20"},
    {"2026-02-05", "前日本首相", ""},
    {"2026-02-05", "正月初八", "2026-02-24"},
    {"2026-02-05", "农历八月十五", "2025-10-06"},
    {"2026-02-05", "2025年闰六月廿三", "2025-08-16"},
    {"2026-01-20", "腊月初二", "2026-01-20"},
    {"2026-02-05", "正月初一至初三", ""},
    {"2026-02-05", "腊月三十", ""},
    {"", "正月初八", ""},
    {"", "13.5.2015", "2015-05-13"},
    {"", "10/31/74", "1974-10-31"},
    {"", "1/2/2020", ""},
    {"", "2026 02 04", "2026-02-04"},
    {"", "两千年八月", "2000-08"},
    {"2026-02-05", "第二季度", "2026-Q2"},
    /* not known, no dates */
    {"", "今年", ""},
    {"", "上半年", ""},
    {"", "昨天", ""},
    {"2026-02-05", "今天的我们", ""},
    {"2026-02-05", "3个月", ""},
    {"2026-02-05", "5年", ""},
    {"2026-02-05", "1500年历史", ""},
    {"2026-02-05", "3日游", ""},
    /* that do not exist */
    {"2026-02-05", "2月30日", ""},
    {"2026-02-05", "2月29日", ""},
    {"2024-02-05", "2月29日", "2024-02-29"},
    {"", "2026-02-30", ""},
    {"", "20261301", ""},
    {"2026-02-05", "13月5日", ""},
    {"2026-02-05", "本月31日", ""},
    /* periods */
    {"", "2021—2025年", "2021/2025"},
    {"", "2021年至2025年", "2021/2025"},
    {"", "2021-2025", "2021/2025"},
    {"", "2025年12月至2026年2月", "2025-12/2026-02"},
    {"", "2025年12月至202026年2月", "2025-12 |至202026年2月"},
    {"2025-10-20", "10月20日至23日", "2025-10-20/2025-10-23"},
    {"2025-10-20", "10月20—23日", "2025-10-20/2025-10-23"},
    {"2025-10-20", "20日至23日", "2025-10-20/2025-10-23"},
    {"", "10月20日至23日", "--10-20/--10-23"},
    {"2025-10-20", "11月28日至2月3日", "2025-11-28/2026-02-03"},
    {"", "2025年1—11月", "2025-01/2025-11"},
    {"2025-10-20", "1至9月份", "2025-01/2025-09"},
    {"2025-10-20", "前三季度", "2025-01/2025-09"},
    {"2025-10-20", "今年前4个月", "2025-01/2025-04"},
    {"", "2024年二、三季度", "2024-04/2024-09"},
    {"2025-10-20", "今年7月中旬至9月上旬", "2025-07/2025-09"},
    {"2025-10-20", "今明两天", "2025-10-20/2025-10-21"},
    {"2025-10-20", "今明两年", "2025/2026"},
    {"", "十五五", "2026/2030"},
    {"", "十四五规划", "2021/2025 |规划"},
    {"", "第十四个五年", "2021/2025"},
    {"", "十五个", ""},
    {"", "21世纪", "2001/2100"},
    {"", "20世纪80年代", "1980/1989"},
    {"", "上世纪90年代", "1990/1999"},
};

static struct text
folded(struct half *f, const char *s)
{
	struct text t;

	half_text(f, str_of(s));
	t.s = f->text.s;
	t.n = f->text.len;
	t.half = f;
	return t;
}

static struct almanac *almanac;

/* An article of the date ref, of which nothing was read. */
static void
article(struct known *k, const char *ref)
{
	static const struct text none = {"", 0, NULL};
	struct date d = {0, 0, 0};

	date_parse(ref, strlen(ref), &d);
	k->almanac = almanac;
	known_document(k);
	known_article(k, d, &none);
}

static void
test_cases(struct half *f, struct buf *b)
{
	struct known k;
	struct when w;
	struct text t;
	size_t i;

	for (i = 0; i < sizeof cases / sizeof *cases; i++) {
		t = folded(f, cases[i].text);
		article(&k, cases[i].ref);
		buf_reset(b);
		if (!when_read(&t, 0, &k, &w, b)) {
			buf_reset(b);
		} else if (w.to < t.n) {
			buf_puts(b, " |");
			buf_put(b, t.s + w.to, t.n - w.to);
		}
		tap_str(buf_str(b), cases[i].want, cases[i].text);
	}
}

/* Reads a at its place, then b, and tells b's value. */
static void
test_after(struct half *f, struct buf *out, const char *ref, const char *first,
    int sentence, const char *second, const char *want, const char *what)
{
	struct known k;
	struct when w;
	struct text t = folded(f, first);

	article(&k, ref);
	buf_reset(out);
	if (when_read(&t, 0, &k, &w, out))
		known_note(&k, &t, 0, &w);
	if (sentence)
		known_sentence(&k);
	t = folded(f, second);
	buf_reset(out);
	if (!when_read(&t, 0, &k, &w, out))
		buf_reset(out);
	tap_str(buf_str(out), want, what);
}

static void
test_line(struct half *f, const char *line, int y, const char *what)
{
	struct known k;
	struct text t = folded(f, line);

	article(&k, "");
	known_line(&k, &t);
	tap_num((size_t)k.ref.y, (size_t)y, what);
}

int
main(void)
{
	struct half f = {0};
	struct buf b = {0};

	almanac = almanac_open(NULL);
	test_cases(&f, &b);
	test_after(&f, &b, "2026-02-05", "2024年", 0, "9月24日", "2024-09-24",
	    "a day takes the year that its sentence named");
	test_after(&f, &b, "2026-02-05", "2024年", 1, "1月24日", "2026-01-24",
	    "and the article's in the next sentence");
	test_after(&f, &b, "2026-02-05", "1月9日", 0, "7日", "2026-01-07",
	    "a bare day takes the month that its sentence named");
	test_after(&f, &b, "", "2月4日讯", 1, "5日", "--02-05",
	    "a dateline gives the month of bare days");
	test_after(&f, &b, "", "2026年", 1, "去年", "2025",
	    "the first year of a document is its own");
	test_after(&f, &b, "", "2012年以来", 1, "今年", "",
	    "a year that begins a span is not");
	test_after(&f, &b, "2026-02-05", "2月1日", 1, "当天", "2026-02-01",
	    "当天 is the day named last");
	test_after(&f, &b, "2026-02-05", "2月1日", 1, "同日", "2026-02-01",
	    "and so is 同日");
	test_after(&f, &b, "2026-02-05", "2021年", 1, "当年5月", "2021-05",
	    "当年 is the past year named last");
	test_after(&f, &b, "2026-02-05", "2035年", 1, "当年5月", "",
	    "not one to come");
	test_line(
	    &f, "2014年3月2日 20:21:05", 2014, "a line of a date tells it");
	test_line(&f, "【20140302】", 2014, "so does one in brackets");
	test_line(
	    &f, "2014年3月2日，天晴", 0, "a sentence with a date does not");
	almanac_close(almanac);
	half_free(&f);
	buf_free(&b);
	return tap_end();
}
