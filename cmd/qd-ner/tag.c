#include "tag.h"

#include <string.h>

#define HALVES 0x0001000100010001U
#define RULED_OUT (-500 * MODEL_UNIT)
#define MOST_SCORE 30000

/*
 * What is under way for one character: its features, then their rows, with
 * room for one that is none.  Three characters are worked on at a time, so
 * that what each step reads is on its way from memory during the others.
 */
struct hits {
	uint64_t h[FEAT_N];
	uint32_t bucket[FEAT_N];
	const uint8_t *row[FEAT_N + 1];
	size_t n;
};

/* The features of character i, and what holds their tags on its way. */
static inline void
take(struct hits *x, const struct model_table *m, const struct feats *f,
    size_t i)
{
	size_t k;

	feat_all(f, i, x->h);
	for (k = 0; k < FEAT_N; k++) {
		x->bucket[k] = (uint32_t)((x->h[k] >> 32) * m->nbuckets >> 32);
		__builtin_prefetch(
		    m->tags + (size_t)x->bucket[k] * MODEL_BUCKET);
	}
}

/* The bit 16 i + 15 for the lowest half i of x that is zero (Mycroft's test;
 * bits above that one may lie). */
static inline uint64_t
zero_half(uint64_t x)
{
	return (x - HALVES) & ~x & HALVES << 15;
}

/* Their rows.  Whether a feature has one is as good as random: no branch here
 * asks. */
static inline void
look_up(struct hits *x, const struct model_table *m)
{
	uint64_t tag, half[2], z;
	size_t k, at, p;

	x->n = 0;
	for (k = 0; k < FEAT_N; k++) {
		at = (size_t)x->bucket[k] * MODEL_BUCKET;
		tag = x->h[k] & 0xffff;
		tag = (tag + !tag) * HALVES;
		memcpy(half, m->tags + at, sizeof half);
		z = zero_half(half[0] ^ tag) >> 15 |
		    zero_half(half[1] ^ tag) >> 14;
		p = (size_t)__builtin_ctzll(z | 1ULL << 63);
		at += (p >> 4) + (p & 1) * 4;
		x->row[x->n] = m->rows + at * m->hidden;
		x->n += z != 0;
	}
	for (k = 0; k < x->n; k++)
		__builtin_prefetch(x->row[k]);
}

/* Eight sums side by side (vectors of GCC and Clang; no machine needs to have
 * them). */
typedef uint16_t lanes __attribute__((vector_size(16)));

/* Sixteen hidden units: their bias and the rows' weights, rectified. */
static inline void
units(int16_t unit[16], const struct hits *x, const int16_t bias[16], size_t at)
{
	lanes low = {0}, high = {0}, pair;
	uint16_t sum[16];
	size_t i, k;
	int v, zero = MODEL_ZERO * (int)x->n;

	for (i = 0; i < x->n; i++) {
		memcpy(&pair, x->row[i] + at, sizeof pair);
		low += pair & 0xff;
		high += pair >> 8;
	}
	memcpy(sum, &low, sizeof low);
	memcpy(sum + 8, &high, sizeof high);
	for (k = 0; k < 16; k++) {
		v = bias[k] + sum[k] - zero;
		v = v < 0 ? 0 : v;
		unit[k] = (int16_t)(v > MODEL_MOST ? MODEL_MOST : v);
	}
}

static inline int16_t
as_score(int32_t v)
{
	v /= MODEL_OUT;
	return (int16_t)(v > MOST_SCORE	   ? MOST_SCORE
			 : v < -MOST_SCORE ? -MOST_SCORE
					   : v);
}

/* The labels' scores. */
static inline void
sum_up(
    int16_t score[TAG_ROW], const struct hits *x, const struct model_table *m)
{
	const struct model_conv *c = m->conv;
	int16_t unit[MODEL_HIDDEN];
	int32_t sum;
	size_t k, l;

	for (k = 0; k < m->hidden; k += 16)
		units(unit + k, x, c->bias + k, k);
	score[LABEL_O] = 0;
	for (l = 1; l < c->nlabels; l++) {
		sum = 0;
		for (k = 0; k < m->hidden; k++)
			sum += unit[k] * c->out[l][k];
		score[l] = as_score(sum + c->base[l]);
	}
}

