/* cmd/qd-split/art.h: years of datelines. */
#include "art.h"

#include "tap.h"

int
main(void)
{
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
