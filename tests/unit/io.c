/* lib/io.h: lines of files, over-long lines in parts. */
#include "io.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "tap.h"

static char path[] = "/tmp/qd-io-XXXXXX";

static void
put(const char *s, size_t n)
{
	int fd = open(path, O_WRONLY | O_TRUNC);

	tap_ok(write(fd, s, n) == (ssize_t)n, "the test file is written");
	close(fd);
}

static struct in *
start(size_t max)
{
	static char *files[] = {path, NULL};
	struct line l;
	struct in *in = in_open(files, NULL, max, NULL);

	tap_num(in_next(in, &l), IN_FILE, "a file is opened");
	tap_ok(!strcmp(in_name(in), path), "its name");
	return in;
}

static void
line(struct in *in, const char *want, size_t off, size_t no, unsigned nl,
    unsigned part, unsigned more)
{
	struct line l = {0};
	struct str s;

	tap_num(in_next(in, &l), IN_LINE, "a line");
	s.s = l.s;
	s.len = l.len;
	tap_str(s, want, "its bytes");
	tap_num(l.off, off, "its offset");
	tap_num(l.no, no, "its number");
	tap_ok(l.nl == nl && l.part == part && l.more == more, "its flags");
}

static void
end(struct in *in)
{
	struct line l;

	tap_num(in_next(in, &l), IN_END, "the end");
	tap_num((size_t)in_close(in), 0, "no file failed");
}

static void
lines(void)
{
	struct in *in;

	put("a\n\nbc", 5);
	in = start(100);
	line(in, "a", 0, 1, 1, 0, 0);
	line(in, "", 2, 2, 1, 0, 0);
	line(in, "bc", 3, 3, 0, 0, 0);
	end(in);
	put("", 0);
	in = start(100);
	end(in);
}

/* Lines that are there already stay where they are. */
static void
several(void)
{
	struct line a, b;
	struct in *in;

	put("one\ntwo\nlonger than four\nend", 28);
	in = start(8);
	tap_ok(!in_has_line(in), "nothing is read yet");
	tap_num(in_next(in, &a), IN_LINE, "a line");
	tap_ok(in_has_line(in), "another one is read already");
	tap_num(in_next(in, &b), IN_LINE, "it");
	tap_ok(
	    !memcmp(a.s, "one", 3) && !memcmp(b.s, "two", 3), "both are good");
	tap_ok(!in_has_line(in), "a part of a line is not a whole one");
	line(in, "longer t", 8, 3, 0, 1, 1);
	line(in, "han four", 16, 3, 1, 1, 0);
	tap_ok(!in_has_line(in), "nor is an end without a newline");
	line(in, "end", 25, 4, 0, 0, 0);
	end(in);
}

static void
parts(void)
{
	struct in *in;

	put("abcdef\nxy\nabcd\n", 15);
	in = start(4);
	line(in, "abcd", 0, 1, 0, 1, 1);
	line(in, "ef", 4, 1, 1, 1, 0);
	line(in, "xy", 7, 2, 1, 0, 0);
	line(in, "abcd", 10, 3, 1, 0, 0);
	end(in);
	put("ab\xe6\xb8\xaf\xe6\xb8\xaf", 8);
	in = start(4);
	line(in, "ab", 0, 1, 0, 1, 1);
	line(in, "\xe6\xb8\xaf", 2, 1, 0, 1, 1);
	line(in, "\xe6\xb8\xaf", 5, 1, 0, 1, 0);
	end(in);
}

int
main(void)
{
	close(mkstemp(path));
	lines();
	several();
	parts();
	unlink(path);
	return tap_end();
}
