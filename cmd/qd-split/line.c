#include "line.h"

#include <string.h>

#include "utf8.h"

#define HEAD 160 /* bytes of a long line looked at for a dateline */
#define TAIL 180 /* and for a credit at its end */

int
line_ends_sentence(uint32_t cp)
{
	switch (cp) {
	case 0x3002: /* 。 */
	case '!':
	case '?':
	case 0x2026: /* … */
	case 0x22ef:
	case 0xff61:
		return 1;
	}
	return 0;
}

int
line_closes(uint32_t cp)
{
	switch (cp) {
	case ')':
	case ']':
	case '}':
	case 0x201d:
	case 0x2019:
	case 0x300b:
	case 0x3009:
	case 0x300d:
	case 0x300f:
	case 0x3011:
	case 0x3015:
		return 1;
	}
	return 0;
}

int
line_opens(uint32_t cp)
{
	switch (cp) {
	case '(':
	case '[':
	case '{':
	case 0x201c:
	case 0x2018:
	case 0x300a:
	case 0x3008:
	case 0x300c:
	case 0x300e:
	case 0x3010:
	case 0x3014:
		return 1;
	}
	return 0;
}

int
line_closed(const struct ln *l)
{
	if (line_ends_sentence(l->last))
		return 1;
	if (l->last == '.')
		return (l->flags & LINE_LATIN) || utf8_ishan(l->before) ||
		       l->before == '%' || line_closes(l->before);
	if (line_closes(l->last) || l->last == '"' || l->last == '\'')
		return line_ends_sentence(l->before) || l->before == '.' ||
		       (l->flags & LINE_TAIL);
	return 0;
}

int
line_breaks(const struct ln *l)
{
	switch (l->cue) {
	case CUE_NONE:
	case CUE_CAPTION:
	case CUE_NUMBER:
	case CUE_AUTHOR:
		return 0;
	}
	return 1;
}

/* Takes white space off both ends; returns how much went from the front. */
static size_t
trim(struct ln *l, const char *s, size_t *len)
{
	size_t i = 0, n = *len, k;
	uint32_t cp;

	while (i < n) {
		k = utf8_decode(s + i, n - i, &cp);
		if (!utf8_isspace(cp))
			break;
		if (cp == '\f')
			l->flags |= LINE_FF;
		if (cp == 0x3000)
			l->indent = (unsigned short)(l->indent + 2);
		else if (cp == '\t')
			l->indent = (unsigned short)(l->indent + 4);
		else if (cp != '\f' && cp != '\r' && cp != 0xfeff)
			l->indent++;
		i += k;
	}
	while (n > i) {
		k = utf8_before(s + i, n - i, &cp);
		if (!utf8_isspace(cp))
			break;
		n -= k;
	}
	*len = n - i;
	return i;
}

/* What the scan of a run of characters gathers; to: where the run goes in
 * half width, which takes no more room. */
struct scan {
	char *to;
	uint64_t mask;
	unsigned width, han, latin, bad;
	int open, stop, comma, esc;
};

static unsigned
columns(uint32_t cp)
{
	return cp >= 0x1100 && (cp <= 0x115f || cp >= 0x2e80) ? 2
	       : cp >= 0x2010 && cp <= 0x2e7f		      ? 2
							      : 1;
}

/* A character that is no ideograph. */
static void
see_mark(struct scan *sc, uint32_t cp, uint32_t half, int inner)
{
	sc->width += columns(cp);
	if ((half | 32) >= 'a' && (half | 32) <= 'z')
		sc->latin++;
	else if (line_opens(half))
		sc->open++;
	else if (line_closes(half))
		sc->open--;
	else if (half == ',' || half == 0x3001)
		sc->comma = 1;
	else if (inner && line_ends_sentence(half) && half != 0x2026)
		sc->stop = 1;
	else if (cp >= 0x3400)
		sc->han++;
	else if (cp < ' ' || cp == '\\')
		sc->esc = 1;
}

static size_t
copy(char *to, const char *s, size_t n)
{
	memcpy(to, s, n);
	return n;
}

/*
 * A run of ideographs, the most of a text, without a call and without a store
 * but for the copy; returns its bytes.
 */
static size_t
scan_han(struct scan *sc, const struct cue_table *t, const char *s, size_t len)
{
	const unsigned char *u = (const unsigned char *)s;
	uint64_t mask = 0;
	uint32_t cp;
	unsigned bad = 0;
	char *to = sc->to;
	size_t i = 0;

	for (; len - i >= 3 && u[i] >= 0xe4 && u[i] <= 0xe9; i += 3) {
		cp = (u[i] & 0x0fU) << 12 | (u[i + 1] & 0x3fU) << 6 |
		     (u[i + 2] & 0x3fU);
		mask |= t->mask[t->class[cp]];
		bad |= ((u[i + 1] ^ 0x80U) | (u[i + 2] ^ 0x80U)) & 0xc0U;
		memcpy(to + i, s + i, 3);
	}
	sc->mask |= mask;
	sc->bad |= bad;
	sc->to = to + i;
	sc->width += (unsigned)(i / 3 * 2);
	sc->han += (unsigned)(i / 3);
	return i;
}

