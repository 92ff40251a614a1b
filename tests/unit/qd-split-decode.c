/* cmd/qd-split/decode.h: other encodings, in pieces of any size. */
#include "decode.h"

#include "tap.h"

static void
decodes(const char *encoding, const char *s, size_t n, const char *want,
    size_t bad, const char *what)
{
	struct decode *d = decode_open(encoding);
	struct in_decoder h;
	struct buf b = {0};
	size_t step, i, k, at = 0;

	tap_ok(d != NULL, encoding);
	if (d == NULL)
		return;
	h = decode_hook(d);
	for (step = 1; step < 6; step++) {
		buf_reset(&b);
		h.begin(h.state);
		for (i = 0; i < n; i += k) {
			k = n - i < step ? n - i : step;
			h.bytes(h.state, s + i, k, 0, &b);
		}
		h.bytes(h.state, "", 0, 1, &b);
		tap_str(buf_str(&b), want, what);
		tap_num(decode_bad(d, &at), bad, "bytes that are nothing");
	}
	decode_close(d);
	buf_free(&b);
}

int
main(void)
{
	decodes("GB18030", "\xb8\xdb\xbf\xda\xbf\xaa\xba\xbd", 8, "港口开航", 0,
	    "GB18030");
	decodes("GBK", "\xb8\xdb\xff\xbf\xda", 5, "港\xef\xbf\xbd口", 1,
	    "a byte that is none");
	decodes("GBK", "\xb8\xdb\xbf", 3, "港\xef\xbf\xbd", 1,
	    "a character cut by the end");
	decodes("BIG5", "\xb4\xe4\xa4\xf4", 4, "港水", 0, "Big5");
	decodes("UTF-16", "\xff\xfe\x2f\x6e\xe3\x53", 6,
	    "\xef\xbb\xbf"
	    "港口",
	    0, "UTF-16 with a mark, which is counted");
	decodes("UTF-16", "\xfe\xff\x6e\x2f\x53\xe3", 6,
	    "\xef\xbb\xbf"
	    "港口",
	    0, "the other order");
	decodes("UTF-16", "\x2f\x6e\xe3\x53\x0a\0", 6, "港口\n", 0,
	    "UTF-16 without a mark");
	decodes("UTF-16", "\x6e\x2f\x53\xe3\0\x0a", 6, "港口\n", 0,
	    "the other order without a mark");
	decodes("UTF-16LE", "\x2f\x6e", 2, "港", 0, "an order that is named");
	tap_ok(decode_open("NO-SUCH") == NULL, "an unknown encoding");
	return tap_end();
}
