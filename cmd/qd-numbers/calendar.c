#include "calendar.h"

/* Days since 0000-03-01 (Howard Hinnant, days_from_civil). */
static long
day_number(struct date d)
{
	long y = d.m <= 2 ? d.y - 1 : d.y;
	long era = y / 400, yoe = y % 400;
	long doy = (153 * (d.m + (d.m > 2 ? -3 : 9)) + 2) / 5 + d.d - 1;

	return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy;
}

/* Days from a to b, both after the year 0. */
static long
cal_days(struct date a, struct date b)
{
	return day_number(b) - day_number(a);
}

int
cal_weekday(struct date d)
{
	/* 0000-03-01 was a Wednesday */
	return (int)((day_number(d) + 2) % 7) + 1;
}

int
cal_week(struct date d, int *year)
{
	/* the week belongs to the year of its Thursday */
	struct date thursday = date_add(d, 4 - cal_weekday(d));
	struct date first = {thursday.y, 1, 1};

	*year = thursday.y;
	return (int)(cal_days(first, thursday) / 7) + 1;
}
