/* cmd/qd-ner/term.h: quoted slogans. */
#include "term.h"

#include "tap.h"

/* All of a text, joined by bars. */
static void
expect(const char *text, const char *want)
{
	struct str s = str_of(text);
	struct buf got = {0};
	struct term t;
	size_t at = 0;

	buf_puts(&got, "");
	while (term_next(s, &at, &t)) {
		if (got.len)
			buf_puts(&got, "|");
		buf_put(&got, text + t.from, t.to - t.from);
	}
	tap_str(buf_str(&got), want, text);
	buf_free(&got);
}

int
main(void)
{
	expect("", "");
	expect("要“三清三查”、‘快准稳’。", "“三清三查”|‘快准稳’");
	expect("“三清、三查,三改”", "“三清、三查,三改”");
	expect("“这是他说的‘三清三查’,大家都记住了它。”", "‘三清三查’");
	expect("『三清』「三查」", "『三清』|「三查」");
	expect("他说:“三清”", "");
	expect("“三清,”他说", "");
	expect("“、三清”", "");
	expect("“清”“5G”", "");
	expect("“三清", "");
	return tap_end();
}
