/* Other encodings: the same text in pieces of any size, and UTF-8. */
#include <stdint.h>
#include <stdlib.h>

#include "decode.h"
#include "utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static size_t
decode(
    const char *encoding, const char *s, size_t n, size_t step, struct buf *b)
{
	struct decode *d = decode_open(encoding);
	struct in_decoder h;
	size_t at = 0, k, bad;

	if (d == NULL)
		return 0;
	h = decode_hook(d);
	h.begin(h.state);
	while (n) {
		k = n < step ? n : step;
		h.bytes(h.state, s, k, 0, b);
		s += k;
		n -= k;
	}
	h.bytes(h.state, s, 0, 1, b);
	bad = decode_bad(d, &at);
	decode_close(d);
	return bad;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const names[] = {
	    "GB18030", "BIG5", "UTF-16", "UTF-32", "UTF-16LE"};
	const char *s = (const char *)data;
	struct buf one = {0}, two = {0};
	size_t i, bad;

	for (i = 0; i < sizeof names / sizeof *names; i++) {
		buf_reset(&one);
		buf_reset(&two);
		bad = decode(names[i], s, size, size + 1, &one);
		if (decode(names[i], s, size, 1 + size % 7, &two) != bad ||
		    !str_eq(buf_str(&one), buf_str(&two)) ||
		    utf8_valid(one.s, one.len) < one.len)
			abort();
	}
	buf_free(&one);
	buf_free(&two);
	return 0;
}
