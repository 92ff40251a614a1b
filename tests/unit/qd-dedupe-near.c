/* cmd/qd-dedupe: anchor.h, cover.h, near.h: what is nearly the same. */
#include "near.h"

#include "key.h"
#include "tap.h"

static const struct near_opt near_opt = {700, 1, 0}, contain_opt = {700, 0, 1};

static struct variants *variants;

static void
codes(struct codes *c, const char *text)
{
	struct buf b = {0};

	codes_of(c, variants, key_fold(str_of(text), &b));
	buf_free(&b);
}

#define LONG                                                                                               \
	"海湾新区管委会五日宣布，东港二期工程全线贯通，首批十二艘货轮将于" \
	"下月初靠泊，预计全年新增吞吐能力三百万吨，并带动周边就业岗位两千个。"

static const struct {
	const char *old, *new, *want, *what;
	const struct near_opt *o;
} table[] = {
    {LONG, LONG, "near", "the same", &near_opt},
    {LONG,
	"海湾新区管委会六日宣布，东港二期工程全面贯通，首批十二艘货轮将在"
	"下月初靠泊，预计全年新增吞吐能力三百万吨，带动周边就业岗位两千个。",
	"near", "a few characters differ", &near_opt},
    {LONG,
	"预计全年新增吞吐能力三百万吨，并带动周边就业岗位两千个。海湾新区"
	"管委会五日宣布，东港二期工程全线贯通，首批十二艘货轮将于下月初靠泊，",
	"near", "its sentences stand in another order", &near_opt},
    {LONG,
	"海灣新區管委會五日宣佈，東港二期工程全線貫通，首批十二艘貨輪將於"
	"下月初靠泊，預計全年新增吞吐能力三百萬噸，並帶動周邊就業崗位兩千個。",
	"near", "traditional characters", &near_opt},
    {LONG,
	"东港二期工程全线贯通，首批十二艘货轮将于下月初靠泊，预计全年新增"
	"吞吐能力三百万吨",
	"near", "a large part of it", &near_opt},
    {LONG,
	"东港二期工程全线贯通，首批十二艘货轮将于下月初靠泊，预计全年新增"
	"吞吐能力三百万吨",
	"contained", "the same asked for as a part", &contain_opt},
    {LONG LONG LONG, "首批十二艘货轮将于下月初靠泊", "contained",
	"a short part", &contain_opt},
    {"首批十二艘货轮将于下月初靠泊，预计全年新增吞吐能力三百万吨", LONG,
	"partial", "the new one is much longer", &near_opt},
    {LONG,
	"市民公园昨日闭园修缮，工期四十天，游客可改往北山植物园。东港二期"
	"工程全线贯通，首批十二艘货轮将于下月初靠泊，预计全年新增吞吐能力。"
	"公园方面提醒，修缮期间夜间照明同步关闭，请绕行东门步道。",
	"partial", "half of it", &near_opt},
    {LONG,
	"海湾新区管委会五日召开例会，研究部署冬季供暖、道路养护、校园食品"
	"安全和老旧小区改造等民生事项，要求各街道逐项销号，月底前公示结果。",
	"", "another text", &near_opt},
    {"全市粮食总产量达到四十五万吨", "全市水果总产量达到九十一万箱", "",
	"short texts are judged strictly", &near_opt},
    {"海湾新区管委会五日下午召开例会，专题听取东港二期工程进展，管委会"
     "主任石明远主持并讲话，区直部门负责人参加。",
	"海湾新区管委会九日下午召开例会，专题听取供水管网改造进展，管委会"
	"主任石明远主持并讲话，区直部门负责人参加。",
	"partial", "another day's report of the same form", &near_opt},
    {"海湾新区管委会五日下午召开例会，专题听取东港二期工程进展，管委会"
     "主任石明远主持并讲话，区直部门负责人参加。",
	"海湾新区的管委会九日下午召开了例会，专题来听取东港二期工程的进展，"
	"管委会主任石明远主持讲话，区直各部门负责人参加。",
	"near", "a copy edited all over, a figure as well", &near_opt},
};

