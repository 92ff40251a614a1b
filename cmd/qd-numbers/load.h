/*
 * Reading the tables of words: what load.c (units, tables_open) and
 * load_words.c (the rest) share.  All of these die where a table is wrong.
 */
#ifndef QD_NUMBERS_LOAD_H
#define QD_NUMBERS_LOAD_H

#include "data.h"
#include "tables.h"

/* Adds a word of d's line to lb. */
void load_word(const struct data_file *d, struct lex_build *lb, struct str word,
    struct str classes, struct str canon);
/* Notes in l that the word s is looked up where it may begin. */
void load_begin(struct lexis *l, struct str s);
/* What lb holds, as a lexicon; frees lb. */
struct lex *load_built(struct lex_build *lb);

/* nonquantities.tsv; cues.tsv and verbs.tsv; status.tsv, in dir or NULL. */
void load_stops(struct tables *tb, const char *dir);
void load_cues(struct tables *tb, const char *dir);
void load_status(struct tables *tb, const char *dir);

#endif
