/* cmd/qd-ner/path.h: the best way through labels and candidates. */
#include "qd-ner-lists.h"
#include "qd-ner-models.h"

#define N 6

static const char *const rows[][3] = {{"港口", "w5", ""}, {NULL, NULL, NULL}};
static struct model_conv ours, wary, theirs;

struct test {
	struct find find;
	int16_t score[N][TAG_ROW];
	uint8_t state[N + 1];
	uint32_t slot[N];
};

/* An empty text of N characters on which no label weighs anything. */
static void
begin(struct test *t, int all)
{
	size_t i, k;

	scan_text(&t->find.scan, &t->find.names, str_of("甲乙丙丁戊己"));
	cand_reset(&t->find.cands, N);
	t->find.dec.n = 0;
	for (i = 0; i < N; i++) {
		t->state[i] = TAG_DOUBT;
		t->slot[i] = (uint32_t)i;
		for (k = 0; k < TAG_ROW; k++)
			t->score[i][k] = (int16_t)(k ? all : 0);
	}
}

static void
expect(struct test *t, const struct model_conv *m, const char *want,
    const char *what)
{
	struct find *f = &t->find;
	struct buf got = {0};
	const struct cand *c;
	size_t i;

	f->tagger.score = t->score;
	f->tagger.state = t->state;
	f->tagger.slot = t->slot;
	path_text(&f->path, &f->dec, &f->cands, &f->scan, &f->tagger, m, NULL);
	memset(&f->tagger, 0, sizeof f->tagger);
	buf_puts(&got, "");
	for (i = 0; i < f->dec.n; i++) {
		c = &f->cands.v[f->dec.v[i]];
		buf_puts(&got, ner_tags[c->type]);
		buf_putu(&got, c->from);
		buf_putu(&got, c->to);
		buf_puts(&got, c->flags & CAND_SURE ? "! " : " ");
	}
	tap_str(buf_str(&got), want, what);
	buf_free(&got);
}

/* The labels of a name of the type from..to weigh w each. */
static void
name(struct test *t, enum ner_type type, size_t from, size_t to, int w)
{
	const struct label_type *l = &label_types[label_type(type)];
	size_t i;

	for (i = from; i < to; i++)
		t->score[i][to - from == 1 ? l->single
			    : i == from	   ? l->begin
			    : i + 1 == to  ? l->end
					   : l->inside] = (int16_t)w;
}

static void
labels(struct test *t)
{
	begin(t, -50);
	expect(t, &ours, "", "where O is best there is no name");
	name(t, NER_LOC, 1, 4, 20);
	expect(t, &ours, "LOC14 ", "a name by its labels");
	name(t, NER_PER, 5, 6, 40);
	expect(t, &ours, "LOC14 PER56 ", "a single one at the end");
	name(t, NER_ORG, 0, 2, 90);
	expect(t, &ours, "ORG02! PER56 ", "names do not overlap");
	name(t, NER_POST, 2, 5, 100);
	expect(t, &ours, "ORG02! POST25! PER56 ",
	    "they may touch; one far better than none is sure");
	begin(t, -50);
	name(t, NER_LOC, 4, 6, 20);
	t->score[5][label_types[1].end] = -50;
	t->score[5][label_types[1].inside] = 200;
	expect(t, &ours, "", "no name is cut off by the end");
	begin(t, -50);
	name(t, NER_LOC, 0, 2, 30);
	name(t, NER_LOC, 2, 4, 29);
	expect(t, &wary, "LOC02 ", "what follows what weighs, too");
}

/* Where no character is in doubt, nothing is asked. */
static void
stretches(struct test *t)
{
	begin(t, -50);
	name(t, NER_LOC, 1, 3, 40);
	name(t, NER_PER, 4, 6, 40);
	t->state[3] = 0;
	expect(t, &ours, "LOC13! PER46! ", "two stretches, each for itself");
	t->state[1] = 0;
	expect(t, &ours, "PER46! ", "no name begins where there is no doubt");
	cand_add(&t->find.cands, NER_WORK, 0, 3, 0, 0)->cost =
	    scan_span(&t->find.scan, 0, 3) - 50;
	t->state[0] = t->state[1] = TAG_EDGE;
	expect(t, &ours, "WORK03 PER46! ",
	    "a candidate may lie across what is in no doubt");
}

/* A name has both marks of a pair or neither. */
static void
marks(struct test *t)
{
	static const struct {
		const char *text, *want, *what;
	} cases[] = {
	    {"甲“乙”丙丁", "ORG06! ", "a pair of marks is part of a name"},
	    {"甲乙“丙丁戊", "ORG02 ", "at one without the other a name ends"},
	    {"甲乙)丙丁戊", "ORG02 ", "whichever it is"},
	    {"“甲乙丙丁戊", "", "none begins with one that is not closed"},
	    {"甲乙丙丁戊”", "", "or ends with one that is not opened"},
	    {"甲“乙”(丙丁", "ORG04! ", "a pair before it stays"},
	    {"甲(“乙”丙丁", "", "what is left may be too short"},
	    {"a1b2 c", "", "small letters are no name"},
	};
	size_t i;

	for (i = 0; i < sizeof cases / sizeof *cases; i++) {
		begin(t, -50);
		name(t, NER_ORG, 0, 6, 60);
		scan_text(&t->find.scan, &t->find.names, str_of(cases[i].text));
		expect(t, &ours, cases[i].want, cases[i].what);
	}
}

static void
edges(struct test *t)
{
	struct cand *c;

	begin(t, -20);
	cand_add(&t->find.cands, NER_LOC, 1, 3, 0, 0);
	expect(t, &ours, "", "a candidate of the rules is evidence alone");
	cand_add(&t->find.cands, NER_LOC, 1, 3, 0, CAND_KNOWN);
	expect(t, &ours, "LOC13 ", "a name of the article gets a rebate");
	name(t, NER_PER, 0, 2, 90);
	expect(t, &ours, "PER02! ", "but the labels may tell otherwise");
	cand_add(&t->find.cands, NER_ORG, 1, 4, 0, CAND_USER);
	expect(t, &ours, "ORG14 ", "what the user says is so");
	begin(t, -20);
	c = cand_add(&t->find.cands, NER_WORK, 2, 5, 0, 0);
	c->cost = scan_span(&t->find.scan, 2, 5) - 50;
	name(t, NER_LOC, 3, 5, 10);
	expect(t, &ours, "WORK25 ", "what no label tells goes by its cost");
	expect(t, &theirs, "LOC35 ", "unless the convention has none");
	begin(t, -20);
	cand_add(&t->find.cands, NER_EVENT, 0, 3, 0, CAND_KNOWN);
	expect(t, &theirs, "", "no name of a type that it has no label for");
}

int
main(void)
{
	static struct test t;

	lists_open(&t.find, rows);
	ours.nlabels = wary.nlabels = LABEL_MAX;
	theirs.nlabels = 12;
	wary.next[2][2] = -100; /* a place (label_types[1]) behind a place */
	labels(&t);
	stretches(&t);
	marks(&t);
	edges(&t);
	scan_text(&t.find.scan, &t.find.names, str_of(""));
	cand_reset(&t.find.cands, 0);
	expect(&t, &ours, "", "an empty text has no names");
	find_free(&t.find);
	return tap_end();
}
