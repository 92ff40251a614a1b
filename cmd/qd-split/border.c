#include "border.h"

#include "unit.h"

#define MAX_HEAD 8 /* units of a headline with its kicker and subtitle */
#define DASH 0x2014
#define DAY 0x65e5   /* 日 */
#define FAR_RIGHT 20 /* columns: no headline is set in so far */

static int
cue(const struct page *p, size_t i)
{
	return p->u[i].ends.cue;
}

static int
gap(const struct page *p, size_t i)
{
	return p->u[i].ends.gap > p->layout.usual;
}

static int
has(const struct page *p, size_t i, int flag)
{
	return (p->u[i].ends.flags & flag) != 0;
}

static int
is_byline(const struct page *p, size_t i)
{
	return cue(p, i) == CUE_BYLINE || cue(p, i) == CUE_BYHEAD ||
	       p->u[i].name;
}

/* What may stand between a headline and its text. */
static int
goes_with_head(const struct page *p, size_t i)
{
	return is_byline(p, i) || cue(p, i) == CUE_STAMP ||
	       cue(p, i) == CUE_AUTHOR;
}

/* An article ends with it. */
static int
closes(const struct page *p, size_t i)
{
	return cue(p, i) == CUE_CREDIT || cue(p, i) == CUE_STAFF;
}

/* A question or a call is a sentence, and often a headline. */
static int
headline(const struct page *p, size_t i)
{
	const struct unit *u = &p->u[i];

	if (!unit_headlike(u))
		return cue(p, i) == CUE_ASIDE && u->ends.width == 8;
	if (u->ends.last == ':' && u->ends.cue != CUE_MARKED)
		return 0;
	return !u->body || ((u->ends.last == '?' || u->ends.last == '!') &&
			       (gap(p, i) || has(p, i, LINE_FF)));
}

/* In a page without empty lines between paragraphs, one that stands there. */
static int
set_apart(const struct page *p, size_t i)
{
	return (gap(p, i) && !p->layout.gapped) || has(p, i, LINE_FF);
}

/* The first unit of the headlines right before unit j; j if there is none. */
static size_t
head_before(const struct page *p, size_t j, size_t lo)
{
	size_t k = j, n = 0;

	while (k > lo && goes_with_head(p, k - 1))
		k--;
	if (k == lo || !headline(p, k - 1))
		return j;
	while (k > lo && n < MAX_HEAD && headline(p, k - 1)) {
		if (n && set_apart(p, k))
			break;
		k--;
		n++;
	}
	return k;
}

/* An article's text begins in j..b-1 or with b. */
static int
opens_text(const struct page *p, size_t j, size_t b)
{
	for (; j < b; j++)
		if (cue(p, j) == CUE_ORIGIN || is_byline(p, j) ||
		    cue(p, j) == CUE_STAMP)
			return 1;
	return b < p->nu && has(p, b, LINE_DATELINE);
}

static int
furniture(const struct page *p, size_t i)
{
	switch (cue(p, i)) {
	case CUE_FOLIO:
	case CUE_STAFF:
	case CUE_JUMP:
	case CUE_PART:
	case CUE_ASIDE:
	case CUE_ELLIPSIS:
		return 1;
	}
	return 0;
}

static int
far_right(const struct page *p, size_t i)
{
	return p->u[i].ends.indent >= p->layout.margin + FAR_RIGHT;
}

/*
 * Unit j is the day below the names of those who signed what ends here: no
 * text follows it, but the end of the page or another headline.  lo..b-1 as
 * in look.
 */
static int
signs(const struct page *p, size_t j, size_t lo, size_t b)
{
	size_t n = j + 1;

	if (cue(p, j) != CUE_STAMP || p->u[j].ends.last != DAY || lo == p->u0 ||
	    !line_closed(&p->u[lo - 1].ends))
		return 0;
	while (n < b && furniture(p, n))
		n++;
	if (n == p->nu || (far_right(p, j) && far_right(p, j - 1)))
		return 1;
	return n < b && headline(p, n) && cue(p, n) != CUE_NUMBER &&
	       (n > j + 1 || p->u[n].ends.gap > p->u[j].ends.gap ||
		   opens_text(p, n + 1, b));
}

/* An end mark of the article stands in lo..b-1: the unit behind the last. */
static size_t
behind_close(const struct page *p, size_t lo, size_t b)
{
	size_t i, k = lo;

	for (i = lo; i < b; i++)
		if (closes(p, i) || signs(p, i, lo, b))
			k = i + 1;
	if (k == lo && lo > p->u0 && has(p, lo - 1, LINE_TAIL))
		return lo;
	return k == lo ? BORDER_NONE : k;
}

static size_t
first_head(const struct page *p, size_t lo, size_t b)
{
	for (; lo < b; lo++)
		if (headline(p, lo) && cue(p, lo) != CUE_NUMBER)
			return lo;
	return BORDER_NONE;
}

