/* cmd/qd-dedupe: pool.h, seen.h, store.h, posts.h, bloom.h: what is remembered
 * of a stream. */
#include "bloom.h"
#include "posts.h"
#include "seen.h"
#include "store.h"

#include "tap.h"

#define MANY 20000

/* Honest keys. */
static struct hash
key(size_t i)
{
	return hash_bytes((const char *)&i, sizeof i);
}

static void
pools(void)
{
	struct pool p;
	struct paged a;
	size_t at, n;

	tap_num((size_t)pool_open(&p, 1 << 20), 0, "a pool is reserved");
	at = pool_take(&p, 1);
	p.base[at] = 1;
	pool_give(&p, at, 1);
	at = pool_take(&p, 1);
	tap_ok(p.base[at] == 0, "a chunk is zero when it is given again");
	paged_open(&a, &p, 16);
	for (n = 0; paged_grow(&a, n + 1) == 0; n = paged_room(&a))
		;
	tap_ok(pool_used(&p) == p.bytes, "it gives all that it has");
	tap_ok(pool_take(&p, 1) == (size_t)-1, "and no more");
	paged_reset(&a);
	tap_ok(
	    pool_used(&p) == (size_t)1 << p.shift, "what comes back is there");
	tap_ok(pool_take(&p, 5) != (size_t)-1, "several side by side");
	paged_free(&a);
	pool_close(&p);
}

static void
table(void)
{
	struct pool p;
	struct seen s;
	size_t i, wrong = 0;
	uint32_t num;

	(void)pool_open(&p, 1 << 20);
	seen_open(&s, &p, 1);
	for (i = 0; i < MANY; i++) {
		wrong += seen_find(&s, key(i), &num) || seen_room(&s) == -1;
		seen_put(&s, key(i), (uint32_t)i);
	}
	tap_num(wrong, 0, "keys are new at first");
	for (i = 0; i < MANY; i++)
		wrong += !seen_find(&s, key(i), &num) || num != i;
	tap_num(wrong, 0, "and then old, with their numbers");
	seen_forget(&s, 0, MANY / 2);
	for (i = 0; i < MANY; i++)
		wrong += seen_find(&s, key(i), &num) != (i >= MANY / 2);
	tap_num(wrong, 0, "the older half is forgotten, the other is not");
	tap_num(s.n, MANY / 2, "and counted");
	seen_reset(&s);
	tap_ok(!seen_find(&s, key(MANY - 1), &num), "a reset forgets all");
	for (i = 0; seen_room(&s) == 0; i++)
		seen_put(&s, key(i), (uint32_t)i);
	tap_ok(i * 16 > p.bytes * 9 / 10, "16 bytes for each are enough");
	for (wrong = 0; i-- > 0;)
		wrong += !seen_find(&s, key(i), &num) || num != i;
	tap_num(wrong, 0, "and what was put in is still there");
	seen_free(&s);
	pool_close(&p);
}

static void
no_numbers(void)
{
	struct pool p;
	struct seen s;
	size_t i, wrong = 0;
	uint32_t num;

	(void)pool_open(&p, 1 << 20);
	seen_open(&s, &p, 0);
	for (i = 0; seen_room(&s) == 0; i++) {
		wrong += (size_t)seen_find(&s, key(i), &num);
		seen_put(&s, key(i), 0);
	}
	tap_ok(i * 14 > p.bytes, "without numbers 14 bytes are enough");
	for (; i-- > 0;)
		wrong += !seen_find(&s, key(i), &num);
	tap_num(wrong, 0, "and a key is found when it was put in");
	seen_free(&s);
	pool_close(&p);
}

/* Two keys that agree in the first 64 bits are two. */
static void
alike(void)
{
	struct hash a = {1, 77}, b = {2, 77};
	struct pool p;
	struct seen s;
	uint32_t num;

	(void)pool_open(&p, 1 << 20);
	seen_open(&s, &p, 1);
	(void)seen_room(&s);
	seen_put(&s, a, 5);
	tap_ok(!seen_find(&s, b, &num), "keys that are nearly the same differ");
	seen_put(&s, b, 6);
	tap_ok(seen_find(&s, a, &num) && num == 5, "each has its number");
	tap_ok(seen_find(&s, b, &num) && num == 6, "the other, too");
	seen_free(&s);
	pool_close(&p);
}

