#include "person.h"

#include "beside.h"
#include "foreign.h"

/* Costs in tenths of a nat.  The shares of given names of two and of one are
 * those of the source of chars.tsv; the rest was found by trial on annotated
 * news. */
#define TWO_GIVEN 4
#define ONE_GIVEN 13
#define RARE_GIVEN 95	  /* a character never seen in a given name */
#define ODD_GIVEN 55	  /* more for a numeral in one */
#define WITH_TITLE 10	  /* 陈 before 先生 */
#define WITH_OFFICE 35	  /* 陈 before 局长 */
#define COMMON_SURNAME 62 /* at most, for that */
#define DOUBLED 50	  /* a given name that is the surname again */
#define ALONE 40	  /* a surname of two without a given name */
#define PET_NAME 88	  /* 小 and a character of given names */

/* What the character at i costs in a given name; a numeral or a particle is
 * hardly in one. */
static int
in_given(struct people *p, size_t i, int cost)
{
	if (cost == NO_COST)
		cost = RARE_GIVEN;
	if (scan_is(p->sc, i, SET_NOT_GIVEN))
		cost += ODD_GIVEN;
	return cost;
}

/* Given names of one and two from i on, after a surname at from. */
static void
given(struct people *p, size_t from, size_t i, int cost)
{
	const struct scan *sc = p->sc;
	const struct names_char *a, *b;

	if (i >= sc->n || sc->kind[i] != CHAR_HAN)
		return;
	a = scan_char(sc, i);
	beside_consider(p, from, i + 1,
	    cost + ONE_GIVEN + in_given(p, i, a->single) +
		(p->sc->cp[i] == p->sc->cp[from] ? DOUBLED : 0));
	if (i + 1 >= sc->n || sc->kind[i + 1] != CHAR_HAN)
		return;
	b = scan_char(sc, i + 1);
	beside_consider(p, from, i + 2,
	    cost + TWO_GIVEN + in_given(p, i, a->first) +
		in_given(p, i + 1, b->second));
}

/* A name of two set to the width of three: 任　刚. */
static void
spread(struct people *p, size_t from, int cost)
{
	const struct scan *sc = p->sc;
	const struct names_char *a;
	size_t i = from + 1;

	while (i < sc->n && sc->kind[i] == CHAR_SPACE)
		i++;
	if (i == from + 1 || i - from > 3 || i >= sc->n ||
	    sc->kind[i] != CHAR_HAN ||
	    (i + 1 < sc->n && !beside_edge(sc, i + 1)) ||
	    (from > 0 && !beside_edge(sc, from - 1)))
		return;
	a = scan_char(sc, i);
	beside_consider(p, from, i + 1,
	    cost + ONE_GIVEN + in_given(p, i, a->single) - BESIDE_LIST);
}

/* 陈某, 陈某某; 陈先生 (the name is 陈). */
static void
unnamed(struct people *p, size_t from, size_t i, int cost)
{
	const struct scan *sc = p->sc;
	size_t to = i;

	while (to < sc->n && to < i + 2 && sc->cp[to] == U'某')
		to++;
	if (to > i) {
		cand_add(p->c, NER_PER, from, to, cost, CAND_SURE);
		return;
	}
	if (i + 1 < sc->n &&
	    ((sc->cp[i] == U'先' && sc->cp[i + 1] == U'生') ||
		(sc->cp[i] == U'女' && sc->cp[i + 1] == U'士')))
		cand_add(
		    p->c, NER_PER, from, i, cost - SOME_PERSON + WITH_TITLE, 0);
	else if (cost < SOME_PERSON + COMMON_SURNAME &&
		 scan_word(sc, i, p->nm->post))
		cand_add(p->c, NER_PER, from, i,
		    cost - SOME_PERSON + WITH_OFFICE, 0);
}

/* 万, 张 behind a numeral are no surnames. */
static int
counted(const struct scan *sc, size_t i)
{
	if (i == 0)
		return 0;
	if (sc->kind[i - 1] == CHAR_ALNUM)
		return sc->cp[i - 1] >= '0' && sc->cp[i - 1] <= '9';
	return scan_is(sc, i - 1, SET_COUNTED);
}

/* 万 in 万余, 万里 is a numeral. */
static int
ten_thousand(const struct scan *sc, size_t i)
{
	if (sc->cp[i] == U'多')
		return sc->cp[i + 1] == U'万';
	return sc->cp[i] == U'万' &&
	       scan_in(sc->cp[i + 1], U"余里千多人户众元亩吨件个");
}

static void
chinese(struct people *p, size_t i, const struct names_char *ch)
{
	const struct scan *sc = p->sc;
	int cost;

	if (ch->sur == NO_COST || counted(sc, i) || ten_thousand(sc, i))
		return;
	cost = SOME_PERSON + ch->sur;
	given(p, i, i + 1, cost);
	spread(p, i, cost);
	unnamed(p, i, i + 1, cost);
}

/* 欧阳, 村山: a surname of two characters, by itself or with a given name. */
static void
compound(struct people *p, const struct word *w)
{
	struct str canon = scan_canon(p->sc, w);
	int cost = 0;
	size_t k;

	for (k = 0; k < canon.len && canon.s[k] >= '0' && canon.s[k] <= '9';
	     k++)
		cost = cost * 10 + (canon.s[k] - '0');
	if (k == 0)
		return; /* it is a place as well, and the form is the place's */
	cost += SOME_PERSON;
	given(p, w->from, w->to, cost);
	beside_consider(p, w->from, w->to, cost + ALONE);
}

/* 小芳, 老刘. */
static void
pet_name(struct people *p, size_t i)
{
	const struct scan *sc = p->sc;
	const struct names_char *ch;
	int c;

	if ((sc->cp[i] != U'小' && sc->cp[i] != U'老' && sc->cp[i] != U'阿') ||
	    i + 1 >= sc->n || sc->kind[i + 1] != CHAR_HAN)
		return;
	ch = scan_char(sc, i + 1);
	c = ch->sur < ch->single ? ch->sur : ch->single;
	if (c != NO_COST)
		beside_consider(p, i, i + 2, PET_NAME + c);
}

void
person_find(
    struct cands *c, const struct scan *sc, const struct names *nm, int byline)
{
	struct people p = {c, sc, nm, byline, SIZE_MAX, 0, 0, 0};
	size_t i;

	for (i = 0; i < sc->nasked[RULE_SUR]; i++)
		compound(&p, scan_asked(sc, RULE_SUR, i));
	for (i = 0; i < sc->nsur; i++) {
		chinese(&p, sc->sur[i], scan_char(sc, sc->sur[i]));
		pet_name(&p, sc->sur[i]);
	}
	foreign_find(&p);
}
