#include "span.h"

#include <string.h>

/* The parts of a duration, in the order in which ISO 8601 writes them. */
enum { YEAR, MONTH, WEEK, DAY, HOUR, MINUTE, SECOND, PARTS };

struct span {
	struct dec part[PARTS];
};

static int
part_of(const struct unit *u)
{
	static const char *const names[PARTS] = {
	    "Y", "M", "W", "D", "TH", "TM", "TS"};
	int k;

	for (k = 0; k < PARTS; k++)
		if (str_is(u->unit, names[k]))
			return k;
	return DAY;
}

/* n of the unit u into s. */
static int
put_part(struct span *s, const struct dec *n, const struct unit *u)
{
	struct dec d = *n, q = dec_of(u->q);

	if (u->p != 1 || u->q != 1) {
		if (d.m > DEC_MAX / u->p)
			return -1;
		d.m *= u->p;
		if (u->q != 1 && dec_div(&d, &d, &q))
			return -1;
	}
	return dec_add(&s->part[part_of(u)], &d);
}

/* The half that was said as 半 goes into the smaller unit: 半年 is P6M. */
static int
put_half(struct span *s, const struct unit *u)
{
	static const struct {
		int from, to;
		unsigned n;
	} halves[] = {{YEAR, MONTH, 6}, {DAY, HOUR, 12}, {HOUR, MINUTE, 30},
	    {MINUTE, SECOND, 30}};
	static const struct dec half = {5, -1, 0};
	struct dec n;
	size_t k;

	for (k = 0; k < sizeof halves / sizeof *halves; k++)
		if (u->p == 1 && part_of(u) == halves[k].from) {
			n = dec_of(halves[k].n);
			return dec_add(&s->part[halves[k].to], &n);
		}
	return put_part(s, &half, u);
}

static void
put(struct buf *b, const struct span *s)
{
	static const char names[] = "YMWDHMS";
	int k, time = 0, any = 0;

	buf_putc(b, 'P');
	for (k = 0; k < PARTS; k++) {
		if (s->part[k].m == 0)
			continue;
		if (k >= HOUR && !time++)
			buf_putc(b, 'T');
		dec_put(b, &s->part[k]);
		buf_putc(b, names[k]);
		any = 1;
	}
	if (!any)
		buf_puts(b, "T0S");
}

/* What 分 alone means behind an hour. */
static const struct unit *
short_unit(const struct tables *tb, const struct text *t, size_t i)
{
	static const struct text minute = {"分钟", 6, NULL};
	size_t len;

	return text_is(t, i, "分") ? tables_unit(tb, &minute, 0, &len) : NULL;
}

int
span_minutes(const struct tables *tb, const struct text *t, struct amount *a)
{
	size_t i = a->n.to + strlen("分"), to, skip;
	struct numeral n;

	if (!text_is(t, a->n.to, "分") || (a->n.flags & NUM_RANGE))
		return 0;
	to = numeral_parse(t, i, &n, &skip);
	if (!text_is(t, i, "半钟") && !text_is(t, i, "半鐘") &&
	    !(to && text_is(t, to, "秒") && !amount_is_one(t, &n)))
		return 0;
	a->u = short_unit(tb, t, a->n.to);
	a->unit = a->n.to;
	a->unit_end = a->to = i;
	a->rate = 0;
	return a->u != NULL;
}

/* 37秒92: the digits behind are hundredths. */
static void
read_hundredths(const struct text *t, struct amount *a, struct span *s)
{
	size_t to = numeral_digits(t, a->to), k;
	struct dec d = dec_of(0);

	if (!text_ends(t, a->to, "秒") || to == a->to || to - a->to > 3 ||
	    (a->n.flags & NUM_POINT))
		return;
	for (k = a->to; k < to; k++)
		dec_push(&d, (unsigned)(t->s[k] - '0'));
	d.e = -(int)(to - a->to);
	if (dec_add(&s->part[SECOND], &d) == 0)
		a->to = to;
}

/* Smaller units behind: 1小时20分, 两年零三个月. */
static void
read_smaller(const struct tables *tb, const struct text *t, struct amount *a,
    struct span *s)
{
	int last = part_of(a->u);
	struct amount z;
	size_t i, skip;

	for (;;) {
		i = a->to;
		if (text_is(t, i, "零") || text_is(t, i, "又"))
			i += 3;
		if (!numeral_parse(t, i, &z.n, &skip) ||
		    (z.n.flags & (NUM_RANGE | NUM_BARE | NUM_VAGUE)))
			break;
		amount_unit(tb, t, z.n.to, &z);
		if (!z.u && last <= HOUR && last >= DAY &&
		    (z.u = short_unit(tb, t, z.n.to)) != NULL)
			z.to = z.n.to + 3;
		if (!z.u || z.u->kind != UNIT_DURATION || z.rate ||
		    part_of(z.u) <= last || put_part(s, &z.n.lo, z.u))
			break;
		last = part_of(z.u);
		a->to = z.to;
	}
}

/* 多, 余 or 半 behind the unit. */
static void
read_tail(const struct tables *tb, const struct text *t, struct amount *a,
    struct span *s)
{
	size_t w, w2;
	unsigned c = text_class(t, a->to, &w) & HAN_KIND;

	if (c == HAN_MORE && !(a->n.flags & NUM_MORE) &&
	    !text_in(text_at(t, a->to + w, &w2), "元样次种家方达名项个层位")) {
		a->n.flags |= NUM_MORE;
		a->to += w;
	} else if (c == HAN_HALF && !tables_stop(tb, t, a->to, a->to)) {
		if (put_half(s, a->u) == 0)
			a->to += w;
		if (text_is(t, a->to, "钟") || text_is(t, a->to, "鐘"))
			a->to += 3; /* 五分半钟 */
	}
}

/* One end of the value; half: the 半 in it goes into a smaller unit. */
static int
put_end(struct span *s, const struct amount *a, const struct dec *n)
{
	static const struct dec half = {5, -1, 0};
	struct dec whole = *n;

	memset(s, 0, sizeof *s);
	if (!(a->n.flags & NUM_HALF) || part_of(a->u) == MONTH)
		return put_part(s, n, a->u);
	/* the numeral ends in .5: take that off again */
	whole.m = n->e == -1 ? n->m - half.m : n->m;
	return put_part(s, &whole, a->u) || put_half(s, a->u);
}

int
span_read(const struct tables *tb, const struct text *t, struct amount *a,
    struct buf *b)
{
	struct span s;

	if (put_end(&s, a, &a->n.lo))
		return -1;
	if (a->n.flags & (NUM_RANGE | NUM_VAGUE)) {
		put(b, &s);
		buf_puts(b, "..");
		if (put_end(&s, a, &a->n.hi))
			return -1;
		put(b, &s);
		return 0;
	}
	read_smaller(tb, t, a, &s);
	read_hundredths(t, a, &s);
	read_tail(tb, t, a, &s);
	put(b, &s);
	return 0;
}
