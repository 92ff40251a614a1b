/* cmd/qd-split/art.h: dates from names, years of datelines. */
#include "art.h"

#include "tap.h"

static void
name(const char *file, const char *want)
{
	char date[11] = "";

	tap_num((size_t)art_name_date(file, date), *want != '\0', file);
	tap_str(str_of(date), want, "its date");
}

int
main(void)
{
	name("2026-05-19.txt", "2026-05-19");
	name("pages/20260519-03.txt", "2026-05-19");
	name("lanjiang_20260519.txt", "2026-05-19");
	name("20261319.txt", "");
	name("2026-02-30.txt", "");
	name("202605191.txt", "");
	name("1202605190.txt", "");
	name("20260519/page.txt", "");
	name("-", "");
	name("", "");
	tap_num((size_t)art_year(12, 31, 2026, 1, 1), 2025,
	    "the last day of the year in the first issue");
	tap_num((size_t)art_year(1, 1, 2026, 1, 1), 2026, "the same day");
	tap_num((size_t)art_year(5, 18, 2026, 5, 19), 2026, "the day before");
	tap_num((size_t)art_year(5, 22, 2026, 5, 19), 2026,
	    "a few days ahead are no year behind");
	tap_num((size_t)art_year(7, 1, 2026, 5, 19), 2025, "months ahead are");
	tap_num((size_t)art_year(1, 2, 2025, 12, 30), 2025,
	    "January after December, in the year of the page");
	return tap_end();
}
