/*
 * Days from dates and back: Howard Hinnant, chrono-compatible low-level date
 * algorithms (days_from_civil, civil_from_days).
 */
#include "span.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "date.h"

static long
day_of(int y, int m, int d)
{
	long year = m <= 2 ? y - 1L : y, era = year / 400, yoe, doy;

	yoe = year - era * 400;
	doy = (153L * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
	return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719468;
}

static struct date
date_of(long day)
{
	long z = day + 719468, era = z / 146097, doe = z - era * 146097;
	long yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	long doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	long mp = (5 * doy + 2) / 153;
	struct date d;

	d.d = (int)(doy - (153 * mp + 2) / 5 + 1);
	d.m = (int)(mp < 10 ? mp + 3 : mp - 9);
	d.y = (int)(yoe + era * 400 + (d.m <= 2));
	return d;
}

/* 2026-Q1, 2026-H2: the months of a part of the year; 0 where it is none. */
static int
read_part(struct str v, int y, struct span *s)
{
	int part, months, m;

	if (v.len != 7 || v.s[4] != '-')
		return 0;
	months = v.s[5] == 'Q' ? 3 : v.s[5] == 'H' ? 6 : 0;
	part = v.s[6] - '0';
	if (!months || part < 1 || part > 12 / months)
		return 0;
	m = part * months;
	s->first = day_of(y, m - months + 1, 1);
	s->last = day_of(y, m, date_mdays(y, m));
	return 1;
}

static int
read_date(struct str v, struct span *s)
{
	struct date d;
	size_t n = date_parse(v.s, v.len < 4 ? v.len : 4, &d);

	if (n == 4 && read_part(v, d.y, s))
		return 0;
	if (n == 0 || date_parse(v.s, v.len, &d) != v.len)
		return -1;
	s->first = day_of(d.y, d.m ? d.m : 1, d.d ? d.d : 1);
	d.m = d.m ? d.m : 12;
	s->last = day_of(d.y, d.m, d.d ? d.d : date_mdays(d.y, d.m));
	return 0;
}

int
span_read(struct str v, struct span *s)
{
	const char *slash = v.len ? memchr(v.s, '/', v.len) : NULL;
	struct str a = v, b;
	struct span last;

	if (!slash)
		return read_date(v, s);
	a.len = (size_t)(slash - v.s);
	b.s = slash + 1;
	b.len = v.len - a.len - 1;
	if (read_date(a, s) == -1 || read_date(b, &last) == -1 ||
	    last.last < s->first)
		return -1;
	s->last = last.last;
	return 0;
}

long
span_step(enum span_unit unit, long day)
{
	struct date d = date_of(day);

	switch (unit) {
	case SPAN_DAY:
		return day;
	case SPAN_WEEK: /* day -3 is a Monday; years are 1 and later */
		return (day + 3 + 7L * 200000) / 7;
	case SPAN_MONTH:
		return d.y * 12L + d.m - 1;
	case SPAN_QUARTER:
		return d.y * 4L + (d.m - 1) / 3;
	case SPAN_YEAR:
		return d.y;
	case SPAN_DECADE:
		return d.y / 10;
	case SPAN_CENTURY:
		break;
	}
	return d.y / 100;
}

long
span_day(enum span_unit unit, long step)
{
	switch (unit) {
	case SPAN_DAY:
		return step;
	case SPAN_WEEK:
		return (step - 200000) * 7 - 3;
	case SPAN_MONTH:
		return day_of((int)(step / 12), (int)(step % 12) + 1, 1);
	case SPAN_QUARTER:
		return day_of((int)(step / 4), (int)(step % 4) * 3 + 1, 1);
	case SPAN_YEAR:
		return day_of((int)step, 1, 1);
	case SPAN_DECADE:
		return day_of((int)step * 10, 1, 1);
	case SPAN_CENTURY:
		break;
	}
	return day_of((int)step * 100, 1, 1);
}

static void
put_two(struct buf *b, int n)
{
	buf_putc(b, '-');
	buf_putc(b, '0' + n / 10);
	buf_putc(b, '0' + n % 10);
}

void
span_name(struct buf *b, enum span_unit unit, long step)
{
	struct date d = date_of(span_day(unit, step));
	int y;

	for (y = 1000; y > 1 && d.y < y; y /= 10)
		buf_putc(b, '0');
	buf_putu(b, (size_t)d.y);
	if (unit == SPAN_QUARTER) {
		buf_puts(b, "-Q");
		buf_putu(b, (size_t)(d.m + 2) / 3);
	} else if (unit <= SPAN_MONTH) {
		put_two(b, d.m);
	}
	if (unit <= SPAN_WEEK)
		put_two(b, d.d);
	if (unit >= SPAN_DECADE)
		buf_putc(b, 's');
}

static int
cmp_first(const void *pa, const void *pb)
{
	const struct span *a = pa, *b = pb;

	return a->first < b->first ? -1 : a->first > b->first;
}

/* The length of a step in days, at most. */
static long
longest(enum span_unit unit)
{
	static const long days[] = {1, 7, 31, 92, 366, 3653, 36525};

	return days[unit];
}

/* The finest unit in which the middle nine tenths of v[0..n) fit, with the
 * steps they lie in. */
static void
choose(struct span_line *l, const struct span *v, size_t n)
{
	long from = v[n / 20].first, to = v[n - 1 - n / 20].first, steps;
	unsigned u;

	for (u = SPAN_DAY; u < SPAN_CENTURY; u++) {
		steps = span_step(u, to) - span_step(u, from) + 1;
		if (steps <= SPAN_STEPS)
			break;
	}
	l->unit = u;
	l->first = span_step(u, from);
	steps = span_step(u, to) - l->first + 1;
	l->n = steps < SPAN_STEPS ? (size_t)steps : SPAN_STEPS;
}

static void
count(struct span_line *l, const struct span *s)
{
	long step = span_step(l->unit, s->first) - l->first;

	if (step < 0)
		l->before++;
	else if ((size_t)step >= l->n)
		l->after++;
	else if (++l->count[step] > l->most)
		l->most = l->count[step];
}

static void
count_long(
    struct span_line *l, struct intern *seen, struct span s, struct str value)
{
	size_t i = intern_put(seen, value);

	if (i == l->nlongs) {
		l->longs = mem_grow(l->longs, &l->cap, i + 1, sizeof *l->longs);
		l->longs[l->nlongs].span = s;
		l->longs[l->nlongs].value = value;
		l->longs[l->nlongs++].n = 0;
	}
	l->longs[i].n++;
}

static int
cmp_long(const void *pa, const void *pb)
{
	const struct span_long *a = pa, *b = pb;

	if (a->n != b->n)
		return a->n < b->n ? 1 : -1;
	return str_cmp(a->value, b->value);
}

/* The days of fact f; 0 where it is left out. */
static int
fact_span(struct span_line *l, const struct tally *t,
    const struct tally_fact *f, struct span *s)
{
	if (!tally_is_date(intern_get(&t->tags, f->tag)))
		return 0;
	if (f->repeat) {
		l->repeats++;
		return 0;
	}
	if (span_read(tally_str(t, f->value), s) == -1) {
		l->timeless++;
		return 0;
	}
	return 1;
}

/* The spans of dates of at most max days into v; how many. */
static size_t
collect(struct span_line *l, const struct tally *t, long max, struct span *v)
{
	struct span s;
	size_t i, n = 0;

	for (i = 0; i < t->nfacts; i++)
		if (fact_span(l, t, &t->facts[i], &s) && s.last - s.first < max)
			v[n++] = s;
	return n;
}

void
span_make(struct span_line *l, const struct tally *t)
{
	struct span *v = mem_calloc(t->nfacts + 1, sizeof *v), s;
	struct intern seen = {0};
	size_t i, n;

	/* The choice rests on dates that are at most a month long, if any. */
	n = collect(l, t, longest(SPAN_MONTH), v);
	if (n == 0)
		n = collect(l, t, LONG_MAX, v);
	if (n) {
		qsort(v, n, sizeof *v, cmp_first);
		choose(l, v, n);
	}
	mem_free(v);
	l->repeats = l->timeless = 0;
	for (i = 0; i < t->nfacts; i++) {
		if (!fact_span(l, t, &t->facts[i], &s))
			continue;
		if (s.last - s.first < longest(l->unit))
			count(l, &s);
		else
			count_long(
			    l, &seen, s, tally_str(t, t->facts[i].value));
	}
	if (l->nlongs)
		qsort(l->longs, l->nlongs, sizeof *l->longs, cmp_long);
	intern_free(&seen);
}

void
span_free(struct span_line *l)
{
	mem_free(l->longs);
	memset(l, 0, sizeof *l);
}
