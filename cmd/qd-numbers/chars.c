#include "chars.h"

#define FIRST 0xe3  /* the first bytes from here on have a bit each, */
#define NFIRST 7    /* these many; E2 shares the last one's, */
#define OTHER 0x80U /* and all else that of whatever is no such character */

void
chars_open(struct chars *c)
{
	size_t k;

	memset(c->first, OTHER, sizeof c->first);
	memset(c->rest, OTHER, sizeof c->rest);
	for (k = 0; k < NFIRST; k++)
		c->first[FIRST + k] = (uint8_t)(1U << k);
	c->first[FIRST - 1] = c->first[FIRST + NFIRST - 1];
}

void
chars_add(struct chars *c, uint32_t cp)
{
	unsigned char u[2];

	if (cp < 0x2000 || cp > 0x9fff)
		return;
	u[0] = (unsigned char)(0x80 | (cp >> 6 & 0x3f));
	u[1] = (unsigned char)(0x80 | (cp & 0x3f));
	c->rest[chars_two(u)] |= c->first[0xe0 | cp >> 12];
}
