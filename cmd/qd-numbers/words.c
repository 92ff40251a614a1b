#include "words.h"

uint32_t
words_at(const struct tables *tb, const struct text *t, size_t i, size_t *len)
{
	struct lex_hit hit;

	if (lex_longest(tb->cues, t->s + i, t->n - i, &hit)) {
		*len = hit.len;
		return hit.classes;
	}
	text_at(t, i, len);
	return 0;
}

int
words_end(uint32_t cp)
{
	switch (cp) {
	case ',':
	case ';':
	case ':':
	case '!':
	case '?':
	case '\n':
	case '(':
	case ')':
	case '[':
	case ']':
	case '<':
	case '>':
	case '|':
	case 0x3002: /* 。 */
	case 0x3010: /* 【 */
	case 0x3011: /* 】 */
	case 0x2026: /* … */
		return 1;
	}
	return 0;
}

size_t
words_aligned(const struct text *t, size_t low, size_t end)
{
	while (low < end && ((unsigned char)t->s[low] & 0xc0) == 0x80)
		low++;
	return low;
}

int
words_share(const struct text *t, size_t at, size_t to)
{
	for (; at + 6 <= to; at++)
		if (text_is(t, at, "比重") || text_is(t, at, "比例") ||
		    text_is(t, at, "份额"))
			return 1;
	return 0;
}

void
words_trim(const struct text *t, size_t *from, size_t *to)
{
	const char *close;
	size_t w, i;

	while (*from < *to &&
	       text_in(text_at(t, *from, &w), " 、的和与及等了\"”’"))
		*from += w;
	if (*from < *to && text_in(text_at(t, *from, &w), "“‘")) {
		close = text_is(t, *from, "“") ? "”" : "’";
		for (i = *from; i + 3 <= *to && !text_is(t, i, close); i++)
			continue;
		if (i + 3 > *to)
			*from += w;
	}
	while (*from < *to && text_in(text_before(t, *to, &w), " 、和与及了:("))
		*to -= w;
}

int
words_metric(
    const struct tables *tb, const struct text *t, size_t from, size_t to)
{
	uint32_t bits = 0;
	size_t len;

	for (; from < to; from += len)
		bits = words_at(tb, t, from, &len);
	return from == to && (bits & tb->cue.metric);
}
