#include "year.h"

#include <string.h>

#include "numeric.h"

/* 1 when the character names a year in front of 年 (今年); how far that is from
 * the article's in *shift. */
int
year_word(uint32_t cp, int *shift)
{
	switch (cp) {
	case 0x4eca: /* 今 */
	case 0x672c: /* 本 */
		*shift = 0;
		return 1;
	case 0x53bb: /* 去 */
		*shift = -1;
		return 1;
	case 0x524d: /* 前 */
		*shift = -2;
		return 1;
	case 0x660e: /* 明 */
		*shift = 1;
		return 1;
	case 0x540e: /* 后 */
		*shift = 2;
		return 1;
	}
	return 0;
}

/* Four Han digits: 二〇二六. */
static size_t
han_year(const struct text *t, size_t i, int *y)
{
	size_t w;
	unsigned c;
	int k;

	*y = 0;
	for (k = 0; k < 4; k++) {
		c = text_class(t, i, &w);
		if ((c & HAN_KIND) != HAN_DIGIT)
			return 0;
		*y = *y * 10 + (int)(c & HAN_VALUE);
		i += w;
	}
	return i;
}

/* 1 when a month stands at i: 3月, 十二月. */
static int
month_follows(const struct text *t, size_t i)
{
	int m;
	size_t to = point_number(t, i, &m);

	return to && m >= 1 && m <= 12 && text_is(t, to, "月");
}

/*
 * The year digits at i, in front of 年.  Two digits are a year only where a
 * month follows or with a 0 in front: 14年 is a time of fourteen years.
 */
static size_t
year_digits(const struct text *t, size_t i, const struct known *c, int *y)
{
	size_t to = 0, w;
	int n;

	if (i < t->n && is_digit((unsigned char)t->s[i])) {
		n = numeric_digits(t, i, &to);
		if (to - i == 4) {
			*y = n;
			return n >= 1000 && n < 2200 ? to : 0;
		}
		if (to - i != 2)
			return 0;
	} else if ((to = han_year(t, i, y)) != 0) {
		return *y >= 1000 && *y < 2200 ? to : 0;
	} else if ((text_is(t, i, "两千年") || text_is(t, i, "兩千年")) &&
		   month_follows(t, i + strlen("两千年"))) {
		*y = 2000;
		return i + strlen("两千");
	} else {
		for (to = i, n = 0;
		     (text_class(t, to, &w) & HAN_KIND) == HAN_DIGIT; to += w)
			n = n * 10 + (int)(text_class(t, to, &w) & HAN_VALUE);
		if (to - i == 9 && text_is(t, to, "年") &&
		    month_follows(t, to + 3)) {
			*y = n;
			return n ? to : 0;
		}
		if (to - i != 6)
			return 0;
	}
	if (!text_is(t, to, "年"))
		return 0;
	if (!month_follows(t, to + 3) && t->s[i] != '0')
		return 0;
	*y = n + (n > (c->ref.y ? c->ref.y % 100 + 10 : 50) ? 1900 : 2000);
	return to;
}

/*
 * 1 when the four-digit number in front of 年 is a length of time: 近1500年,
 * 2000年历史.
 */
static int
is_length(const struct text *t, size_t from, size_t to, int y)
{
	size_t w;

	if (y >= 1900 && y < 2100)
		return 0;
	return text_is(t, to, "历史") || text_is(t, to, "的历史") ||
	       text_is(t, to, "前") || text_is(t, to, "来") ||
	       text_is(t, to, "以上") || text_is(t, to, "多") ||
	       text_in(text_before(t, from, &w), "近约超逾达过有");
}

size_t
year_read(const struct text *t, size_t i, const struct known *c, int *y)
{
	size_t to, w;
	uint32_t cp = text_at(t, i, &w);
	int shift;

	if (text_is(t, i + w, "年")) {
		if (year_word(cp, &shift)) {
			*y = c->ref.y + shift;
			return c->ref.y ? i + w + strlen("年") : 0;
		}
		if (cp == 0x5f53 && c->told && /* 当 */
		    month_follows(t, i + w + strlen("年"))) {
			*y = c->told;
			return i + w + strlen("年");
		}
	}
	to = year_digits(t, i, c, y);
	if (!to || !text_is(t, to, "年") || text_is(t, to, "年代"))
		return 0;
	to += 3;
	if (is_length(t, i, to, *y))
		return 0;
	return text_is(t, to, "度") && !text_is(t, to, "度假") ? to + 3 : to;
}
