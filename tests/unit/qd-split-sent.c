/* cmd/qd-split/sent.h: where sentences end. */
#include "sent.h"

#include "tap.h"

int
main(void)
{
	/* The bar stands where a sentence ends. */
	static const char *const t[] = {
	    "港口开航。|林海青出席！|谁来？|",
	    "没有句号的一段",
	    "他说：“先修路。再建港。”|大家都同意。|",
	    "“先修路。”|林海青说。|",
	    "“先修路。”，他说，“再建港。”|",
	    "这（见第3页。）很清楚。|后面一句。|",
	    "《谁来修路？》一书出版。|很好。|",
	    "增长3.5%。|网址www.example.com/a?b=c可查。|",
	    "他问?|她答!|完了。|",
	    "半角句号.|下一句.|",
	    "第3.2节。|",
	    "a!=b不是感叹。|",
	    "真的吗？！|是的。|",
	    "路修好了……|港也建好了。|",
	    "修路、建港……等工作。|",
	    "修路……、建港。|",
	    "“没有收尾的引文。|下一句。|",
	    "他说\"先修路。\"|然后走了。|",
	    "See Dr. Lin today. |Then go home. |",
	    "U.S.A. is far. |It is.|",
	    "“他说‘先修路。’然后走。”|好。|",
	    "（一句。）|（又一句。）|",
	    "前面”多了一个。|后面。|",
	    "一。　　|二。|",
	    "………………|完。|",
	    /* the quotes of traditional text, and others */
	    "他說：「先修路。再建港。」|大家都同意。|",
	    "「他說『先修路。』就走。」|好。|",
	    "『船來了。』|「人來了！」|",
	    "他說：｢先修路。｣|好。|",
	    "他說：﹁先修路。﹂|好。|",
	    "〝船來了。〞|好。|",
	    "「沒有收尾。|下一句。|",
	    /* a mark that closes what another paragraph opened */
	    "船来了。”|他说。|",
	    "船來了。」|他說。|",
	    "先修路！）|后建港。|",
	    /* quotes within a sentence */
	    "面对“钱从哪来？”的难题，大家议了又议。|好。|",
	    "提出“谁来建？”“怎么建？”等问题。|好。|",
	    "“谁来建？”是个问题。|",
	    "喊着“快来！”地跑了。|",
	    "他问：“谁来？”|“我来。”|她说。|",
	    "他喊：“快来！”|这时船到了。|",
	    "“快来！”|他喊。|",
	    "打出“欢迎！”字样。|",
	    "说“船来了。”|大家都笑了。|",
	    "喊“欢迎！”、“你好！”|大家挥手。|",
	    /* dots */
	    "路修好了...|港也建好了。|",
	    "路修好了...|",
	    "修路...等工作。|",
	    "路修好了。。。|好。|",
	    "路修好了．|港也建好了．|",
	    "增长５．３％。|",
	    "增长3.5%.|投资也多了.|",
	    "（见表.）|好。|",
	    "五.一放假。|",
	    "一.二八之后。|",
	    /* numbers, versions, addresses */
	    "版本2.0.1好用。|",
	    "地址192.168.0.1可查。|",
	    "8.30开船，9.15到。|",
	    "信写到a.b@example.com即可。|",
	    "见https://example.com/a?b=1&c=2!d。|好。|",
	    "见https://example.com/. |好。|",
	    "See www.example.com. |Then go. |",
	    /* what numbers a point */
	    "1. 先修路。|2. 再建港。|",
	    "一. 先修路。|",
	    "a. 先修路。|",
	    "1.先修路。|2.再建港。|",
	    "It was 1998. |Then he left. |",
	    /* abbreviations */
	    "Lin Co., Ltd. 宣布建港。|",
	    "He left at 5 p.m. on Monday. |Then he slept. |",
	    "It is big, e.g. the port. |Yes! |No? |",
	    "Prof. J. K. Lin et al. wrote it. |",
	    "Yahoo!公司来了。|",
	    "谁来?|我来!|好.|",
	    "真的吗?!|是的。|",
	    "“真的吗？！”|他不信。|",
	};
	struct sent s = {0};
	struct buf text = {0}, got = {0};
	size_t i, from, to;
	const char *p;

	for (i = 0; i < sizeof t / sizeof *t; i++) {
		buf_reset(&text);
		buf_reset(&got);
		for (p = t[i]; *p; p++)
			if (*p != '|')
				buf_putc(&text, *p);
		sent_begin(&s, buf_str(&text));
		while (sent_next(&s, &from, &to)) {
			buf_put(&got, text.s + from, to - from);
			buf_putc(&got, '|');
		}
		/* white space at the ends is not given, nor the last bar */
		buf_reset(&text);
		for (p = t[i]; *p; p++) {
			if (!strncmp(p, "　", 3)) {
				p += 2;
				continue;
			}
			if (*p == ' ' && p[1] == '|')
				continue;
			buf_putc(&text, *p);
		}
		if (text.s[text.len - 1] != '|')
			buf_putc(&text, '|');
		tap_str(buf_str(&got), text.s, t[i]);
	}
	sent_begin(&s, str_of(""));
	tap_ok(!sent_next(&s, &from, &to), "nothing has no sentence");
	sent_free(&s);
	buf_free(&text);
	buf_free(&got);
	return tap_end();
}
