/*
 * Calendar dates (proleptic Gregorian), for the tools that read a document's
 * date: no time zones, no time of day.
 */
#ifndef QD_DATE_H
#define QD_DATE_H

#include <stddef.h>

/* A date as far as it is known: 0 where it is not. */
struct date {
	int y, m, d;
};

/* 1 when y-m-d exists (1 <= y <= 9999). */
int date_ok(int y, int m, int d);
/* Days of month m in year y; 0 when there is no such month. */
int date_mdays(int y, int m);
/*
 * Reads YYYY, YYYY-MM or YYYY-MM-DD at the start of s into *d; returns the
 * bytes read (4, 7 or 10), 0 when it is none or does not exist.
 */
size_t date_parse(const char *s, size_t len, struct date *d);
/* d moved by days (d must exist). */
struct date date_add(struct date d, int days);

#endif
