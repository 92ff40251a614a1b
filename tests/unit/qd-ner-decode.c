/* cmd/qd-ner/decode.h: the cheapest cover of words and names. */
#include "qd-ner-lists.h"

static const char *const rows[][3] = {{"港口", "w5", ""}, {"开放", "w5", ""},
    {"口开", "w2", ""}, {NULL, NULL, NULL}};

/* Decodes "港口开放" with candidates given as from, to, cost; tells which. */
static void
expect(struct find *f, const int (*c)[3], size_t n, const char *want,
    const char *what)
{
	struct buf got = {0};
	size_t i;

	scan_text(&f->scan, &f->names, str_of("港口开放"));
	cand_reset(&f->cands, f->scan.n);
	for (i = 0; i < n; i++)
		cand_add(&f->cands, NER_LOC, (size_t)c[i][0], (size_t)c[i][1],
		    c[i][2], 0);
	decode_text(&f->dec, &f->scan, &f->cands);
	buf_puts(&got, "");
	for (i = 0; i < f->dec.n; i++) {
		buf_putu(&got, f->cands.v[f->dec.v[i]].from);
		buf_putu(&got, f->cands.v[f->dec.v[i]].to);
		buf_putc(&got, ' ');
	}
	tap_str(buf_str(&got), want, what);
	buf_free(&got);
}

int
main(void)
{
	static const int dear[][3] = {{0, 2, 500}};
	static const int cheap[][3] = {{0, 2, 10}};
	static const int both[][3] = {{2, 4, 10}, {0, 2, 10}};
	static const int overlap[][3] = {{0, 3, 60}, {2, 4, 50}};
	static const int whole[][3] = {{0, 2, 40}, {2, 4, 40}, {0, 4, 70}};
	static const int splits[][3] = {{1, 3, 60}};
	struct find f = {0};

	lists_open(&f, rows);
	expect(&f, NULL, 0, "", "no candidates, no names");
	expect(&f, dear, 1, "", "a name dearer than its words is not taken");
	expect(&f, cheap, 1, "02 ", "a name cheaper than its words is");
	expect(&f, both, 2, "02 24 ", "names come in the order of the text");
	expect(&f, overlap, 2, "24 ",
	    "of two that overlap the one that leaves the cheaper rest");
	expect(
	    &f, whole, 3, "04 ", "one name of the whole beats its two parts");
	expect(&f, splits, 1, "",
	    "a name that leaves single characters pays for them");
	scan_text(&f.scan, &f.names, str_of("港口开放"));
	tap_num((size_t)scan_span(&f.scan, 0, 2), 93, "a word costs its level");
	tap_num((size_t)scan_span(&f.scan, 1, 3), 135,
	    "a span that cuts the cheapest words is cut by itself");
	tap_num((size_t)scan_span(&f.scan, 1, 2), NAMES_UNKNOWN,
	    "a character that is no word is unknown");
	scan_text(&f.scan, &f.names, str_of(""));
	cand_reset(&f.cands, 0);
	decode_text(&f.dec, &f.scan, &f.cands);
	tap_num(f.dec.n, 0, "an empty text has no names");
	find_free(&f);
	return tap_end();
}
