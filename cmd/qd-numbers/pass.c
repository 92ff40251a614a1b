#include "pass.h"

#include "numeral.h"
#include "point.h"

#define SLOGAN 45 /* bytes between the quotation marks */

static int
in_word(unsigned char c)
{
	return is_letter(c) || is_digit(c) || c == '.' || c == '-' ||
	       c == '+' || c == '/' || c == '_' || c == '&';
}

size_t
pass_latin(const struct text *t, size_t i)
{
	while (i < t->n && in_word((unsigned char)t->s[i]))
		i++;
	return i;
}

int
pass_inside(const struct text *t, size_t i)
{
	unsigned char p = i > 0 ? (unsigned char)t->s[i - 1] : ' ';
	unsigned char o = i > 1 ? (unsigned char)t->s[i - 2] : ' ';

	if (is_letter(p) || p == '_')
		return 1;
	if (p == '+')
		return is_digit(o);
	if (p == '.' && numeral_digits(t, i) == i + 4 &&
	    text_is(t, i + 4, "年"))
		return 0; /* 8.2025年 */
	if (p == '.' || p == '-' || p == '/')
		return is_letter(o) || (is_digit(o) && p != '-');
	return 0;
}

size_t
pass_formula(const struct text *t, size_t i)
{
	size_t to = numeral_digits(t, i), end = 0, k;

	for (;;) {
		k = to;
		if (text_is(t, k, "×"))
			k += strlen("×");
		else if (text_is(t, k, "+") || text_is(t, k, "*") ||
			 text_is(t, k, "x"))
			k++;
		else
			return end;
		to = numeral_digits(t, k);
		if (to == k)
			return end;
		end = to;
	}
}

size_t
pass_item(const struct text *t, size_t i)
{
	size_t to = numeral_digits(t, i);

	if (to - i > 2 || !text_is(t, to, ".") ||
	    numeral_digits(t, to + 1) != to + 5 || !text_is(t, to + 5, "年"))
		return 0;
	return to + 1;
}

/* 14:30, 20:21:20 */
static size_t
colons(const struct text *t, size_t i, size_t to)
{
	size_t end = 0;

	if (to - i > 2)
		return 0;
	while (text_is(t, to, ":") && numeral_digits(t, to + 1) == to + 3)
		end = to += 3;
	return end;
}

/* The number at i with a fraction, and its end; 0 when there is none. */
static size_t
number(const struct text *t, size_t i)
{
	size_t to = numeral_digits(t, i);
	int n;

	if (to == i)
		return point_number(t, i, &n);
	if (to < t->n && t->s[to] == '.')
		to = numeral_digits(t, to + 1);
	return to;
}

size_t
pass_clock(const struct text *t, size_t i, size_t to)
{
	size_t k = colons(t, i, to), w;

	if (k)
		return k;
	if (text_is(t, to, "时")) {
		if (text_in(text_at(t, to + 3, &w), "代期速间尚段而候差空事"))
			return 0;
	} else if (!text_is(t, to, "点") || text_is(t, to, "点位")) {
		return 0;
	}
	to += strlen("时");
	k = number(t, to);
	if (k && text_is(t, k, "分")) {
		to = k + strlen("分");
		k = number(t, to);
		return k && text_is(t, k, "秒") ? k + strlen("秒") : to;
	}
	return k == to + 2 ? k : to; /* 8点30 */
}

/* Behind the quotation mark that is open at byte i; 0 when none opened
 * shortly before. */
static size_t
opened(const struct text *t, size_t i)
{
	size_t k, w;
	uint32_t cp;

	for (k = i; k > 0 && i - k < SLOGAN; k -= w) {
		w = 3;
		if (k >= 3 && text_ends_han(t, k))
			continue;
		cp = text_before(t, k, &w);
		if (text_in(cp, "“‘「『"))
			return k;
		if (text_in(cp, "”’」』"))
			return 0;
	}
	return 0;
}

int
pass_slogan(const struct text *t, size_t i)
{
	size_t open = opened(t, i), k, w;
	uint32_t cp;

	if (!open)
		return 0;
	for (k = open; k < t->n && k < open + SLOGAN; k += w) {
		cp = text_at(t, k, &w);
		if (text_in(cp, "”’」』"))
			return k > i;
		if (text_in(cp, ",。;:!?"))
			return 0;
	}
	return 0;
}

int
pass_programme(const struct text *t, size_t to)
{
	size_t i = to, n, w;

	for (n = 0; n <= 4 && i < t->n; n++, i += w) {
		if (text_is(t, i, "行动") || (n > 0 && text_is(t, i, "计划")))
			return !text_is(t, i + strlen("行动"), "方案");
		if (text_at(t, i, &w) < 0x4e00)
			return 0;
	}
	return 0;
}
