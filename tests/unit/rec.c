/* lib/rec.h: taking records apart, escapes, attributes. */
#include "rec.h"

#include "tap.h"

#define GOOD "para\ta.txt\t1.2\t10\t20\ttext\tvalue\tk=v"

static void
parsing(void)
{
	static const struct {
		const char *s, *wrong; /* start of the message, or NULL */
	} t[] = {
	    {GOOD, NULL},
	    {"PER\t-\t0\t0\t0\t\t\t", NULL},
	    {"x-1\ta\t1.2.3\t7\t7\t\t\t", NULL},
	    {"", "want 8 TAB-separated fields, found 1"},
	    {"a\tb\tc", "want 8 TAB-separated fields, found 3"},
	    {GOOD "\tx", "want 8 TAB-separated fields, found 9"},
	    {GOOD "\r", "a CR before the newline"},
	    {"\xef\xbb\xbf" GOOD, "a byte order mark"},
	    {"1a\ta\t1\t0\t0\t\t\t", "field 1"},
	    {"\ta\t1\t0\t0\t\t\t", "field 1"},
	    {"p_q\ta\t1\t0\t0\t\t\t", "field 1"},
	    {"p\ta\t\t0\t0\t\t\t", "field 3"},
	    {"p\ta\t1.\t0\t0\t\t\t", "field 3"},
	    {"p\ta\t.1\t0\t0\t\t\t", "field 3"},
	    {"p\ta\t1.2.3.4\t0\t0\t\t\t", "field 3"},
	    {"p\ta\t1\t\t0\t\t\t", "fields 4 and 5"},
	    {"p\ta\t1\t-1\t0\t\t\t", "fields 4 and 5"},
	    {"p\ta\t1\t2\t1\t\t\t", "fields 4 and 5"},
	    {"p\ta\t1\t0\t9999999999999999999\t\t\t", "fields 4 and 5"},
	    {"p\ta\t1\t0\t0\t\xff\t\t", "invalid UTF-8 at byte 11"},
	    {"p\ta\t1\t0\t0\ta\rb\t\t", "a raw CR"},
	};
	struct rec r;
	char msg[160];
	const char *w;
	size_t i;

	for (i = 0; i < sizeof t / sizeof *t; i++) {
		w = rec_parse(&r, t[i].s, strlen(t[i].s), msg);
		tap_ok(t[i].wrong
			   ? w && !strncmp(w, t[i].wrong, strlen(t[i].wrong)) &&
				 r.kind == REC_RAW
			   : w == NULL,
		    t[i].wrong ? t[i].wrong : "a good record");
	}
	rec_parse(&r, GOOD, strlen(GOOD), msg);
	tap_str(r.f[REC_TEXT], "text", "its text");
	tap_num(r.start, 10, "its start");
	tap_num(r.end, 20, "its end");
	tap_num((size_t)r.kind, REC_BLOCK, "its kind");
}

static void
kinds(void)
{
	tap_num((size_t)rec_kind(str_of("doc")), REC_DOCU, "doc");
	tap_num((size_t)rec_kind(str_of("art")), REC_ART, "art");
	tap_num((size_t)rec_kind(str_of("sent")), REC_BLOCK, "sent");
	tap_num((size_t)rec_kind(str_of("note")), REC_BLOCK, "note");
	tap_num((size_t)rec_kind(str_of("money")), REC_ANN, "money");
	tap_num((size_t)rec_kind(str_of("PER")), REC_ANN, "PER");
	tap_num((size_t)rec_kind(str_of("paragraph")), REC_ANN, "a longer one");
	tap_str(rec_art(str_of("12.3.4")), "12", "the article of a place");
	tap_str(rec_art(str_of("12")), "12", "of an article's own place");
}

static void
escapes(void)
{
	struct buf b = {0}, t = {0};
	struct str plain = str_of("plain"), s;

	s = rec_text(plain, &t);
	tap_ok(s.s == plain.s, "text without a backslash is not copied");
	rec_escape(&b, "a\tb\nc\rd\\e;f|g", 13);
	tap_str(buf_str(&b), "a\\tb\\nc\\rd\\\\e;f|g", "a field is escaped");
	tap_str(rec_text(buf_str(&b), &t), "a\tb\nc\rd\\e;f|g", "and back");
	tap_str(rec_text(str_of("x\\"), &t), "x\\", "a backslash at the end");
	buf_reset(&b);
	rec_escape(&b, "a\0b", 3);
	tap_num(b.len, 3, "NUL is not escaped");
	buf_free(&b);
	buf_free(&t);
}

static void
attributes(void)
{
	struct buf b = {0}, t = {0};
	struct str k, v;
	size_t at = 0;

	attr_put(&b, "by", "a;b", 3);
	attr_more(&b, "c|d", 3);
	attr_put(&b, "of", "x=y", 3);
	tap_str(buf_str(&b), "by=a\\;b|c\\|d;of=x=y", "attributes are put");
	tap_str(attr_get(buf_str(&b), "of"), "x=y", "and got");
	tap_str(attr_text(attr_get(str_of("q=a\\;b"), "q"), &t), "a;b",
	    "a value loses its escapes");
	tap_ok(attr_get(buf_str(&b), "o").s == NULL, "a prefix is no key");
	tap_ok(attr_get(str_of(""), "o").s == NULL, "nothing holds none");
	tap_ok(attr_next(buf_str(&b), &at, &k, &v), "the first of two");
	tap_str(v, "a\\;b|c\\|d", "its value as on the wire");
	tap_ok(attr_next(buf_str(&b), &at, &k, &v), "the second of two");
	tap_str(k, "of", "its key");
	tap_ok(!attr_next(buf_str(&b), &at, &k, &v), "and no third");
	at = 0;
	tap_ok(attr_next(str_of("flag"), &at, &k, &v), "a key without value");
	tap_num(v.len, 0, "is empty");
	buf_free(&b);
	buf_free(&t);
}

int
main(void)
{
	parsing();
	kinds();
	escapes();
	attributes();
	return tap_end();
}
