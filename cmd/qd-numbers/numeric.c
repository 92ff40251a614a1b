#include "numeric.h"

#include "numeral.h"

int
numeric_digits(const struct text *t, size_t i, size_t *to)
{
	size_t k;
	int n = 0;

	*to = numeral_digits(t, i);
	if (*to - i > 4)
		return -1;
	for (k = i; k < *to; k++)
		n = n * 10 + (t->s[k] - '0');
	return n;
}

size_t
numeric_end(const struct text *t, size_t i)
{
	size_t n, w;
	unsigned c;

	if (i < t->n && is_digit((unsigned char)t->s[i]))
		return numeral_digits(t, i);
	for (n = 0; n < 6; n++, i += w) {
		c = text_class(t, i, &w);
		if ((c & HAN_KIND) != HAN_DIGIT && (c & HAN_KIND) != HAN_TENS &&
		    c != (HAN_SCALE | 1))
			break;
	}
	return i;
}

/* 2026-02-04, 2026/2/4, 2026.2.4 */
static int
read_numeric(const struct text *t, size_t i, struct point *p)
{
	size_t to, w;
	char sep;

	p->y = numeric_digits(t, i, &to);
	if (to - i != 4 || to >= t->n || p->y < 1000)
		return 0;
	sep = t->s[to];
	if (sep != '-' && sep != '/' && sep != '.')
		return 0;
	p->m = numeric_digits(t, to + 1, &i);
	if (i == to + 1 || i - to > 3 || i >= t->n ||
	    (t->s[i] != sep && t->s[i] != '-'))
		return 0;
	p->d = numeric_digits(t, i + 1, &to);
	if (to == i + 1 || to - i > 3 || !date_ok(p->y, p->m, p->d) ||
	    is_letter(text_at(t, to, &w)))
		return 0;
	p->kind = POINT_DAY;
	p->told = 1;
	p->to = to;
	return 1;
}

/* 20260204, where nothing that is counted follows. */
static int
read_compact(const struct text *t, size_t i, struct point *p)
{
	size_t k, to = numeral_digits(t, i), w;
	uint32_t next;
	int n = 0;

	if (to - i != 8)
		return 0;
	for (k = i; k < to; k++)
		n = n * 10 + (t->s[k] - '0');
	p->y = n / 10000;
	p->m = n / 100 % 100;
	p->d = n % 100;
	next = text_at(t, to, &w);
	if (p->y < 1900 || p->y > 2099 || !date_ok(p->y, p->m, p->d) ||
	    (next && next < 0x80 && !text_in(next, " ,)]")) ||
	    (next >= 0x80 && !text_in(next, "】。、")))
		return 0;
	p->kind = POINT_DAY;
	p->told = 1;
	p->to = to;
	return 1;
}

/*
 * 13.5.2015, 3/3/2015, 10/31/74: the year at the end, where it is plain which
 * is the month.
 */
static int
read_year_last(const struct text *t, size_t i, struct point *p)
{
	size_t to, k, w;
	int a = numeric_digits(t, i, &to), b, y;
	int sep = to < t->n ? t->s[to] : ' ';

	if (to - i > 2 || (sep != '/' && sep != '.' && sep != '-'))
		return 0;
	b = numeric_digits(t, to + 1, &k);
	if (k == to + 1 || k - to > 3 || k >= t->n || t->s[k] != sep)
		return 0;
	y = numeric_digits(t, k + 1, &to);
	if (to - k == 3 && sep == '/')
		y += y > 50 ? 1900 : 2000;
	else if (to - k != 5)
		return 0;
	p->y = y;
	p->m = a > 12 ? b : a;
	p->d = a > 12 ? a : b;
	if ((a != b && a <= 12 && b <= 12) || !date_ok(p->y, p->m, p->d) ||
	    text_in(text_at(t, to, &w), ".-/%") ||
	    is_letter(text_at(t, to, &w)))
		return 0;
	p->kind = POINT_DAY;
	p->told = 1;
	p->to = to;
	return 1;
}

/* 2026 02 04 */
static int
read_spaced(const struct text *t, size_t i, struct point *p)
{
	size_t to, w;

	p->y = numeric_digits(t, i, &to);
	if (to - i != 4 || p->y < 1900 || p->y > 2099 || !text_is(t, to, " "))
		return 0;
	p->m = numeric_digits(t, to + 1, &i);
	if (i - to != 3 || !text_is(t, i, " "))
		return 0;
	p->d = numeric_digits(t, i + 1, &to);
	if (to - i != 3 || !date_ok(p->y, p->m, p->d) ||
	    text_at(t, to, &w) >= 0x4e00 || text_is(t, to, "."))
		return 0;
	p->kind = POINT_DAY;
	p->told = 1;
	p->to = to;
	return 1;
}

int
numeric_read(const struct text *t, size_t i, struct point *p)
{
	return i < t->n && is_digit((unsigned char)t->s[i]) &&
	       (read_numeric(t, i, p) || read_compact(t, i, p) ||
		   read_year_last(t, i, p) || read_spaced(t, i, p));
}
