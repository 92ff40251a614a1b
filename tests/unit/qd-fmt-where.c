/* cmd/qd-fmt/where.h: numbers and lists of comparisons. */
#include "where.h"

#include "tap.h"

static void
numbers(void)
{
	static const struct {
		const char *s;
		int is;
		double lo, hi;
	} t[] = {
	    {"12", 1, 12, 12},
	    {"-0.5", 1, -0.5, -0.5},
	    {"+3", 1, 3, 3},
	    {"1e9", 1, 1e9, 1e9},
	    {"1.5E-3", 1, 0.0015, 0.0015},
	    {"3..5", 1, 3, 5},
	    {"-5..-3", 1, -5, -3},
	    {"", 0, 0, 0},
	    {"-", 0, 0, 0},
	    {".5", 0, 0, 0},
	    {"5.", 0, 0, 0},
	    {"3..", 0, 0, 0},
	    {"3..x", 0, 0, 0},
	    {"3...5", 0, 0, 0},
	    {"12亿", 0, 0, 0},
	    {"0x10", 0, 0, 0},
	    {"inf", 0, 0, 0},
	    {"nan", 0, 0, 0},
	    {"2026-03-05", 0, 0, 0},
	    {"1e", 0, 0, 0},
	};
	double lo, hi;
	size_t i;
	int is;

	for (i = 0; i < sizeof t / sizeof *t; i++) {
		lo = hi = 0;
		is = where_number(str_of(t[i].s), &lo, &hi);
		tap_ok(is == t[i].is &&
			   (!is || (lo >= t[i].lo && lo <= t[i].lo &&
				       hi >= t[i].hi && hi <= t[i].hi)),
		    t[i].s);
	}
}

static void
lists(void)
{
	static const struct {
		const char *list;
		int good;
	} t[] = {
	    {"tag=money", 1},
	    {"tag=money,value>=1e9,of~x", 1},
	    {"of=a\\,b", 1},
	    {"unit=", 1},
	    {"art.date!=", 1},
	    {"attrs.text!~x", 1},
	    {"", 0},
	    {"tag", 0},
	    {"tag=x,", 0},
	    {"=x", 0},
	    {"Tag=x", 0},
	    {"tag~(", 0},
	};
	struct where w = {0};
	struct ctx ctx = {0};
	struct buf msg = {0};
	const char *why;
	size_t i;

	for (i = 0; i < sizeof t / sizeof *t; i++) {
		tap_ok(where_add(&w, &ctx, t[i].list, &why, &msg) ==
			   (t[i].good ? 0 : -1),
		    t[i].list);
		where_free(&w);
	}
	tap_ok(ctx.line[CTX_ART].wanted && !ctx.line[CTX_BLOCK].wanted,
	    "the lines around that it asks for are kept");
	buf_free(&msg);
}

int
main(void)
{
	numbers();
	lists();
	return tap_end();
}