static void
judged(void)
{
	struct cover c = {0};
	struct codes a = {0}, b = {0};
	struct verdict v;
	size_t i;

	for (i = 0; i < sizeof table / sizeof *table; i++) {
		codes(&a, table[i].old);
		codes(&b, table[i].new);
		cover_text(&c, b.v, b.n);
		cover_check(&c, a.v, a.n);
		v = near_judge(table[i].o, &c);
		tap_str(
		    str_of(verdict_word(v.kind)), table[i].want, table[i].what);
	}
	codes_free(&a);
	codes_free(&b);
	cover_free(&c);
}

static const struct {
	const char *a, *b, *what;
	size_t figures, replaced, edited;
} gaps[] = {
    {"五日", "六日", "another figure", 1, 0, 0},
    {"三人", "十二人", "a longer one", 1, 0, 0},
    {"共三人", "共3人", "the same in other characters is another", 1, 0, 0},
    {"今天五日", "昨晚五日", "the same figure in another phrase", 0, 0, 2},
    {"五", "", "a numeral that belongs to none before it", 0, 0, 1},
    {"东港二期", "供水管网", "another piece", 0, 4, 0},
    {"东港二期", "供水管网改造工程", "as long as the shorter of the two", 0, 4,
	0},
    {"的", "之", "another character", 0, 0, 1},
    {"", "之一", "two characters more", 0, 0, 2},
    {"全面贯通", "全线贯通", "a character of four", 0, 0, 1},
    {"", "东港二期工程", "what was put in", 0, 0, 0},
};

static void
differences(void)
{
	struct codes a = {0}, b = {0};
	struct differ d;
	size_t i;

	for (i = 0; i < sizeof gaps / sizeof *gaps; i++) {
		memset(&d, 0, sizeof d);
		codes(&a, gaps[i].a);
		codes(&b, gaps[i].b);
		differ_gap(&d, a.v, a.n, b.v, b.n, 1);
		tap_ok(d.figures == gaps[i].figures &&
			   d.replaced == gaps[i].replaced &&
			   d.edited == gaps[i].edited,
		    gaps[i].what);
	}
	memset(&d, 0, sizeof d);
	codes(&a, "3");
	codes(&b, "32");
	differ_gap(&d, a.v + 1, 0, b.v + 1, 1, 0);
	tap_num(d.figures, 1, "a numeral behind a figure makes another of it");
	tap_ok(differ_weight(&d) > 0, "that weighs something");
	d.edited = 9;
	tap_num(differ_weight(&d), 0, "and nothing in a text that was edited");
	codes_free(&a);
	codes_free(&b);
}

/* However alike a text is to itself, the check ends. */
static void
monotonous(void)
{
	struct cover c = {0};
	static uint16_t v[200000];
	size_t i, from = 0, to = 0;

	for (i = 0; i < sizeof v / sizeof *v; i++)
		v[i] = (uint16_t)(0x4e00 + i % 3);
	cover_text(&c, v, sizeof v / sizeof *v);
	cover_check(&c, v, sizeof v / sizeof *v);
	tap_ok(cover_span(&c, &from, &to) && from == 0, "the check ends");
	cover_free(&c);
}

static void
anchored(void)
{
	struct anchors a = {0}, b = {0};
	struct codes c = {0};
	size_t i, k, same = 0;

	codes(&c, LONG);
	anchors_of(&a, c.v, c.n);
	tap_ok(a.n >= ANCHOR_FEW, "a short text has some anchors");
	anchors_of(&b, c.v + 3, c.n - 3);
	for (i = 0; i < a.n; i++)
		for (k = 0; k < b.n; k++)
			same += a.v[i] == b.v[k];
	tap_ok(same >= ANCHOR_FEW / 2, "a part of it has most of them");
	anchors_of(&a, c.v, 4);
	tap_num(a.n, 0, "what has no window has none");
	codes_free(&c);
	anchors_free(&a);
	anchors_free(&b);
}

int
main(void)
{
	variants = variants_load(NULL);
	judged();
	differences();
	monotonous();
	anchored();
	mem_free(variants);
	return tap_end();
}
