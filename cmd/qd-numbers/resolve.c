#include "resolve.h"

/* Days ahead of the article's from which on a bare day was last month's: on
 * the 3rd, 31日 is behind us. */
#define FAR_AHEAD 20

/* 1 when p's day is one of its month, whose year may not be known. */
static int
in_month(const struct point *p)
{
	return p->d <= date_mdays(p->y ? p->y : 2000, p->m);
}

/* The month of a bare day: this sentence's, else the article's. */
static int
complete_month(struct point *p, const struct known *k)
{
	if (k->near.m && k->near.d) {
		p->y = k->near.y;
		p->m = k->near.m;
		if (in_month(p))
			return 1;
	}
	p->y = k->ref.y;
	p->m = k->ref.m;
	if (!p->m)
		return 1;
	if (k->ref.d && p->d - k->ref.d >= FAR_AHEAD) {
		if (--p->m == 0) {
			p->m = 12;
			p->y -= p->y > 0;
		}
		if (!in_month(p)) {
			p->y = k->ref.y;
			p->m = k->ref.m;
		}
	}
	return in_month(p);
}

int
resolve_point(struct point *p, const struct known *k)
{
	if (p->kind == POINT_DAY && !p->m)
		return complete_month(p, k);
	if (p->y)
		return p->kind != POINT_DAY || date_ok(p->y, p->m, p->d);
	if (k->near.y && p->kind <= POINT_DAY)
		p->y = k->near.y;
	else
		p->y = k->ref.y;
	if (p->kind == POINT_HALF || p->kind == POINT_QUARTER)
		return p->y != 0;
	if (!p->y)
		return 1;
	/* a month far ahead was last year's */
	if (!p->ahead && p->y == k->ref.y && k->ref.m && p->m - k->ref.m > 6)
		p->y--;
	return p->kind != POINT_DAY || date_ok(p->y, p->m, p->d);
}

/* n in width decimal digits. */
static void
put_digits(struct buf *b, int n, int width)
{
	char s[4];
	int i;

	for (i = width; i-- > 0; n /= 10)
		s[i] = (char)('0' + n % 10);
	buf_put(b, s, (size_t)width);
}

/* The year, or the hyphen that stands for it. */
static void
put_year(struct buf *b, int y)
{
	if (y)
		put_digits(b, y, 4);
	else
		buf_putc(b, '-');
}

void
resolve_put(struct buf *b, const struct point *p)
{
	put_year(b, p->y);
	switch (p->kind) {
	case POINT_YEAR:
		return;
	case POINT_DAY:
	case POINT_MONTH:
		buf_putc(b, '-');
		if (p->m)
			put_digits(b, p->m, 2);
		else
			buf_putc(b, '-');
		if (p->kind == POINT_MONTH)
			return;
		if (p->m)
			buf_putc(b, '-');
		put_digits(b, p->d, 2);
		return;
	case POINT_HALF:
		buf_puts(b, "-H");
		put_digits(b, p->n, 1);
		return;
	case POINT_QUARTER:
		buf_puts(b, "-Q");
		put_digits(b, p->n, 1);
		return;
	case POINT_WEEK:
		buf_puts(b, "-W");
		put_digits(b, p->n, 2);
	}
}

struct point
resolve_year(int y)
{
	struct point p = {0, POINT_YEAR, y, 0, 0, 0, 1, 0};

	return p;
}

struct point
resolve_month(int y, int m)
{
	struct point p = {0, POINT_MONTH, y, m, 0, 0, 1, 0};

	return p;
}

struct point
resolve_day(struct date d)
{
	struct point p = {0, POINT_DAY, d.y, d.m, d.d, 0, 1, 0};

	return p;
}
