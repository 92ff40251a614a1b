/*
 * JSON strings (RFC 8259), for the formats that write JSON.
 */
#ifndef QD_FMT_JSON_H
#define QD_FMT_JSON_H

#include "mem.h"

/*
 * Adds s, which is valid UTF-8, to b as a JSON string: quotes, backslashes
 * and control characters escaped, all else as it is.
 */
void json_string(struct buf *b, struct str s);
/* As json_string, of any bytes: one that is no UTF-8 becomes U+FFFD. */
void json_bytes(struct buf *b, struct str s);

#endif
