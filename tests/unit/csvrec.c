/* lib/csvrec.h: rows out of bytes that come in pieces. */
#include "csvrec.h"

#include "tap.h"

/* Reads s in pieces of step bytes; rows as a/b/c|d/e, "!" where it is bad. */
static void
read_all(const char *s, size_t step, struct buf *got)
{
	struct csv_reader *r = csv_open();
	const struct str *f;
	size_t i, k, n, j, len = strlen(s);
	int bad = 0, end = 0;

	for (i = 0; !end; i += k) {
		k = len - i < step ? len - i : step;
		end = k == 0;
		bad = end ? csv_end(r) : csv_feed(r, s + i, k);
		while (csv_row(r, &f, &n)) {
			for (j = 0; j < n; j++) {
				buf_puts(got, j ? "/" : "");
				buf_put(got, f[j].s, f[j].len);
			}
			buf_puts(got, "|");
		}
		if (bad)
			break;
	}
	if (bad)
		buf_puts(got, "!");
	csv_close(r);
}

int
main(void)
{
	static const struct {
		const char *in, *want;
	} t[] = {
	    {"", ""},
	    {"a,b\r\nc,d\r\n", "a/b|c/d|"},
	    {"a,b\nc,d", "a/b|c/d|"},
	    {"a,,\n", "a//|"},
	    {"\"x,y\",\"a\"\"b\"\n", "x,y/a\"b|"},
	    {"\"two\nlines\",z\n", "two\nlines/z|"},
	    {"港口,\"开，航\"\n", "港口/开，航|"},
	    {"a\n\nb\n", "a|b|"},
	    {" a ,\tb\n\" c \", d\n", " a /\tb| c / d|"},
	    {"a,\"b\" c\n", "!"},
	    {"a,b\"c\n", "!"},
	    {"a,\"never closed\n", "!"},
	};
	struct buf got = {0};
	size_t i, step;

	for (i = 0; i < sizeof t / sizeof *t; i++)
		for (step = 1; step < 50; step += 7) {
			buf_reset(&got);
			read_all(t[i].in, step, &got);
			tap_str(buf_str(&got), t[i].want, t[i].in);
		}
	buf_free(&got);
	return tap_end();
}