/* A state file may hold keys that are no hashes: here, all the greatest. */
static void
no_hashes(void)
{
	struct hash k = {0, UINT64_MAX};
	struct pool p;
	struct seen s;
	size_t n, wrong = 0;
	uint32_t num;

	(void)pool_open(&p, 1 << 22);
	seen_open(&s, &p, 1);
	for (n = 0; seen_room(&s) == 0; n++) {
		k.lo = n;
		seen_put(&s, k, (uint32_t)n);
	}
	tap_ok(n < 1000, "keys of one home are refused when it is full");
	for (k.lo = 0; k.lo < n; k.lo++)
		wrong += !seen_find(&s, k, &num) || num != k.lo;
	tap_num(wrong, 0, "none of them stands behind the end");
	seen_free(&s);
	pool_close(&p);
}

static void
stores(void)
{
	struct pool p;
	struct store s;
	struct str doc, loc;
	struct buf name = {0}, text = {0};
	size_t i, wrong = 0;

	(void)pool_open(&p, 1 << 20);
	store_open(&s, &p, 1);
	for (i = 0; i < 2000; i++) {
		buf_reset(&name);
		buf_putu(&name, i / 7);
		buf_reset(&text);
		buf_putu(&text, i * 31);
		wrong += store_room(
			     &s, buf_str(&name), str_of("1.2"), text.len) == -1;
		wrong += store_add(&s, buf_str(&name), str_of("1.2"),
			     buf_str(&text)) != i;
	}
	store_forget(&s, 1200);
	for (i = 1200; i < 2000; i++) {
		buf_reset(&name);
		buf_putu(&name, i / 7);
		buf_reset(&text);
		buf_putu(&text, i * 31);
		store_place(&s, i, &doc, &loc);
		wrong += !str_eq(doc, buf_str(&name)) || !str_is(loc, "1.2");
		wrong += !str_eq(store_text(&s, i), buf_str(&text));
	}
	tap_num(wrong, 0, "places and texts come back");
	for (i = 0; i < 50000; i++)
		buf_putc(&text, 'x');
	tap_num((size_t)store_room(&s, str_of("a"), str_of("1"), text.len), 0,
	    "a long text finds room");
	i = (size_t)store_add(&s, str_of("a"), str_of("1"), buf_str(&text));
	tap_ok(str_eq(store_text(&s, i), buf_str(&text)), "and comes back");
	tap_ok(store_room(&s, str_of("a"), str_of("1"), 1 << 21) == -1,
	    "one that is too long does not");
	buf_free(&name);
	buf_free(&text);
	store_free(&s);
	pool_close(&p);
}

static void
postings(void)
{
	struct pool p;
	struct posts t;
	uint32_t num[POSTS_MAX], k;
	size_t i, n, found = 0, wrong = 0;

	(void)pool_open(&p, 8 << 20);
	posts_open(&t, &p, 0);
	for (i = 0; i < MANY; i++) {
		wrong += posts_room(&t, 1) == -1;
		posts_put(&t, posts_key(&t, key(i).hi), (uint32_t)i);
	}
	tap_num(wrong, 0, "there is room");
	for (i = 0; i < MANY; i++) {
		n = posts_get(&t, posts_key(&t, key(i).hi), num);
		while (n-- > 0)
			found += num[n] == i;
	}
	tap_num(found + t.lost, MANY, "what is not lost is found");
	tap_ok(t.lost < MANY / 20, "and little is lost");
	k = posts_key(&t, key(MANY).hi);
	for (i = 0; i < 6; i++)
		posts_put(&t, k, (uint32_t)(MANY + i / 2));
	n = posts_get(&t, k, num);
	tap_ok(n == 3 && num[0] == MANY && num[2] == MANY + 2,
	    "a block is there once, the earliest first");
	for (i = 0; i < 6; i++)
		posts_put(&t, k, (uint32_t)(MANY + 9 + i));
	tap_num(posts_get(&t, k, num), POSTS_MAX, "and no more than some");
	posts_forget(&t, MANY + 1);
	tap_ok(posts_get(&t, k, num) == 3 && num[0] == MANY + 1,
	    "the oldest are forgotten");
	posts_free(&t);
	pool_close(&p);
}

static void
filter(void)
{
	struct pool p;
	struct bloom f;
	size_t i, wrong = 0;

	(void)pool_open(&p, 1 << 20);
	bloom_open(&f, &p);
	for (i = 0; bloom_chance(&f) < .001; i++)
		(void)bloom_put(&f, key(i));
	tap_ok(i > p.bytes / 2, "16 bits a key are enough");
	tap_ok(f.expect < .001 * (double)i, "few are expected to be wrong");
	tap_ok((double)(i - f.n) < 3 * f.expect + 20, "and few are");
	for (; i-- > 0;)
		wrong += !bloom_put(&f, key(i));
	tap_num(wrong, 0, "what was put in is always found");
	pool_close(&p);
}

int
main(void)
{
	pools();
	table();
	no_numbers();
	alike();
	no_hashes();
	stores();
	postings();
	filter();
	return tap_end();
}
