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

/* Reads the tables in dir (--data, or NULL); dies where one is wrong. */
struct numbers *numbers_open(const char *dir);
/* A document begins. */
void numbers_document(struct numbers *nm);
/* An article begins, of that date as far as it is known (0 where not), with
 * that title (or an empty one). */
void numbers_article(struct numbers *nm, struct date date, struct str title);
/* The quantities of the text of a block (its tag) into l, which is reset
 * first. */
void numbers_text(
    struct numbers *nm, struct str tag, struct str text, struct ann_list *l);
void numbers_close(struct numbers *nm);

#endif