static void
make_room(struct tagger *t, size_t n)
{
	size_t cap = t->cap;

	if (n + 1 <= t->cap)
		return;
	t->score = mem_grow(t->score, &cap, n + 1, sizeof *t->score);
	t->state = mem_realloc(t->state, cap, 1);
	t->at = mem_realloc(t->at, cap, sizeof *t->at);
	t->slot = mem_realloc(t->slot, cap, sizeof *t->slot);
	t->cap = cap;
}

/* What the gate says of each character. */
static void
gate(struct tagger *t, const struct model_table *m)
{
	uint64_t h[FEAT_GATE];
	size_t i, k;
	int sum;

	for (i = 0; i < t->feats.n; i++) {
		feat_gate(&t->feats, i, h);
		sum = m->conv->gate;
		for (k = 0; k < FEAT_GATE; k++)
			sum += m->gate[k * MODEL_GATE +
				       (h[k] >> (64 - MODEL_GATEBITS))];
		t->state[i] = sum > 0 ? TAG_DOUBT : 0;
	}
}

/* Candidates that may be chosen as they are need the scores of their
 * characters, where their type has labels. */
static void
edges(struct tagger *t, const struct cands *c)
{
	const struct cand *x = c->v, *end = x + c->n;
	uint8_t what;
	size_t i;

	for (; x < end; x++) {
		what = x->flags & (CAND_USER | CAND_KNOWN | CAND_RULED)
			   ? TAG_EDGE | TAG_DOUBT
			   : 0;
		if (label_type((enum ner_type)x->type) == -1)
			what = TAG_EDGE;
		for (i = x->from; what && i < x->to; i++)
			t->state[i] |= what;
	}
}

void
tag_look(struct tagger *t, const struct model_table *m, const struct scan *sc,
    const struct names *nm, const struct gaz *g, struct cands *c,
    const struct decoder *dec)
{
	size_t i;

	make_room(t, sc->n);
	for (i = 0; i < dec->n; i++)
		c->v[dec->v[i]].flags |= CAND_RULED;
	feat_text(&t->feats, sc, nm, &m->clusters, c, dec);
	if (m->gate)
		gate(t, m);
	else
		memset(t->state, TAG_DOUBT, sc->n);
	t->state[sc->n] = 0;
	edges(t, c);
	t->n = 0;
	for (i = 0; i < sc->n; i++) {
		t->at[t->n] = (uint32_t)i;
		t->slot[i] = (uint32_t)t->n;
		t->n += t->state[i] & TAG_DOUBT;
	}
	feat_gaz(&t->feats, g, sc, t->at, t->n);
}

/* No name begins with a mark that does not open, or ends with one that does
 * not close; none goes on across a slash, which stands between two. */
static void
rule_out(struct tagger *t, const struct model_table *m, const struct scan *sc)
{
	const struct label_type *l, *end = label_types + LABEL_NTYPES;
	int opens, closes, parts;
	size_t i, at;

	for (i = 0; i < t->n; i++) {
		at = t->at[i];
		if (sc->kind[at] != CHAR_PUNCT && sc->kind[at] != CHAR_SPACE)
			continue;
		opens = scan_in(sc->cp[at], U"\"“‘《〈（(「『[");
		closes = scan_in(sc->cp[at], U"\"”’》〉）)」』]");
		parts = sc->cp[at] == '/';
		for (l = label_types; l < end; l++) {
			if (l->begin >= m->conv->nlabels)
				break;
			if (!opens)
				t->score[i][l->begin] = RULED_OUT;
			if (!closes)
				t->score[i][l->end] = RULED_OUT;
			if (l->single)
				t->score[i][l->single] = RULED_OUT;
			if (parts)
				t->score[i][l->inside] = RULED_OUT;
		}
	}
}

void
tag_score(struct tagger *t, const struct model_table *m, const struct scan *sc)
{
	struct hits x[3];
	size_t i;

	for (i = 0; i < t->n + 2; i++) {
		if (i < t->n)
			take(&x[i % 3], m, &t->feats, t->at[i]);
		if (i >= 1 && i - 1 < t->n)
			look_up(&x[(i - 1) % 3], m);
		if (i >= 2)
			sum_up(t->score[i - 2], &x[(i - 2) % 3], m);
	}
	rule_out(t, m, sc);
}

void
tag_free(struct tagger *t)
{
	feat_free(&t->feats);
	mem_free(t->state);
	mem_free(t->at);
	mem_free(t->slot);
	mem_free(t->score);
	memset(t, 0, sizeof *t);
}
