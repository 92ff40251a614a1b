#include "sent.h"

#include <stdint.h>

#include "line.h"
#include "stop.h"
#include "utf8.h"

struct sent_pair {
	size_t from, to; /* places of the opening and the closing mark */
	uint32_t mark;	 /* the closing one; 0: not closed */
};

/* The mark that closes what cp opens; 0 where it opens nothing. */
static uint32_t
closer(uint32_t cp)
{
	static const uint32_t pairs[][2] = {{'(', ')'}, {'[', ']'},
	    {0x201c, 0x201d}, {0x2018, 0x2019}, {0x300a, 0x300b},
	    {0x3008, 0x3009}, {0x300c, 0x300d}, {0x300e, 0x300f},
	    {0x3010, 0x3011}, {0x3014, 0x3015}, {0x301d, 0x301e},
	    {0xfe41, 0xfe42}, {0xfe43, 0xfe44}, {0xff62, 0xff63}};
	size_t i;

	for (i = 0; i < sizeof pairs / sizeof *pairs; i++)
		if (cp == pairs[i][0])
			return pairs[i][1];
	return cp == '"' ? '"' : 0;
}

/* Closes the innermost pair that waits for cp; those inside stay unclosed. */
static int
close_pair(struct sent *s, uint32_t cp, size_t at)
{
	size_t k = s->nopen;

	/* Not from far: unclosed marks may pile up. */
	while (k > 0 && s->nopen - k < 16) {
		struct sent_pair *p = &s->v[s->open[--k]];

		if (p->mark != cp)
			continue;
		p->to = at;
		for (s->nopen--; s->nopen > k; s->nopen--)
			s->v[s->open[s->nopen]].mark = 0;
		return 1;
	}
	return 0;
}

static void
open_pair(struct sent *s, uint32_t mark, size_t at)
{
	s->v = mem_grow(s->v, &s->cap, s->n + 1, sizeof *s->v);
	s->open = mem_grow(s->open, &s->opencap, s->nopen + 1, sizeof *s->open);
	s->v[s->n].from = at;
	s->v[s->n].mark = mark;
	s->open[s->nopen++] = s->n++;
}

/* Behind the ideographs at at, which neither pair nor end anything: most of the
 * text, and no character of it is decoded.  The text is UTF-8. */
static size_t
skip_han(struct str t, size_t at)
{
	while (at < t.len && (unsigned char)t.s[at] >= 0xe4 &&
	       (unsigned char)t.s[at] <= 0xe9)
		at += 3;
	return at < t.len ? at : t.len;
}

void
sent_begin(struct sent *s, struct str text)
{
	size_t i = 0, k;
	uint32_t cp, mark;

	s->text = text;
	s->n = s->nopen = s->i = s->at = 0;
	while ((i = skip_han(text, i)) < text.len) {
		k = utf8_decode(text.s + i, text.len - i, &cp);
		cp = utf8_fold(cp);
		mark = closer(cp);
		if (stop_closes(cp) && close_pair(s, cp, i))
			;
		else if (mark)
			open_pair(s, mark, i);
		i += k;
	}
	while (s->nopen)
		s->v[s->open[--s->nopen]].mark = 0;
}

/* The character at is, if it opens a pair: the walk goes into it. */
static void
enter(struct sent *s, size_t at)
{
	while (s->i < s->n && s->v[s->i].from < at)
		s->i++;
	if (s->i == s->n || s->v[s->i].from != at || s->v[s->i].mark == 0)
		return;
	s->open = mem_grow(s->open, &s->opencap, s->nopen + 1, sizeof *s->open);
	s->open[s->nopen++] = s->i++;
}

static const struct sent_pair *
innermost(const struct sent *s)
{
	return s->nopen ? &s->v[s->open[s->nopen - 1]] : NULL;
}

/* After the mark and its like: what says that the sentence goes on. */
static int
goes_on(uint32_t cp, int dots)
{
	if (dots && (cp == 0x7b49 || cp == 0x5230)) /* ……等, ……到 */
		return 1;
	return cp == ',' || cp == 0x3001 || cp == ';' || cp == ':' ||
	       (dots && cp == ')');
}

/*
 * What follows a quote that ended in mid-sentence and says that the sentence
 * goes on: 的 等 之 是 成; where no colon or comma led to the quote also 这 那
 * 地 一 与 和 及 或 为 中 后 时 而 字 口, and another quote.
 */
