/*
 * What the words around a quantity say of it: a bound (超过, 以上), a
 * direction (增长), a basis (同比), and what is counted or measured.
 */
#ifndef QD_NUMBERS_CONTEXT_H
#define QD_NUMBERS_CONTEXT_H

#include "scan.h"

enum { DIR_NONE, DIR_UP, DIR_DOWN, DIR_FLAT };
enum { BASIS_NONE, BASIS_YOY, BASIS_MOM, BASIS_ANNUAL };

struct context {
	enum bound bound;
	int dir, basis;
	size_t of_from, of_to; /* in the text; empty when not known */
};

/* The context of each quantity of s into c, which has room for s->found.n. */
void context_read(
    const struct tables *tb, const struct scan *s, struct context *c);

/* As the attributes say it; NULL where there is nothing to say. */
const char *context_bound(const struct context *c);
const char *context_dir(const struct context *c);
const char *context_basis(const struct context *c);

#endif
