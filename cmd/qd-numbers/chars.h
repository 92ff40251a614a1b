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
	const unsigned char *u = (const unsigned char *)t->s + i, *from = u;
	const unsigned char *last;

	if (end - i < 3)
		return i;
	last = u + (end - i) - 3;
	while (u <= last && !(c->first[*u] & c->rest[chars_two(u + 1)]))
		u += 3;
	return i + (size_t)(u - from);
}

#endif
