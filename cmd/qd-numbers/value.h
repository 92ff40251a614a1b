/*
 * Amounts whose value is not the numeral alone: money with its small coins
 * and the currency in front, percent, lengths of time, doublings.  Each adds
 * the quantity to s and returns where the scan goes on.
 */
#ifndef QD_NUMBERS_VALUE_H
#define QD_NUMBERS_VALUE_H

#include "scan.h"

/* front: bytes of the currency in front of the numeral. */
size_t value_money(struct scan *s, struct amount *a,
    const struct unit *currency, size_t front);
/* 1 when the amount is in 块 and small coins follow: 三块五毛. */
int value_coins(const struct text *t, const struct amount *a);
size_t value_percent(struct scan *s, struct amount *a);
/* A length of time, unless it is part of a name. */
size_t value_span(struct scan *s, struct amount *a);
/* 翻两番; n is the numeral. */
size_t value_doubled(struct scan *s, const struct numeral *n);
/* The numeral with its unit as written. */
size_t value_plain(struct scan *s, struct amount *a, enum kind kind);

#endif