static int
joins(const struct sent *s, const struct sent_pair *p, size_t start, size_t at)
{
	static const uint32_t weak[] = {0x8fd9, 0x9019, 0x90a3, 0x5730, 0x4e00,
	    0x4e0e, 0x8207, 0x548c, 0x53ca, 0x6216, 0x4e3a, 0x70ba, 0x4e2d,
	    0x540e, 0x5f8c, 0x65f6, 0x6642, 0x800c, 0x5b57, 0x53e3};
	uint32_t then = stop_char(s->text, at);
	uint32_t lead = stop_before(s->text, p->from);
	size_t i;

	switch (then) {
	case 0x7684:
	case 0x7b49:
	case 0x4e4b:
	case 0x662f:
	case 0x6210:
		return 1;
	}
	if (p->from == start || lead == ':' || lead == ',')
		return 0;
	for (i = 0; i < sizeof weak / sizeof *weak; i++)
		if (then == weak[i])
			return 1;
	return stop_quotes(closer(then));
}

/* Takes end marks along; returns where they end. */
static size_t
skip_ends(struct str t, size_t at)
{
	uint32_t cp;
	size_t k;

	while (at < t.len) {
		k = utf8_decode(t.s + at, t.len - at, &cp);
		if (!line_ends_sentence(utf8_fold(cp)))
			break;
		at += k;
	}
	return at;
}

/*
 * Behind an end mark at at: takes the closing marks along, those too that
 * close what began before the text.  *kept: not the end after all, for a
 * bracket, a title or a quote closes here in mid-sentence.
 */
static size_t
leave(struct sent *s, size_t at, size_t start, int *kept)
{
	const struct sent_pair *p;
	uint32_t cp;
	size_t k, to;

	while (at < s->text.len) {
		k = utf8_decode(s->text.s + at, s->text.len - at, &cp);
		cp = utf8_fold(cp);
		p = innermost(s);
		if (p && p->to == at) {
			s->nopen--;
			if (p->mark == 0x300b ||
			    (!stop_quotes(p->mark) && p->from != start))
				*kept =
				    p->mark == 0x300b || at + k < s->text.len;
			else
				*kept = stop_quotes(p->mark) &&
					joins(s, p, start, at + k);
		} else if (cp == '"' || !stop_closes(cp)) {
			break;
		}
		at += k;
		to = skip_ends(s->text, at);
		*kept = to == at && *kept;
		at = to;
	}
	return at;
}

/* Does the sentence that began at start end with the mark before at?  Then
 * where, else 0; s->at is where to go on in any case. */
static size_t
try_end(struct sent *s, size_t start, size_t at, int dots)
{
	int kept = 0;

	at = leave(s, skip_ends(s->text, at), start, &kept);
	s->at = at;
	if (s->nopen || kept || goes_on(stop_char(s->text, at), dots))
		return 0;
	return at;
}

static size_t
skip_space(struct str t, size_t at)
{
	uint32_t cp;
	size_t k;

	while (at < t.len) {
		k = utf8_decode(t.s + at, t.len - at, &cp);
		if (!utf8_isspace(cp))
			break;
		at += k;
	}
	return at;
}

static size_t
trim_end(struct str t, size_t from, size_t at)
{
	uint32_t cp;
	size_t k;

	while (at > from) {
		k = utf8_before(t.s + from, at - from, &cp);
		if (!utf8_isspace(cp))
			break;
		at -= k;
	}
	return at;
}

int
sent_next(struct sent *s, size_t *from, size_t *to)
{
	struct str t = s->text;
	size_t i, k, end = 0;
	const struct sent_pair *p;
	uint32_t cp;
	int row;

	*from = s->at = skip_space(t, s->at);
	if (*from == t.len)
		return 0;
	while (end == 0 && (s->at = skip_han(t, s->at)) < t.len) {
		k = utf8_decode(t.s + s->at, t.len - s->at, &cp);
		p = innermost(s);
		if (p && p->to == s->at)
			s->nopen--;
		else
			enter(s, s->at);
		row = cp == 0x2026 || cp == 0x22ef;
		i = s->at;
		s->at += k;
		if (!stop_here(t, *from, i, &k))
			continue;
		row |= k >= 3 && cp == '.';
		end = try_end(s, *from, i + k, row);
	}
	*to = trim_end(t, *from, s->at);
	return 1;
}

void
sent_free(struct sent *s)
{
	mem_free(s->v);
	mem_free(s->open);
}
