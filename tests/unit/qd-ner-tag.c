/* cmd/qd-ner/tag.h: scores against the same sums done one by one. */
#include "tag.h"

#include "qd-ner-lists.h"

#define NBUCKETS 4U
#define HIDDEN 48
#define LABELS 12

static const char *const words[][3] = {{"港口", "w5", ""}, {"青石", "w4", ""},
    {"青石区", "dist", ""}, {NULL, NULL, NULL}};

static struct model_conv conv;
static int8_t gate[FEAT_GATE * MODEL_GATE];
static uint16_t tags[NBUCKETS * MODEL_BUCKET];
static uint8_t rows[NBUCKETS * MODEL_BUCKET][HIDDEN];
static const struct model_table table = {
    &conv, gate, tags, rows[0], NBUCKETS, HIDDEN, {NULL, 0}};

static uint64_t seed = 88172645463325252U;

static int
rnd(int n)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return (int)(seed >> 33) % n;
}

static struct gaz
no_gazetteers(void)
{
	struct lex_build *lb = lex_build_new();
	struct buf image = {0};
	struct gaz g;

	lists_add(lb, "~", "foreign,person,place,organ,proper", "");
	lex_build_end(lb, &image);
	if (gaz_open(&g, lex_of_image(&image)) == -1)
		printf("Bail out! no gazetteers\n");
	return g;
}

static void
look(struct tagger *t, struct find *f, const struct gaz *g, const char *text)
{
	scan_text(&f->scan, &f->names, str_of(text));
	cand_reset(&f->cands, f->scan.n);
	f->dec.n = 0;
	tag_look(t, &table, &f->scan, &f->names, g, &f->cands, &f->dec);
}

/* The row of a feature, by the form in modelfile.h; NULL: it has none. */
static const uint8_t *
row_of(uint64_t h)
{
	size_t at = (size_t)((h >> 32) * NBUCKETS >> 32) * MODEL_BUCKET, k;
	uint16_t tag = (uint16_t)(h & 0xffff ? h : 1);

	for (k = at; k < at + MODEL_BUCKET; k++)
		if (tags[k] == tag)
			return rows[k];
	return NULL;
}

/* Every other feature of the characters in doubt gets a row. */
static void
fill(const struct tagger *t)
{
	uint64_t h[FEAT_N];
	size_t i, k, at;

	for (i = 0; i < t->n; i++) {
		feat_all(&t->feats, t->at[i], h);
		for (k = i % 2; k < FEAT_N; k += 2) {
			if (row_of(h[k]))
				continue;
			at = (size_t)((h[k] >> 32) * NBUCKETS >> 32) *
				 MODEL_BUCKET +
			     (size_t)rnd(MODEL_BUCKET);
			tags[at] = (uint16_t)(h[k] & 0xffff ? h[k] : 1);
		}
	}
	for (i = 0; i < (size_t)NBUCKETS * MODEL_BUCKET; i++)
		for (k = 0; k < HIDDEN; k++)
			rows[i][k] = (uint8_t)rnd(256);
	for (k = 0; k < HIDDEN; k++)
		conv.bias[k] = (int16_t)(rnd(400) - 200);
	for (i = 1; i < LABELS; i++) {
		conv.base[i] = rnd(100000) - 50000;
		for (k = 0; k < HIDDEN; k++)
			conv.out[i][k] = (int16_t)(rnd(512) - 256);
	}
}

/* Unit u of a row: the low or high byte of a 16-bit number. */
static int
weight(const uint8_t *row, size_t u)
{
	uint16_t pair;

	memcpy(&pair, row + u / 16 * 16 + u % 8 * 2, sizeof pair);
	return (u % 16 < 8 ? pair & 0xff : pair >> 8) - MODEL_ZERO;
}

