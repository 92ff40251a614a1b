/* cmd/qd-split/fit.h: does one piece of text carry on another? */
#include "fit.h"

#include "tap.h"

/* The text holds both pieces, as it does in a page. */
static int
fit(const char *rest, const char *tail, const char *head)
{
	struct buf b = {0};
	struct str text, t, h;
	size_t at;
	int f;

	buf_puts(&b, tail);
	buf_putc(&b, '\n');
	at = b.len;
	buf_puts(&b, head);
	buf_putc(&b, '\n');
	buf_puts(&b, rest);
	text = buf_str(&b);
	t.s = b.s;
	t.len = strlen(tail);
	h.s = b.s + at;
	h.len = strlen(head);
	f = fit_score(text, t, h);
	buf_free(&b);
	return f;
}

int
main(void)
{
	tap_ok(fit("全市发展，区域发展，绿色发展。", "推动港口发",
		   "展航运业。") > 1,
	    "a word that stands whole elsewhere is put together");
	tap_ok(fit("骨干企业达到五百家。", "骨干企业", "达到六家。") > 2,
	    "two characters on each side are better than one");
	tap_num((size_t)fit("没有别的。", "建设港口航", "道三条。"), 0,
	    "nothing known is no evidence against it");
	tap_ok(
	    fit("三年攻坚行动，十大攻坚行动。", "开展攻坚行", "经济发展。") < 0,
	    "a word that goes on otherwise elsewhere speaks against it");
	tap_ok(
	    fit("三年攻坚行动，十大攻坚行动。", "开展攻坚行", "动见成效。") > 0,
	    "and for the rest that it goes on with");
	tap_ok(fit("", "种树18", "万株。") > 0, "a number and what it counts");
	tap_ok(fit("", "种树18", "“村里人说”。") < 0,
	    "a number is not followed by a quotation");
	tap_num(
	    (size_t)fit("", "港口、", "航道。"), 0, "a comma tells nothing");
	tap_num((size_t)fit("", "", ""), 0, "nothing at all");
	return tap_end();
}
