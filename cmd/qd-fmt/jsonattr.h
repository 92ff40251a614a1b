/*
 * Attributes as members of a JSON object: an array where there are several
 * values, a number where the key means one (qd-records(5)).
 */
#ifndef QD_FMT_JSONATTR_H
#define QD_FMT_JSONATTR_H

#include "mem.h"

/* Adds the value s of attribute key, as it stands on the wire, to b. */
void jsonattr_value(struct buf *b, struct str key, struct str s);
/*
 * Adds ,"key":value to b; where taken is set (the object has another member of
 * that name) it is ,"attrs.key":value.
 */
void jsonattr_put(struct buf *b, struct str key, struct str s, int taken);
/* Adds the value of a record's field 7: a number where its tag means one. */
void jsonattr_field7(struct buf *b, struct str tag, struct str s);

#endif
