/*
 * JSON Lines (one RFC 8259 object a line), read: the only room that knows the
 * JSON library (Jansson).
 *
 * The caller pulls lines (in_next) and gives them here one by one, so memory
 * is bounded by the longest line.  A reader owns what the line amounts to;
 * values and the strings in them are borrowed from it until the next
 * json_read or json_close.  NUL may occur in strings.  A NULL value stands
 * for one that is missing, and every function takes it.
 *
 * Writing is not here: the formats that write JSON do it straight into their
 * row.
 */
#ifndef QD_JSON_H
#define QD_JSON_H

#include <stddef.h>

#include "mem.h"

enum json_kind {
	JSON_NONE, /* no such member */
	JSON_NIL,  /* null */
	JSON_BOOL,
	JSON_NUMBER,
	JSON_TEXT,
	JSON_LIST,
	JSON_DICT
};

struct json_reader;
struct json_val;

struct json_reader *json_open(void);
/*
 * Reads one line, which must be one object (a byte order mark before it is
 * passed over; white space alone is an object without members).  NULL; or
 * what is wrong with it in words, with the byte, in msg of 160 bytes.
 */
const char *json_read(
    struct json_reader *j, const char *s, size_t len, char *msg);
/* The object of the line read last. */
const struct json_val *json_top(const struct json_reader *j);
void json_close(struct json_reader *j);

enum json_kind json_kind(const struct json_val *v);
/* The member of a dict; NULL where it has none of that name, or is none. */
const struct json_val *json_get(const struct json_val *dict, const char *name);
/*
 * Walks a dict in the order of the line: *at starts as NULL; 0 at the end,
 * else 1 with the member's name and value.
 */
int json_next(const struct json_val *dict, void **at, struct str *name,
    const struct json_val **v);
/* Number of members of a list, 0 of what is none; the i-th of them. */
size_t json_count(const struct json_val *list);
const struct json_val *json_at(const struct json_val *list, size_t i);
/*
 * A value as text: a string as it is, a number in plain decimals, "true",
 * "false"; s is NULL for null and for a missing one.  A list or dict is
 * written as JSON.  Borrowed from the reader, or in b, which is reset.
 */
struct str json_text(const struct json_val *v, struct buf *b);
/* 1 with *n when v is a whole number from 0 on. */
int json_size(const struct json_val *v, size_t *n);

#endif