/* How many scores of slot i differ from the plain sums. */
static size_t
differing(const struct tagger *t, size_t i, size_t *found)
{
	uint64_t h[FEAT_N];
	int unit[HIDDEN], sum;
	size_t k, u, l, bad = 0;

	feat_all(&t->feats, t->at[i], h);
	for (u = 0; u < HIDDEN; u++) {
		unit[u] = conv.bias[u];
		for (k = 0; k < FEAT_N; k++)
			unit[u] += row_of(h[k]) ? weight(row_of(h[k]), u) : 0;
		unit[u] = unit[u] < 0		 ? 0
			  : unit[u] > MODEL_MOST ? MODEL_MOST
						 : unit[u];
	}
	for (k = 0; k < FEAT_N; k++)
		*found += row_of(h[k]) != NULL;
	for (l = 1; l < LABELS; l++) {
		sum = conv.base[l];
		for (u = 0; u < HIDDEN; u++)
			sum += unit[u] * conv.out[l][u];
		bad += t->score[i][l] != sum / MODEL_OUT;
	}
	return bad + (t->score[i][LABEL_O] != 0);
}

static void
scores(struct tagger *t, struct find *f, const struct gaz *g)
{
	size_t i, bad = 0, found = 0;

	conv.gate = 1;
	look(t, f, g, "甲在青石区港口有3间ab");
	tap_num(t->n, 12, "an open gate lets all in");
	fill(t);
	tag_score(t, &table, &f->scan);
	for (i = 0; i < t->n; i++)
		bad += differing(t, i, &found);
	tap_num(bad, 0, "scores are what the rows sum up to");
	tap_ok(found > 20, "of many rows");
}

static void
marks(struct tagger *t, struct find *f, const struct gaz *g)
{
	const struct label_type *l = &label_types[0];

	look(t, f, g, "甲,“乙”");
	tag_score(t, &table, &f->scan);
	tap_ok(t->score[1][l->begin] < -10000 && t->score[1][l->end] < -10000,
	    "no name begins or ends with a comma");
	tap_ok(t->score[2][l->begin] > -10000 && t->score[2][l->end] < -10000,
	    "one may begin with a mark that opens");
	tap_ok(t->score[4][l->begin] < -10000 && t->score[4][l->end] > -10000,
	    "and end with one that closes");
	look(t, f, g, "甲/乙-丙");
	tag_score(t, &table, &f->scan);
	tap_ok(
	    t->score[1][l->inside] < -10000 && t->score[3][l->inside] > -10000,
	    "none goes on across a slash");
}

/* The gate by the word 青石区 alone, wherever it stands. */
static void
doubts(struct tagger *t, struct find *f, const struct gaz *g)
{
	uint64_t h[FEAT_GATE];
	size_t i;

	conv.gate = 1;
	look(t, f, g, "在青石区");
	for (i = 1; i < 4; i++) {
		feat_gate(&t->feats, i, h);
		gate[(size_t)11 * MODEL_GATE +
		     (h[11] >> (64 - MODEL_GATEBITS))] = 10;
	}
	conv.gate = -9;
	look(t, f, g, "甲乙丙青石区丁");
	tap_num(t->n, 3, "a shut gate lets in what weighs enough");
	tap_ok(t->at[0] == 3 && t->slot[4] == 1 && t->state[5] == TAG_DOUBT &&
		   t->state[6] == 0 && t->state[7] == 0,
	    "and tells where they are");
	cand_add(&f->cands, NER_PER, 0, 2, 0, CAND_KNOWN);
	cand_add(&f->cands, NER_WORK, 6, 7, 0, 0);
	tag_look(t, &table, &f->scan, &f->names, g, &f->cands, &f->dec);
	tap_ok(t->n == 5 && t->state[0] == (TAG_EDGE | TAG_DOUBT) &&
		   t->state[6] == TAG_EDGE,
	    "and candidates that may be chosen as they are");
}

int
main(void)
{
	static struct find find;
	struct tagger t = {0};
	struct gaz g = no_gazetteers();

	conv.nlabels = LABELS;
	lists_open(&find, words);
	scores(&t, &find, &g);
	marks(&t, &find, &g);
	doubts(&t, &find, &g);
	tag_free(&t);
	gaz_close(&g);
	find_free(&find);
	return tap_end();
}
