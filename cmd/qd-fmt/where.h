/*
 * Which records pass: comparisons, all of which must hold.
 *
 * A struct where owns its tests; start it as {0}, where_add for each -w.
 */
#ifndef QD_FMT_WHERE_H
#define QD_FMT_WHERE_H

#include "fields.h"
#include "re.h"

enum where_op {
	WHERE_EQ,     /* = */
	WHERE_NE,     /* != */
	WHERE_LT,     /* < */
	WHERE_LE,     /* <= */
	WHERE_GT,     /* > */
	WHERE_GE,     /* >= */
	WHERE_LIKE,   /* ~ */
	WHERE_UNLIKE, /* !~ */
};

struct where {
	struct where_test {
		struct field field;
		enum where_op op;
		char *text; /* name and value, ended by NUL; owned */
		struct str value;
		int isnumber;
		double number;
		struct re *re;
	} * v;
	size_t n, cap;
	struct buf cell;
};

/*
 * Adds the tests of a list joined by commas, each NAME OP VALUE; NAME as in
 * fields_source, \, in VALUE is a comma.  0; -1 with what is wrong in *why
 * (static, or in msg).
 */
int where_add(struct where *w, struct ctx *ctx, const char *list,
    const char **why, struct buf *msg);
/*
 * 1 when all tests hold for r (a line that is no record passes); 0 when one
 * does not; -1 when a pattern came to its limit (RE_LIMIT).
 */
int where_holds(struct where *w, const struct rec *r);
/*
 * s as a number: decimals, perhaps a sign and an exponent, nothing else;
 * LOW..HIGH is a range, of any other *lo and *hi are the same.  0 when it is
 * none.
 */
int where_number(struct str s, double *lo, double *hi);
void where_free(struct where *w);

#endif
