#include "date.h"

int
date_mdays(int y, int m)
{
	static const int days[] = {
	    31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

	if (m < 1 || m > 12)
		return 0;
	if (m == 2 && y % 4 == 0 && (y % 100 != 0 || y % 400 == 0))
		return 29;
	return days[m - 1];
}

int
date_ok(int y, int m, int d)
{
	return y >= 1 && y <= 9999 && d >= 1 && d <= date_mdays(y, m);
}

/* n digits at s as a number; -1 when one is none. */
static int
digits(const char *s, int n)
{
	int i, v = 0;

	for (i = 0; i < n; i++) {
		if (s[i] < '0' || s[i] > '9')
			return -1;
		v = v * 10 + (s[i] - '0');
	}
	return v;
}

size_t
date_parse(const char *s, size_t len, struct date *d)
{
	d->y = d->m = d->d = 0;
	if (len < 4 || (d->y = digits(s, 4)) < 1)
		return 0;
	if (len < 7 || s[4] != '-')
		return 4;
	d->m = digits(s + 5, 2);
	if (!date_mdays(d->y, d->m))
		return 0;
	if (len < 10 || s[7] != '-')
		return 7;
	d->d = digits(s + 8, 2);
	return date_ok(d->y, d->m, d->d) ? 10 : 0;
}

struct date
date_add(struct date d, int days)
{
	d.d += days;
	while (d.d < 1) {
		if (--d.m < 1) {
			d.m = 12;
			d.y--;
		}
		d.d += date_mdays(d.y, d.m);
	}
	while (d.d > date_mdays(d.y, d.m)) {
		d.d -= date_mdays(d.y, d.m);
		if (++d.m > 12) {
			d.m = 1;
			d.y++;
		}
	}
	return d;
}
