/*
 * cmd/qd-numbers/numbers.h on texts made of what its engines look for, joined
 * at random (the same on every run): whatever it finds lies in order, apart,
 * between whole characters, and has a value.
 */
#include "numbers.h"

#include "tap.h"
#include "utf8.h"

#define TEXTS 6000

static const char *const bits[] = {"一", "二", "三五", "十", "百", "千", "万",
    "亿", "两", "几", "数", "半", "多", "余", "来", "零", "〇", "点", "贰",
    "廿", "1", "20", "3.5", "1,234", "２", "2026", "05", "0532", ".", "-", "—",
    "~", "至", "到", "/", ":", "∶", "%", "‰", "＋", "×", " ", "　", "，", "。",
    "、", "；", "（", "）", "“", "”", "年", "月", "日", "号", "今年", "去年",
    "上半年", "季度", "底", "初", "周", "星期五", "上周", "正月", "腊月",
    "农历", "闰", "春节", "世纪", "年代", "前", "后", "内", "以来", "分", "秒",
    "时", "小时", "天", "元", "角", "毛", "块", "美元", "人民币", "$", "万元",
    "亩", "平方米", "公斤", "克", "度", "摄氏", "零下", "负", "个", "家", "项",
    "名", "人次", "位", "级", "届", "大", "成", "折", "打对折", "倍", "番",
    "翻", "分之", "百分点", "个百分点", "第", "又", "每", "比", "同比", "增长",
    "下降", "超过", "不足", "约", "以上", "左右", "的", "了", "和", "投资",
    "企业", "目标", "累计", "预计", "已", "http://a.b/c", "x@y.cn", "A", "G",
    "km", "\xf0\xa0\x80\x80", "\t", "\\"};

static uint64_t seed = 88172645463325252U;

/* xorshift64 (Marsaglia 2003) */
static size_t
rnd(size_t n)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return (size_t)(seed % n);
}

static void
make(struct buf *b)
{
	size_t n = 1 + rnd(24);

	buf_reset(b);
	while (n-- > 0)
		buf_puts(b, bits[rnd(sizeof bits / sizeof *bits)]);
}

static int
whole(struct str s, size_t at)
{
	return at == s.len || ((unsigned char)s.s[at] & 0xc0) != 0x80;
}

/* What is wrong with what was found in s; NULL: nothing. */
static const char *
wrong(struct str s, const struct ann_list *l)
{
	size_t i, done = 0;

	for (i = 0; i < l->n; i++) {
		const struct ann *a = &l->v[i];

		if (a->from < done || a->from >= a->to || a->to > s.len)
			return "out of order";
		if (!whole(s, a->from) || !whole(s, a->to))
			return "a part of a character";
		if (a->nvalue == 0)
			return "no value";
		if (utf8_valid(l->store.s + a->attrs, a->nattrs) < a->nattrs)
			return "attributes that are no UTF-8";
		done = a->to;
	}
	return NULL;
}

int
main(void)
{
	static const struct date ref = {2026, 2, 5};
	struct numbers *nm = numbers_open(NULL, NULL, 0);
	struct ann_list l = {0};
	struct buf b = {0};
	const char *why = NULL;
	size_t i, found = 0;
	struct str s;

	numbers_document(nm);
	for (i = 0; i < TEXTS && !why; i++) {
		if (i % 7 == 0)
			numbers_article(nm, ref, str_of("港口2026年开航"));
		make(&b);
		s = buf_str(&b);
		numbers_text(nm, str_of("para"), s);
		ann_reset(&l);
		while (numbers_next(nm, &l))
			continue;
		found += l.n;
		why = wrong(s, &l);
	}
	tap_ok(!why, "all that is found lies in order and has a value");
	if (why)
		printf("# %s: '%.*s'\n", why, (int)b.len, b.s);
	tap_ok(found > TEXTS, "and something is found");
	numbers_close(nm);
	ann_free(&l);
	buf_free(&b);
	return tap_end();
}
