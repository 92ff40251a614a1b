#include "stop.h"

#include "line.h"
#include "utf8.h"

int
stop_quotes(uint32_t mark)
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
int
stop_closes(uint32_t cp)
{
	return stop_quotes(cp) || line_closes(cp);
}

uint32_t
stop_char(struct str t, size_t at)
{
	uint32_t cp = 0;

	if (at < t.len)
		utf8_decode(t.s + at, t.len - at, &cp);
	return utf8_fold(cp);
}

uint32_t
stop_before(struct str t, size_t at)
{
	uint32_t cp = 0;

	if (at)
		utf8_before(t.s, at, &cp);
	return utf8_fold(cp);
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
	uint32_t before = stop_before(t, i), then = stop_char(t, i + k);
	uint32_t next;
	struct str w;

	if (before == '.' || then == '.') /* dots are looked at as one */
		return 0;
	if (utf8_ishan(before) && !(numeral(before) && utf8_ishan(then)))
		return !alnum(then) && then != '=' && then != '/' &&
		       !is_point(t, from, i);
	if (utf8_ishan(then))
		return before == '%' || stop_closes(before) ||
		       (k > 1 && !alnum(before) && !numeral(before));
	if (then && !utf8_isspace(then) && !stop_closes(then))
		return 0;
	w = word_before(t, i);
	next = then && utf8_isspace(then) ? stop_char(t, i + k + 1) : 0;
	/* A small letter goes on (SB8 of Unicode's annex 29). */
	return !abbreviation(t, w) && !is_point(t, from, i) &&
	       !(next >= 'a' && next <= 'z');
}

/* An ASCII ! or ? at i: among Han characters, or before a space. */
static int
call_ends(struct str t, size_t i)
{
	uint32_t before = stop_before(t, i), then = stop_char(t, i + 1);

	if (utf8_ishan(before))
		return !alnum(then) && then != '=' && then != '/';
	return then == 0 || utf8_isspace(then) || stop_closes(then) ||
	       then == '!' || then == '?' || line_ends_sentence(before);
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
int
stop_here(struct str t, size_t from, size_t i, size_t *k)
{
	uint32_t cp = stop_char(t, i);
	size_t n;

	if (*k == 1 && cp == '.' && (n = dots(t, i)) > 0) {
		*k = n;
		return utf8_ishan(stop_before(t, i)) || i + n == t.len ||
		       utf8_isspace(stop_char(t, i + n));
	}
	if (cp == '.')
		return stop_ends(t, from, i, *k);
	if (*k == 1)
		return (cp == '!' || cp == '?') && call_ends(t, i);
	return line_ends_sentence(cp);
}
