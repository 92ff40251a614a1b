#include "foreign.h"

/* Costs in tenths of a nat, found by trial on annotated news. */
#define SOME_FOREIGNER 95
#define SHORT_FOREIGN 15 /* more for one of two characters */
#define DOTTED 5	 /* a name in parts, joined by dots */
#define DOTTED_ODD 76	 /* a character of it that transliterates nothing */
#define MAX_PART 7	 /* characters of a part */

int
foreign_dot(uint32_t cp)
{
	return cp == 0xb7 || cp == 0x30fb || cp == 0x2022 || cp == 0x2027 ||
	       cp == 0xff65;
}

/* Names in characters of transliteration that begin at i. */
static void
plain(struct people *p, size_t i)
{
	const struct names_char *ch = scan_char(p->sc, i);
	const struct scan *sc = p->sc;
	int cost;
	size_t to;

	if (ch->head == NO_COST)
		return;
	cost = SOME_FOREIGNER + ch->head;
	for (to = i + 1; to < sc->n && to - i < MAX_PART; to++) {
		ch = scan_char(sc, to);
		if (ch->tail != NO_COST)
			beside_consider(p, i, to + 1,
			    cost + ch->tail +
				(to == i + 1 ? SHORT_FOREIGN : 0));
		if (ch->mid == NO_COST)
			return;
		cost += ch->mid;
	}
}

static int
part_char(struct people *p, size_t i)
{
	const struct names_char *ch = scan_char(p->sc, i);
	int best = ch->mid;

	if (ch->head < best)
		best = ch->head;
	if (ch->tail < best)
		best = ch->tail;
	return best < DOTTED_ODD ? best : DOTTED_ODD;
}

/* 1 when the character at i may stand in a foreign name at all: not 的. */
static int
part_of(struct people *p, size_t i)
{
	const struct word *w;

	if (p->sc->kind[i] != CHAR_HAN)
		return 0;
	w = scan_exact(p->sc, i, i + 1, p->nm->func);
	return w == NULL || w->cost > 80 || scan_char(p->sc, i)->mid != NO_COST;
}

/* A hyphen joins as a dot does where both sides transliterate. */
static int
joins(struct people *p, size_t i)
{
	const struct scan *sc = p->sc;

	if (i == 0 || i + 1 >= sc->n || sc->kind[i - 1] != CHAR_HAN ||
	    sc->kind[i + 1] != CHAR_HAN)
		return 0;
	if (foreign_dot(sc->cp[i]))
		return 1;
	return sc->cp[i] == '-' && scan_char(sc, i - 1)->tail != NO_COST &&
	       scan_char(sc, i + 1)->head != NO_COST;
}

/* The next joint behind i in the same name, or 0. */
static size_t
next_joint(struct people *p, size_t i)
{
	size_t k;

	for (k = i + 1; k < p->sc->n && k - i <= MAX_PART + 1; k++) {
		if (joins(p, k))
			return k;
		if (p->sc->kind[k] != CHAR_HAN)
			return 0;
	}
	return 0;
}

/* 1 when the cheapest word that ends at i is one of the language, with a
 * character that transliterates nothing. */
static int
ordinary(struct people *p, size_t i)
{
	size_t k = p->sc->prev[i];

	if (i - k < 2)
		return 0;
	for (; k < i; k++)
		if (scan_char(p->sc, k)->mid == NO_COST &&
		    scan_char(p->sc, k)->head == NO_COST)
			return 1;
	return 0;
}

/* Names of which the first joint stands at dot. */
static size_t
dotted(struct people *p, size_t dot)
{
	const struct scan *sc = p->sc;
	size_t last = dot, k, i, to;
	int mid = DOTTED, left = 0, right;

	for (k = next_joint(p, dot); k; k = next_joint(p, k)) {
		for (i = last + 1; i < k; i++)
			mid += part_char(p, i);
		last = k;
	}
	for (i = dot; i > 0 && dot - i < MAX_PART && part_of(p, i - 1) &&
		      !ordinary(p, i);
	     i--) {
		left += part_char(p, i - 1);
		right = 0;
		for (to = last + 1;
		     to < sc->n && to - last <= MAX_PART && part_of(p, to);
		     to++) {
			right += part_char(p, to);
			beside_consider(p, i - 1, to + 1, mid + left + right);
		}
	}
	return last;
}

void
foreign_find(struct people *p)
{
	const struct scan *sc = p->sc;
	size_t i, k, to = 0;

	for (k = 0; k < sc->nhead; k++) {
		i = sc->head[k];
		if (i < to)
			continue;
		if (sc->kind[i] == CHAR_HAN)
			plain(p, i);
		else if (joins(p, i))
			to = dotted(p, i) + 1;
	}
}
