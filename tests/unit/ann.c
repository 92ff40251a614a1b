/* lib/ann.h: how new annotations join a block's run. */
#include "ann.h"

#include <stdlib.h>
#include <unistd.h>

#include "tap.h"

static const char *const tags[] = {"LOC", "PER", NULL};

/* What ann_write gives for the block with old lines (joined by LF). */
static void
expect(const char *what, const struct ann_own *own, const char *line,
    const char *old, struct ann_list *l, const char *want)
{
	char path[] = "/tmp/qd-ann-XXXXXX", msg[160];
	int fd = mkstemp(path);
	struct hold h = {0};
	struct src_map m = {0};
	struct rec b, r;
	struct out o;
	static char got[4096];
	ssize_t n;

	rec_parse(&b, line, strlen(line), msg);
	src_read(&m, &b, b.f[REC_TEXT]);
	while (*old) {
		size_t len = strcspn(old, "\n");

		rec_parse(&r, old, len, msg);
		hold_add(&h, &r);
		old += len + (old[len] != '\0');
	}
	out_open(&o, dup(fd));
	ann_write(&o, l, own, &b, b.f[REC_TEXT], &m, &h, 0, h.n);
	out_close(&o);
	lseek(fd, 0, SEEK_SET);
	n = read(fd, got, sizeof got - 1);
	got[n > 0 ? n : 0] = '\0';
	tap_str(str_of(got), want, what);
	close(fd);
	unlink(path);
	hold_free(&h);
	src_free(&m);
}

#define BLOCK "para\td\t1.1\t10\t16\tabcdef\t\t"

int
main(void)
{
	struct ann_own own = {tags, 3, 0, 0};
	struct ann_list l = {0};

	ann_add(&l, 2, 3, "LOC");
	ann_value(&l, "c", 1);
	ann_add(&l, 0, 2, "LOC");
	ann_value(&l, "v", 1);
	ann_attr(&l, "a", "1;2", 3);
	ann_attr_more(&l, "3", 1);
	ann_attr(&l, "z", "9", 1);
	ann_add(&l, 0, 4, "PER");
	ann_add(&l, 0, 2, "ZZZ");
	expect("new ones are sorted: start, longer first, tag", &own, BLOCK, "",
	    &l,
	    "PER\td\t1.1\t10\t14\tabcd\t\t\n"
	    "LOC\td\t1.1\t10\t12\tab\tv\ta=1\\;2|3;z=9\n"
	    "LOC\td\t1.1\t12\t13\tc\tc\t\n");
	expect("old ones of others keep their order among them", &own, BLOCK,
	    "x\td\t1.1\t10\t14\t\t\t\ncount\td\t1.1\t10\t12\t\t\t\n"
	    "y\td\t1.1\t12\t13\t\t\t",
	    &l,
	    "PER\td\t1.1\t10\t14\tabcd\t\t\n"
	    "x\td\t1.1\t10\t14\t\t\t\n"
	    "LOC\td\t1.1\t10\t12\tab\tv\ta=1\\;2|3;z=9\n"
	    "count\td\t1.1\t10\t12\t\t\t\n"
	    "LOC\td\t1.1\t12\t13\tc\tc\t\n"
	    "y\td\t1.1\t12\t13\t\t\t\n");
	own.asked = 2;
	expect("only those asked for are replaced and added", &own, BLOCK,
	    "PER\td\t1.1\t10\t11\told\t\t\nLOC\td\t1.1\t11\t12\tstays\t\t", &l,
	    "PER\td\t1.1\t10\t14\tabcd\t\t\n"
	    "LOC\td\t1.1\t11\t12\tstays\t\t\n");
	own.keep = 1;
	expect("--keep keeps the old ones", &own, BLOCK,
	    "PER\td\t1.1\t10\t11\told\t\t", &l,
	    "PER\td\t1.1\t10\t14\tabcd\t\t\nPER\td\t1.1\t10\t11\told\t\t\n");
	own.keep = 0;
	own.only = 1;
	expect("--only leaves out what others made", &own, BLOCK,
	    "count\td\t1.1\t10\t12\t\t\t", &l,
	    "PER\td\t1.1\t10\t14\tabcd\t\t\n");
	own.only = 0;
	own.asked = 1;
	expect("one across two pieces has a src= among its attributes", &own,
	    "para\td\t1.1\t10\t503\tabcdef\t\tsrc=0@10,1@500", "", &l,
	    "LOC\td\t1.1\t10\t501\tab\tv\ta=1\\;2|3;src=0@10,1@500;z=9\n"
	    "LOC\td\t1.1\t501\t502\tc\tc\t\n");
	ann_free(&l);
	return tap_end();
}
