/* cmd/qd-numbers/numeral.h: what is read, how far, and what is refused. */
#include "numeral.h"

#include "tap.h"

/* want: VALUE or LO..HI, flags in words, and |what is left of the text; ""
 * where there is no numeral. */
static const struct {
	const char *text, *want;
} cases[] = {
    {"1400", "1400"},
    {"0.5", "0.5"},
    {"３．５", "3.5"},
    {"1,364", "1364"},
    {"1,364,000", "1364000"},
    {"12,34", "12 |,34"},
    {"300，200家", "300 |,200家"},
    {"1234,567", "1234 |,567"},
    {"1.4万亿", "1400000000000"},
    {"3万4000", "34000"},
    {"25万6千", "256000"},
    {"1千零1", "1001"},
    {"7万5千4百", "75400"},
    {"13万2", "132000"},
    {"3541.07万", "35410700"},
    {"一百零一", "101"},
    {"一千零十", "1010"},
    {"一万零百一十一", "10111"},
    {"一百零十万", "1100000"},
    {"四千零五万", "40050000"},
    {"四万万", "400000000"},
    {"一万五千亿", "1500000000000"},
    {"二十万亿", "20000000000000"},
    {"二十一万亿", "21000000000000"},
    {"一千一百一十一万一千一百一十一亿一千一百一十一万一千一百一十一",
	"1111111111111111"},
    {"三万五", "35000"},
    {"两千三百五", "2350"},
    {"二百五", "250"},
    {"九百九", "990"},
    {"三万一天", "30000 |一天"},
    {"十五", "15"},
    {"廿八", "28"},
    {"卅", "30"},
    {"二〇二六", "2026"},
    {"一七二零点一", "1720.1"},
    {"三点五亿", "350000000"},
    {"一百二十五点三亿", "12530000000"},
    {"四百亿点零五零", "40000000000.05"},
    {"零点零零一", "0.001"},
    {"三点五十分", "3 |点五十分"},
    {"三点一刻", "3 |点一刻"},
    {"壹佰捌拾壹", "181"},
    {"拾億零六萬", "1000060000"},
    {"伍", ""},
    {"八九亿", "800000000..900000000"},
    {"三五个", "3..5 |个"},
    {"十五六", "15..16"},
    {"二三十", "20..30"},
    {"一两", "1..2"},
    {"八两", "8 |两"},
    {"几十万", "200000..1000000 vague"},
    {"数百", "200..1000 vague"},
    {"几个", ""},
    {"百余", "100 more bare"},
    {"十几", "10 more"},
    {"十几亿", "1000000000 more"},
    {"一百零几万", "1000000 more"},
    {"十余万", "100000 more"},
    {"三十万多亿", "30000000000000 more"},
    {"14亿多", "1400000000 more"},
    {"50多家", "50 more |家"},
    {"十来天", "10 about |天"},
    {"亿", "100000000 bare"},
    {"千", "1000 bare"},
    {"千瓦", ""},
    {"一千瓦", "1 |千瓦"},
    {"120万千瓦", "1200000 |千瓦"},
    {"12千米", "12 |千米"},
    {"三千米", "3000 |米"},
    {"十五五", ""},
    {"1百01", "101"},
    {"零十", "10"},
    {"两个亿", "200000000"},
    {"零点77", "0.77"},
    {"22点6度", "22.6 |度"},
    {"8点30分", "8 |点30分"},
    {"五点五分钟", "5.5 |分钟"},
    {"12345678901234567890", ""},
};

/* The result in words, as in the table. */
static void
tell(struct buf *b, const struct text *t, const struct numeral *r)
{
	dec_put(b, &r->lo);
	if (r->flags & (NUM_RANGE | NUM_VAGUE)) {
		buf_puts(b, "..");
		dec_put(b, &r->hi);
	}
	if (r->flags & NUM_VAGUE)
		buf_puts(b, " vague");
	if (r->flags & NUM_MORE)
		buf_puts(b, " more");
	if (r->flags & NUM_AROUND)
		buf_puts(b, " about");
	if (r->flags & NUM_BARE)
		buf_puts(b, " bare");
	if (r->to < t->n) {
		buf_puts(b, " |");
		buf_put(b, t->s + r->to, t->n - r->to);
	}
}

int
main(void)
{
	size_t i, skip;
	struct half half = {0};
	struct numeral r;
	struct text t;
	struct buf b = {0};

	for (i = 0; i < sizeof cases / sizeof *cases; i++) {
		half_text(&half, str_of(cases[i].text));
		t.s = half.text.s;
		t.n = half.text.len;
		t.half = &half;
		buf_reset(&b);
		if (numeral_parse(&t, 0, &r, &skip))
			tell(&b, &t, &r);
		tap_str(buf_str(&b), cases[i].want, cases[i].text);
	}
	half_free(&half);
	buf_free(&b);
	return tap_end();
}
