/*
 * Why each line got its label, for people who add rules (--explain).
 *
 * For each line, once its article is given:
 *
 *	FILE:LINE: TAB number of the article TAB label TAB why
 *
 * with the file and line of each pattern that had a part in it.
 */
#ifndef QD_SPLIT_EXPLAIN_H
#define QD_SPLIT_EXPLAIN_H

#include "page.h"

/* Notes the number of the line added last. */
void explain_line(struct page *p);
/* The first n lines held are dropped. */
void explain_drop(struct page *p, size_t n);
/* Explains the units a..b-1 of the article given last. */
void explain_units(struct page *p, size_t a, size_t b);

#endif
