/* cmd/qd-fmt/width.h: columns of characters and texts. */
#include "width.h"

#include "tap.h"

static void
characters(void)
{
	static const struct {
		uint32_t cp;
		unsigned one, two; /* with --ambiguous 1 and 2 */
		const char *what;
	} t[] = {
	    {'a', 1, 1, "a letter"},
	    {' ', 1, 1, "a space"},
	    {'\t', 0, 0, "TAB"},
	    {0x7f, 0, 0, "DEL"},
	    {0x6e2f, 2, 2, "a Han character"},
	    {0x20000, 2, 2, "one beyond the BMP"},
	    {0x3002, 2, 2, "the full stop"},
	    {0xff0c, 2, 2, "a full-width comma"},
	    {0x3000, 2, 2, "the full-width space"},
	    {0xff71, 1, 1, "half-width katakana"},
	    {0x201c, 1, 2, "a quote"},
	    {0x2014, 1, 2, "a dash"},
	    {0x2026, 1, 2, "an ellipsis"},
	    {0xb7, 1, 2, "the middle dot"},
	    {0xd7, 1, 2, "the times sign"},
	    {0xe9, 1, 2, "e with an acute, ambiguous too"},
	    {0xeb, 1, 1, "e with dots, which is not"},
	    {0x301, 0, 0, "a combining accent"},
	    {0x200b, 0, 0, "a zero-width space"},
	    {0x1f600, 2, 2, "an emoji"},
	    {0xac00, 2, 2, "a Hangul syllable"},
	};
	size_t i;

	for (i = 0; i < sizeof t / sizeof *t; i++)
		tap_ok(width_char(t[i].cp, 1) == t[i].one &&
			   width_char(t[i].cp, 2) == t[i].two,
		    t[i].what);
}

static void
texts(void)
{
	static const char s[] = "港e\xcc\x81“😀x";
	struct str text = {s, sizeof s - 1};
	size_t cols;

	tap_num(width_of(text, 1), 7, "a text");
	tap_num(width_of(text, 2), 8, "and where quotes are wide");
	tap_num(width_fit(text, 3, 1, &cols), 6, "marks stay with letters");
	tap_num(cols, 3, "and cost nothing");
	tap_num(width_fit(text, 5, 1, &cols), 9, "half a character is none");
	tap_num(cols, 4, "so a column is left");
	tap_num(width_fit(text, 99, 1, &cols), text.len, "all of it");
	tap_num(width_fit(text, 0, 1, &cols), 0, "nothing of it");
}

int
main(void)
{
	characters();
	texts();
	return tap_end();
}
