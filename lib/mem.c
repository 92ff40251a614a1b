#include "mem.h"

#include <err.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

_Noreturn void
mem_die(void)
{
	errx(2, "out of memory");
}

void *
mem_calloc(size_t n, size_t size)
{
	void *p = calloc(n ? n : 1, size ? size : 1);

	if (p == NULL)
		mem_die();
	return p;
}

void *
mem_realloc(void *p, size_t n, size_t size)
{
	if (size != 0 && n > SIZE_MAX / size)
		mem_die();
	p = realloc(p, n == 0 || size == 0 ? 1 : n * size);
	if (p == NULL)
		mem_die();
	return p;
}

void *
mem_more(void *p, size_t *cap, size_t need, size_t size)
{
	size_t n = *cap ? *cap : 16;

	while (n < need)
		n = n > SIZE_MAX / 2 ? need : n * 2;
	p = mem_realloc(p, n, size);
	*cap = n;
	return p;
}

char *
mem_dup(const char *s, size_t len)
{
	char *p = mem_realloc(NULL, len + 1, 1);

	if (len)
		memcpy(p, s, len);
	p[len] = '\0';
	return p;
}

void
mem_free(void *p)
{
	free(p);
}

void
buf_reserve(struct buf *b, size_t n)
{
	if (n >= SIZE_MAX - b->len)
		mem_die();
	if (b->len + n + 1 > b->cap)
		b->s = mem_grow(b->s, &b->cap, b->len + n + 1, 1);
}

void
buf_putu(struct buf *b, size_t n)
{
	static const char two[] = "00010203040506070809"
				  "10111213141516171819"
				  "20212223242526272829"
				  "30313233343536373839"
				  "40414243444546474849"
				  "50515253545556575859"
				  "60616263646566676869"
				  "70717273747576777879"
				  "80818283848586878889"
				  "90919293949596979899";
	char d[24];
	size_t i = sizeof d;

	for (; n >= 10; n /= 100) {
		i -= 2;
		memcpy(d + i, two + n % 100 * 2, 2);
	}
	if (n || i == sizeof d)
		d[--i] = (char)('0' + n);
	buf_put(b, d + i, sizeof d - i);
}

void
buf_reset(struct buf *b)
{
	b->len = 0;
	if (b->s)
		b->s[0] = '\0';
}

struct str
buf_str(const struct buf *b)
{
	struct str s = {b->s ? b->s : "", b->len};

	return s;
}

void
buf_free(struct buf *b)
{
	free(b->s);
	b->s = NULL;
	b->len = b->cap = 0;
}

int
str_cmp(struct str a, struct str b)
{
	size_t n = a.len < b.len ? a.len : b.len;
	int c = n ? memcmp(a.s, b.s, n) : 0;

	return c ? c : (a.len > b.len) - (a.len < b.len);
}
