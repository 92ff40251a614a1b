/* Dates as days, steps of a time line, which steps it shows. */
#include "span.h"
#include "tap.h"

static void
is_span(const char *value, long first, long days)
{
	struct span s;

	tap_ok(span_read(str_of(value), &s) == 0 && s.first == first &&
		   s.last - s.first + 1 == days,
	    value);
}

static void
is_step(enum span_unit unit, const char *value, const char *want)
{
	struct buf b = {0};
	struct span s;
	long step;

	span_read(str_of(value), &s);
	step = span_step(unit, s.first);
	span_name(&b, unit, step);
	tap_str(buf_str(&b), want, want);
	tap_ok(span_day(unit, step) <= s.first &&
		   span_day(unit, step + 1) > s.first,
	    "the day lies in its step");
	buf_free(&b);
}

/* The line of the dates in a list joined by spaces. */
static void
make(struct span_line *l, struct tally *t, const char *list)
{
	struct buf line = {0};
	char msg[160];
	struct rec r;
	size_t n;

	memset(l, 0, sizeof *l);
	memset(t, 0, sizeof *t);
	while (*list) {
		n = strcspn(list, " ");
		buf_reset(&line);
		buf_puts(&line, "date\ta\t1.1\t0\t3\tx\t");
		buf_put(&line, list, n);
		buf_puts(&line, "\t");
		rec_parse(&r, line.s, line.len, msg);
		tally_place(t, &r);
		tally_mention(t, &r, str_of(""), 0);
		list += n + (list[n] == ' ');
	}
	span_make(l, t);
	buf_free(&line);
}

static void
lines(void)
{
	struct span_line l;
	struct tally t;

	make(&l, &t, "");
	tap_num(l.n, 0, "no dates, no steps");
	span_free(&l);
	tally_free(&t);
	make(&l, &t, "2026-02-04 2026-02-04 2026-02-06 2026 --03-01 x");
	tap_ok(l.unit == SPAN_DAY, "days where they fit");
	tap_num(l.n, 3, "from the first to the last");
	tap_num(l.count[0], 2, "the first");
	tap_num(l.count[1], 0, "none between");
	tap_num(l.most, 2, "the most");
	tap_num(l.nlongs, 1, "a year is a span of its own");
	tap_num(l.timeless, 2, "without a year, or no date");
	span_free(&l);
	tally_free(&t);
	make(&l, &t, "1921 1949 1978");
	tap_ok(l.unit == SPAN_YEAR, "years alone");
	tap_num(l.n, 58, "from 1921 to 1978");
	span_free(&l);
	tally_free(&t);
	make(&l, &t,
	    "0001-01-01 2026-01-01 2026-01-02 2026-01-03 2026-01-04 "
	    "2026-01-05 2026-01-06 2026-01-07 2026-01-08 2026-01-09 "
	    "2026-01-10 2026-01-11 2026-01-12 2026-01-13 2026-01-14 "
	    "2026-01-15 2026-01-16 2026-01-17 2026-01-18 2026-01-19 "
	    "2026-01-20 9999-12-31");
	tap_ok(l.unit == SPAN_DAY, "a lone date does not stretch the line");
	tap_num(l.before, 1, "it is counted before it");
	tap_num(l.after, 1, "or after");
	span_free(&l);
	tally_free(&t);
}

int
main(void)
{
	static const char *const bad[] = {"", "--02-04", "x", "2026-Q5",
	    "2026-H3", "2026-Q", "2026-13", "2026-02-30", "2026/2025", "/",
	    "2026/", "2026-02-04x"};
	struct span s;
	size_t i;

	is_span("1970-01-01", 0, 1);
	is_span("1969-12-31", -1, 1);
	is_span("2000-02-29", 11016, 1);
	is_span("2026", 20454, 365);
	is_span("2024-02", 19754, 29);
	is_span("2026-Q1", 20454, 90);
	is_span("2026-H2", 20635, 184);
	is_span("2021/2025", 18628, 1826);
	is_span("2026-02-04/2026-02-06", 20488, 3);
	for (i = 0; i < sizeof bad / sizeof *bad; i++)
		tap_ok(span_read(str_of(bad[i]), &s) == -1, bad[i]);
	is_step(SPAN_DAY, "2026-02-04", "2026-02-04");
	is_step(SPAN_WEEK, "2026-02-04", "2026-02-02");
	is_step(SPAN_WEEK, "0001-01-01", "0001-01-01");
	is_step(SPAN_MONTH, "2026-02-04", "2026-02");
	is_step(SPAN_QUARTER, "2026-11-04", "2026-Q4");
	is_step(SPAN_YEAR, "2026-02-04", "2026");
	is_step(SPAN_DECADE, "1978-12-18", "1970s");
	is_step(SPAN_CENTURY, "1978-12-18", "1900s");
	lines();
	return tap_end();
}
