/* cmd/qd-numbers/sift.h: what a text is marked with, and folded to. */
#include "sift.h"

#include "tap.h"

/* want: the bytes of the folded text that are marked, by what they may begin:
 * n numeral, w time, o ordinal, c code, h half, s stop, e end. */
static const struct {
	const char *text, *want;
} cases[] = {
    {"", ""},
    {"港口开放", ""},
    {"新建７座", "6n"},
    {"新建7座，5座；3座。", "6n 11n 15s 16n 20e"},
    {"上周", "0w"},
    {"上海", ""},
    {"大海", ""},
    {"大半年", "0w 3n"},
    {"前１０名", "0w 3n 4n"},
    {"数百家", "0n 3n"},
    {"数据", ""},
    {"陆佰元", "0n 3n"},
    {"第二届", "0o 3n"},
    {"https://a.cn w3 www.a.cn", "5c 14n 16c 17c"},
    {"“一”", "3n"},
    {"年", ""},
};

static void
show(struct buf *b, const struct marks *m)
{
	size_t i;

	buf_reset(b);
	for (i = 0; i < m->n; i++) {
		if (i)
			buf_putc(b, ' ');
		buf_putu(b, m->v[i].at);
		buf_putc(b, "?nwochse"[m->v[i].kind]);
	}
}

int
main(void)
{
	static struct sift s;
	struct tables tb;
	struct half h = {0};
	struct marks m = {0};
	struct buf b = {0};
	size_t i;

	tables_open(&tb, NULL, NULL, 0);
	sift_open(&s, &tb);
	for (i = 0; i < sizeof cases / sizeof *cases; i++) {
		sift_text(&s, str_of(cases[i].text), &h, &m);
		show(&b, &m);
		tap_str(buf_str(&b), cases[i].want, cases[i].text);
	}
	sift_text(&s, str_of("计　５．５％，完"), &h, &m);
	tap_str(buf_str(&h.text), "计 5.5%,完", "the text is in half width");
	tap_num(half_source(&h, 3), 3, "a wide space has its place");
	tap_num(half_source(&h, 4), 6, "so has what follows it");
	tap_num(half_source(&h, 12), 24, "and the end");
	half_free(&h);
	mem_free(m.v);
	buf_free(&b);
	tables_close(&tb);
	return tap_end();
}
