/* cmd/qd-fmt/group.h and back.h: annotations in the text of their block. */
#include "back.h"

#include "tap.h"

#define BLOCK "para\ta\t1.2\t3\t96\t港口码头😀ab\t\tsrc=0@84,6@3,12@20,16@30"

static struct rec
record(const char *line)
{
	static char msg[160];
	struct rec r;

	tap_ok(rec_parse(&r, line, strlen(line), msg) == NULL, line);
	return r;
}

static void
places(void)
{
	static const struct {
		const char *line;
		size_t from, to; /* 0, 0: no place */
	} t[] = {
	    {"LOC\ta\t1.2\t84\t90\t港口\t\t", 0, 6},
	    {"LOC\ta\t1.2\t3\t6\t码\t\t", 6, 9},
	    {"LOC\ta\t1.2\t3\t90\t口码\t\tsrc=0@87,3@3", 3, 9},
	    {"ORG\ta\t1.2\t20\t24\t😀\t\t", 12, 16},
	    {"ORG\ta\t1.2\t31\t32\tb\t\t", 17, 18},
	    {"ORG\ta\t1.2\t30\t31\tb\t\t", 0, 0},
	    {"ORG\ta\t1.2\t50\t51\ta\t\t", 0, 0},
	    {"ORG\ta\t1.2\t30\t39\tabcdefghi\t\t", 0, 0},
	    {"ORG\ta\t1.2\t30\t30\t\t\t", 0, 0},
	};
	struct group g = {0};
	struct group_chars at = {0, 0};
	struct rec r = record(BLOCK);
	size_t i, n = 0;

	group_begin(&g, &r);
	for (i = 0; i < sizeof t / sizeof *t; i++) {
		int good = t[i].to != 0;

		r = record(t[i].line);
		tap_ok(group_takes(&g, &r), "of this block");
		tap_ok((group_add(&g, &r) == NULL) == good, "has a place");
		n += (size_t)good;
		if (good)
			tap_ok(g.n == n && g.v[n - 1].from == t[i].from &&
				   g.v[n - 1].to == t[i].to,
			    "which is this");
	}
	tap_num(g.lines.n, i, "no line is lost");
	tap_num(group_char(&g, &at, 16), 5, "characters, not bytes");
	tap_num(group_char(&g, &at, 18), 7, "going on");
	tap_num(group_char(&g, &at, 6), 2, "and back");
	r = record("LOC\ta\t1.3\t3\t6\t码\t\t");
	tap_ok(!group_takes(&g, &r), "not of the next block");
	group_free(&g);
}

static void
way_back(void)
{
	struct back b = {0};
	struct buf out = {0};
	struct str none = {NULL, 0}, nothing = {"", 0};
	struct rec r = record("para\ta\t1.1\t0\t9\tＡb|cd\t\t");
	struct group_chars at = {0, 0};

	back_begin(&b, &r);
	tap_num(back_byte(b.group.text, 1, &at), 3, "the second character");
	tap_num(back_byte(b.group.text, 5, &at), 7, "the end");
	tap_num(back_byte(b.group.text, 6, &at), 8, "nothing behind it");
	tap_num(back_byte(b.group.text, 0, &at), 0, "the first again");
	back_add(&b, 3, 5, str_of("LOC"), none, nothing);
	back_add(&b, 0, 4, str_of("PER"), none, str_of("a=b;z=1"));
	back_add(&b, 0, 4, str_of("ORG"), str_of("v"), nothing);
	back_add(&b, 0, 5, str_of("x"), none, str_of("src=9@9"));
	back_end(&b, &out);
	tap_str(buf_str(&out),
	    "para\ta\t1.1\t0\t9\tＡb|cd\t\t\n"
	    "x\ta\t1.1\t0\t5\tＡb|\t\t\n"
	    "ORG\ta\t1.1\t0\t4\tＡb\tv\t\n"
	    "PER\ta\t1.1\t0\t4\tＡb\tAb\ta=b;z=1\n"
	    "LOC\ta\t1.1\t3\t5\tb|\tb|\t\n",
	    "in the order of a run, values in half width");
	buf_free(&out);
	back_free(&b);
}

int
main(void)
{
	places();
	way_back();
	return tap_end();
}
