/*
 * Amounts: a numeral or a range of two (1-2, 7%—10%, 两到三万), and the unit
 * that stands behind it, with what is said between and behind them (多, 半).
 */
#ifndef QD_NUMBERS_AMOUNT_H
#define QD_NUMBERS_AMOUNT_H

#include "numeral.h"
#include "tables.h"

struct amount {
	struct numeral n;      /* from..to, lo, hi, flags */
	const struct unit *u;  /* NULL: no unit fits */
	size_t unit, unit_end; /* where the unit stands in the text */
	size_t to;	       /* where the amount ends */
	int rate;	       /* the unit is one per another: 吨/年 */
};

/*
 * The amount at byte i: 1; 0 when there is no numeral, and *skip is where to
 * go on (i: no numeral here).  A unit that the numeral does not go with
 * (一 in front of a classifier, 百家) is left out: u is NULL.
 */
int amount_read(const struct tables *tb, const struct text *t, size_t i,
    struct amount *a, size_t *skip);
/* As amount_read, for the numeral that was read into a->n. */
void amount_of(const struct tables *tb, const struct text *t, struct amount *a);
/* 1 when the amount at i has a unit and ends behind byte end: 三公里, where
 * 三公 is a word. */
int amount_beyond(
    const struct tables *tb, const struct text *t, size_t i, size_t end);
/* Looks for the unit of the numeral in a->n, which ends at byte i. */
void amount_unit(
    const struct tables *tb, const struct text *t, size_t i, struct amount *a);
/* 1 when the numeral is the Han numeral 一. */
int amount_is_one(const struct text *t, const struct numeral *n);

#endif
