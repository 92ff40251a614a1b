/* cmd/qd-fmt/fields.h: lists of columns, and their values. */
#include "fields.h"

#include "tap.h"

static void
lists(void)
{
	static const struct {
		const char *list, *bad; /* bad: NULL where the list is good */
		size_t n;
	} t[] = {
	    {FIELDS_ALL, NULL, 8},
	    {"text", NULL, 1},
	    {"value,tag,unit", NULL, 3},
	    {"dup-kind,x9", NULL, 2},
	    {"", "", 0},
	    {"tag,,text", "", 1},
	    {"tag,", "", 1},
	    {"tag,Text", "Text", 1},
	    {"9x", "9x", 0},
	    {"-x", "-x", 0},
	    {"a b", "a b", 0},
	    {"of,text,of", "of", 2},
	};
	struct fields f;
	struct ctx ctx = {0};
	const char *bad, *why;
	size_t i;
	int r;

	for (i = 0; i < sizeof t / sizeof *t; i++) {
		memset(&f, 0, sizeof f);
		r = fields_parse(&f, &ctx, t[i].list, &bad, &why);
		tap_ok(r == (t[i].bad ? -1 : 0) && f.n == t[i].n &&
			   (r == 0 || !strcmp(bad, t[i].bad)),
		    t[i].list);
		fields_free(&f);
	}
}

#define LINE "para\ta\\tb\t1.2\t007\t20\tx\\ny\tv\tof=p\\;q|r;unit=CNY"

static void
values(void)
{
	static const struct {
		const char *name, *wire, *plain;
	} t[] = {
	    {"tag", "para", "para"},
	    {"doc", "a\\tb", "a\tb"},
	    {"start", "007", "007"},
	    {"text", "x\\ny", "x\ny"},
	    {"attrs", "of=p\\;q|r;unit=CNY", "of=p\\;q|r;unit=CNY"},
	    {"of", "p\\;q|r", "p;q|r"},
	    {"unit", "CNY", "CNY"},
	};
	struct fields f = {0};
	struct ctx ctx = {0};
	struct buf b = {0};
	struct rec r;
	const char *bad, *why;
	char msg[160];
	size_t i;

	tap_ok(rec_parse(&r, LINE, strlen(LINE), msg) == NULL, "the record");
	for (i = 0; i < sizeof t / sizeof *t; i++) {
		fields_parse(&f, &ctx, t[i].name, &bad, &why);
		tap_str(fields_wire(&f.v[0], &r, &b), t[i].wire, t[i].name);
		tap_str(fields_plain(&f.v[0], &r, &b), t[i].plain, t[i].name);
		fields_free(&f);
	}
	fields_parse(&f, &ctx, "dir", &bad, &why);
	tap_ok(fields_wire(&f.v[0], &r, &b).s == NULL, "no such attribute");
	tap_ok(fields_plain(&f.v[0], &r, &b).s == NULL, "nor without escapes");
	fields_free(&f);
	buf_free(&b);
}

static void
raw_lines(void)
{
	struct fields f = {0};
	struct ctx ctx = {0};
	struct buf b = {0};
	struct rec r;
	const char *bad, *why;
	char msg[160];

	tap_ok(rec_parse(&r, "x\ty\\", 4, msg) != NULL, "no record");
	fields_parse(&f, &ctx, "tag,text,attrs,of", &bad, &why);
	tap_ok(fields_wire(&f.v[0], &r, &b).s == NULL, "has no tag");
	tap_str(fields_wire(&f.v[1], &r, &b), "x\\ty\\\\", "its text, escaped");
	tap_str(fields_plain(&f.v[1], &r, &b), "x\ty\\", "and as it came");
	tap_ok(fields_plain(&f.v[2], &r, &b).s == NULL, "has no attributes");
	tap_ok(fields_plain(&f.v[3], &r, &b).s == NULL, "not a single one");
	fields_free(&f);
	buf_free(&b);
}

int
main(void)
{
	lists();
	values();
	raw_lines();
	return tap_end();
}
