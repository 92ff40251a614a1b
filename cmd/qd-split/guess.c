#include "guess.h"

#define FEW 8 /* characters that are too few to tell by */

/* A pair that is a character in GBK or Big5. */
static int
is_pair(unsigned a, unsigned b)
{
	return a >= 0x81 && a <= 0xfe && b >= 0x40 && b <= 0xfe && b != 0x7f;
}

/* The four bytes of a character that GB18030 alone has. */
static int
is_four(const unsigned char *u, size_t n)
{
	return n >= 4 && u[0] >= 0x81 && u[0] < 0xff && u[1] >= '0' &&
	       u[1] <= '9' && u[2] >= 0x81 && u[2] < 0xff && u[3] >= '0' &&
	       u[3] <= '9';
}

static void
count_pairs(struct guess *g, const unsigned char *u, size_t n)
{
	size_t i = 0;

	while (i < n) {
		if (u[i] < 0x80) {
			i++;
		} else if (is_four(u + i, n - i)) {
			g->middle++;
			i += 4;
		} else if (i + 1 < n && is_pair(u[i], u[i + 1])) {
			g->low += u[i + 1] < 0x7f;
			g->middle += u[i + 1] > 0x7f && u[i + 1] < 0xa1;
			g->top += u[i + 1] > 0xa0;
			i += 2;
		} else {
			g->odd++;
			i++;
		}
	}
}

/* The high byte of ASCII, of punctuation or of the common Han characters. */
static int
may_lead(unsigned c)
{
	return c == 0 || c == 0x20 || c == 0x30 || c == 0xff ||
	       (c >= 0x4e && c <= 0x9f);
}

void
guess_add(struct guess *g, const char *s, size_t len, size_t off)
{
	const unsigned char *u = (const unsigned char *)s;
	size_t i;

	if (off == 0 && len >= 2)
		g->mark = (u[0] == 0xff && u[1] == 0xfe) ||
			  (u[0] == 0xfe && u[1] == 0xff);
	for (i = 0; i < len; i++) {
		g->high += u[i] >= 0x80;
		g->zero += u[i] == 0;
		g->n[(off + i) & 1]++;
		g->lead[(off + i) & 1] += (size_t)may_lead(u[i]);
	}
	count_pairs(g, u, len);
}

/* Nearly all bytes at places of one parity may be high ones, and many of the
 * others may not. */
static int
is_wide(const struct guess *g)
{
	int k;

	if (g->mark)
		return 1;
	for (k = 0; k < 2; k++)
		if (g->n[k] >= FEW && g->lead[k] * 100 > g->n[k] * 95 &&
		    g->lead[!k] * 100 < g->n[!k] * 80)
			return 1;
	return 0;
}

const char *
guess_name(const struct guess *g, size_t bad)
{
	size_t pairs = g->low + g->middle + g->top;

	if (bad * 4 <= g->high)
		return NULL;
	if (is_wide(g))
		return "UTF-16";
	/* Bytes that are no pair: a few may be broken. */
	if (pairs == 0 || g->zero || g->odd * 50 >= pairs)
		return NULL;
	/* Most second bytes of GB2312 are high; a third of Big5's are not,
	 * and none is in the middle. */
	return g->low * 7 > pairs && g->middle * 50 < pairs ? "BIG5"
							    : "GB18030";
}
