#include "term.h"

#include <uchar.h>

#include "both.h"
#include "utf8.h"

/* Characters between the marks. */
#define LEAST 2
#define MOST 16

/* The mark that closes what cp opens, or 0. */
static uint32_t
closing(uint32_t cp)
{
	switch (cp) {
	case U'“':
		return U'”';
	case U'‘':
		return U'’';
	case U'「':
		return U'」';
	case U'『':
		return U'』';
	default:
		return 0;
	}
}

static int
among(uint32_t cp, const char32_t *set)
{
	for (; *set; set++)
		if (cp == *set)
			return 1;
	return 0;
}

/* 1 when cp may join the parts of a slogan. */
static int
joins(uint32_t cp)
{
	return among(cp, U"、,·—-/+&%'‘’");
}

/* 1 when a sentence of speech begins behind byte i: it stands behind a colon.
 */
static int
speech(struct str s, size_t i)
{
	uint32_t cp = 0;

	if (i)
		utf8_before(s.s, i, &cp);
	return cp == ':';
}

/*
 * The end of the slogan that a mark at byte i opens, behind the mark close; 0
 * where that is no slogan.  Its first and last character are no marks, and some
 * character is Han.
 */
static size_t
slogan_end(struct str s, size_t i, uint32_t close, size_t mark)
{
	uint32_t cp = 0, last = 0;
	size_t n = 0, k;
	int han = 0;

	for (i += mark; i < s.len && n <= MOST; i += k, n++) {
		k = utf8_decode(s.s + i, s.len - i, &cp);
		if (cp == close)
			return han && n >= LEAST && !utf8_ispunct(last) ? i + k
									: 0;
		if (utf8_ispunct(cp) && (n == 0 || !joins(cp)))
			return 0;
		han |= utf8_ishan(cp);
		last = cp;
	}
	return 0;
}

int
term_next(struct str s, size_t *at, struct term *t)
{
	uint32_t cp, close;
	size_t i, k;

	for (i = *at; i < s.len; i += k) {
		k = utf8_decode(s.s + i, s.len - i, &cp);
		close = closing(cp);
		t->to = close && !speech(s, i) ? slogan_end(s, i, close, k) : 0;
		if (t->to == 0)
			continue;
		t->from = i;
		t->mark = k;
		*at = t->to;
		return 1;
	}
	*at = s.len;
	return 0;
}

void
term_add(struct ann_list *list, struct str text, struct str folded,
    const struct linker *l, const struct name *v, size_t n)
{
	struct both b = {0, 0};
	struct term t;
	size_t at = 0, from, to, i = 0;

	while (term_next(folded, &at, &t)) {
		while (i < n && (v[i].to <= t.from || !l->keep[i]))
			i++;
		if (i < n && v[i].from < t.to)
			continue;
		from = both_go(&b, text, t.from);
		to = both_go(&b, text, t.to);
		ann_add(list, from, to, ner_tags[NER_TERM]);
		ann_value(list, folded.s + t.from + t.mark,
		    t.to - t.from - 2 * t.mark);
	}
}
