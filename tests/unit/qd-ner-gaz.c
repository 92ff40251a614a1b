/* cmd/qd-ner/gaz.h: which entries begin where, and what the tagger sees. */
#include "gaz.h"

#include "feat.h"
#include "qd-ner-lists.h"

static const char *const words[][3] = {{"港口", "w5", ""}, {NULL, NULL, NULL}};

/* other: the class of what is neither person nor place nor organisation. */
static struct lex *
list(const char *other)
{
	const char *const entries[][2] = {{"青石", "place"},
	    {"青石大学", "organ"}, {"石大", other}, {"林海", "person"},
	    {"林海", "place"}, {"河", "place"}, {"~", "foreign"}};
	struct lex_build *lb = lex_build_new();
	struct buf image = {0};
	size_t i;

	for (i = 0; i < sizeof entries / sizeof *entries; i++)
		lists_add(lb, entries[i][0], entries[i][1], "");
	lex_build_end(lb, &image);
	return lex_of_image(&image);
}

static void
entries(const struct gaz *g, const struct scan *sc)
{
	struct gaz_hit h[GAZ_MOST];

	tap_num(gaz_from(g, sc, 0, h), 2, "two begin at the first character");
	tap_ok(h[0].to == 2 && h[0].types == 4, "the shorter comes first");
	tap_ok(h[1].to == 4 && h[1].types == 8, "then the longer");
	tap_num(gaz_from(g, sc, 4, h), 0, "one character is no entry");
	tap_num(gaz_from(g, sc, 5, h), 1, "two of one name");
	tap_ok(h[0].to == 7 && h[0].types == 6, "are one with both types");
}

static void
features(struct feats *f, const struct gaz *g, const struct find *find)
{
	static const uint32_t at[] = {0, 1, 5};
	static const struct clusters no_clusters;
	const struct feat_char *v;

	feat_text(f, &find->scan, &find->names, &no_clusters, &find->cands,
	    &find->dec);
	v = f->v + FEAT_PAD;
	tap_ok(!v[0].gaz && !v[1].glong, "nothing is seen before it is asked");
	feat_gaz(f, g, &find->scan, at, 3);
	/* begins 1, inside 2, ends 4; places from bit 6 on, organs 9, other
	 * names 12 */
	tap_num(v[0].gaz, 1 << 6 | 1 << 9, "where they begin");
	tap_num(v[1].gaz, 4 << 6 | 2 << 9 | 1 << 12, "what lies across");
	tap_num(v[3].gaz, 4 << 9, "where the longest ends");
	tap_ok(v[0].glong >> 2 == v[2].glong >> 2 && v[0].glong != v[2].glong,
	    "the longest, and the place in it");
	tap_ok(v[0].gbegin && v[1].gend && !v[0].gend && !v[2].gbegin,
	    "what begins and ends where");
	tap_ok(!v[4].gaz && !v[4].glong, "and nothing elsewhere");
}

int
main(void)
{
	static struct find find;
	struct gaz g;
	struct feats f = {0};

	lists_open(&find, words);
	tap_num((size_t)-gaz_open(&g, list("brand")), 1,
	    "a list without one of the classes is refused");
	gaz_close(&g);
	tap_num(
	    (size_t)gaz_open(&g, list("proper")), 0, "one with all is taken");
	scan_text(&find.scan, &find.names, str_of("青石大学河林海"));
	cand_reset(&find.cands, find.scan.n);
	entries(&g, &find.scan);
	features(&f, &g, &find);
	feat_free(&f);
	gaz_close(&g);
	find_free(&find);
	return tap_end();
}
