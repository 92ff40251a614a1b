/* lib/src.h: the source map. */
#include "src.h"

#include "tap.h"

static struct rec
block(const char *line)
{
	struct rec r;
	char msg[160];

	rec_parse(&r, line, strlen(line), msg);
	return r;
}

static void
one_piece(void)
{
	struct src_map m = {0};
	struct rec r = block("para\ta\t1.1\t100\t106\tabcdef\t\t");
	size_t s, e;

	tap_num((size_t)src_read(&m, &r, r.f[REC_TEXT]), 0, "no src= is fine");
	tap_num(src_span(&m, 2, 5, &s, &e, NULL), 1, "one piece");
	tap_num(s, 102, "start moves with the block");
	tap_num(e, 105, "so does end");
	src_free(&m);
}

static void
pieces(void)
{
	struct src_map m = {0};
	struct buf b = {0};
	struct rec r =
	    block("para\ta\t1.1\t10\t503\tabcdef\t\tcut=tail;src=0@10,3@500");
	size_t s, e;

	tap_num((size_t)src_read(&m, &r, r.f[REC_TEXT]), 0, "two pieces");
	tap_num(src_span(&m, 0, 3, &s, &e, &b), 1, "all of the first");
	tap_num(e, 13, "ends where it ends");
	tap_num(src_span(&m, 3, 6, &s, &e, &b), 1, "all of the second");
	tap_num(s, 500, "starts where it starts");
	tap_num(b.len, 0, "no src= of their own");
	tap_num(src_span(&m, 2, 4, &s, &e, &b), 2, "across both");
	tap_num(s, 12, "smallest offset");
	tap_num(e, 501, "largest offset");
	tap_str(buf_str(&b), "0@12,1@500", "a src= of its own");
	src_free(&m);
	buf_free(&b);
}

static void
backwards(void)
{
	struct src_map m = {0};
	struct rec r = block("para\ta\t1.1\t10\t503\tabcdef\t\tsrc=0@500,3@10");
	size_t s, e;

	src_read(&m, &r, r.f[REC_TEXT]);
	src_span(&m, 2, 4, &s, &e, NULL);
	tap_num(s, 10, "a piece may stand before the one it follows");
	tap_num(e, 503, "and the ends are still smallest and largest");
	src_free(&m);
}

static void
bad_byte(void)
{
	struct src_map m = {0};
	struct buf b = {0};
	struct rec r = block("para\ta\t1.1\t10\t15\tab\xef\xbf\xbd"
			     "cd\t\tsrc=0@10,2@12,5@13");
	size_t s, e;

	src_read(&m, &r, r.f[REC_TEXT]);
	tap_num(src_span(&m, 5, 7, &s, &e, NULL), 1, "behind a bad byte");
	tap_num(s, 13, "text counts three, the source one");
	src_span(&m, 0, 7, &s, &e, &b);
	tap_num(e, 15, "the end");
	tap_str(buf_str(&b), "0@10,2@12,5@13", "the same map again");
	src_free(&m);
	buf_free(&b);
}

static void
only_a_bad_byte(void)
{
	struct src_map m = {0};
	struct rec r = block("para\ta\t1.1\t10\t11\t\xef\xbf\xbd\t\t");
	size_t s, e;

	src_read(&m, &r, r.f[REC_TEXT]);
	src_span(&m, 0, 3, &s, &e, NULL);
	tap_num(e, 11, "a block of one bad byte is one byte long");
	src_free(&m);
}

static void
malformed(void)
{
	static const char *const bad[] = {"", "x", "1@10", "0@10,", "0@10,9@20",
	    "0@10,0@20", "0@10,3", "0@10;3@20", "0@10,3@20,2@30"};
	struct src_map m = {0};
	struct buf line = {0};
	size_t i, s, e;
	int got;

	for (i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct rec r;

		buf_reset(&line);
		buf_puts(&line, "para\ta\t1.1\t10\t16\tabcdef\t\tsrc=");
		buf_puts(&line, bad[i]);
		r = block(line.s);
		got = src_read(&m, &r, r.f[REC_TEXT]);
		/* A ';' ends the attribute: what is before it may be good. */
		tap_ok(got == (strchr(bad[i], ';') ? 0 : -1), bad[i]);
		tap_num(src_span(&m, 0, 6, &s, &e, NULL), 1, "one piece then");
	}
	src_free(&m);
	buf_free(&line);
}

static void
building(void)
{
	struct src_map m = {0};
	struct buf b = {0};
	size_t s, e;

	src_add(&m, 3, 10);
	src_add(&m, 3, 13);
	tap_num(m.n, 1, "what carries straight on is one piece");
	src_add_bad(&m, 16);
	src_add(&m, 2, 17);
	src_add(&m, 0, 99);
	tap_num(m.n, 3, "a bad byte is its own, nothing is none");
	src_span(&m, 0, 11, &s, &e, &b);
	tap_str(buf_str(&b), "0@10,6@16,9@17", "its src=");
	tap_num(e, 19, "its end");
	src_free(&m);
	buf_free(&b);
}

int
main(void)
{
	one_piece();
	pieces();
	backwards();
	bad_byte();
	only_a_bad_byte();
	malformed();
	building();
	return tap_end();
}