static void
scan(struct scan *sc, struct cues *c, const char *s, size_t len, size_t inner)
{
	const struct cue_table *t = cue_table(c);
	size_t i = 0, k;
	uint32_t cp, half;

	sc->to = cue_room(c, len);
	while (i < len) {
		k = scan_han(sc, t, s + i, len - i);
		i += k;
		if (k)
			continue;
		k = utf8_decode(s + i, len - i, &cp);
		sc->bad |= k == 1 && cp == 0xfffd;
		half = utf8_fold(cp);
		sc->mask |= cue_mask(t, cp);
		sc->to += half == cp ? copy(sc->to, s + i, k)
				     : utf8_encode(sc->to, half);
		i += k;
		see_mark(sc, cp, half, i < inner);
	}
}

/* Columns of what stands unbroken at the start. */
static unsigned
token(const char *s, size_t len)
{
	unsigned n = 0;
	uint32_t cp;

	while (n < len && n < 24 && (unsigned char)s[n] < 0x80 && s[n] != ' ')
		n++;
	if (n)
		return n;
	utf8_decode(s, len, &cp);
	return columns(cp);
}

static void
ends(struct ln *l, const char *s, size_t len)
{
	uint32_t cp;
	size_t k;

	utf8_decode(s, len, &cp);
	l->first = utf8_fold(cp);
	k = utf8_before(s, len, &cp);
	l->last = utf8_fold(cp);
	l->before = 0;
	if (k < len) {
		utf8_before(s, len - k, &cp);
		l->before = utf8_fold(cp);
	}
	l->token = token(s, len);
}

/* A part of a long line, where it holds a trigger for kind. */
static int
part_is(struct cues *c, enum cue kind, const char *s, size_t len, uint64_t mask)
{
	struct str t = {s, len};

	return cue_has(c, kind, mask) && cue_test(c, kind, t, NULL);
}

/* Not UTF-8: no pattern may see it.  What the scan of it, or of its first
 * part, gathered. */
static void
look_at_bad(struct ln *l, const struct scan *sc, size_t len)
{
	l->width = sc->width;
	l->flags |= LINE_BAD | LINE_ESC;
	if (sc->stop || len > LINE_SHORT)
		l->flags |= LINE_STOP;
}

/* A long line: only its ends. */
static void
look_at_ends(struct ln *l, struct cues *c, const char *s, size_t len)
{
	struct scan sc = {0};
	size_t k = utf8_cut(s, HEAD), from = len - TAIL;

	if (utf8_valid(s, len) < len) {
		scan(&sc, c, s, LINE_SHORT, LINE_SHORT);
		look_at_bad(l, &sc, len);
		return;
	}
	scan(&sc, c, s, k, k);
	if (part_is(c, CUE_DATELINE, s, k, sc.mask | cue_ends(c, l->first, 0)))
		l->flags |= LINE_DATELINE;
	if (sc.latin > sc.han)
		l->flags |= LINE_LATIN;
	l->flags |= LINE_STOP | LINE_COMMA | LINE_ESC;
	l->width = (unsigned)(len > 100000 ? 100000 : len) * 2 / 3;
	if (l->last != ')')
		return;
	while (from < len && ((unsigned char)s[from] & 0xc0) == 0x80)
		from++;
	memset(&sc, 0, sizeof sc);
	scan(&sc, c, s + from, len - from, 0);
	if (part_is(c, CUE_TAIL, s + from, len - from,
		sc.mask | cue_ends(c, 0, l->last)))
		l->flags |= LINE_TAIL;
}

/* Text ends so; headlines, bylines and page furniture do not. */
static int
ends_as_text(uint32_t cp)
{
	return cp == 0x3002 || cp == ',' || cp == ';' || cp == 0x3001;
}

static void
look(struct ln *l, struct cues *c, const char *s, size_t len)
{
	struct scan sc = {0};
	struct cue_seen seen;

	scan(&sc, c, s, len, len - 1);
	if (sc.bad) {
		look_at_bad(l, &sc, len);
		return;
	}
	l->width = sc.width;
	l->open = (short)sc.open;
	cue_look(c, sc.to, sc.mask | cue_ends(c, l->first, l->last),
	    ends_as_text(l->last), &seen);
	l->cue = (unsigned char)seen.kind;
	l->rule = seen.rule;
	l->flags =
	    (unsigned short)(l->flags | (sc.latin > sc.han ? LINE_LATIN : 0) |
			     (sc.esc ? LINE_ESC : 0) |
			     (sc.stop ? LINE_STOP : 0) |
			     (sc.comma ? LINE_COMMA : 0) |
			     (seen.head ? LINE_DATELINE : 0) |
			     (seen.tail ? LINE_TAIL : 0));
}

size_t
line_read(struct ln *l, struct cues *c, const char *s, size_t len, size_t off)
{
	size_t from;

	l->indent = 0;
	from = trim(l, s, &len);
	l->len = len;
	l->off = off + from;
	l->cue = CUE_NONE;
	l->rule = 0;
	l->open = 0;
	if (len == 0)
		return from;
	s += from;
	ends(l, s, len);
	if (len > LINE_SHORT)
		look_at_ends(l, c, s, len);
	else
		look(l, c, s, len);
	return from;
}
