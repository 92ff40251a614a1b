#include "sent.h"

#include <stdint.h>

#include "line.h"
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

static int
is_quote(uint32_t mark)
{
	switch (mark) {
	case '"':
	case 0x2019:
	case 0x201d:
	case 0x300d:
	case 0x300f:
	case 0x301e:
	case 0xfe42:
	case 0xfe44:
	case 0xff63:
		return 1;
	}
	return 0;
}

/* What may close a pair. */
static int
closes(uint32_t cp)
{
	return is_quote(cp) || line_closes(cp);
}

static uint32_t
char_at(struct str t, size_t at)
{
	uint32_t cp = 0;

	if (at < t.len)
		utf8_decode(t.s + at, t.len - at, &cp);
	return utf8_fold(cp);
}

static uint32_t
char_before(struct str t, size_t at)
{
	uint32_t cp = 0;

	if (at)
		utf8_before(t.s, at, &cp);
	return utf8_fold(cp);
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

void
sent_begin(struct sent *s, struct str text)
{
	size_t i = 0, k;
	uint32_t cp, mark;

	s->text = text;
	s->n = s->nopen = s->i = s->at = 0;
	while (i < text.len) {
		k = utf8_decode(text.s + i, text.len - i, &cp);
		cp = utf8_fold(cp);
		mark = closer(cp);
		if (closes(cp) && close_pair(s, cp, i))
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

static int
latin(uint32_t cp)
{
	return (cp | 32) >= 'a' && (cp | 32) <= 'z';
}

static int
alnum(uint32_t cp)
{
	return (cp >= '0' && cp <= '9') || latin(cp);
}

/* One of 〇一二三四五六七八九十. */
static int
numeral(uint32_t cp)
{
	switch (cp) {
	case 0x3007:
	case 0x4e00:
	case 0x4e8c:
	case 0x4e09:
	case 0x56db:
	case 0x4e94:
	case 0x516d:
	case 0x4e03:
	case 0x516b:
	case 0x4e5d:
	case 0x5341:
		return 1;
	}
	return 0;
}

/* The word of ASCII letters and digits that ends at at. */
static struct str
word_before(struct str t, size_t at)
{
	struct str w = {t.s + at, 0};

	while (w.s > t.s && alnum((unsigned char)w.s[-1])) {
		w.s--;
		w.len++;
	}
	return w;
}

/* Dr. Lin, J. Smith, U.S., 5 p.m., e.g. */
static int
abbreviation(struct str t, struct str w)
{
	static const char *const abbr[] = {"Dr", "Mr", "Mrs", "Ms", "Prof",
	    "St", "No", "vs", "Jr", "Sr", "Co", "Inc", "Ltd", "Corp", "Gen",
	    "Col", "Capt", "Lt", "Sgt", "Gov", "Sen", "Rep", "Rev", "Hon",
	    "Dept", "Fig", "Vol", "al", "cf", "approx", "Jan", "Feb", "Mar",
	    "Apr", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec"};
	size_t i;

	if (w.len == 1 && ((*w.s >= 'A' && *w.s <= 'Z') ||
			      (w.s > t.s + 1 && w.s[-1] == '.' &&
				  latin((unsigned char)w.s[-2]))))
		return 1;
	for (i = 0; i < sizeof abbr / sizeof *abbr; i++)
		if (str_is(w, abbr[i]))
			return 1;
	return 0;
}

/* Nothing stands from from to at but a number or letter: 1. or 一. or a. */
static int
is_point(struct str t, size_t from, size_t at)
{
	struct str w = word_before(t, at);
	uint32_t cp;

	if (w.len)
		return w.len <= 3 && w.s == t.s + from;
	return at > from &&
	       utf8_decode(t.s + from, at - from, &cp) == at - from &&
	       numeral(cp);
}

/* A full stop at i, k bytes long, in a sentence that begins at from. */
static int
stop_ends(struct str t, size_t from, size_t i, size_t k)
{
	uint32_t before = char_before(t, i), then = char_at(t, i + k);
	uint32_t next;
	struct str w;

	if (before == '.' || then == '.') /* dots are looked at as one */
		return 0;
	if (utf8_ishan(before) && !(numeral(before) && utf8_ishan(then)))
		return !alnum(then) && then != '=' && then != '/' &&
		       !is_point(t, from, i);
	if (utf8_ishan(then))
		return before == '%' || closes(before) ||
		       (k > 1 && !alnum(before) && !numeral(before));
	if (then && !utf8_isspace(then) && !closes(then))
		return 0;
	w = word_before(t, i);
	next = then && utf8_isspace(then) ? char_at(t, i + k + 1) : 0;
	/* A small letter goes on (SB8 of Unicode's annex 29). */
	return !abbreviation(t, w) && !is_point(t, from, i) &&
	       !(next >= 'a' && next <= 'z');
}

/* An ASCII ! or ? at i: among Han characters, or before a space. */
static int
call_ends(struct str t, size_t i)
{
	uint32_t before = char_before(t, i), then = char_at(t, i + 1);

	if (utf8_ishan(before))
		return !alnum(then) && then != '=' && then != '/';
	return then == 0 || utf8_isspace(then) || closes(then) || then == '!' ||
	       then == '?' || line_ends_sentence(before);
}

/* Bytes of the dots at i, where there are three or more; else 0. */
static size_t
dots(struct str t, size_t i)
{
	size_t k = i;

	while (k < t.len && t.s[k] == '.')
		k++;
	return k - i >= 3 ? k - i : 0;
}

/* A mark that ends sentences stands at i (a character of *k bytes, or a row of
 * dots: *k is theirs then) in one that begins at from. */
static int
ends(struct str t, size_t from, size_t i, size_t *k)
{
	uint32_t cp = char_at(t, i);
	size_t n;

	if (*k == 1 && cp == '.' && (n = dots(t, i)) > 0) {
		*k = n;
		return utf8_ishan(char_before(t, i)) || i + n == t.len ||
		       utf8_isspace(char_at(t, i + n));
	}
	if (cp == '.')
		return stop_ends(t, from, i, *k);
	if (*k == 1)
		return (cp == '!' || cp == '?') && call_ends(t, i);
	return line_ends_sentence(cp);
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
	uint32_t then = char_at(s->text, at);
	uint32_t lead = char_before(s->text, p->from);
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
	return is_quote(closer(then));
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
			    (!is_quote(p->mark) && p->from != start))
				*kept =
				    p->mark == 0x300b || at + k < s->text.len;
			else
				*kept = is_quote(p->mark) &&
					joins(s, p, start, at + k);
		} else if (cp == '"' || !closes(cp)) {
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
	if (s->nopen || kept || goes_on(char_at(s->text, at), dots))
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
	while (s->at < t.len && end == 0) {
		k = utf8_decode(t.s + s->at, t.len - s->at, &cp);
		p = innermost(s);
		if (p && p->to == s->at)
			s->nopen--;
		else
			enter(s, s->at);
		row = cp == 0x2026 || cp == 0x22ef;
		i = s->at;
		s->at += k;
		if (!ends(t, *from, i, &k))
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
