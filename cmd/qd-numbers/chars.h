/*
 * A set of characters that a text is searched for, as fast as its bytes can be
 * looked at: three bytes a step, two tables, no decoding.
 */
#ifndef QD_NUMBERS_CHARS_H
#define QD_NUMBERS_CHARS_H

#include "han.h"

/*
 * A character of three bytes is a hit where the bits of its first byte and
 * those of the other two, read as one number, meet; a few are hits that are
 * not in the set.  Whatever is not of three bytes is always a hit.
 */
struct chars {
	uint8_t first[0x100], rest[0x10000];
};

void chars_open(struct chars *c);
void chars_add(struct chars *c, uint32_t cp);

/* The two bytes at u as one number, in whatever order: it is an index. */
static inline uint16_t
chars_two(const unsigned char *u)
{
	uint16_t n;

	memcpy(&n, u, sizeof n);
	return n;
}

/* The first hit from byte i on; where fewer than three bytes are left in front
 * of end, the first of them. */
static inline size_t
chars_next(const struct chars *c, const struct text *t, size_t i, size_t end)
{
	const unsigned char *u = (const unsigned char *)t->s;

	while (i + 3 <= end && !(c->first[u[i]] & c->rest[chars_two(u + i + 1)]))
		i += 3;
	return i;
}

#endif
