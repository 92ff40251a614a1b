#include "words.h"

uint32_t
words_at(const struct tables *tb, const struct text *t, size_t i, size_t *len)
{
	struct lexis_hit hit;

	if (lexis_longest(&tb->cues, t, i, &hit)) {
		*len = hit.len;
		return hit.value;
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

/* 1 when the character joins a name to what stands at either side of it. */
static int
joins(uint32_t cp)
{
	switch (cp) {
	case ' ':
	case 0x3001: /* 、 */
	case 0x4e0e: /* 与 */
	case 0x4e86: /* 了 */
	case 0x53ca: /* 及 */
	case 0x548c: /* 和 */
	case 0x7684: /* 的 */
		return 1;
	}
	return 0;
}

void
words_trim(const struct text *t, size_t *from, size_t *to)
{
	const char *close;
	uint32_t cp;
	size_t w, i;

	while (*from < *to) {
		cp = text_at(t, *from, &w);
		if (!joins(cp) && cp != 0x7b49 && cp != '"' && cp != 0x201d &&
		    cp != 0x2019) /* 等 ” ’ */
			break;
		*from += w;
	}
	if (*from < *to && (text_is(t, *from, "“") || text_is(t, *from, "‘"))) {
		close = text_is(t, *from, "“") ? "”" : "’";
		for (i = *from; i + 3 <= *to && !text_is(t, i, close); i++)
			continue;
		if (i + 3 > *to)
			*from += strlen("“");
	}
	while (*from < *to) {
		cp = text_before(t, *to, &w);
		if (!joins(cp) && cp != ':' && cp != '(')
			break;
		*to -= w;
	}
}

int
words_sentence_end(uint32_t cp)
{
	return cp == 0x3002 || cp == '!' || cp == '?' || cp == ';' ||
	       cp == '\n';
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
