#include "step.h"

#include <string.h>

/* The fields of a line; 0 when there are others than n. */
int
step_split(struct str line, struct str *f, size_t n)
{
	const char *p = line.s, *end = line.s + line.len, *t;
	size_t i;

	for (i = 0; i < n; i++) {
		t = memchr(p, '\t', (size_t)(end - p));
		if ((t == NULL) != (i + 1 == n))
			return 0;
		f[i].s = p;
		f[i].len = (size_t)((t ? t : end) - p);
		p = t ? t + 1 : end;
	}
	return 1;
}

/* Writes n fields as a line; b is scratch. */
void
step_fields(struct buf *b, const struct str *f, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		if (i)
			buf_putc(b, '\t');
		buf_put(b, f[i].s, f[i].len);
	}
}

void
step_put(struct out *out, struct buf *b)
{
	buf_putc(b, '\n');
	out_put(out, b->s, b->len);
	buf_reset(b);
}

void
step_hex(struct buf *b, uint64_t x, unsigned digits)
{
	while (digits-- > 0)
		buf_putc(b, "0123456789abcdef"[x >> 4 * digits & 15]);
}

/* A number of decimal digits; -1 when it is none. */
long
step_number(struct str s)
{
	size_t i;
	long n = 0;

	for (i = 0; i < s.len; i++) {
		if (s.s[i] < '0' || s.s[i] > '9' || i == 9)
			return -1;
		n = 10 * n + (s.s[i] - '0');
	}
	return s.len ? n : -1;
}

void
step_id(struct buf *b, const char *shard, uint64_t num)
{
	uint64_t unit = 100000000000U;

	buf_reset(b);
	buf_puts(b, shard);
	buf_putc(b, '.');
	for (; unit; unit /= 10)
		buf_putc(b, (int)('0' + num / unit % 10));
}
