#include "vectors.h"

#include <math.h>
#include <string.h>

#include "mem.h"
#include "random.h"

#define WINDOW 2 /* words on either side */
#define PLACES (2 * WINDOW)
#define PASSES 3
#define RATE 0.05F
#define NEGATIVE 5  /* words drawn that do not stand there */
#define DRAWN 0.75  /* the power of their frequency */
#define COMMON 3e-4 /* the frequency from which words are left out often */
#define TABLE (1U << 22)
#define SURE 6.0F /* products beyond need no learning */

/* Four numbers side by side (vectors of GCC and Clang). */
typedef float lanes __attribute__((vector_size(16)));
#define LANES (VECTORS_DIM / 4)

struct learner {
	const struct tokens *text;
	lanes (*word)[LANES];
	lanes (*beside)[PLACES][LANES];
	uint32_t *table; /* words as often as they are drawn */
	float *keep;	 /* by word: the part that is learned from */
	uint64_t seed;
	float rate;
};

static float
product(const lanes *a, const lanes *b)
{
	lanes sum = {0};
	size_t i;

	for (i = 0; i < LANES; i++)
		sum += a[i] * b[i];
	return (sum[0] + sum[1]) + (sum[2] + sum[3]);
}

/* That word stands (is 1) or does not stand (0) beside; what is to be added
 * to the word in *more. */
static void
learn_pair(
    struct learner *x, const lanes *word, lanes *beside, float is, lanes *more)
{
	float z = product(word, beside), rate;
	size_t i;

	rate = z > SURE ? 1 : z < -SURE ? 0 : 1 / (1 + expf(-z));
	rate = x->rate * (is - rate);
	for (i = 0; i < LANES; i++) {
		more[i] += rate * beside[i];
		beside[i] += rate * word[i];
	}
}

/* Words drawn at random, and what is learned of them on its way from memory. */
static void
draw(struct learner *x, size_t place, uint32_t *drawn)
{
	const char *p;
	size_t i, k;

	for (i = 0; i < NEGATIVE; i++) {
		drawn[i] = x->table[random_next(&x->seed) & (TABLE - 1)];
		p = (const char *)x->beside[drawn[i]][place];
		for (k = 0; k < sizeof(lanes) * LANES; k += 64)
			__builtin_prefetch(p + k);
	}
}

/* A word and the one that stands at that place beside it. */
static void
learn_place(struct learner *x, uint32_t word, uint32_t there, size_t place)
{
	lanes more[LANES] = {{0}};
	uint32_t drawn[NEGATIVE];
	size_t i;

	draw(x, place, drawn);
	learn_pair(x, x->word[word], x->beside[there][place], 1, more);
	for (i = 0; i < NEGATIVE; i++)
		if (drawn[i] != there)
			learn_pair(x, x->word[word], x->beside[drawn[i]][place],
			    0, more);
	for (i = 0; i < LANES; i++)
		x->word[word][i] += more[i];
}

/* What stands on one side of word i. */
static void
learn_side(struct learner *x, size_t i, int step, size_t place)
{
	const uint32_t *v = x->text->v;
	size_t k, at = i;

	for (k = 0; k < WINDOW; k++, place++) {
		at += (size_t)step;
		if (at >= x->text->n || v[at] == TOKENS_END)
			break;
		if (v[at] != TOKENS_RARE)
			learn_place(x, v[i], v[at], place);
	}
}

static void
open_table(struct learner *x)
{
	const struct tokens *t = x->text;
	double all = 0, sum = 0;
	uint32_t w, at = 0;

	x->table = mem_calloc(TABLE, sizeof *x->table);
	for (w = 0; w < t->nwords; w++)
		all += pow(t->count[w], DRAWN);
	for (w = 0; w < t->nwords; w++) {
		sum += pow(t->count[w], DRAWN);
		while (at < TABLE && at < sum / all * TABLE)
			x->table[at++] = w;
	}
}

static void
open_words(struct learner *x)
{
	const struct tokens *t = x->text;
	double often;
	size_t w, i;

	x->word = mem_calloc(t->nwords + 1U, sizeof *x->word);
	x->beside = mem_calloc(t->nwords + 1U, sizeof *x->beside);
	x->keep = mem_calloc(t->nwords + 1U, sizeof *x->keep);
	for (w = 0; w < t->nwords; w++) {
		for (i = 0; i < VECTORS_DIM; i++)
			x->word[w][i / 4][i % 4] =
			    (random_unit(&x->seed) - 0.5F) / VECTORS_DIM;
		often = (double)t->count[w] / (double)t->n;
		x->keep[w] = (float)(sqrt(COMMON / often) + COMMON / often);
	}
}

static void
learn(struct learner *x)
{
	const struct tokens *t = x->text;
	size_t i, done = 0, pass;

	for (pass = 1; pass <= PASSES; pass++) {
		for (i = 0; i < t->n; i++, done++) {
			if (t->v[i] >= TOKENS_END ||
			    random_unit(&x->seed) > x->keep[t->v[i]])
				continue;
			x->rate = RATE * (1.001F - (float)done /
						       (float)(t->n * PASSES));
			learn_side(x, i, -1, 0);
			learn_side(x, i, 1, WINDOW);
		}
	}
}

float (*vectors_learn(const struct tokens *t))[VECTORS_DIM]
{
	struct learner x = {.text = t, .seed = RANDOM_SEED};
	float(*v)[VECTORS_DIM] = mem_calloc(t->nwords + 1U, sizeof *v);
	float length;
	size_t w, i;

	open_table(&x);
	open_words(&x);
	learn(&x);
	for (w = 0; w < t->nwords; w++) {
		length = sqrtf(product(x.word[w], x.word[w])) + 1e-9F;
		for (i = 0; i < VECTORS_DIM; i++)
			v[w][i] = x.word[w][i / 4][i % 4] / length;
	}
	mem_free(x.table);
	mem_free(x.keep);
	mem_free(x.word);
	mem_free(x.beside);
	return v;
}
