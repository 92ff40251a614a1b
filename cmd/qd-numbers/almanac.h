/*
 * The Chinese calendar and the holidays: from a day of a lunar month, or the
 * name of a holiday or solar term, to the day of the calendar.
 *
 * Read from almanac.tsv (GB/T 33661-2017, computed beforehand) and
 * holidays.tsv; what the pointers give lives until almanac_close.
 */
#ifndef QD_NUMBERS_ALMANAC_H
#define QD_NUMBERS_ALMANAC_H

#include "date.h"
#include "han.h"
#include "mem.h"

struct almanac;

/* A day of the Chinese calendar. */
struct lunar {
	int y; /* the year that begins in the calendar year y */
	int m; /* 1 to 12 */
	int leap;
	int d; /* 1 to 30 */
};

/* Reads the tables in dir (--data, or NULL); dies where one is wrong. */
struct almanac *almanac_open(const char *dir);
void almanac_close(struct almanac *a);

/* The day of l, 0 where it does not exist or is not in the tables.  last: day
 * 30 of a month of 29 is its last. */
int almanac_day(
    const struct almanac *a, const struct lunar *l, int last, struct date *d);

struct holiday;

/* The holiday of that name, or NULL. */
const struct holiday *almanac_holiday(const struct almanac *a, struct str name);
/* Its day in the year y; 0 where that is not known. */
int almanac_holiday_day(
    const struct almanac *a, const struct holiday *h, int y, struct date *d);

#endif
