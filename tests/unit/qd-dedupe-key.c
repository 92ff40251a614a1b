/* cmd/qd-dedupe/key.h: what is left of a text when it is compared. */
#include "key.h"

#include "tap.h"

static void
folded(void)
{
	static const struct {
		const char *text, *want;
	} t[] = {
	    {"港口开航", "港口开航"},
	    {"港口，今日“开航”。", "港口今日开航"},
	    {"　　港口 开 航\xc2\xa0", "港口开航"},
	    {"ＡＢ１２％", "AB12"},
	    {"Qd, it's 9!", "Qdits9"},
	    {"\\t港\\n口\\r开\\\\航", "港口开航"},
	    {"a\\;b", "ab"},
	    {"一二三四五六七八九十", "一二三四五六七八九十"},
	    {"—— ** ……", ""},
	    {"", ""},
	    {" ", ""},
	    /* a mark between two digits is part of the number */
	    {"12.5%", "12.5"},
	    {"１２．５％", "12.5"},
	    {"3／4", "3/4"},
	    {"3、4", "3、4"},
	    {"1,200", "1,200"},
	    {"12. 5", "125"},
	    {"第12.", "第12"},
	    {".5", "5"},
	    {"1..2", "12"},
	    {"甲.5", "甲5"},
	    {"5.甲", "5甲"},
	    /* not every character is of three bytes */
	    {"é\xf0\x9f\x9a\xa2·海", "é\xf0\x9f\x9a\xa2海"},
	    {"\xf0\xa0\x80\x80和", "\xf0\xa0\x80\x80和"},
	    {"〇々", "〇々"},
	};
	struct buf b = {0};
	size_t i;

	for (i = 0; i < sizeof t / sizeof *t; i++)
		tap_str(key_fold(str_of(t[i].text), &b), t[i].want, t[i].text);
	buf_free(&b);
}

static void
keys(void)
{
	struct buf b = {0};
	struct hash x, y, z;

	tap_ok(key_of(str_of("港口，开航。"), &b, &x), "a text has a key");
	tap_ok(key_of(str_of("港口 开航"), &b, &y), "so has its like");
	tap_ok(x.lo == y.lo && x.hi == y.hi, "it is the same");
	tap_ok(key_of(str_of("港口停航"), &b, &z), "and another text");
	tap_ok(x.lo != z.lo && x.hi != z.hi, "has another");
	tap_ok(!key_of(str_of("……"), &b, &z), "marks alone have none");
	buf_free(&b);
}

int
main(void)
{
	folded();
	keys();
	return tap_end();
}
