#include "ordinal.h"

/* 第一, 第二: points of a speech, at the head of a sentence; not 第一、二批. */
static int
enumerates(const struct text *t, size_t from, size_t to)
{
	size_t w;
	uint32_t prev = text_before(t, from, &w);

	if (text_is(t, to, "、") && text_class(t, to + 3, &w))
		return 0;
	return text_in(text_at(t, to, &w), ",、:") &&
	       (!prev || text_in(prev, "。;:!?,“‘ \n"));
}

/* The classifier behind the numeral; what is none hides it (第一中学). */
static const struct unit *
classifier(const struct tables *tb, const struct text *t, size_t i, size_t *len,
    int *hidden)
{
	const struct unit *u = tables_unit(tb, t, i, len);

	*hidden = u && u->kind == UNIT_NONE;
	for (; u; u = tables_also(tb, u))
		if (u->kind == UNIT_COUNT || u->kind == UNIT_ORDINAL)
			return u;
	return NULL;
}

/* A range: 第一卷至第五卷. */
static void
read_range(const struct tables *tb, const struct text *t, struct ordinal *o)
{
	size_t k = numeral_until(t, o->to), skip, len;
	struct numeral n;
	int hidden;

	if (!k || !o->u || !text_is(t, k, "第") ||
	    !numeral_parse(t, k + 3, &n, &skip) ||
	    classifier(tb, t, n.to, &len, &hidden) != o->u ||
	    dec_cmp(&o->n.lo, &n.lo) >= 0)
		return;
	o->n.hi = n.lo;
	o->n.flags |= NUM_RANGE;
	o->to = n.to + len;
}

/* 第一人民医院, 第三军医大学: the name of an institution goes on at i. */
static int
names_institution(const struct text *t, size_t i)
{
	static const char *const kinds[] = {"医院", "大学", "学院", "中学",
	    "小学", "法院", "监狱", "集团军", "看守所", "检察院", "研究院",
	    "研究所", "设计院", "工程局"};
	size_t n, k, w;

	for (n = 0; n < 9 && i < t->n; n++, i += w) {
		for (k = 0; k < sizeof kinds / sizeof *kinds; k++)
			if (text_is(t, i, kinds[k]))
				return 1;
		if (text_at(t, i, &w) < 0x4e00 || text_is(t, i, "的"))
			return 0;
	}
	return 0;
}

int
ordinal_read(
    const struct tables *tb, const struct text *t, size_t i, struct ordinal *o)
{
	size_t skip, len, w;
	int hidden;

	o->to = i + 3;
	if (!numeral_parse(t, i + 3, &o->n, &skip) ||
	    (o->n.flags & (NUM_POINT | NUM_MORE | NUM_VAGUE | NUM_BARE)))
		return 0;
	o->n.from = i;
	o->to = o->n.to;
	o->u = classifier(tb, t, o->n.to, &len, &hidden);
	if (o->u) {
		o->to += len;
		read_range(tb, t, o);
		return 1;
	}
	if (hidden || enumerates(t, i, o->to))
		return 0;
	if (names_institution(t, o->to))
		return 0;
	/* without classifier: a rank, not a number in a name (第六中学) */
	return dec_int(&o->n.lo, 3) > 0 || o->to == t->n ||
	       !(text_at(t, o->to, &w) >= 0x4e00) || text_is(t, o->to, "的");
}

int
ordinal_next(const struct tables *tb, const struct text *t, struct ordinal *o)
{
	struct ordinal z;
	size_t skip, len, w;
	int hidden;

	if (o->u || !text_is(t, o->to, "、") ||
	    !numeral_parse(t, o->to + 3, &z.n, &skip) ||
	    !(z.n.flags & NUM_HAN) || dec_int(&z.n.lo, 99) < 1 ||
	    dec_cmp(&o->n.lo, &z.n.lo) >= 0)
		return 0;
	z.to = z.n.to;
	if (!text_is(t, z.to, "、") && text_at(t, z.to, &w) < 0x4e00)
		return 0;
	z.u = classifier(tb, t, z.to, &len, &hidden);
	if (z.u)
		z.to += len;
	*o = z;
	return 1;
}
