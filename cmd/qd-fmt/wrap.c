/*
 * Where a line may end: GB/T 15834-2011, section 5, and Requirements for
 * Chinese Text Layout (W3C), section 3.1.9, on the line; UAX #14 for words.
 */
#include "wrap.h"

#include <string.h>

#include "utf8.h"
#include "width.h"

/* 1 when cp is one of the characters of list. */
static int
is_in(const char *list, uint32_t cp)
{
	size_t n = strlen(list), i;
	uint32_t c;

	for (i = 0; i < n;) {
		i += utf8_decode(list + i, n - i, &c);
		if (c == cp)
			return 1;
	}
	return 0;
}

static int
no_start(uint32_t cp)
{
	static const char wide[] =
	    "、。，．：；！？）］｝〕】〉》」』〗〙｠’”·・‧／～〜–％‰℃°′″々〻"
	    "ーゝゞヽヾﾞﾟ！？‼⁇⁈⁉";
	static const char ascii[] = ",.:;!?)]}%/-";

	return is_in(cp < 0x80 ? ascii : wide, cp);
}

static int
no_end(uint32_t cp)
{
	static const char wide[] = "（［｛〔【〈《「『〖〘｟‘“￥＄￡＃＠№";
	static const char ascii[] = "([{$#@";

	return is_in(cp < 0x80 ? ascii : wide, cp);
}

/* Dashes and dots that are written as a run. */
static int
runs(uint32_t cp)
{
	return cp == 0x2014 || cp == 0x2015 || cp == 0x2026 || cp == 0x22ef ||
	       cp == 0x2500;
}

/* A character that makes words with its neighbours. */
static int
wordly(uint32_t cp)
{
	return width_char(cp, 1) == 1 && !utf8_isspace(cp) && !runs(cp) &&
	       !no_start(cp) && !no_end(cp);
}

/* 1 for what a word may hold inside: 3.5%, a-b, http://x/y. */
static int
in_word(uint32_t cp)
{
	return wordly(cp) || cp < 0x80;
}

/* 1 when a line may end between a and b. */
static int
may_cut(uint32_t a, uint32_t b)
{
	/* Most of a text is Han characters. */
	if (a >= 0x4e00 && a < 0xa000 && b >= 0x4e00 && b < 0xa000)
		return 1;
	if (a == 0 || utf8_isspace(b) || width_char(b, 1) == 0 || a == 0x200d)
		return 0;
	if (utf8_isspace(a))
		return a != 0xa0 && a != 0x202f && !no_start(b);
	if (no_end(a) || no_start(b) || (a == b && runs(a)))
		return 0;
	return !(in_word(a) && in_word(b));
}

/* Writes the first n bytes of the line, without the spaces at their end. */
static void
write_line(struct wrap *w, struct out *o, size_t n)
{
	size_t end = n, k;
	uint32_t cp;

	while (end > 0) {
		k = utf8_before(w->line.s, end, &cp);
		if (!utf8_isspace(cp))
			break;
		end -= k;
	}
	out_put(o, w->line.s, end);
	out_putc(o, '\n');
	memmove(w->line.s, w->line.s + n, w->line.len - n);
	w->line.len -= n;
	w->cut = 0;
}

/* The next character, of n bytes at s, does not fit any more. */
static void
make_room(struct wrap *w, struct out *o)
{
	if (w->cut) {
		w->cols -= w->cut_cols;
		write_line(w, o, w->cut);
	} else if (w->line.len) {
		/* A word, or a run of brackets, wider than a line. */
		w->cols = 0;
		write_line(w, o, w->line.len);
	}
	w->cut_cols = 0;
}

static void
put_char(struct wrap *w, struct out *o, const char *s, size_t n, uint32_t cp)
{
	size_t cols = width_char(cp, w->ambiguous);

	if (cp == '\n') {
		w->cols = w->cut_cols = 0;
		write_line(w, o, w->line.len);
		w->last = 0;
		return;
	}
	if (w->line.len && may_cut(w->last, cp)) {
		w->cut = w->line.len;
		w->cut_cols = w->cols;
	}
	/* Spaces hang over the end of a line. */
	if (w->cols + cols > w->width && !utf8_isspace(cp))
		make_room(w, o);
	w->last = cp;
	if (w->line.len == 0 && utf8_isspace(cp) && cols == 1)
		return;
	buf_put(&w->line, s, n);
	w->cols += cols;
}

void
wrap_put(struct wrap *w, struct out *o, struct str s)
{
	uint32_t cp;
	size_t i, k;

	if (w->width == 0) {
		out_put(o, s.s, s.len);
		return;
	}
	for (i = 0; i < s.len; i += k) {
		k = utf8_decode(s.s + i, s.len - i, &cp);
		put_char(w, o, s.s + i, k, cp);
	}
}

void
wrap_end(struct wrap *w, struct out *o)
{
	if (w->line.len)
		out_put(o, w->line.s, w->line.len);
	buf_reset(&w->line);
	w->cols = w->cut = w->cut_cols = 0;
	w->last = 0;
}

void
wrap_free(struct wrap *w)
{
	buf_free(&w->line);
}
