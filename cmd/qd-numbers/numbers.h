/*
 * The engine: a text in, its quantities out as annotations.
 *
 * It keeps between texts what dates are resolved against, so the texts of a
 * document go through it in their order.
 */
#ifndef QD_NUMBERS_NUMBERS_H
#define QD_NUMBERS_NUMBERS_H

#include "ann.h"
#include "date.h"

struct numbers;

/* The tags, in the order of the option --types; ended by NULL. */
extern const char *const numbers_tags[];

/* Reads the user's n tables of units and the tables in dir (--data, or NULL);
 * dies where one is wrong. */
struct numbers *numbers_open(
    const char *dir, const char *const *units, size_t n);
/* A document begins. */
void numbers_document(struct numbers *nm);
/* An article begins, of that date as far as it is known (0 where not), with
 * that title (or an empty one). */
void numbers_article(struct numbers *nm, struct date date, struct str title);
/* Takes up the text of a block (its tag); text is borrowed until the last
 * numbers_next. */
void numbers_text(struct numbers *nm, struct str tag, struct str text);
/*
 * Adds the quantities of the text's next piece to l, in order: 1; 0 when there
 * is no piece left.  Most texts are one piece; a long one is never held as
 * more than one.
 */
int numbers_next(struct numbers *nm, struct ann_list *l);
void numbers_close(struct numbers *nm);

#endif
