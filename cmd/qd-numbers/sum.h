/*
 * The arithmetic of scale words.  What is read of a numeral so far is
 *	high + low + section + digit
 * where high are the 亿, low the 万, section the 十百千 and digit the digits
 * that wait for a scale word.  All four are kept twice, for ranges (八九亿).
 * Start it as {0}.
 */
#ifndef QD_NUMBERS_SUM_H
#define QD_NUMBERS_SUM_H

#include "dec.h"

enum { SUM_LO, SUM_HI, SUM_BOTH };

struct sum {
	struct dec high[SUM_BOTH], low[SUM_BOTH], section[SUM_BOTH],
	    digit[SUM_BOTH];
	int have; /* digit is set */
	int last; /* power of the scale word read last, 0: none */
	int big;  /* it was 万 or more, and nothing came since */
	int zero; /* 零 was read since */
	int bad;  /* more digits than a value holds */
};

/* 1 when nothing was read yet. */
int sum_fresh(const struct sum *s);
void sum_digit(struct sum *s, struct dec lo, struct dec hi);
/*
 * Takes the scale word 10^k.  1 when it stands without digits (百, 亿: taken
 * as one), 0 when not, -1 when it does not fit here (十百, 三万五万): then
 * nothing has changed.
 */
int sum_scale(struct sum *s, int k);
/* 廿, 卅, 卌 */
void sum_tens(struct sum *s, unsigned tens);
/* The digit read last stands for its place: 三万五, 两千三, 13万2. */
void sum_elide(struct sum *s);
/* What is read so far; hi is lo where there is no range. */
void sum_total(struct sum *s, struct dec *lo, struct dec *hi);

#endif
