/*
 * JSON strings (RFC 8259), for the formats that write JSON.
 */
#ifndef QD_FMT_JSONW_H
#define QD_FMT_JSONW_H

#include "mem.h"

/*
 * Adds s, which is valid UTF-8, to b as a JSON string: quotes, backslashes
 * and control characters escaped, all else as it is.
 */
void jsonw_string(struct buf *b, struct str s);
/* As jsonw_string, of a field or value as it stands on the wire: its escapes
 * (qd-records(5)) become those of JSON. */
void jsonw_wire(struct buf *b, struct str s);
/* As jsonw_string, of any bytes: one that is no UTF-8 becomes U+FFFD. */
void jsonw_bytes(struct buf *b, struct str s);
/*
 * 1 when s, as it stands, can be written as a JSON number and be read again as
 * a double without a loss: plain decimals, no leading or closing zeros, at
 * most 15 digits.
 */
int jsonw_exact(struct str s);

#endif
