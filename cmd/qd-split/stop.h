/*
 * Which marks end a sentence: after Unicode Standard Annex 29 (sentence
 * boundaries), for text in which Han characters stand without spaces.
 *
 * Nothing here knows of pairs: whether the sentence goes on behind a mark in
 * quotes is for sent.h.
 */
#ifndef QD_SPLIT_STOP_H
#define QD_SPLIT_STOP_H

#include <stddef.h>
#include <stdint.h>

#include "mem.h"

/* The character at at, or the one that ends there, in half width; 0 where the
 * text has none. */
uint32_t stop_char(struct str t, size_t at);
uint32_t stop_before(struct str t, size_t at);
/* A closing quote; a closing quote or bracket. */
int stop_quotes(uint32_t mark);
int stop_closes(uint32_t cp);
/*
 * 1 when a mark that ends sentences stands at i (a character of *k bytes, or a
 * row of dots: *k is theirs then) in a sentence that begins at from.
 */
int stop_here(struct str t, size_t from, size_t i, size_t *k);

#endif
