#include "abbr.h"

#include "place.h"

/* What each character of a row costs, in tenths of a nat. */
#define PAIRED 38
/* Rebates. */
#define LINE_REBATE 40 /* 京沪高铁 */
#define ASKED_REBATE 12
#define OFFICE_REBATE 25
#define MAX_ROW 5

struct finder {
	struct cands *c;
	const struct scan *sc;
	const struct names *nm;
};

/* The end of the first of the words (ended by NULL) that stands at i, or 0. */
static size_t
ends(const struct scan *sc, size_t i, const char32_t *const *words)
{
	const char32_t *p;
	size_t w;

	for (; *words; words++) {
		for (p = *words, w = i; *p && w < sc->n && sc->cp[w] == *p; p++)
			w++;
		if (*p == 0)
			return w;
	}
	return 0;
}

/* The abbreviation of one of the classes that stands at i, or NULL. */
static const struct word *
abbreviation(const struct finder *f, size_t i, uint32_t classes)
{
	const struct word *w = scan_exact(f->sc, i, i + 1, f->nm->abbr);

	return w && (w->classes & classes) ? w : NULL;
}

/* What stands behind a row of countries: relations, and words of them. */
static int
row_ends(const struct scan *sc, size_t i)
{
	static const char32_t *const words[] = {U"关系", U"两国", U"双方",
	    U"双边", U"贸易", U"经贸", U"合作", U"友好", U"建交", U"元首",
	    U"领导", U"总理", U"外长", U"之间", U"边境", U"冲突", U"战争",
	    U"谈判", U"会谈", U"对话", U"传统", U"战略", U"人民", U"文化",
	    U"高层", U"企业", U"互相", U"全面", U"作为", U"政府", U"三国",
	    U"班列", U"投资", U"经济", U"青年", U"媒体", U"联合", U"两军",
	    U"均称", U"同属", U"之战", U"友谊", U"自贸", U"多国", U"等国",
	    U"三方", U"农业", U"教育", U"两地", U"两省", U"三地", U"三省",
	    U"四国", U"局势", U"停火", U"第", NULL};

	return sc->kind[i] == CHAR_PUNCT || sc->kind[i] == CHAR_SPACE ||
	       ends(sc, i, words) > 0;
}

static void
add(const struct finder *f, size_t i, int cost)
{
	const struct word *w = abbreviation(f, i, ~0U);
	struct cand *a = cand_add(f->c, NER_LOC, i, i + 1, cost, 0);

	if (w == NULL)
		return;
	a->rank = (w->classes & f->nm->prov) ? RANK_PROV : RANK_COUNTRY;
	if (a->canon.len == 0)
		a->canon = scan_canon(f->sc, w);
}

/* 中美, 中俄蒙, 京沪 + 高铁: a row of one class; returns where to go on. */
static size_t
row(const struct finder *f, size_t i, uint32_t class)
{
	static const char32_t *const lines[] = {
	    U"高铁", U"铁路", U"高速公路", U"高速", NULL};
	const struct word *w;
	size_t to = i, k;

	while (abbreviation(f, to, class))
		to++;
	if (to - i < 2 || to - i > MAX_ROW)
		return i + 1;
	k = class == f->nm->prov ? ends(f->sc, to, lines) : 0;
	if (k) {
		cand_add(f->c, NER_LOC, i, k,
		    scan_span(f->sc, i, k) - LINE_REBATE, 0);
		return k;
	}
	w = scan_exact(f->sc, i, to, ~f->nm->place);
	if (!row_ends(f->sc, to) ||
	    (w && w->cost < 130 && i > 0 && f->sc->kind[i - 1] == CHAR_HAN))
		return i + 1;
	for (k = i; k < to; k++)
		add(f, k, PAIRED);
	return to;
}

/* 访 | 华: the word of both is taken apart. */
static void
asked(const struct finder *f, size_t i)
{
	const struct scan *sc = f->sc;

	if (i == 0 || !scan_is(sc, i - 1, SET_VISITS) ||
	    !scan_in(sc->cp[i], U"华京沪美俄日韩港澳欧非朝津渝粤") ||
	    (sc->cp[i - 1] == U'来' && !scan_in(sc->cp[i], U"华京沪")))
		return;
	add(f, i,
	    scan_span(sc, i - 1, i + 1) - scan_span(sc, i - 1, i) -
		ASKED_REBATE);
}

/* 俄 | 外长, 以 | 总理. */
static void
before_office(const struct finder *f, size_t i)
{
	static const char32_t *const words[] = {U"总理", U"总统", U"外长",
	    U"防长", U"媒体", U"国防部长", U"军方", U"外交部", U"国防部",
	    U"警方", U"政府", U"官员", U"议会", U"首相", U"副总统", U"国会",
	    U"央行", NULL};
	size_t to =
	    scan_is(f->sc, i + 1, SET_OFFICE) ? ends(f->sc, i + 1, words) : 0;

	if (to && f->sc->prev[to] > i)
		add(f, i, scan_span(f->sc, i, i + 1) - OFFICE_REBATE);
}

void
abbr_find(struct cands *c, const struct scan *sc, const struct names *nm)
{
	struct finder f = {c, sc, nm};
	size_t k, i, to = 0;
	uint32_t classes;

	for (k = 0; k < sc->nasked[RULE_ABBR]; k++) {
		i = scan_asked(sc, RULE_ABBR, k)->from;
		classes = scan_asked(sc, RULE_ABBR, k)->classes;
		if (i < to)
			continue;
		to = i + 1;
		if (classes & nm->country) {
			to = row(&f, i, nm->country);
			if (to == i + 1)
				before_office(&f, i);
		}
		if (to == i + 1 && (classes & nm->prov))
			to = row(&f, i, nm->prov);
		asked(&f, i);
	}
}
