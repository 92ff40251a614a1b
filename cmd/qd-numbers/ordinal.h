/*
 * Ordinals: 第三届, 第36届, 第一, 第一卷至第五卷.
 */
#ifndef QD_NUMBERS_ORDINAL_H
#define QD_NUMBERS_ORDINAL_H

#include "numeral.h"
#include "tables.h"

struct ordinal {
	struct numeral n;
	const struct unit *u; /* NULL: none follows */
	size_t to;	      /* where to go on, also when there is none */
};

/* The ordinal whose 第 stands at byte i: 1, or 0. */
int ordinal_read(
    const struct tables *tb, const struct text *t, size_t i, struct ordinal *o);
/* The next of a list that shares the 第 (第一、二、三产业), behind o: 1 and o
 * is that one, or 0. */
int ordinal_next(
    const struct tables *tb, const struct text *t, struct ordinal *o);

#endif
