/* cmd/qd-ner/scan.h: a text taken apart. */
#include "qd-ner-lists.h"

static const char *const rows[][3] = {{"港口", "w5", ""}, {"开放", "w5", ""},
    {"口开", "w2", ""}, {"港", "w3", ""}, {"口", "w4", ""},
    {"港口开", "w1", ""}, {"开放大学", "w2,org", ""}, {"大学", "w6,osuf", ""},
    {"局长", "w5,post", ""}, {"林", "w3", ""}, {"=林", "w0", "s40"},
    {"=卡", "w0", "t30u30v30"}, {"A", "w3", ""}, {"AB港", "w3", ""},
    {NULL, NULL, NULL}};

/* 1 when scan_few says the same as scan_span of all short spans. */
static int
few_as_span(struct find *f, const char *text)
{
	const struct scan *sc = &f->scan;
	size_t i, n;

	scan_text(&f->scan, &f->names, str_of(text));
	for (i = 0; i < sc->n; i++)
		for (n = 1; n <= 3 && i + n <= sc->n; n++)
			if (scan_few(sc, i, i + n) != scan_span(sc, i, i + n))
				return 0;
	return 1;
}

static void
words(struct find *f)
{
	const struct scan *sc = &f->scan;
	const struct word *w;

	scan_text(&f->scan, &f->names, str_of("港口开放大学"));
	w = scan_word(sc, 0, ~0U);
	tap_ok(w && w->to == 3, "the longest word from a place is found");
	tap_num(sc->first[1] - sc->first[0], 3, "among all that begin there");
	tap_ok(scan_exact(sc, 2, 6, f->names.org) &&
		   !scan_exact(sc, 2, 4, f->names.org),
	    "a word is asked for by its span and class");
	w = scan_ending(sc, 6, ~0U);
	tap_ok(w && w->from == 2, "of the entries that end, the longest");
	tap_ok(sc->nasked[RULE_ORG] == 2 && sc->nasked[RULE_POST] == 0 &&
		   scan_asked(sc, RULE_ORG, 1)->from == 4,
	    "each rule has its own entries, in order");
}

/* Words of letters end where the run does. */
static void
runs(struct find *f)
{
	const struct scan *sc = &f->scan;

	scan_text(&f->scan, &f->names, str_of("A口AB港AC"));
	tap_ok(scan_exact(sc, 0, 1, ~0U) && scan_exact(sc, 2, 5, ~0U),
	    "a word of letters, and one that goes on behind them");
	tap_ok(!scan_exact(sc, 5, 6, ~0U), "none ends inside a run of letters");
}

static void
marked(struct find *f)
{
	const struct scan *sc = &f->scan;

	scan_text(&f->scan, &f->names, str_of("口林·卡林"));
	tap_ok(sc->nsur == 2 && sc->sur[0] == 1 && sc->sur[1] == 4,
	    "where surnames stand");
	tap_ok(sc->nhead == 2 && sc->head[0] == 2 && sc->head[1] == 3,
	    "where foreign names begin or are joined");
}

int
main(void)
{
	struct find f = {0};

	lists_open(&f, rows);
	words(&f);
	runs(&f);
	marked(&f);
	tap_ok(few_as_span(&f, "港口开放大学局长港港口口开林·卡,林 林港口"),
	    "short spans cost what the cutting of all says");
	find_free(&f);
	return tap_end();
}
