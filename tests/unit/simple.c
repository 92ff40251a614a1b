/* lib/simple.h: traditional and simplified characters. */
#include "simple.h"

#include <uchar.h>

#include "tap.h"

static void
becomes(const struct simple *sm, const char *from, const char *want)
{
	struct buf b = {0};

	buf_puts(&b, from);
	simple_text(sm, b.s, b.len);
	tap_str(buf_str(&b), want, from);
	buf_free(&b);
}

int
main(void)
{
	struct simple *sm = simple_load(NULL);
	uint16_t *to = mem_calloc(SIMPLE_CHARS, sizeof *to);
	const char *const traditional[] = {"臨溪縣", "與會者說", "他說", NULL};
	const char *const others[] = {
	    "", "临溪县", "天下", "abc", "临溪县的羅先生", "乾於後", NULL};
	size_t i;

	simple_read(NULL, to);
	tap_num(to[U'縣'], U'县', "a character has its simplified form");
	tap_num(to[U'县'], U'县', "a simplified one is its own");
	tap_num(to['a'], 'a', "and so is any other");
	for (i = 0; traditional[i]; i++)
		tap_ok(simple_is_traditional(sm, str_of(traditional[i])),
		    traditional[i]);
	for (i = 0; others[i]; i++)
		tap_ok(
		    !simple_is_traditional(sm, str_of(others[i])), others[i]);
	becomes(sm, "臨溪縣abc", "临溪县abc");
	becomes(sm, "「說」『於』", "“说”‘于’");
	becomes(sm, "乾", "乾");
	becomes(sm, "", "");
	mem_free(to);
	simple_free(sm);
	return tap_end();
}
