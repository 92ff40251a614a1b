#include "dec.h"

#include <string.h>

#define DIVISOR_MAX 1000000000000000U
#define MAXEXP 40 /* no value of ours is larger or finer than 10^±40 */

struct dec
dec_of(uint64_t m)
{
	struct dec d = {m, 0, 0};

	return d;
}

int
dec_push(struct dec *d, unsigned digit)
{
	if (d->m > (DEC_MAX - digit) / 10)
		return -1;
	d->m = d->m * 10 + digit;
	return 0;
}

int
dec_scale(struct dec *d, int k)
{
	if (d->m == 0)
		return 0;
	if (d->e + k > MAXEXP || d->e + k < -MAXEXP)
		return -1;
	d->e += k;
	return 0;
}

/* d with its exponent lowered to e. */
static int
lower(struct dec *d, int e)
{
	while (d->e > e) {
		if (d->m > DEC_MAX / 10)
			return -1;
		d->m *= 10;
		d->e--;
	}
	return 0;
}

/* d with no zero at the end of m. */
static void
trim(struct dec *d)
{
	if (d->m == 0) {
		d->e = 0;
		return;
	}
	while (d->m % 10 == 0) {
		d->m /= 10;
		d->e++;
	}
}

int
dec_add(struct dec *d, const struct dec *a)
{
	struct dec x = *d, y = *a;

	if (y.m == 0)
		return 0;
	if (x.m == 0) {
		*d = y;
		return 0;
	}
	trim(&x);
	trim(&y);
	if (lower(&x, y.e) || lower(&y, x.e) || x.m > DEC_MAX - y.m)
		return -1;
	x.m += y.m;
	*d = x;
	return 0;
}

int
dec_next(struct dec *d)
{
	struct dec x = *d;

	trim(&x);
	if (x.m == DEC_MAX || x.neg)
		return -1;
	x.m++;
	*d = x;
	return 0;
}

/* Compares without signs. */
static int
cmp_size(const struct dec *a, const struct dec *b)
{
	struct dec x = *a, y = *b;

	trim(&x);
	trim(&y);
	/* what cannot be lowered has the more digits in front */
	if (lower(&x, y.e))
		return 1;
	if (lower(&y, x.e))
		return -1;
	return (x.m > y.m) - (x.m < y.m);
}

int
dec_cmp(const struct dec *a, const struct dec *b)
{
	if (a->neg != b->neg)
		return a->neg ? -1 : 1;
	return a->neg ? cmp_size(b, a) : cmp_size(a, b);
}

long
dec_int(const struct dec *d, long limit)
{
	struct dec x = *d;

	trim(&x);
	if (x.neg || x.e < 0 || lower(&x, 0) || x.m > (uint64_t)limit)
		return -1;
	return (long)x.m;
}

/* The digits of m, most significant first; how many. */
static size_t
digits_of(uint64_t m, char d[24])
{
	char tmp[24];
	size_t n = 0, i;

	do
		tmp[n++] = (char)('0' + m % 10);
	while ((m /= 10) != 0);
	for (i = 0; i < n; i++)
		d[i] = tmp[n - 1 - i];
	return n;
}

void
dec_put(struct buf *b, const struct dec *d)
{
	struct dec x = *d;
	char digit[24];
	size_t n;
	int i, point;

	trim(&x);
	n = digits_of(x.m, digit);
	if (x.neg && x.m)
		buf_putc(b, '-');
	if (x.e >= 0) {
		buf_put(b, digit, n);
		for (i = 0; i < x.e; i++)
			buf_putc(b, '0');
		return;
	}
	point = (int)n + x.e; /* digits in front of the point */
	if (point > 0)
		buf_put(b, digit, (size_t)point);
	else
		buf_putc(b, '0');
	buf_putc(b, '.');
	for (i = point; i < 0; i++)
		buf_putc(b, '0');
	if (point < 0)
		point = 0;
	buf_put(b, digit + point, n - (size_t)point);
}

/*
 * m * p / q, to `places` more decimal places than m has, as digits in out
 * (most significant first); how many.
 */
static size_t
ratio(uint64_t m, uint64_t p, uint64_t q, int places, char out[96])
{
	unsigned char prod[48] = {0}; /* m * p, least significant digit first */
	uint64_t carry = 0, rest = 0;
	size_t n = 0, k = 0;
	int i;

	for (; m || carry; m /= 10) {
		carry += m % 10 * p;
		prod[n++] = (unsigned char)(carry % 10);
		carry /= 10;
	}
	while (n-- > 0) {
		rest = rest * 10 + prod[n];
		out[k++] = (char)(rest / q);
		rest %= q;
	}
	for (i = 0; i < places; i++) {
		rest *= 10;
		out[k++] = (char)(rest / q);
		rest %= q;
	}
	if (rest >= q - rest) {
		for (n = k; n > 0 && ++out[n - 1] == 10; n--)
			out[n - 1] = 0;
	}
	return k;
}

void
dec_put_ratio(struct buf *b, const struct dec *d, uint64_t p, uint64_t q)
{
	struct dec x = *d;
	char out[96];
	size_t n, i = 0, point;
	int places, last;

	trim(&x);
	if (x.m == 0) {
		buf_putc(b, '0');
		return;
	}
	while (x.e > 0 && x.m <= DEC_MAX / 10)
		lower(&x, x.e - 1);
	places = x.e < 0 ? DEC_PLACES + x.e : DEC_PLACES;
	if (places < 0)
		places = 0;
	n = ratio(x.m, p, q, places, out);
	last = places - x.e; /* decimal places in out */
	while (last > 0 && n > 0 && out[n - 1] == 0) {
		n--;
		last--;
	}
	if (x.neg)
		buf_putc(b, '-');
	point = last > 0 ? n - (size_t)(last < (int)n ? last : (int)n) : n;
	while (i < point && out[i] == 0)
		i++;
	if (i == point)
		buf_putc(b, '0');
	for (; i < point; i++)
		buf_putc(b, '0' + out[i]);
	for (; last < 0; last++)
		buf_putc(b, '0');
	if (last == 0)
		return;
	buf_putc(b, '.');
	for (i = n - point; i < (size_t)last; i++)
		buf_putc(b, '0');
	for (i = point; i < n; i++)
		buf_putc(b, '0' + out[i]);
}

int
dec_div(struct dec *r, const struct dec *n, const struct dec *d)
{
	struct dec x = *n, y = *d;
	char out[96];
	size_t len, i;

	trim(&x);
	trim(&y);
	if (y.m == 0 || y.m > DIVISOR_MAX)
		return -1;
	*r = dec_of(0);
	if (x.m == 0)
		return 0;
	len = ratio(x.m, 1, y.m, DEC_PLACES, out);
	for (i = 0; i < len; i++)
		if (dec_push(r, (unsigned)out[i]))
			return -1;
	r->e = x.e - y.e - DEC_PLACES;
	r->neg = x.neg != y.neg;
	trim(r);
	return 0;
}
