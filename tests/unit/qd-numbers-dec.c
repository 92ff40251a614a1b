/* cmd/qd-numbers/dec.h: exact decimals. */
#include "dec.h"

#include "tap.h"

static struct dec
dec(uint64_t m, int e)
{
	struct dec d = {m, e, 0};

	return d;
}

static void
put(struct buf *b, struct dec d, const char *want)
{
	buf_reset(b);
	dec_put(b, &d);
	tap_str(buf_str(b), want, want);
}

static void
ratio(struct buf *b, struct dec d, uint64_t p, uint64_t q, const char *want)
{
	buf_reset(b);
	dec_put_ratio(b, &d, p, q);
	tap_str(buf_str(b), want, want);
}

static void
quotient(struct buf *b, struct dec n, struct dec d, const char *want)
{
	struct dec r;

	buf_reset(b);
	if (dec_div(&r, &n, &d) == 0)
		dec_put(b, &r);
	tap_str(buf_str(b), want, "a quotient");
}

int
main(void)
{
	struct dec a, c;
	struct buf b = {0};

	put(&b, dec(0, 0), "0");
	put(&b, dec(14, 11), "1400000000000");
	put(&b, dec(97115, 3), "97115000");
	put(&b, dec(100, -2), "1");
	put(&b, dec(5, -1), "0.5");
	put(&b, dec(1205, -3), "1.205");
	put(&b, dec(1, -14), "0.00000000000001");
	a = dec(32, 0);
	a.neg = 1;
	put(&b, a, "-32");
	put(&b, dec(999999999999999999, 0), "999999999999999999");

	a = dec(14, 8);
	c = dec(5, -1);
	tap_ok(dec_add(&a, &c) == 0, "adds across places");
	put(&b, a, "1400000000.5");
	a = dec(999999999999999999, 0);
	c = dec(1, -1);
	tap_ok(dec_add(&a, &c) == -1, "refuses a sum of too many digits");
	put(&b, a, "999999999999999999");
	a = dec(99999999999999999, 0);
	tap_ok(dec_push(&a, 9) == 0 && dec_push(&a, 1) == -1,
	    "refuses a digit too many");

	a = dec(3000, 0);
	tap_ok(dec_next(&a) == 0, "the next of 3000");
	put(&b, a, "4000");
	a = dec(3, 0);
	c = dec(30, -1);
	tap_ok(dec_cmp(&a, &c) == 0, "3 is 3.0");
	c = dec(2, 1);
	tap_ok(dec_cmp(&a, &c) < 0, "3 is less than 20");
	c.neg = 1;
	tap_ok(dec_cmp(&a, &c) > 0, "and more than -20");
	a = dec(12, 0);
	tap_ok(dec_int(&a, 12) == 12 && dec_int(&a, 11) == -1,
	    "a whole number up to the limit");
	a = dec(12, -1);
	tap_ok(dec_int(&a, 100) == -1, "1.2 is no whole number");

	quotient(&b, dec(1, 0), dec(3, 0), "0.3333333333");
	quotient(&b, dec(2, 0), dec(3, 0), "0.6666666667");
	quotient(&b, dec(256, -2), dec(1, 0), "2.56");
	quotient(&b, dec(1, 0), dec(0, 0), "");
	ratio(&b, dec(400, 0), 2000, 3, "266666.6666666667");
	ratio(&b, dec(24, 4), 1, 1, "240000");
	ratio(&b, dec(5, -1), 1, 2, "0.25");
	ratio(&b, dec(455240, 2), 2000, 3, "30349333333.3333333333");
	ratio(&b, dec(15, -1), 1, 1000, "0.0015");
	ratio(&b, dec(2, 0), 9460730472580800, 1, "18921460945161600");
	buf_free(&b);
	return tap_end();
}
