/* cmd/qd-numbers/almanac.h: lunar days and holidays by the calendar. */
#include "almanac.h"

#include "tap.h"

/* y, m, leap, d of the Chinese calendar; want: the day, 0 for none. */
static const struct {
	struct lunar l;
	int last;
	struct date want;
	const char *what;
} days[] = {
    {{2026, 1, 0, 1}, 0, {2026, 2, 17}, "the year begins"},
    {{2024, 12, 0, 30}, 1, {2025, 1, 28}, "its last day, of a month of 29"},
    {{2024, 12, 0, 30}, 0, {0, 0, 0}, "which has no thirtieth"},
    {{2025, 6, 1, 23}, 0, {2025, 8, 16}, "the leap month"},
    {{2025, 6, 0, 23}, 0, {2025, 7, 17}, "the month in front of it"},
    {{2025, 8, 0, 15}, 0, {2025, 10, 6}, "a month behind it"},
    {{2026, 6, 1, 1}, 0, {0, 0, 0}, "a leap month that the year has not"},
    {{2033, 11, 1, 1}, 0, {2033, 12, 22}, "the leap month of 2033"},
    {{1930, 1, 0, 1}, 0, {1930, 1, 30}, "the first year of the tables"},
    {{1929, 1, 0, 1}, 0, {0, 0, 0}, "a year before them"},
    {{2101, 1, 0, 1}, 0, {0, 0, 0}, "a year behind them"},
};

static const struct {
	const char *name;
	int y;
	struct date want;
} holidays[] = {
    {"国庆节", 2026, {2026, 10, 1}},
    {"春节", 2019, {2019, 2, 5}},
    {"除夕", 2025, {2026, 2, 16}},
    {"中秋节", 2026, {2026, 9, 25}},
    {"母亲节", 2021, {2021, 5, 9}},
    {"感恩节", 2019, {2019, 11, 28}},
    {"清明节", 2026, {2026, 4, 5}},
    {"冬至", 2025, {2025, 12, 21}},
    {"冬至", 2200, {0, 0, 0}},
};

static void
same(int got, struct date d, struct date want, const char *what)
{
	struct date none = {0, 0, 0};

	if (!got)
		d = none;
	tap_ok(d.y == want.y && d.m == want.m && d.d == want.d, what);
	if (tap_bad)
		printf("# got %d-%d-%d\n", d.y, d.m, d.d);
}

int
main(void)
{
	struct almanac *a = almanac_open(NULL);
	const struct holiday *h;
	struct date d = {0, 0, 0};
	size_t i;

	for (i = 0; i < sizeof days / sizeof *days; i++)
		same(almanac_day(a, &days[i].l, days[i].last, &d), d,
		    days[i].want, days[i].what);
	for (i = 0; i < sizeof holidays / sizeof *holidays; i++) {
		h = almanac_holiday(a, str_of(holidays[i].name));
		same(h && almanac_holiday_day(a, h, holidays[i].y, &d), d,
		    holidays[i].want, holidays[i].name);
	}
	almanac_close(a);
	return tap_end();
}
