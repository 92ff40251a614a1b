/* cmd/qd-ner/prob.h: probabilities against all ways, counted one by one. */
#include <math.h>

#include "edge.h"
#include "prob.h"
#include "qd-ner-lists.h"

#define N 4

static const char *const rows[][3] = {{"港口", "w5", ""}, {NULL, NULL, NULL}};
static struct model_conv conv;

struct test {
	struct find find;
	int16_t score[N][TAG_ROW];
	uint8_t state[N + 1];
	uint32_t slot[N];
	/* the name that is asked for, and what was counted */
	size_t from, to;
	int type;
	double with, all;
};

static void count(struct test *t, size_t i, size_t before, double w, int met);

/* Goes on behind a name of type (+ 1) that ends at to. */
static void
name(struct test *t, size_t from, size_t to, size_t type, double w, int met)
{
	count(t, to, type, w,
	    met ||
		(from == t->from && to == t->to && (int)type == t->type + 1));
}

static void
names(struct test *t, size_t i, const int16_t *next, double w, int met)
{
	const struct label_type *l;
	size_t k, to;

	for (k = 0; k < LABEL_NTYPES; k++) {
		l = &label_types[k];
		for (to = i + 1; to <= N && t->state[to - 1] & TAG_DOUBT; to++)
			if (to - i > 1 || l->single)
				name(t, i, to, k + 1,
				    w + next[k + 1] +
					edge_span(&t->find.tagger, l, i, to),
				    met);
	}
}

/* All ways from character i on, behind type (+ 1) before; w: of the way so
 * far, met: the name lies on it. */
static void
count(struct test *t, size_t i, size_t before, double w, int met)
{
	const struct cands *c = &t->find.cands;
	const int16_t *next = conv.next[i ? before : LABEL_NEXT];
	int32_t score;
	uint32_t k;
	int type;

	if (i == N) {
		t->all += exp(w / MODEL_UNIT);
		t->with += met ? exp(w / MODEL_UNIT) : 0;
		return;
	}
	count(t, i + 1, 0, w + next[0], met);
	names(t, i, next, w, met);
	for (k = c->head[i]; k != CAND_NONE; k = c->v[k].next) {
		type = edge_of(
		    &c->v[k], &t->find.scan, &t->find.tagger, &conv, &score);
		if (type >= 0)
			name(t, i, c->v[k].to, (size_t)type,
			    w + next[type] + score, met);
	}
}

static void
expect(struct test *t, size_t from, size_t to, int type, const char *what)
{
	const struct find *f = &t->find;
	unsigned got, want;

	t->from = from;
	t->to = to;
	t->type = type;
	t->with = t->all = 0;
	count(t, 0, 0, 0, 0);
	want = (unsigned)(1000 * t->with / t->all + 0.5);
	prob_stretch(
	    &t->find.prob, &f->cands, &f->scan, &f->tagger, &conv, 0, N);
	got = prob_name(
	    &f->prob, &f->cands, &f->scan, &f->tagger, &conv, from, to, type);
	tap_num(got, want < 1 ? 1 : want > 999 ? 999 : want, what);
}

static void
begin(struct test *t)
{
	size_t i, k;

	scan_text(&t->find.scan, &t->find.names, str_of("甲乙丙丁"));
	cand_reset(&t->find.cands, N);
	for (i = 0; i < N; i++) {
		t->state[i] = TAG_DOUBT;
		t->slot[i] = (uint32_t)i;
		for (k = 1; k < TAG_ROW; k++)
			t->score[i][k] =
			    (int16_t)((int)(i * 37 + k * 11) % 61 - 40);
	}
	for (i = 0; i <= LABEL_NEXT; i++)
		for (k = 0; k < LABEL_NEXT; k++)
			conv.next[i][k] = (int16_t)((int)(i * 5 + k * 7) % 9);
	t->find.tagger.score = t->score;
	t->find.tagger.state = t->state;
	t->find.tagger.slot = t->slot;
}

static void
calibration(struct test *t)
{
	const struct find *f = &t->find;

	conv.slope = 0;
	conv.shift = 0;
	tap_num(prob_name(
		    &f->prob, &f->cands, &f->scan, &f->tagger, &conv, 0, 2, 0),
	    500, "without slope all are even");
	conv.shift = -1125; /* log(1/3) */
	tap_num(prob_name(
		    &f->prob, &f->cands, &f->scan, &f->tagger, &conv, 0, 2, 0),
	    250, "the shift moves them");
}

int
main(void)
{
	static struct test t;

	conv.nlabels = LABEL_MAX;
	conv.slope = 1024;
	lists_open(&t.find, rows);
	begin(&t);
	expect(&t, 0, 2, 0, "a name of two");
	expect(&t, 1, 4, 1, "of three, at the end");
	expect(&t, 2, 3, 0, "of one");
	expect(&t, 0, 4, 3, "the whole");
	cand_add(&t.find.cands, NER_PER, 0, 2, 0, CAND_KNOWN);
	expect(&t, 0, 2, 0, "a name of the article, by either way");
	expect(&t, 1, 3, 2, "one beside it");
	t.state[3] = TAG_EDGE;
	cand_add(&t.find.cands, NER_WORK, 2, 4, 0, 0)->cost =
	    scan_span(&t.find.scan, 2, 4) - 5;
	expect(&t, 2, 4, -1, "a title over what is in no doubt");
	expect(&t, 0, 2, 0, "and a name before it");
	t.score[0][1] = t.score[1][3] = 900;
	expect(&t, 0, 2, 0, "never quite sure");
	calibration(&t);
	memset(&t.find.tagger, 0, sizeof t.find.tagger);
	find_free(&t.find);
	return tap_end();
}
