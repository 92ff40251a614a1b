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
