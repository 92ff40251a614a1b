/* cmd/qd-ner/cluster.h: a word's clusters, and that the tagger sees them. */
#include "cluster.h"

#include "feat.h"
#include "qd-ner-lists.h"

#define PLACES 16

static const char *const words[][3] = {
    {"港口", "w5", ""}, {"青石区", "dist", ""}, {NULL, NULL, NULL}};

static void
places(void)
{
	static struct cluster v[PLACES] = {[15] = {31, 7, 3},
	    [0] = {15, 8, 4},
	    [4] = {4, 9, 5},
	    [5] = {20, 10, 5}};
	const struct clusters none = {NULL, 0}, c = {v, PLACES};
	struct cluster x;
	size_t i;

	x = cluster_of(&none, 31);
	tap_ok(x.word == 31 && !x.fine && !x.coarse, "no table, no clusters");
	x = cluster_of(&c, 31);
	tap_ok(x.fine == 7 && x.coarse == 3, "a word in its own place");
	tap_num(cluster_of(&c, 15).fine, 8, "one that went round the end");
	tap_num(cluster_of(&c, 20).fine, 10, "one behind another");
	tap_num(cluster_of(&c, 36).fine, 0, "one that is not there");
	for (i = 0; i < PLACES; i++)
		v[i].word = 1000;
	tap_num(cluster_of(&c, 3).fine, 0, "a full table has an end");
}

static uint32_t
hash_of(const struct scan *sc, size_t from, size_t to)
{
	return feat_word(
	    (enum char_kind)sc->kind[from], sc->cp + from, to - from);
}

static void
seen(void)
{
	static struct find find;
	static struct cluster v[PLACES];
	const struct clusters c = {v, PLACES};
	const struct feat_char *a;
	struct feats f = {0};
	uint32_t w;

	lists_open(&find, words);
	scan_text(&find.scan, &find.names, str_of("青石区1998abc7"));
	cand_reset(&find.cands, find.scan.n);
	find.dec.n = 0;
	w = hash_of(&find.scan, 0, 3);
	v[w % PLACES] = (struct cluster){w, 21, 5};
	feat_text(&f, &find.scan, &find.names, &c, &find.cands, &find.dec);
	a = f.v + FEAT_PAD;
	tap_ok(a[0].fine == 21 && a[2].fine == 21 && a[1].coarse == 5,
	    "all characters of a word have its clusters");
	tap_ok(!a[3].fine && !a[3].coarse, "a word that has none has none");
	tap_ok(hash_of(&find.scan, 3, 7) != hash_of(&find.scan, 7, 10) &&
		   hash_of(&find.scan, 3, 5) == hash_of(&find.scan, 4, 7),
	    "numbers are alike, and are not like letters");
	feat_free(&f);
	find_free(&find);
}

int
main(void)
{
	places();
	seen();
	return tap_end();
}
