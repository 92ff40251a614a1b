/* Exact sums: digits, points, signs, and what is no number. */
#include "tap.h"
#include "total.h"

/* Adds the numbers of a list joined by spaces. */
static void
is_sum(const char *list, const char *want)
{
	struct total t = {0};
	struct buf b = {0};
	struct str n;

	while (*list) {
		n.s = list;
		n.len = strcspn(list, " ");
		total_add(&t, n);
		list += n.len + (list[n.len] == ' ');
	}
	total_put(&b, &t);
	tap_str(buf_str(&b), want, want);
	buf_free(&b);
	total_free(&t);
}

static void
is_grouped(const char *number, const char *want)
{
	struct buf b = {0};

	total_group(&b, str_of(number));
	tap_str(buf_str(&b), want, want);
	buf_free(&b);
}

int
main(void)
{
	static const char *const bad[] = {"", "-", ".", "1.", ".5", "1.2.3",
	    "1e9", "+1", " 1", "1,000", "1..2", "P5Y"};
	char digits[TOTAL_DIGITS + 1];
	size_t i;

	is_sum("", "0");
	is_sum("0", "0");
	is_sum("1 2 3", "6");
	is_sum("0.1 0.2", "0.3");
	is_sum("9.9 0.1", "10");
	is_sum("0.05 -0.05", "0");
	is_sum("9007199254740993 1", "9007199254740994");
	is_sum("99999999999999999999999999 1", "100000000000000000000000000");
	is_sum("1 -2.5", "-1.5");
	is_sum("-3 10", "7");
	is_sum("100 -0.001", "99.999");
	is_sum("1.10 2.20", "3.3");
	is_sum("007 1", "8");
	is_sum("-0", "0");
	is_sum("1200000000 0.0000000001", "1200000000.0000000001");
	for (i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct total t = {0};

		tap_ok(total_check(str_of(bad[i])) == -1 &&
			   total_add(&t, str_of(bad[i])) == -1,
		    bad[i]);
		total_free(&t);
	}
	memset(digits, '9', sizeof digits);
	tap_ok(total_check((struct str){digits, TOTAL_DIGITS}) == 0,
	    "as many digits as are allowed");
	tap_ok(total_check((struct str){digits, sizeof digits}) == -1,
	    "and one more");
	is_grouped("1234567.891", "1,234,567.891");
	is_grouped("-1000", "-1,000");
	is_grouped("999", "999");
	is_grouped("P5Y", "P5Y");
	is_grouped("1000..2000", "1000..2000");
	return tap_end();
}
