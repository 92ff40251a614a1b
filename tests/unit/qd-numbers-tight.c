/* cmd/qd-numbers/tight.h: which spaces belong to a quantity. */
#include "tight.h"

#include "tap.h"

static const struct {
	const char *text, *want;
} cases[] = {
    {"2026 年 2 月 4 日", "2026年2月4日"},
    {"超过 5 亿元 投资", "超过5亿元 投资"},
    {"3.5 万 平方米", "3.5万平方米"},
    {"1,364 家", "1,364家"},
    {"三千 八百 九十六", "三千八百九十六"},
    {"一 百 五 十 个 百 分 点", "一百五十个百分点"},
    {"百 分  之 2.4", "百分之2.4"},
    {"十 余 万 人", "十余万人"},
    {"四百 点 五", "四百点五"},
    {"第 三 届", "第三届"},
    {"7万 5千 4百", "7万5千4百"},
    {"增长 5%", "增长5%"},
    {"三分 之一", "三分之一"},
    /* that stay */
    {"张三 李四", "张三 李四"},
    {"方案一 天气", "方案一 天气"},
    {"2025 2026", "2025 2026"},
    {"第1版 2026年", "第1版2026年"},
    {"电话 12345678", "电话 12345678"},
    {"12 天津", "12 天津"},
    {"二 三 四", "二 三 四"},
    {"5 km", "5km"},
    {"a b", "a b"},
    {" 5 ", " 5 "},
};

int
main(void)
{
	struct tables tb;
	struct half f = {0};
	struct str s;
	size_t i, at;

	tables_open(&tb, NULL, NULL, 0);
	for (i = 0; i < sizeof cases / sizeof *cases; i++) {
		half_text(&f, str_of(cases[i].text));
		tight_text(&tb, &f);
		tap_str(buf_str(&f.text), cases[i].want, cases[i].text);
	}
	s = str_of("5 亿元 投资");
	half_text(&f, s);
	tight_text(&tb, &f);
	at = strlen("5亿元");
	tap_num(half_source(&f, at), strlen("5 亿元"), "the way back stays");
	tap_num(tight_end(str_of("6 天 后"), 0, 6), strlen("6 天"),
	    "a surface ends before the spaces behind it");
	half_free(&f);
	tables_close(&tb);
	return tap_end();
}
