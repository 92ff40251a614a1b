#include "people.h"

#include "layout.h"
#include "utf8.h"

#define FOLIOS 4 /* page numbers that may stand between names */

/* A byline whose names fill the line, and line b below it: they may go on. */
static int
names_full(const struct page *p, const struct unit *u, size_t b)
{
	const struct ln *l = &p->l[b];

	return u->ends.cue == CUE_BYLINE && p->layout.wrap && !line_breaks(l) &&
	       l->gap <= p->layout.usual && !(l->flags & LINE_FF) &&
	       layout_full(&p->layout, l - 1, l);
}

/* Characters of the word that s ends with, or begins with. */
static size_t
word(struct str s, int at_end)
{
	size_t i = at_end ? s.len : 0, n = 0;
	uint32_t cp;

	while (at_end ? i > 0 : i < s.len) {
		if (at_end)
			i -= utf8_before(s.s, i, &cp);
		else
			i += utf8_decode(s.s + i, s.len - i, &cp);
		if (!utf8_ishan(cp))
			break;
		n++;
	}
	return n;
}

int
people_cut(struct page *p, const struct unit *u, size_t b)
{
	struct unit both = *u;

	if (!names_full(p, u, b))
		return 0;
	both.n++;
	return (word(page_line_text(p, u, u->n - 1), 1) == 1 ||
		   word(page_line_text(p, &both, u->n), 0) == 1) &&
	       cue_test(p->cues, CUE_BYLINE, page_unit_text(p, &both, &p->tmp),
		   NULL);
}

/* Names of two to four characters, with a space or 、 between, and no more. */
static int
name_list(struct str s)
{
	size_t i = 0, n = 0, names = 0;
	uint32_t cp;

	while (i < s.len) {
		i += utf8_decode(s.s + i, s.len - i, &cp);
		cp = utf8_fold(cp);
		if (utf8_ishan(cp) && n < 4)
			n++;
		else if ((cp == ' ' || cp == 0x3001) && n != 1)
			n = 0;
		else
			return 0;
		names += n == 2;
	}
	return names > 0 && n != 1;
}

/* A name by its surname, or Han characters alone of so many columns; one that
 * is spread over two lines in any case. */
static int
namelike(const struct page *p, const struct unit *u, unsigned width)
{
	struct str s = page_line_text(p, u, 0);
	size_t i = 0;
	uint32_t cp;

	if (u->ends.cue == CUE_AUTHOR)
		return 1;
	if (u->n == 2 && u->ends.width == 4)
		return 1;
	if (u->ends.width > width || u->n > 1)
		return 0;
	while (i < s.len) {
		i += utf8_decode(s.s + i, s.len - i, &cp);
		if (!utf8_ishan(cp))
			return 0;
	}
	return 1;
}

void
people_mark(struct page *p, struct unit *u)
{
	size_t i = p->nu, n = 0;
	const struct unit *prev;

	if (u->body || (u->ends.cue != CUE_NONE && u->ends.cue != CUE_AUTHOR))
		return;
	while (i > p->u0 && p->u[i - 1].ends.cue == CUE_FOLIO && n++ < FOLIOS)
		i--;
	prev = i > p->u0 ? &p->u[i - 1] : NULL;
	if (prev == NULL)
		return;
	if (prev->ends.cue == CUE_STAFF && namelike(p, u, 2)) {
		u->ends.cue = CUE_STAFF;
	} else if ((prev->ends.cue == CUE_BYHEAD && namelike(p, u, 8)) ||
		   (prev->name == NAME_ONE && namelike(p, u, 6))) {
		u->ends.cue = CUE_BYLINE;
		u->name = NAME_ONE;
	} else if (i == p->nu && names_full(p, prev, u->line) &&
		   name_list(page_line_text(p, u, 0))) {
		u->ends.cue = CUE_BYLINE;
		u->name = NAME_LIST;
	}
}
