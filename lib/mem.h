/*
 * Memory: allocation that cannot fail quietly, and one growing buffer.
 *
 * This is the only room that calls malloc, realloc and free, and the only one
 * that dies of memory: every function here returns or ends the program with
 * status 2 and a message.  Sizes are multiplied with overflow checked.
 * A struct buf owns its bytes; pointers into it live until the next call that
 * may grow it.  s[len] is always NUL for convenience once anything was put,
 * but no decision may rest on it: a buffer may hold NUL bytes.
 * Start a buffer as {0}; buf_free makes it {0} again.
 */
#ifndef QD_MEM_H
#define QD_MEM_H

#include <stddef.h>
#include <string.h>

/* A borrowed run of bytes: never freed, never NUL-terminated by promise. */
struct str {
	const char *s;
	size_t len;
};

struct buf {
	char *s;
	size_t len, cap;
};

/* n members of size bytes, zeroed; never NULL. */
void *mem_calloc(size_t n, size_t size);
/* p resized to n members of size bytes; p may be NULL. */
void *mem_realloc(void *p, size_t n, size_t size);
/*
 * Make room for at least need members of size bytes in the array p of *cap
 * members; returns p or its new place and updates *cap (doubling).
 */
void *mem_more(void *p, size_t *cap, size_t need, size_t size);
static inline void *
mem_grow(void *p, size_t *cap, size_t need, size_t size)
{
	return need <= *cap ? p : mem_more(p, cap, need, size);
}
/* A NUL-terminated copy of len bytes, to be freed with mem_free. */
char *mem_dup(const char *s, size_t len);
void mem_free(void *p);
/* Ends the program with "out of memory" and status 2. */
_Noreturn void mem_die(void);

/* Room for n more bytes behind b->len; the bytes there are not set. */
void buf_reserve(struct buf *b, size_t n);
/* Inline, because records are put together from short strings and single
 * characters. */
static inline void
buf_put(struct buf *b, const char *s, size_t n)
{
	if (b->cap - b->len <= n)
		buf_reserve(b, n);
	if (n)
		memcpy(b->s + b->len, s, n);
	b->len += n;
	b->s[b->len] = '\0';
}
static inline void
buf_puts(struct buf *b, const char *s)
{
	buf_put(b, s, strlen(s));
}
static inline void
buf_putc(struct buf *b, int c)
{
	if (b->cap - b->len < 2)
		buf_reserve(b, 1);
	b->s[b->len++] = (char)c;
	b->s[b->len] = '\0';
}
/* Decimal digits of n. */
void buf_putu(struct buf *b, size_t n);
/* Empties b, keeps its memory. */
void buf_reset(struct buf *b);
struct str buf_str(const struct buf *b);
void buf_free(struct buf *b);

/* 1 when the two are the same bytes. */
static inline int
str_eq(struct str a, struct str b)
{
	return a.len == b.len && (a.len == 0 || !memcmp(a.s, b.s, a.len));
}
static inline struct str
str_of(const char *z)
{
	struct str s = {z, strlen(z)};

	return s;
}
/* 1 when a is the bytes of the C string z.  Inline, because most are
 * constants. */
static inline int
str_is(struct str a, const char *z)
{
	size_t n = strlen(z);

	return a.len == n && (n == 0 || !memcmp(a.s, z, n));
}
/* memcmp order, a prefix before the longer one. */
int str_cmp(struct str a, struct str b);

#endif
