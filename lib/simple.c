#include "simple.h"

#include <uchar.h>

#include "data.h"
#include "utf8.h"

#define FILE_NAME "variants.tsv"
/* So much more of the one than of the other, and the rest is not asked. */
#define CLEAR 3

struct simple {
	uint16_t to[SIMPLE_CHARS];
	int8_t weight[SIMPLE_CHARS]; /* 1 traditional alone, -1 simplified */
};

/* Traditional characters that simplified text has as well (GB 2312). */
static const char32_t both[] = U"乾吒夥後徵拚捱摺於榘菸薹袷醣麴麽";

/* Frequent simplified characters that no traditional text has (Big5). */
static const char32_t simplified[] =
    U"国发会视业为联时进对动实区开强经产个务员来关频闻总现议战习医长坚学过"
    U"设将组这济资当贫护际计报导内续场决应调统领记诊点们军卫线运项书数农两"
    U"间协达举从题电创队义广织团击众门稳专问结亿规疗东责还态亚势汉级办积无"
    U"标维华环严难脱带车评县别约转风论讲话说质传届权条断紧单输节况测连罗预"
    U"继检验显参监险响贯贸类认处铁费让备欧争户乡变负号彻术尔边历帮头营观奋"
    U"双给启层挥见执识减兴试扩础状装审纪职苏围临谈灾庆张担献样没马兰证养尽"
    U"称财货远选药伟园黄税热筹讯纳终绍冲绿声针获链补银陆驻粮随则贡销飞阶龙"
    U"键践温满赢镇该压综劳签爱韩训访络贵奥叙红岗购弹汇扬阳图较仅亲额请须赛"
    U"荣乐亩贺贷";

/* The character that is all of f, or 0: none of ours, or not one. */
static uint32_t
only_char(struct str f)
{
	uint32_t cp;

	if (f.len == 0 || utf8_valid(f.s, f.len) != f.len ||
	    utf8_decode(f.s, f.len, &cp) != f.len)
		return 0;
	return cp < SIMPLE_CHARS ? cp : 0;
}

void
simple_read(const char *dir, uint16_t to[SIMPLE_CHARS])
{
	char *path = data_path(dir, FILE_NAME);
	struct data_file d;
	struct str f[2];
	uint32_t i, v[2];

	for (i = 0; i < SIMPLE_CHARS; i++)
		to[i] = (uint16_t)i;
	data_open(&d, path);
	while (data_next(&d, f, 2)) {
		for (i = 0; i < 2; i++) {
			v[i] = only_char(f[i]);
			if (v[i] == 0)
				data_die(&d,
				    "want two characters of U+0001 to U+FFFF");
		}
		to[v[0]] = (uint16_t)v[1];
	}
	data_close(&d);
	mem_free(path);
}

struct simple *
simple_load(const char *dir)
{
	struct simple *sm = mem_calloc(1, sizeof *sm);
	const char32_t *p;
	uint32_t i;

	simple_read(dir, sm->to);
	for (i = 0; i < SIMPLE_CHARS; i++)
		sm->weight[i] = sm->to[i] != i ? 1 : 0;
	for (p = both; *p; p++)
		sm->weight[*p] = 0;
	for (p = simplified; *p; p++)
		sm->weight[*p] = sm->to[*p] == *p ? -1 : 0;
	sm->to[U'乾'] = U'乾'; /* as a name it has no simplified form */
	sm->to[U'「'] = U'“';
	sm->to[U'」'] = U'”';
	sm->to[U'『'] = U'‘';
	sm->to[U'』'] = U'’';
	return sm;
}

int
simple_is_traditional(const struct simple *sm, struct str s)
{
	int sum = 0;
	uint32_t cp;
	size_t i;

	for (i = 0; i < s.len && sum > -CLEAR;) {
		i += utf8_decode(s.s + i, s.len - i, &cp);
		sum += cp < SIMPLE_CHARS ? sm->weight[cp] : 0;
	}
	return sum > 0;
}

void
simple_text(const struct simple *sm, char *s, size_t len)
{
	uint32_t cp;
	size_t i, k;

	for (i = 0; i < len; i += k) {
		k = utf8_decode(s + i, len - i, &cp);
		/* forms of other lengths would move what follows */
		if (k == 3 && sm->to[cp] != cp && sm->to[cp] >= 0x800)
			utf8_encode(s + i, sm->to[cp]);
	}
}

void
simple_free(struct simple *sm)
{
	mem_free(sm);
}
