/* cmd/qd-split/line.h, cue.h: what one line shows alone. */
#include "line.h"

#include "data.h"
#include "tap.h"

static void
cues(struct cues *c)
{
	static const struct {
		enum cue want;
		const char *line;
	} t[] = {
	    {CUE_FOLIO, "第 13 页"},
	    {CUE_FOLIO, "— 3 —"},
	    {CUE_FOLIO, "A07"},
	    {CUE_FOLIO, "澜江日报　2026年5月19日　要闻"},
	    {CUE_FOLIO, "2026年2月5日 星期四 第3版"},
	    {CUE_STAFF, "本版责编：白小满　美编：叶新禾"},
	    {CUE_STAFF, "二版责编：白"},
	    {CUE_STAFF, "本版邮箱：news@example.com（来稿请署名）"},
	    {CUE_JUMP, "（上接封面）"},
	    {CUE_JUMP, "下转第3版"},
	    {CUE_JUMP, "（下轉A4版）"},
	    {CUE_ORIGIN, "《澜江日报》（2026年5月19日 第 01 版）"},
	    {CUE_PART, "【20260519】"},
	    {CUE_STAMP, "2026-05-19 08:30"},
	    {CUE_STAMP, "2026年5月19日08:30"},
	    {CUE_STAMP, "发布时间：2026年5月19日 星期二"},
	    {CUE_STAMP, "二〇二六年五月十九日"},
	    {CUE_MARKED, "[视频]三号泊位开港"},
	    {CUE_MARKED, "### 三号泊位开港"},
	    {CUE_BYLINE, "□澜江日报/观潮新闻记者 周牧野 沈乔安"},
	    {CUE_BYLINE, "本报记者　周牧野　白小满"},
	    {CUE_BYLINE, "通讯员 温如海"},
	    {CUE_BYLINE, "記者 周牧野"},
	    {CUE_BYHEAD, "本报记者"},
	    {CUE_BYHEAD, "本報記者"},
	    {CUE_CREDIT, "（记者 何望舒）"},
	    {CUE_CREDIT, "（本报记者周牧野参与采写）"},
	    {CUE_CREDIT, "来源：澜江日报"},
	    {CUE_CREDIT, "（新华社澜江5月19日电 记者周牧野、白小满）"},
	    {CUE_CREDIT, "——编者"},
	    {CUE_CAPTION, "图为三号泊位开港现场。澜江港务集团供图"},
	    {CUE_CAPTION, "护鸟员在湖边记录水鸟。何望舒 摄"},
	    {CUE_CAPTION, "護鳥員在湖邊記錄水鳥。何望舒 攝"},
	    {CUE_ELLIPSIS, "……"},
	    {CUE_ASIDE, "[查看原文](https://example.com/1)"},
	    {CUE_ASIDE, "广告"},
	    {CUE_NUMBER, "第三章 港口建设"},
	    {CUE_NUMBER, "一、去年工作回顾"},
	    {CUE_NUMBER, "（二）"},
	    {CUE_AUTHOR, "周牧野"},
	    {CUE_AUTHOR, "安娜·洛佩斯"},
	    {CUE_NONE, "三号泊位开港运行"},
	    {CUE_NONE, "记者从市港务局获悉，三号泊位今年开港"},
	    {CUE_NONE, "2026年，全市开工项目80个。"},
	    {CUE_NONE, "他长期从事海鸟拍摄"},
	    {CUE_NONE, "1.5万册图书送进书角"},
	    {CUE_NONE, ""},
	};
	struct ln l;
	size_t i;

	for (i = 0; i < sizeof t / sizeof *t; i++) {
		memset(&l, 0, sizeof l);
		line_read(&l, c, t[i].line, strlen(t[i].line), 0);
		tap_num(l.cue, t[i].want, t[i].line);
	}
}

static void
datelines(struct cues *c)
{
	static const struct {
		const char *line, *media, *place, *names;
		int m, d;
	} t[] = {
	    {"本报2月4日讯 4日下午，港口开航。", "本报", "", "", 2, 4},
	    {"新华社澜江5月19日电（记者 周牧野）港口", "新华社", "澜江",
		"周牧野", 5, 19},
	    {"据新华社澜江十月十九日电 港口开航。", "新华社", "澜江", "", 10,
		19},
	    {"▲本报讯　东港区开通公交线。", "本报", "", "", 0, 0},
	    {"央视网消息（新闻联播）：港口开航。", "央视网", "", "", 0, 0},
	    {"〔記者林海青／高雄報導〕港口開航。", "", "高雄", "林海青", 0, 0},
	};
	struct cue_hit h;
	size_t i;

	for (i = 0; i < sizeof t / sizeof *t; i++) {
		memset(&h, 0, sizeof h);
		tap_ok(cue_test(c, CUE_DATELINE, str_of(t[i].line), &h),
		    t[i].line);
		tap_str(h.media, t[i].media, "its medium");
		tap_str(h.place, t[i].place, "its place");
		tap_str(h.names, t[i].names, "its names");
		tap_ok(h.m == t[i].m && h.d == t[i].d, "its day");
	}
	tap_ok(
	    !cue_test(c, CUE_DATELINE, str_of("去年5月19日电影节开幕"), NULL),
	    "a film festival is no dateline");
}

static void
features(struct cues *c)
{
	static const char s[] = "　　港口“开航，\r";
	struct ln l = {0};
	size_t at = line_read(&l, c, s, sizeof s - 1, 100);

	tap_num(at, 6, "white space at the start is left out");
	tap_num(l.off, 106, "and the offset moves with it");
	tap_num(l.indent, 4, "an ideographic space is two columns");
	tap_num(l.len, sizeof s - 1 - 6 - 1, "a CR at the end is white space");
	tap_num(l.width, 12, "columns");
	tap_num((size_t)l.open, 1, "a quote stays open");
	tap_num(l.last, ',', "the end in half width");
	tap_ok((l.flags & LINE_COMMA) && !(l.flags & LINE_STOP), "marks in it");
	memset(&l, 0, sizeof l);
	line_read(&l, c, "\f 　\t", 6, 0);
	tap_ok(l.len == 0 && (l.flags & LINE_FF), "a form feed alone");
}

static void
names(struct cues *c)
{
	static const char *const want[] = {
	    "周牧野", "程 晚", "白小满", "安娜·洛佩斯"};
	struct str s = str_of("周牧野 程 晚 摄影 白小满、安娜·洛佩斯"), v;
	size_t at = 0, n = 0;

	while (n < 4 && cue_name(c, s, &at, &v))
		tap_str(v, want[n++], "a name of a byline");
	tap_num(n, 4, "all of them");
	tap_ok(!cue_name(c, s, &at, &v), "and no more");
}

int
main(void)
{
	char *path = data_path(NULL, "split.pat");
	struct cues *c = cue_open();

	cue_add(c, path);
	cues(c);
	datelines(c);
	features(c);
	names(c);
	cue_free(c);
	mem_free(path);
	return tap_end();
}