/* A headline with a second line that a dash leads. */
static size_t
dashed_head(const struct page *p, size_t lo, size_t b)
{
	size_t i;

	for (i = lo + 1; i < b; i++)
		if (p->u[i].ends.first == DASH && p->u[i].ends.width >= 16 &&
		    headline(p, i) && headline(p, i - 1) &&
		    p->u[i - 1].ends.first != DASH &&
		    p->u[i - 1].ends.last != ':')
			return head_before(p, i, lo);
	return BORDER_NONE;
}

/*
 * Empty lines that stand between articles alone, and the one indent that
 * headlines and first paragraphs have not.
 */
static size_t
spaced_head(const struct page *p, size_t lo, size_t b, int final)
{
	const struct layout *y = &p->layout;
	size_t i = lo;

	if (y->gapped || y->wrap || lo == p->u0 ||
	    !(line_closed(&p->u[lo - 1].ends) || closes(p, lo - 1)))
		return BORDER_NONE;
	for (; i < b; i++)
		if (gap(p, i) && headline(p, i) && cue(p, i) != CUE_NUMBER)
			return i + 1 < b || !final ? i : BORDER_NONE;
	if (b < p->nu && b > lo && gap(p, b) && p->u[b].ends.indent < y->margin)
		return b;
	if (b == lo && gap(p, b) && y->margin >= 2 &&
	    p->u[b].ends.indent < y->margin)
		return b;
	return BORDER_NONE;
}

/* Nothing but page furniture was held: it goes to the article that follows. */
static int
only_notes(const struct page *p, size_t k)
{
	size_t i = p->u0;

	while (i < k && furniture(p, i))
		i++;
	return i == k;
}

/* The unit that begins the article which unit j belongs to the head of. */
static size_t
anchored(const struct page *p, size_t j, size_t lo)
{
	size_t k;

	switch (cue(p, j)) {
	case CUE_PART:
	case CUE_MARKED:
		return j;
	case CUE_ORIGIN:
		return head_before(p, j, lo);
	case CUE_STAMP:
	case CUE_BYLINE:
	case CUE_BYHEAD:
		k = head_before(p, j, lo);
		return k < j ? k : BORDER_NONE;
	case CUE_AUTHOR:
		if (p->u[j].name || gap(p, j) || j + 1 >= p->nu)
			return BORDER_NONE;
		if (!p->u[j + 1].body && cue(p, j + 1) != CUE_ORIGIN &&
		    cue(p, j + 1) != CUE_NUMBER)
			return BORDER_NONE;
		k = head_before(p, j, lo);
		return k < j ? k : BORDER_NONE;
	}
	return BORDER_NONE;
}

/* An article begins with unit k, and why. */
static size_t
begins(struct page *p, size_t k, unsigned why)
{
	if (k != BORDER_NONE)
		p->u[k].border = (unsigned char)why;
	return k;
}

/*
 * The run lo..b-1 between two pieces of body text, b the second of them (or
 * p->nu at the end).  *next: where to go on in the run after a border.
 */
static size_t
look(struct page *p, size_t lo, size_t b, int final, size_t *next)
{
	size_t j, k, back = lo;

	/* A headline that is a question was taken for body text. */
	if (back > p->u0 && headline(p, back - 1))
		back--;
	for (j = lo; j < b; j++) {
		k = signs(p, j, lo, b) ? BORDER_NONE : anchored(p, j, back);
		if (k == BORDER_NONE)
			continue;
		for (*next = j + 1; *next < b && goes_with_head(p, *next);)
			++*next;
		if (*next < b && cue(p, *next) == CUE_ORIGIN)
			++*next;
		p->in_head = cue(p, j) != CUE_PART;
		return begins(p, k, (unsigned)cue(p, j));
	}
	*next = b + 1;
	if (p->in_head)
		return BORDER_NONE;
	k = behind_close(p, lo, b);
	if (b < p->nu && has(p, b, LINE_DATELINE)) {
		j = first_head(p, k == BORDER_NONE ? lo : k, b);
		if (j != BORDER_NONE)
			return begins(p, j, BORDER_DATELINE);
	}
	if (k != BORDER_NONE && b < p->nu) {
		j = first_head(p, k, b);
		if (j != BORDER_NONE)
			return begins(p, j, BORDER_CLOSED);
	}
	k = dashed_head(p, lo, b);
	if (k != BORDER_NONE)
		return begins(p, k, BORDER_DASHED);
	return begins(p, spaced_head(p, lo, b, final), BORDER_SPACED);
}

size_t
border_find(struct page *p, int final)
{
	size_t k, next;

	if (p->run < p->u0)
		p->run = p->u0;
	if (p->seen < p->run)
		p->seen = p->run;
	for (; p->seen < p->nu || (final && p->run < p->nu); p->seen++) {
		if (p->seen < p->nu && !p->u[p->seen].body)
			continue;
		while (p->run <= p->seen) {
			k = look(p, p->run, p->seen, final, &next);
			if (k == BORDER_NONE)
				break;
			p->run = next;
			if (!only_notes(p, k))
				return k;
		}
		p->in_head = 0;
		p->run = p->seen + 1;
		if (p->seen >= p->nu) {
			p->run = p->nu;
			break;
		}
	}
	return BORDER_NONE;
}
