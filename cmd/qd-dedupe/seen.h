/*
 * The keys that were seen, each with a number if that is asked for.
 *
 * An open hash table that doubles: 16 bytes a key (24 with numbers), 21 to 43
 * as it is filled.  It never takes more than limit bytes, the old table that
 * it is moved from included.  A struct seen owns its tables: start it as {0}
 * with numbers and limit set.
 */
#ifndef QD_DEDUPE_SEEN_H
#define QD_DEDUPE_SEEN_H

#include "hash.h"

struct seen {
	int numbers;  /* keys have numbers */
	size_t limit; /* bytes; may be changed at any time */
	struct hash *v;
	size_t *num;
	size_t n, cap; /* cap: 0 or a power of 2 */
};

enum { SEEN_FULL = -1, SEEN_NEW, SEEN_OLD };

/*
 * Looks for the key and puts it in where it is new.  *num (where keys have
 * numbers) is the place of its number, good until the next call.
 */
int seen_put(struct seen *s, struct hash key, size_t **num);
/* Bytes that it takes now. */
size_t seen_bytes(const struct seen *s);
/* Forgets all keys, and gives back what more than a few took. */
void seen_reset(struct seen *s);
void seen_free(struct seen *s);

#endif
