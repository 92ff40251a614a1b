#include "words.h"

#include <stddef.h>

#include "markup.h"

struct word {
	const char *key, *zh, *en;
};

static const struct word tags[] = {
    {"PER", "人物", "People"},
    {"POST", "职务", "Offices"},
    {"ORG", "机构", "Organisations"},
    {"LOC", "地点", "Places"},
    {"EVENT", "活动", "Events"},
    {"PROJ", "项目", "Projects"},
    {"WORK", "文献", "Works"},
    {"TERM", "提法", "Terms"},
    {"money", "金额", "Money"},
    {"percent", "百分比", "Per cent"},
    {"count", "数目", "Counts"},
    {"measure", "度量", "Measures"},
    {"ratio", "比率", "Ratios"},
    {"ordinal", "序数", "Ordinals"},
    {"date", "日期", "Dates"},
    {"period", "时段", "Periods"},
    {"duration", "时长", "Durations"},
    {"code", "号码", "Codes"},
    {"number", "数字", "Numbers"},
    {NULL, NULL, NULL},
};

static const struct word values[] = {
    {"up", "增", "up"},
    {"down", "减", "down"},
    {"flat", "持平", "flat"},
    {"yoy", "同比", "year on year"},
    {"mom", "环比", "month on month"},
    {"annual", "年均", "a year"},
    {"ge", "不少于", "at least"},
    {"gt", "多于", "more than"},
    {"le", "不多于", "at most"},
    {"lt", "少于", "less than"},
    {"approx", "约", "about"},
    {"target", "目标", "target"},
    {"done", "完成", "done"},
    {"exact", "重复", "repeat of"},
    {"near", "近似重复", "nearly a repeat of"},
    {"partial", "部分重复", "partly a repeat of"},
    {"contained", "已包含于", "contained in"},
    {NULL, NULL, NULL},
};

static void
put_in(struct buf *b, const char *el, const char *zh, const char *en)
{
	buf_putc(b, '<');
	buf_puts(b, el);
	buf_puts(b, " class=\"zh\">");
	buf_puts(b, zh);
	buf_puts(b, "</");
	buf_puts(b, el);
	buf_puts(b, "><");
	buf_puts(b, el);
	buf_puts(b, " class=\"en\" lang=\"en\">");
	buf_puts(b, en);
	buf_puts(b, "</");
	buf_puts(b, el);
	buf_putc(b, '>');
}

void
words_put(struct buf *b, const char *zh, const char *en)
{
	put_in(b, "span", zh, en);
}

static void
put_word(struct buf *b, const struct word *w, const char *el, struct str key)
{
	while (w->key && !str_is(key, w->key))
		w++;
	if (w->key)
		put_in(b, el, w->zh, w->en);
	else
		markup_text(b, key);
}

void
words_tag(struct buf *b, struct str tag)
{
	put_word(b, tags, "span", tag);
}

void
words_tag_svg(struct buf *b, struct str tag)
{
	put_word(b, tags, "tspan", tag);
}

void
words_value(struct buf *b, struct str value)
{
	put_word(b, values, "span", value);
}
