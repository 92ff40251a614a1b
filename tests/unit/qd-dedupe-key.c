/* cmd/qd-dedupe/key.h: what is left of a text when it is compared. */
#include "key.h"

#include "tap.h"
#include "utf8.h"

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

/* What lies across the 64 bytes that are looked at together is folded as what
 * lies within. */
static void
blocks(void)
{
	static const char unit[] = "港口，12.5％ A。";
	struct buf text = {0}, want = {0}, got = {0};
	size_t pad, i, wrong = 0;

	for (pad = 0; pad < 70; pad++) {
		buf_reset(&text);
		buf_reset(&want);
		for (i = 0; i < pad; i++) {
			buf_putc(&text, 'x');
			buf_putc(&want, 'x');
		}
		for (i = 0; i < 12; i++) {
			buf_puts(&text, unit);
			buf_puts(&want, "港口12.5A");
		}
		wrong +=
		    !str_eq(key_fold(buf_str(&text), &got), buf_str(&want));
	}
	tap_num(wrong, 0, "at every place");
	buf_free(&text);
	buf_free(&want);
	buf_free(&got);
}

/* Marks are known by their bytes in the hot loop: they must be those that
 * utf8.h knows. */
static void
marks(void)
{
	struct buf b = {0};
	size_t wrong = 0;
	uint32_t cp;

	for (cp = 0x80; cp < 0xffff; cp++) {
		char s[4];
		struct str text = {s, utf8_encode(s, cp)};
		uint32_t half = utf8_fold(cp);
		int goes = utf8_isspace(half) || utf8_ispunct(half);

		if (cp >= 0xd800 && cp < 0xe000)
			continue;
		wrong += (key_fold(text, &b).len == 0) != goes;
	}
	tap_num(wrong, 0, "every mark and space goes, and nothing else");
	buf_free(&b);
}

/* The walk gives the characters that the fold leaves, with their places. */
static void
walk(void)
{
	static const struct {
		const char *text, *want;
	} t[] = {
	    {"港，口", "0-3 6-9 "},
	    {"１2.5％", "0-3 3-4 4-5 5-6 "},
	    {"a\\tb\\\\c", "0-1 2-3 4-5 "},
	    {"。\xf0\xa0\x80\x80x", "3-7 7-8 "},
	    {"", ""},
	};
	struct buf b = {0};
	struct key_walk w;
	size_t i, from, to;

	for (i = 0; i < sizeof t / sizeof *t; i++) {
		buf_reset(&b);
		key_walk(&w, str_of(t[i].text));
		while (key_next(&w, &from, &to)) {
			buf_putu(&b, from);
			buf_putc(&b, '-');
			buf_putu(&b, to);
			buf_putc(&b, ' ');
		}
		tap_str(buf_str(&b), t[i].want, t[i].text);
	}
	buf_free(&b);
}

int
main(void)
{
	folded();
	blocks();
	marks();
	walk();
	return tap_end();
}
