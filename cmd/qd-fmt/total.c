#include "total.h"

#include <string.h>

/* Puts n zeros behind the last digit of s: its value stays the same. */
static void
add_places(struct total_side *s, size_t n)
{
	if (n == 0)
		return;
	buf_reserve(&s->d, n);
	if (s->d.len)
		memmove(s->d.s + n, s->d.s, s->d.len);
	memset(s->d.s, 0, n);
	s->d.len += n;
	s->places += n;
}

/* Adds the digit at place i (from the last one) and carries. */
static void
add_digit(struct total_side *s, size_t i, int digit)
{
	while (s->d.len <= i)
		buf_putc(&s->d, 0);
	while (digit) {
		if (i == s->d.len)
			buf_putc(&s->d, 0);
		digit += s->d.s[i];
		s->d.s[i++] = (char)(digit % 10);
		digit /= 10;
	}
}

/* The digits of a plain decimal behind its sign: where its point stands
 * (len where there is none), or -1. */
static int
read_plain(struct str n, size_t *point)
{
	size_t i, digits = 0;

	*point = n.len;
	for (i = 0; i < n.len; i++) {
		if (n.s[i] >= '0' && n.s[i] <= '9')
			digits++;
		else if (n.s[i] == '.' && *point == n.len && i && i + 1 < n.len)
			*point = i;
		else
			return -1;
	}
	return digits && digits <= TOTAL_DIGITS ? 0 : -1;
}

int
total_check(struct str n)
{
	size_t point;

	if (n.len && *n.s == '-') {
		n.s++;
		n.len--;
	}
	return read_plain(n, &point);
}

int
total_add(struct total *t, struct str n)
{
	struct total_side *s = &t->plus;
	size_t i, point, places, at;

	if (n.len && *n.s == '-') {
		s = &t->minus;
		n.s++;
		n.len--;
	}
	if (read_plain(n, &point) == -1)
		return -1;
	places = point == n.len ? 0 : n.len - point - 1;
	if (places > s->places)
		add_places(s, places - s->places);
	at = s->places - places;
	for (i = n.len; i-- > 0;)
		if (i != point)
			add_digit(s, at++, n.s[i] - '0');
	return 0;
}

static int
digit_at(const struct total_side *s, size_t i)
{
	return i < s->d.len ? s->d.s[i] : 0;
}

/* As memcmp, of two sides with the same number of places. */
static int
side_cmp(const struct total_side *a, const struct total_side *b)
{
	size_t i = a->d.len > b->d.len ? a->d.len : b->d.len;

	while (i-- > 0)
		if (digit_at(a, i) != digit_at(b, i))
			return digit_at(a, i) - digit_at(b, i);
	return 0;
}

/* big minus small, digit by digit, into big. */
static void
take_away(struct total_side *big, const struct total_side *small)
{
	size_t i;
	int borrow = 0, d;

	for (i = 0; i < big->d.len; i++) {
		d = big->d.s[i] - digit_at(small, i) - borrow;
		borrow = d < 0;
		big->d.s[i] = (char)(borrow ? d + 10 : d);
	}
}

static void
put_side(struct buf *b, const struct total_side *s)
{
	size_t top = s->d.len, low = 0;

	while (top > s->places + 1 && s->d.s[top - 1] == 0)
		top--;
	while (low < s->places && digit_at(s, low) == 0)
		low++;
	if (top <= s->places)
		top = s->places + 1;
	while (top-- > low) {
		buf_putc(b, '0' + digit_at(s, top));
		if (top == s->places && top > low)
			buf_putc(b, '.');
	}
}

static void
copy_side(struct total_side *to, const struct total_side *from, size_t places)
{
	buf_put(&to->d, from->d.s, from->d.len);
	to->places = from->places;
	add_places(to, places - from->places);
}

void
total_put(struct buf *b, const struct total *t)
{
	struct total c = {{{0}, 0}, {{0}, 0}};
	size_t places =
	    t->plus.places > t->minus.places ? t->plus.places : t->minus.places;

	copy_side(&c.plus, &t->plus, places);
	copy_side(&c.minus, &t->minus, places);
	if (side_cmp(&c.plus, &c.minus) < 0) {
		take_away(&c.minus, &c.plus);
		buf_putc(b, '-');
		put_side(b, &c.minus);
	} else {
		take_away(&c.plus, &c.minus);
		put_side(b, &c.plus);
	}
	total_free(&c);
}

void
total_group(struct buf *b, struct str s)
{
	size_t i, point, neg = s.len && *s.s == '-';
	struct str n = {s.s + neg, s.len - neg};

	if (read_plain(n, &point) == -1) {
		buf_put(b, s.s, s.len);
		return;
	}
	if (neg)
		buf_putc(b, '-');
	for (i = 0; i < n.len; i++) {
		if (i && i < point && (point - i) % 3 == 0)
			buf_putc(b, ',');
		buf_putc(b, n.s[i]);
	}
}

void
total_free(struct total *t)
{
	buf_free(&t->plus.d);
	buf_free(&t->minus.d);
	memset(t, 0, sizeof *t);
}
