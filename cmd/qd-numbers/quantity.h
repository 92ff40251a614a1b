/*
 * The list of what a text's scan has found.
 *
 * A struct quantities owns its list and store, which are used again for the
 * next text: no allocation once warm.  Start it as {0}.  A quantity is begun,
 * its value put (by quantity_number, or straight into the store), and ended
 * with its unit.
 */
#ifndef QD_NUMBERS_QUANTITY_H
#define QD_NUMBERS_QUANTITY_H

#include "amount.h"

/* In the order of the tags (numbers_tags). */
enum kind {
	KIND_MONEY,
	KIND_PERCENT,
	KIND_COUNT,
	KIND_MEASURE,
	KIND_RATIO,
	KIND_ORDINAL,
	KIND_DATE,
	KIND_PERIOD,
	KIND_DURATION,
	KIND_CODE,
	KIND_NUMBER
};

enum bound { BOUND_NONE, BOUND_GE, BOUND_GT, BOUND_LE, BOUND_LT, BOUND_APPROX };

struct quantity {
	enum kind kind;
	size_t from, to;      /* bytes of the text */
	size_t value, nvalue; /* in the store */
	size_t unit, nunit;   /* in the store */
	const struct unit *u; /* the unit's entry, or NULL */
	struct dec lo, hi;    /* where numeric is set */
	unsigned flags;	      /* NUM_ */
	int numeric;
	enum bound bound; /* as the surface has it: 多, 余, 几 */
	size_t sentence;  /* the number of the one that it stands in */
};

struct quantities {
	struct quantity *v;
	size_t n, cap;
	struct buf store;
};

void quantity_reset(struct quantities *l);
void quantity_free(struct quantities *l);

/* A new one; its value begins at the end of the store.  The pointer is good
 * until the next quantity_begin. */
struct quantity *quantity_begin(
    struct quantities *l, enum kind kind, size_t from);
/* Puts a number as the value: lo, or lo..hi by the flags (NUM_). */
void quantity_number(struct quantities *l, struct quantity *q,
    const struct dec *lo, const struct dec *hi, unsigned flags);
/* Ends q, whose value stands at the end of the store. */
void quantity_end(
    struct quantities *l, struct quantity *q, size_t to, struct str unit);
/* A quantity with that value and no unit. */
void quantity_add(struct quantities *l, enum kind kind, size_t from, size_t to,
    struct str value);

#endif
