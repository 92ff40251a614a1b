/* lib/json.h: objects out of lines. */
#include "json.h"

#include "tap.h"

/* The members of a line as name=text|..., or "!" and what is wrong. */
static void
read_line(struct json_reader *j, const char *line, struct buf *got)
{
	const struct json_val *v;
	struct str name, text;
	struct buf b = {0};
	void *at = NULL;
	char msg[160];
	const char *wrong = json_read(j, line, strlen(line), msg);

	buf_reset(got);
	if (wrong) {
		buf_putc(got, '!');
		buf_puts(got, wrong);
		return;
	}
	while (json_next(json_top(j), &at, &name, &v)) {
		buf_put(got, name.s, name.len);
		buf_putc(got, '=');
		text = json_text(v, &b);
		if (text.s)
			buf_put(got, text.s, text.len);
		else
			buf_puts(got, "~");
		buf_putc(got, '|');
	}
	buf_free(&b);
}

static void
lines(void)
{
	static const struct {
		const char *line, *want;
	} t[] = {
	    {"", ""},
	    {" \t\r", ""},
	    {"{}", ""},
	    {"{\"b\":\"x\",\"a\":\"港口\"}\r", "b=x|a=港口|"},
	    {"\xef\xbb\xbf{\"a\":1}", "a=1|"},
	    {"{\"a\":\"\\u6e2f\\ud83d\\ude00\\n\\\"\"}", "a=港😀\n\"|"},
	    {"{\"a\":null,\"b\":true,\"c\":false}", "a=~|b=true|c=false|"},
	    {"{\"a\":-12,\"b\":9007199254740993}", "a=-12|b=9007199254740993|"},
	    {"{\"a\":-9223372036854775808}", "a=-9223372036854775808|"},
	    {"{\"a\":0.1,\"b\":1.5e3,\"c\":2e-7,\"d\":-3.25,\"e\":1e21}",
		"a=0.1|b=1500|c=0.0000002|d=-3.25|e=1000000000000000000000|"},
	    {"{\"a\":[\"x\",1],\"b\":{\"c\":[]}}", "a=[\"x\",1]|b={\"c\":[]}|"},
	    {"[1]", "!JSON, but no object (want one {...} a line)"},
	    {"7", "!JSON, but no object (want one {...} a line)"},
	    {"{\"a\":1} x", "!no JSON at byte 9: end of file expected"},
	    {"{\"a\":1,\"a\":2}", "!no JSON at byte 10: duplicate object key"},
	    {"{\"a\":\"\xff\"}",
		"!no JSON at byte 6: unable to decode byte 0xff"},
	    {"{\"a\":", "!no JSON at byte 5: unexpected token"},
	};
	struct json_reader *j = json_open();
	struct buf got = {0};
	size_t i;

	for (i = 0; i < sizeof t / sizeof *t; i++) {
		read_line(j, t[i].line, &got);
		tap_str(buf_str(&got), t[i].want, t[i].line);
	}
	buf_free(&got);
	json_close(j);
}

static void
values(void)
{
	static const char line[] = "{\"t\":\"a\\u0000b\",\"n\":7,\"m\":-1,"
				   "\"r\":1.5,\"l\":[\"x\",{\"y\":3}]}";
	struct json_reader *j = json_open();
	const struct json_val *top, *l;
	struct buf b = {0};
	char msg[160];
	size_t n = 0;

	tap_ok(json_read(j, line, strlen(line), msg) == NULL, "a line");
	top = json_top(j);
	tap_num(json_text(json_get(top, "t"), &b).len, 3, "NUL in a string");
	tap_ok(json_size(json_get(top, "n"), &n) && n == 7, "a size");
	tap_ok(!json_size(json_get(top, "m"), &n), "-1 is none");
	tap_ok(!json_size(json_get(top, "r"), &n), "1.5 is none");
	tap_ok(!json_size(json_get(top, "t"), &n), "a string is none");
	tap_ok(!json_size(json_get(top, "x"), &n), "nor is what is missing");
	l = json_get(top, "l");
	tap_ok(json_kind(l) == JSON_LIST, "a list");
	tap_num(json_count(l), 2, "of two");
	tap_str(json_text(json_at(l, 0), &b), "x", "the first");
	tap_ok(json_size(json_get(json_at(l, 1), "y"), &n) && n == 3,
	    "the member of the second");
	tap_ok(json_at(l, 2) == NULL, "no third");
	tap_num(json_count(top), 0, "a dict is no list");
	tap_ok(json_get(l, "y") == NULL, "a list has no members by name");
	tap_ok(json_kind(NULL) == JSON_NONE, "nothing");
	tap_ok(json_text(NULL, &b).s == NULL, "has no text");
	buf_free(&b);
	json_close(j);
}

int
main(void)
{
	lines();
	values();
	return tap_end();
}
