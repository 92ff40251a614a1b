#include "tag.h"

#include <string.h>

#include "modelfile.h"

#define HALVES 0x0001000100010001U
/* Words of eight weights that are summed up of each row, whatever the table
 * has: what follows a row is other rows or the end's padding, and is not
 * looked at. */
#define WORDS (MODEL_PAD / 8)
#define RULED_OUT (-500 * MODEL_UNIT)
/* Where no label comes nearer to O than this by the first features, the rest
 * is not asked: it would not bring one up. */
#define HOPELESS (-MODEL_UNIT / 2)

/*
 * What is under way for one character: its features, then their rows, with
 * room for one that is none.  Three characters are worked on at a time, so
 * that what each step reads is on its way from memory during the others.
 */
struct hits {
	uint64_t h[FEAT_MOST];
	uint32_t bucket[FEAT_MOST];
	const uint8_t *row[FEAT_MOST + 1];
	size_t n;
};

/* The features of character i, and what holds their tags on its way. */
static inline void
take(struct hits *x, const struct model_table *m, const struct feats *f,
    size_t i, size_t nfeats)
{
	size_t k;

	if (nfeats == FEAT_FIRST)
		feat_first(f, i, x->h);
	else
		feat_rest(f, i, x->h);
	for (k = 0; k < nfeats; k++) {
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
look_up(struct hits *x, const struct model_table *m, size_t nfeats)
{
	uint64_t tag, half[2], z;
	size_t k, at, p;

	x->n = 0;
	for (k = 0; k < nfeats; k++) {
		at = (size_t)x->bucket[k] * MODEL_BUCKET;
		tag = x->h[k] & 0xffff;
		tag = (tag + !tag) * HALVES;
		memcpy(half, m->tags + at, sizeof half);
		z = zero_half(half[0] ^ tag) >> 15 |
		    zero_half(half[1] ^ tag) >> 14;
		p = (size_t)__builtin_ctzll(z | 1ULL << 63);
		at += (p >> 4) + (p & 1) * 4;
		x->row[x->n] = m->rows + at * (m->nlabels - 1);
		x->n += z != 0;
	}
	for (k = 0; k < x->n; k++)
		__builtin_prefetch(x->row[k]);
}

/*
 * Adds the rows up, four sums in a word: weights are stored with MODEL_ZERO
 * added, so that they are never negative, and sums of FEAT_MOST of them never
 * leave their 16 bits.
 */
static inline void
sum_up(int16_t score[TAG_ROW], const struct hits *x)
{
	uint64_t even[WORDS] = {0}, odd[WORDS] = {0}, row[WORDS];
	uint16_t a[4], b[4];
	size_t i, k;
	int zero = MODEL_ZERO * (int)x->n;

	for (i = 0; i < x->n; i++) {
		memcpy(row, x->row[i], sizeof row);
		for (k = 0; k < WORDS; k++) {
			even[k] += row[k] & HALVES * 0xff;
			odd[k] += row[k] >> 8 & HALVES * 0xff;
		}
	}
	for (k = 0; k < WORDS; k++) {
		memcpy(a, &even[k], sizeof a);
		memcpy(b, &odd[k], sizeof b);
		score += k ? 8 : 1;
		for (i = 0; i < 4; i++) {
			score[i * 2] = (int16_t)(score[i * 2] + a[i] - zero);
			score[i * 2 + 1] =
			    (int16_t)(score[i * 2 + 1] + b[i] - zero);
		}
	}
}

/* Adds nfeats features of the n characters of at (NULL: of all). */
static inline void
add_features(struct tagger *t, const struct model_table *m, const uint32_t *at,
    size_t n, size_t nfeats)
{
	struct hits x[3];
	size_t i;

	for (i = 0; i < n + 2; i++) {
		if (i < n)
			take(&x[i % 3], m, &t->feats, at ? at[i] : i, nfeats);
		if (i >= 1 && i - 1 < n)
			look_up(&x[(i - 1) % 3], m, nfeats);
		if (i >= 2)
			sum_up(
			    t->score[at ? at[i - 2] : i - 2], &x[(i - 2) % 3]);
	}
}

/* The characters that may be in a name by the first features. */
static size_t
in_doubt(struct tagger *t, const struct model_table *m, size_t n)
{
	size_t i, k, count = 0;
	int best;

	for (i = 0; i < n; i++) {
		best = t->score[i][1];
		for (k = 2; k < m->nlabels; k++)
			best = t->score[i][k] > best ? t->score[i][k] : best;
		t->doubt[count] = (uint32_t)i;
		count += best > HOPELESS;
	}
	return count;
}

/* No name begins with a mark that does not open, or ends with one that does
 * not close. */
static void
rule_out(struct tagger *t, const struct scan *sc, const struct model_table *m)
{
	const struct label_type *l, *end = label_types + LABEL_NTYPES;
	int opens, closes;
	size_t i;

	for (i = 0; i < sc->n; i++) {
		if (sc->kind[i] != CHAR_PUNCT && sc->kind[i] != CHAR_SPACE)
			continue;
		opens = scan_in(sc->cp[i], U"“‘《〈（(「『[\"");
		closes = scan_in(sc->cp[i], U"”’》〉）)」』]\"");
		for (l = label_types; l < end && l->begin < m->nlabels; l++) {
			if (!opens)
				t->score[i][l->begin] = RULED_OUT;
			if (!closes)
				t->score[i][l->end] = RULED_OUT;
			if (l->single)
				t->score[i][l->single] = RULED_OUT;
		}
	}
}

void
tag_text(struct tagger *t, const struct model_table *m, const struct scan *sc,
    const struct names *nm, const struct cands *c, const struct decoder *dec)
{
	size_t cap = t->cap;

	if (sc->n + 1 > t->cap) {
		t->score =
		    mem_grow(t->score, &cap, sc->n + 1, sizeof *t->score);
		t->doubt = mem_realloc(t->doubt, cap, sizeof *t->doubt);
		t->cap = cap;
	}
	memset(t->score, 0, sc->n * sizeof *t->score);
	feat_text(&t->feats, sc, nm, c, dec);
	add_features(t, m, NULL, sc->n, FEAT_FIRST);
	add_features(t, m, t->doubt, in_doubt(t, m, sc->n), FEAT_REST);
	rule_out(t, sc, m);
}

void
tag_free(struct tagger *t)
{
	feat_free(&t->feats);
	mem_free(t->score);
	mem_free(t->doubt);
	memset(t, 0, sizeof *t);
}
