/*
 * Traditional Chinese characters and their simplified forms: variants.tsv,
 * which tells one simplified form of each.
 *
 * A text is taken for traditional by the characters that only such a text has,
 * against those that only a simplified one has.  A struct simple is made once
 * and never changes.
 */
#ifndef QD_SIMPLE_H
#define QD_SIMPLE_H

#include <stdint.h>

#include "mem.h"

#define SIMPLE_CHARS (1U << 16) /* the basic plane */

struct simple;

/* What each character becomes, most of them themselves; dir: --data or NULL.
 * Dies where the file cannot be read. */
void simple_read(const char *dir, uint16_t to[SIMPLE_CHARS]);

/* Dies as simple_read does. */
struct simple *simple_load(const char *dir);
/* 1 when s (valid UTF-8) is in traditional characters. */
int simple_is_traditional(const struct simple *sm, struct str s);
/* Simplifies the len bytes at s in place: no character changes its length.
 * Quotation marks of East Asia (「」『』) become those of the mainland. */
void simple_text(const struct simple *sm, char *s, size_t len);
void simple_free(struct simple *sm);

#endif
