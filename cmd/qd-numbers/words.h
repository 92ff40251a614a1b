/*
 * Words in a clause.  There is no segmenter: the words of context (cues.tsv,
 * verbs.tsv) are found by longest match, everything else is taken for part of
 * a name.
 */
#ifndef QD_NUMBERS_WORDS_H
#define QD_NUMBERS_WORDS_H

#include "tables.h"

/* The class bits of the word of context at byte i and its length in *len; 0
 * and the length of the character when there is none. */
uint32_t words_at(
    const struct tables *tb, const struct text *t, size_t i, size_t *len);
/*
 * Where a word of context may begin from byte i on, or one of the characters
 * that mean something in a clause (WORDS_MARKS); at most end.  What is passed
 * over is part of a name.
 */
#define WORDS_MARKS "。【】…、—的和与及"
static inline size_t
words_next(const struct tables *tb, const struct text *t, size_t i, size_t end)
{
	uint32_t a, b;
	size_t w, w2;

	for (;;) {
		i = chars_next(&tb->cues.begin, t, i, end);
		if (i + 3 > end)
			return i;
		a = text_at(t, i, &w);
		b = text_at(t, i + w, &w2);
		if (w < 3 || lexis_may_begin(&tb->cues, a, b))
			return i;
		i += w;
	}
}
/* 1 when the character ends a sentence, or a part of one that stands alone. */
int words_sentence_end(uint32_t cp);
/* 1 when the character ends a clause; 、 does not. */
int words_end(uint32_t cp);
/* The first byte from low on, up to end, at which a character begins. */
size_t words_aligned(const struct text *t, size_t low, size_t end);
/* 1 when the bytes at..to name a share: 占GDP比重. */
int words_share(const struct text *t, size_t at, size_t to);
/* 1 when the name from..to ends with what figures are given of: 投资. */
int words_metric(
    const struct tables *tb, const struct text *t, size_t from, size_t to);
/* Takes off what joins a name to the words around it: 、, 和, a quotation mark
 * without its other half. */
void words_trim(const struct text *t, size_t *from, size_t *to);

#endif
