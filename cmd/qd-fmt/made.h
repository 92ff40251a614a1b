/*
 * Records put together again from cells: what the input forms share.
 *
 * made_begin, then the fields and attributes in any order, then made_line.
 * What was not given is as in a line of no place: doc "-", loc, start and end
 * 0, the rest empty.  Attributes come out sorted by key.  A struct made owns
 * everything; start it as {0}, use it for one record after the other.
 */
#ifndef QD_FMT_MADE_H
#define QD_FMT_MADE_H

#include "rec.h"

struct made {
	struct made_part {
		size_t at, len; /* in bytes */
		int there;
	} f[REC_NFIELDS];
	struct made_attr {
		size_t at, nkey, len; /* key=value in bytes */
		const char *key;      /* once sorted */
	} * v;
	size_t n, cap;
	int unsorted;
	struct buf bytes;
};

void made_begin(struct made *m);
/* Field at, with the escapes of the wire (raw TAB, LF and CR are escaped), or
 * without any. */
void made_wire(struct made *m, size_t at, struct str s);
void made_plain(struct made *m, size_t at, struct str s);
/* An attribute; of two with one key the later holds.  made_attr_wire
 * takes its value as it stands on the wire. */
void made_attr_wire(struct made *m, struct str key, struct str value);
void made_attr(struct made *m, struct str key, struct str value);
/* Another value of the attribute that was given last. */
void made_attr_more(struct made *m, struct str value);
/* All attributes of a field 8. */
void made_attrs(struct made *m, struct str attrs);
/* Field at as it was given, escaped; s is NULL where it was not. */
struct str made_field(const struct made *m, size_t at);
/* Adds the record's line, with its LF, to b. */
void made_line(struct made *m, struct buf *b);
void made_free(struct made *m);

#endif
