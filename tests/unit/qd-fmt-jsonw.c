/* cmd/qd-fmt/jsonw.h: JSON strings. */
#include "jsonw.h"

#include "tap.h"

static void
strings(void)
{
	static const struct {
		struct str s;
		const char *want, *what;
	} t[] = {
	    {{"", 0}, "\"\"", "the empty string"},
	    {{"港口", 6}, "\"港口\"", "Chinese as it is"},
	    {{"a\"b", 3}, "\"a\\\"b\"", "a quote"},
	    {{"a\\b", 3}, "\"a\\\\b\"", "a backslash"},
	    {{"\t\n\r", 3}, "\"\\t\\n\\r\"", "TAB, LF, CR"},
	    {{"a\0b", 3}, "\"a\\u0000b\"", "NUL"},
	    {{"\x01\x1f\x7f", 3}, "\"\\u0001\\u001f\x7f\"",
		"control characters, but DEL is none in JSON"},
	    {{"1234567\"", 8}, "\"1234567\\\"\"", "the last of 8 bytes"},
	    {{"12345678\n12345678", 17}, "\"12345678\\n12345678\"",
		"between two runs of 8 bytes"},
	    {{"码头码头码头\x1b", 19}, "\"码头码头码头\\u001b\"",
		"a control character behind Chinese"},
	};
	struct buf b = {0};
	size_t i;

	for (i = 0; i < sizeof t / sizeof *t; i++) {
		buf_reset(&b);
		jsonw_string(&b, t[i].s);
		tap_str(buf_str(&b), t[i].want, t[i].what);
		buf_reset(&b);
		jsonw_bytes(&b, t[i].s);
		tap_str(buf_str(&b), t[i].want, t[i].what);
	}
	buf_free(&b);
}

static void
bad_bytes(void)
{
	static const struct {
		struct str s;
		const char *want, *what;
	} t[] = {
	    {{"\xff", 1}, "\"\xef\xbf\xbd\"", "a byte that is no UTF-8"},
	    {{"港\xe6\xb8", 5}, "\"港\xef\xbf\xbd\xef\xbf\xbd\"",
		"a character cut short"},
	    {{"\xc3(\xff\"", 4}, "\"\xef\xbf\xbd(\xef\xbf\xbd\\\"\"",
		"bad bytes among good ones"},
	    {{"\xed\xa0\x80", 3}, "\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\"",
		"a surrogate"},
	};
	struct buf b = {0};
	size_t i;

	for (i = 0; i < sizeof t / sizeof *t; i++) {
		buf_reset(&b);
		jsonw_bytes(&b, t[i].s);
		tap_str(buf_str(&b), t[i].want, t[i].what);
	}
	buf_free(&b);
}

int
main(void)
{
	strings();
	bad_bytes();
	return tap_end();
}
