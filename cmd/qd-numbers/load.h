/*
 * Reading the tables of words: what load.c (units, tables_open) and
 * load_words.c (the rest) share.  All of these die where a table is wrong.
 */
#ifndef QD_NUMBERS_LOAD_H
#define QD_NUMBERS_LOAD_H

#include "data.h"
#include "tables.h"

/* Adds a word of d's line to l. */
void load_word(const struct data_file *d, struct lexis *l, struct str word,
    uint32_t value);

/* nonquantities.tsv; cues.tsv and verbs.tsv; status.tsv, in dir or NULL. */
void load_stops(struct tables *tb, const char *dir);
void load_cues(struct tables *tb, const char *dir);
void load_status(struct tables *tb, const char *dir);

#endif
