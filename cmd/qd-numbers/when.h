/*
 * Dates and periods: points in time (point.h), ranges of them (10月20日至23日,
 * 2021—2025年, 1至4月), and the names of spans (十五五, 前三季度, 21世纪,
 * 今明两天).
 */
#ifndef QD_NUMBERS_WHEN_H
#define QD_NUMBERS_WHEN_H

#include "mem.h"
#include "point.h"

struct when {
	size_t to;	 /* where it ends */
	int period;	 /* a period; else a date */
	struct point at; /* the point, or the first one of a range */
	int exact;	 /* at is a day, month or year that the text names */
};

/*
 * The date or period at byte i: 1, with its value added to b; 0 when there is
 * none, or none that is known.
 */
int when_read(const struct text *t, size_t i, const struct known *c,
    struct when *w, struct buf *b);

/*
 * What words of time begin with, numerals aside: each of the characters leads,
 * in front of one of nexts, or of a numeral.  leads is NULL at the end.
 */
struct when_lead {
	const char *leads, *nexts;
	int numerals;
};
extern const struct when_lead when_leads[];
/* 1 when such a character at byte i may begin one, by what follows it. */
int when_hopeful(const struct text *t, size_t i);
/* Makes w the period from..last that ends at byte `to`; returns 1. */
int when_period(struct when *w, struct buf *b, size_t to, struct point from,
    struct point last);

#endif
