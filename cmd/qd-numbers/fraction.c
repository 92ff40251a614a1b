#include "fraction.h"

#include <string.h>

/* 百分之X and 千分之X, 万分之X, which are a tenth and a hundredth of it. */
static int
parts_of(
    const struct numeral *den, const struct numeral *num, struct fraction *f)
{
	long d = dec_int(&den->lo, 10000);
	int k = d == 100 ? 0 : d == 1000 ? -1 : d == 10000 ? -2 : 1;

	f->percent = k < 1 && (den->flags & (NUM_BARE | NUM_SCALE));
	f->flags = num->flags & ~(unsigned)(NUM_BARE | NUM_BIG);
	if (!f->percent)
		return dec_div(&f->lo, &num->lo, &den->lo) == 0 &&
		       dec_div(&f->hi, &num->hi, &den->hi) == 0;
	f->lo = num->lo;
	f->hi = num->hi;
	return dec_scale(&f->lo, k) == 0 && dec_scale(&f->hi, k) == 0;
}

/* 三分之二; the numeral in front is den. */
static int
read_parts(const struct text *t, const struct numeral *den, struct fraction *f)
{
	struct numeral num;
	size_t i = den->to + strlen("分之");

	if (!text_is(t, den->to, "分之") || (den->flags & NUM_RANGE) ||
	    !numeral_part(t, i, &num) || !parts_of(den, &num, f))
		return 0;
	f->to = num.core;
	if (num.flags & NUM_MORE)
		f->to = num.to;
	return 1;
}

/* 十分一, without 之: only behind 又. */
static int
read_short(const struct text *t, const struct numeral *den, struct fraction *f)
{
	struct numeral num;

	if (!text_is(t, den->to, "分") ||
	    !numeral_part(t, den->to + strlen("分"), &num) ||
	    dec_div(&f->lo, &num.lo, &den->lo))
		return 0;
	f->to = num.core;
	return 1;
}

/* 1 1/2: the end of the fraction behind the space, or 0. */
static size_t
read_spaced(const struct text *t, const struct numeral *n, struct fraction *f)
{
	struct dec num, den;
	size_t i = n->to + 1, to, w;

	if ((n->flags & (NUM_HAN | NUM_SCALE | NUM_POINT)) ||
	    !text_is(t, n->to, " ") || n->digits > 3 ||
	    (n->from && !text_in(text_before(t, n->from, &w), " ,;。、(")))
		return 0;
	to = numeral_digits(t, i);
	if (to == i || !text_is(t, to, "/") || !arabic_read(t, i, &num) ||
	    arabic_read(t, to + 1, &den) <= to + 1 || dec_int(&den, 99) < 2 ||
	    dec_div(&f->lo, &num, &den))
		return 0;
	to = numeral_digits(t, to + 1);
	return text_is(t, to, "/") || is_letter(text_at(t, to, &w)) ? 0 : to;
}

/* 一又三分之二, 1 1/2 */
static int
read_mixed(const struct text *t, const struct numeral *n, struct fraction *f)
{
	const char *and = "又";
	struct numeral den;

	if (n->flags & NUM_RANGE)
		return 0;
	if (text_is(t, n->to, and)) {
		if (!numeral_part(t, n->to + strlen(and), &den) ||
		    !(read_parts(t, &den, f) || read_short(t, &den, f)) ||
		    f->percent)
			return 0;
	} else if ((f->to = read_spaced(t, n, f)) == 0) {
		return 0;
	}
	return dec_add(&f->lo, &n->lo) == 0;
}

/* 1/3: not a date, not a page of pages, not 7/24. */
static int
read_slash(const struct text *t, const struct numeral *n, struct fraction *f)
{
	struct numeral den;
	size_t skip, i = n->to + 1, w;

	if ((n->flags & (NUM_HAN | NUM_SCALE | NUM_POINT)) ||
	    !text_is(t, n->to, "/") || !numeral_parse(t, i, &den, &skip) ||
	    (den.flags & (NUM_HAN | NUM_SCALE | NUM_POINT)) ||
	    dec_cmp(&n->lo, &den.lo) >= 0 || dec_int(&den.lo, 99) < 2 ||
	    text_is(t, den.to, "/") || text_is(t, den.to, "小时") ||
	    is_letter(text_at(t, den.to, &w)))
		return 0;
	f->to = den.to;
	return dec_div(&f->lo, &n->lo, &den.lo) == 0;
}

/* 2.56∶1; with a plain colon only behind 比, else it is a score or a time. */
static int
read_ratio(const struct text *t, const struct numeral *n, struct fraction *f)
{
	struct numeral den;
	size_t skip, i = n->to;

	if (n->flags & NUM_HAN)
		return 0;
	if (text_is(t, i, "∶"))
		i += 3;
	else if (text_is(t, i, ":") && (text_ends(t, n->from, "比为") ||
					   text_ends(t, n->from, "比例为") ||
					   text_ends(t, n->from, "比达") ||
					   text_ends(t, n->from, "比例达")))
		i++;
	else
		return 0;
	if (!numeral_parse(t, i, &den, &skip) || (den.flags & NUM_HAN))
		return 0;
	f->to = den.to;
	return dec_div(&f->lo, &n->lo, &den.lo) == 0;
}

/* Halves: 一半, 半数, 过半; what is said with 半 and a unit is an amount. */
static int
read_half(const struct text *t, size_t i, struct fraction *f)
{
	static const struct dec half = {5, -1, 0};

	if (text_is(t, i, "一半") || text_is(t, i, "半数"))
		f->to = i + strlen("一半");
	else if (text_is(t, i, "半") && text_ends(t, i, "过"))
		f->to = i + strlen("半");
	else
		return 0;
	f->lo = half;
	return 1;
}

int
fraction_read(const struct text *t, const struct numeral *n, struct fraction *f)
{
	memset(f, 0, sizeof *f);
	f->from = n->from;
	if (read_parts(t, n, f))
		return 1;
	if (read_mixed(t, n, f)) {
		f->hi = f->lo;
		return 1;
	}
	if (text_is(t, n->from, "百分百")) {
		f->lo = dec_of(100);
		f->percent = 1;
		f->to = n->from + strlen("百分百");
	} else if (!read_half(t, n->from, f) && !read_slash(t, n, f) &&
		   !read_ratio(t, n, f)) {
		return 0;
	}
	f->hi = f->lo;
	return 1;
}
