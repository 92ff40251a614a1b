/* The small rooms of lib/: mem, fold, date, re, csvrec, hold. */
#include "csvrec.h"
#include "date.h"
#include "fold.h"
#include "hold.h"
#include "re.h"
#include "tap.h"

static void
buffers(void)
{
	struct buf b = {0};
	size_t i;

	tap_str(buf_str(&b), "", "an empty buffer is a string");
	for (i = 0; i < 5000; i++)
		buf_putc(&b, 'x');
	buf_putu(&b, 0);
	buf_putu(&b, 18446744073709551615U);
	tap_num(b.len, 5021, "it grows");
	tap_ok(!strcmp(b.s + 5000, "018446744073709551615"), "decimal digits");
	buf_reset(&b);
	tap_num(b.len, 0, "reset empties it");
	for (i = 9; i < 2000000; i = i * 10 + 5)
		buf_putu(&b, i);
	buf_putu(&b, 100);
	tap_str(
	    buf_str(&b), "995955955595555955555100", "of any number of places");
	buf_free(&b);
	tap_ok(b.s == NULL && b.cap == 0, "free makes it new");
	tap_ok(str_cmp(str_of("ab"), str_of("abc")) < 0, "a prefix is before");
	tap_ok(str_cmp(str_of("b"), str_of("abc")) > 0, "bytes decide");
}

static void
folds(void)
{
	struct buf b = {0};

	fold_bytes(&b, str_of("Ａ１，港。　b"));
	tap_str(buf_str(&b), "A1,港。 b", "a text in half width");
	fold_bytes(&b, str_of("\xe3\x80"));
	tap_str(buf_str(&b), "\xe3\x80", "a cut character stays as it is");
	fold_bytes(&b, str_of(""));
	tap_num(b.len, 0, "nothing folds to nothing");
	buf_free(&b);
}

static void
dates(void)
{
	struct date d = {2024, 2, 28};

	tap_ok(date_ok(2024, 2, 29), "2024 is a leap year");
	tap_ok(!date_ok(2023, 2, 29), "2023 is none");
	tap_ok(!date_ok(1900, 2, 29) && date_ok(2000, 2, 29), "centuries");
	tap_ok(!date_ok(2024, 13, 1) && !date_ok(2024, 4, 31) &&
		   !date_ok(2024, 1, 0),
	    "what does not exist");
	tap_num(date_parse("2024-02-29x", 11, &d), 10, "a whole date");
	tap_num(date_parse("2024-02", 7, &d), 7, "a month");
	tap_num(date_parse("2024", 4, &d), 4, "a year");
	tap_num(date_parse("2024-02-30", 10, &d), 0, "none that exists");
	tap_num(date_parse("abcd", 4, &d), 0, "no date at all");
	d = date_add((struct date){2024, 2, 28}, 2);
	tap_ok(d.m == 3 && d.d == 1, "two days on, over a leap day");
	d = date_add((struct date){2024, 1, 1}, -1);
	tap_ok(d.y == 2023 && d.m == 12 && d.d == 31, "one day back");
	d = date_add((struct date){2023, 12, 31}, 366);
	tap_ok(d.y == 2024 && d.m == 12 && d.d == 31, "a leap year on");
}

static void
patterns(void)
{
	struct buf msg = {0};
	struct re *re = re_new(str_of("(?<who>林..)说(?<x>a)?"), &msg);
	struct str long_as, nested = str_of("^(a+)+$");
	struct buf b = {0};
	size_t from, to, i;

	tap_ok(re_match(re, "市长林海青说", 18, 0) > 0, "it is found");
	tap_ok(re_group(re, re_named(re, "who"), &from, &to), "its group");
	tap_num(from, 6, "starts");
	tap_num(to, 15, "ends");
	tap_ok(!re_group(re, re_named(re, "x"), &from, &to), "no part in it");
	tap_ok(re_named(re, "nobody") == -1, "no such name");
	tap_num((size_t)re_match(re, "市长林海青说", 18, 9), 0,
	    "not from there on");
	re_free(re);
	tap_ok(re_new(str_of("a(b"), &msg) == NULL, "a bad pattern");
	tap_ok(strstr(msg.s, "at offset 3") != NULL, "is told with its place");
	re = re_new(nested, &msg);
	for (i = 0; i < 40; i++)
		buf_putc(&b, 'a');
	buf_putc(&b, 'b');
	long_as = buf_str(&b);
	tap_ok(re_match(re, long_as.s, long_as.len, 0) == RE_LIMIT,
	    "a hopeless search is given up");
	re_free(re);
	buf_free(&msg);
	buf_free(&b);
}

static void
csv_fields(void)
{
	static const struct {
		const char *in, *out;
	} t[] = {
	    {"", ""},
	    {"港口", "港口"},
	    {"a,b", "\"a,b\""},
	    {"a\"b", "\"a\"\"b\""},
	    {"a\nb", "\"a\nb\""},
	    {"a\rb", "\"a\rb\""},
	    {" a", "\" a\""},
	    {"\"", "\"\"\"\""},
	};
	struct buf b = {0};
	size_t i;

	for (i = 0; i < sizeof t / sizeof *t; i++) {
		buf_reset(&b);
		csv_field(&b, str_of(t[i].in));
		tap_str(buf_str(&b), t[i].out, "a CSV field");
	}
	buf_free(&b);
}

static void
holds(void)
{
	struct hold h = {0};
	struct rec r, got;
	char msg[160];
	size_t i;

	rec_parse(&r, "a\tb\t1\t2\t3\tx\ty\t", 15, msg);
	for (i = 0; i < 1000; i++)
		hold_add(&h, &r);
	rec_parse(&r, "raw", 3, msg);
	r.nl = 0;
	hold_add(&h, &r);
	hold_get(&h, 999, &got);
	tap_str(got.f[REC_VALUE], "y", "a held record is taken apart again");
	tap_num(got.nl, 1, "with its newline");
	hold_get(&h, 1000, &got);
	tap_ok(got.kind == REC_RAW && got.len == 3 && got.nl == 0,
	    "a raw line stays raw");
	hold_free(&h);
}

int
main(void)
{
	buffers();
	folds();
	dates();
	patterns();
	csv_fields();
	holds();
	return tap_end();
}
