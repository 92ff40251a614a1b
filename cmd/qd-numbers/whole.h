/*
 * A text that is nothing but a quantity: a cell of a table, a field of a form.
 * There is no sentence around it that could make it mean something else, so
 * forms count that running text keeps for other things: .77, 1 3/5, 一升, 壹壹,
 * a list of bare numbers, the name of a holiday.
 */
#ifndef QD_NUMBERS_WHOLE_H
#define QD_NUMBERS_WHOLE_H

#include "scan.h"

/* Replaces what was found in s's text where one quantity (or a list of
 * numbers) takes up all of it; else leaves it. */
void whole_read(struct scan *s);

#endif
