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
	    {0x3010, 0x3011}, {0x3014, 0x3015}};
	size_t i;

	for (i = 0; i < sizeof pairs / sizeof *pairs; i++)
		if (cp == pairs[i][0])
			return pairs[i][1];
	return cp == '"' ? '"' : 0;
}

static int
is_quote(uint32_t mark)
{
	return mark == 0x201d || mark == 0x2019 || mark == 0x300d ||
	       mark == 0x300f || mark == '"';
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
		if ((line_closes(cp) || cp == '"') && close_pair(s, cp, i))
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
alnum(uint32_t cp)
{
	return (cp >= '0' && cp <= '9') ||
	       ((cp | 32) >= 'a' && (cp | 32) <= 'z');
}

/* Dr. Lin, J. Smith, U.S.A. */
static int
abbreviation(struct str t, size_t dot)
{
	static const char *const abbr[] = {"Dr", "Mr", "Mrs", "Ms", "Prof",
	    "St", "No", "vs", "Jr", "Co", "Inc"};
	size_t from = dot, i;
	struct str word;

	while (from && alnum((unsigned char)t.s[from - 1]))
		from--;
	word.s = t.s + from;
	word.len = dot - from;
	if (word.len == 1 && *word.s >= 'A' && *word.s <= 'Z')
		return 1;
	for (i = 0; i < sizeof abbr / sizeof *abbr; i++)
		if (str_is(word, abbr[i]))
			return 1;
	return 0;
}

/* A half-width mark at i: among Han characters, or before a space. */
static int
half_ends(struct str t, size_t i)
{
	uint32_t before = char_before(t, i), then = char_at(t, i + 1);

	if (utf8_ishan(before))
		return !alnum(then) && then != '=' && then != '/';
	if (then && !utf8_isspace(then) && !is_quote(then) && then != ')')
		return 0;
	return t.s[i] != '.' || !abbreviation(t, i);
}

/* A mark that ends sentences stands at i (a character of k bytes). */
static int
ends(struct str t, size_t i, size_t k)
{
	uint32_t cp = char_at(t, i);

	if (k == 1)
		return (cp == '.' || cp == '!' || cp == '?') && half_ends(t, i);
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
 * Behind an end mark at at: takes the closing marks along.  *kept: not the end
 * after all, for a bracket or a title closes here in mid-sentence.
 */
static size_t
leave(struct sent *s, size_t at, size_t start, int *kept)
{
	const struct sent_pair *p;
	uint32_t cp;
	size_t k;

	while ((p = innermost(s)) != NULL && p->to == at) {
		k = utf8_decode(s->text.s + at, s->text.len - at, &cp);
		if (!is_quote(p->mark) && p->from != start)
			*kept = at + k < s->text.len;
		if (p->mark == 0x300b)
			*kept = 1;
		at += k;
		s->nopen--;
		while (at < s->text.len) {
			k = utf8_decode(s->text.s + at, s->text.len - at, &cp);
			if (!line_ends_sentence(utf8_fold(cp)))
				break;
			at += k;
			*kept = 0;
		}
	}
	return at;
}

/* Does the sentence that began at start end with the mark before at?  Then
 * where, else 0; s->at is where to go on in any case. */
static size_t
try_end(struct sent *s, size_t start, size_t at, int dots)
{
	int kept = 0;
	uint32_t then;
	size_t k;

	while (at < s->text.len) {
		k = utf8_decode(s->text.s + at, s->text.len - at, &then);
		then = utf8_fold(then);
		if (!line_ends_sentence(then))
			break;
		at += k;
	}
	at = leave(s, at, start, &kept);
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
	size_t k, end = 0;
	const struct sent_pair *p;
	uint32_t cp;

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
		s->at += k;
		if (ends(t, s->at - k, k))
			end = try_end(
			    s, *from, s->at, cp == 0x2026 || cp == 0x22ef);
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
