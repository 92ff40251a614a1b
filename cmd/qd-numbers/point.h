/*
 * Points in time as the text names them: 2026年2月4日, 2月4日, 29日, 今年3月,
 * 2025年底, 上半年, 一季度, 上周五, 昨天, 2026-02-04.
 *
 * A point is read and, where it says less than it means (今年, 昨天, 29日),
 * completed from what is known of the article's date.  A date that does not
 * exist is none.
 */
#ifndef QD_NUMBERS_POINT_H
#define QD_NUMBERS_POINT_H

#include "date.h"
#include "han.h"
#include "known.h"

enum point_kind {
	POINT_YEAR,
	POINT_MONTH,
	POINT_DAY,
	POINT_HALF,    /* n: 1, 2 */
	POINT_QUARTER, /* n: 1 to 4 */
	POINT_WEEK     /* n: 1 to 53 */
};

struct point {
	size_t to; /* where it ends */
	enum point_kind kind;
	int y, m, d; /* 0 where nothing is known */
	int n;
	int told;  /* y was named or resolved from a word such as 今年 */
	int ahead; /* the text says that it is still to come: 9月底前 */
};

/* The point at byte i, completed; 0 when there is none that is known. */
int point_read(
    const struct text *t, size_t i, const struct known *c, struct point *p);
/*
 * The second end of a range whose first is a: as point_read, but what is not
 * named comes from a.
 */
int point_until(const struct text *t, size_t i, const struct known *known,
    const struct point *a, struct point *p);
/* A number of at most four digits or up to 99 in Han: its end, or 0. */
size_t point_number(const struct text *t, size_t i, int *n);

/* A day of the month with its 日 or 号: its end, or 0. */
size_t point_day(const struct text *t, size_t i, int *d);
/* 底, 末, 初 at i, with a 年 in front or not: p is that month; or 0. */
int point_edge(const struct text *t, size_t i, struct point *p);
/* The Han digit 1 to 9 at i, its length in *w; 0 when there is none. */
int point_digit(const struct text *t, size_t i, size_t *w);

#endif
