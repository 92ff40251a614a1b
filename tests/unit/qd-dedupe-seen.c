/* cmd/qd-dedupe: seen.h, places.h: what is remembered of a stream. */
#include "places.h"
#include "seen.h"

#include "tap.h"

#define MANY 10000

/* Keys that fall on a few entries, to try the search for the next one. */
static struct hash
key(size_t i)
{
	struct hash h = {i % 7, i};

	return h;
}

static void
table(void)
{
	struct seen s = {1, (size_t)-1, NULL, NULL, 0, 0};
	size_t i, wrong = 0, *num;

	for (i = 0; i < MANY; i++) {
		wrong += seen_put(&s, key(i), &num) != SEEN_NEW;
		*num = i;
	}
	tap_num(wrong, 0, "keys are new at first");
	for (i = 0; i < MANY; i++)
		wrong += seen_put(&s, key(i), &num) != SEEN_OLD || *num != i;
	tap_num(wrong, 0, "and then old, with their numbers");
	tap_num(s.n, MANY, "each is there once");
	seen_reset(&s);
	tap_ok(seen_put(&s, key(5), &num) == SEEN_NEW, "a reset forgets them");
	seen_reset(&s);
	tap_ok(seen_put(&s, key(5), &num) == SEEN_NEW, "of a small table, too");
	tap_ok(seen_put(&s, key(5), &num) == SEEN_OLD, "and it goes on");
	seen_free(&s);
}

static void
limit(void)
{
	struct seen s = {0, 100000, NULL, NULL, 0, 0};
	size_t i, most = 0;
	int r;

	for (i = 0; (r = seen_put(&s, key(i), NULL)) == SEEN_NEW; i++)
		most = seen_bytes(&s) > most ? seen_bytes(&s) : most;
	tap_ok(r == SEEN_FULL, "a full table says so");
	tap_ok(most <= s.limit, "before it takes more than it may");
	tap_ok(i >= 1500, "and not before there is need");
	s.limit *= 4;
	tap_ok(seen_put(&s, key(i), NULL) == SEEN_NEW, "with more it goes on");
	seen_free(&s);
}

static void
places(void)
{
	static const struct {
		const char *doc, *loc;
	} t[] = {{"a.txt", "1.1"}, {"a.txt", "1.2"}, {"", "3"},
	    {"b:c", "4.5.6"}, {"a.txt", "1.3"}};
	struct places p = {0};
	struct str doc, loc;
	struct buf name = {0};
	size_t num[sizeof t / sizeof *t], i, big;

	for (i = 0; i < sizeof t / sizeof *t; i++)
		num[i] = places_add(&p, str_of(t[i].doc), str_of(t[i].loc));
	for (i = 0; i < 1000; i++)
		buf_putc(&name, 'x');
	big = places_add(&p, buf_str(&name), str_of("7"));
	for (i = 0; i < sizeof t / sizeof *t; i++) {
		places_get(&p, num[i], &doc, &loc);
		tap_str(doc, t[i].doc, "a document");
		tap_str(loc, t[i].loc, "and the place there");
	}
	places_get(&p, big, &doc, &loc);
	tap_ok(str_eq(doc, buf_str(&name)), "a long name");
	tap_str(loc, "7", "and the place there");
	places_reset(&p);
	num[0] = places_add(&p, str_of("a"), str_of("1"));
	places_get(&p, num[0], &doc, &loc);
	tap_str(doc, "a", "after a reset");
	buf_free(&name);
	places_free(&p);
}

int
main(void)
{
	table();
	limit();
	places();
	return tap_end();
}
