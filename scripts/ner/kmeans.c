#include "kmeans.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "mem.h"

#define ROUNDS 12
#define POWER 0.25F /* of a word's count, what it counts */

struct seed {
	uint32_t count, word;
};

static int
by_count(const void *a, const void *b)
{
	const struct seed *x = a, *y = b;

	if (x->count != y->count)
		return x->count < y->count ? 1 : -1;
	return (x->word > y->word) - (x->word < y->word);
}

/* Frequent words as the first centres. */
static void
begin(float (*centre)[VECTORS_DIM], size_t n, const struct tokens *t,
    float (*v)[VECTORS_DIM])
{
	struct seed *s = mem_calloc(t->nwords + 1U, sizeof *s);
	size_t i, step = t->nwords > 3 * n ? 3 : 1;

	for (i = 0; i < t->nwords; i++) {
		s[i].count = t->count[i];
		s[i].word = (uint32_t)i;
	}
	qsort(s, t->nwords, sizeof *s, by_count);
	for (i = 0; i < n; i++)
		memcpy(centre[i], v[s[i * step].word], sizeof *centre);
	mem_free(s);
}

/* Eight products of VECTORS_DIM side by side, so that a compiler makes
 * vectors of it. */
static float
product(const float *a, const float *b)
{
	float sum[8] = {0};
	size_t i, k;

	for (i = 0; i < VECTORS_DIM; i += 8)
		for (k = 0; k < 8; k++)
			sum[k] += a[i + k] * b[i + k];
	return ((sum[0] + sum[1]) + (sum[2] + sum[3])) +
	       ((sum[4] + sum[5]) + (sum[6] + sum[7]));
}

static uint32_t
nearest(float (*centre)[VECTORS_DIM], size_t n, const float *v)
{
	float best = -2, p;
	uint32_t at = 0;
	size_t i;

	for (i = 0; i < n; i++) {
		p = product(centre[i], v);
		if (p <= best)
			continue;
		best = p;
		at = (uint32_t)i;
	}
	return at;
}

/* Centres anew; a group that lost all its words keeps its place. */
static void
move(float (*centre)[VECTORS_DIM], float (*sum)[VECTORS_DIM], size_t n)
{
	float length;
	size_t i, k;

	for (i = 0; i < n; i++) {
		length = sqrtf(product(sum[i], sum[i]));
		for (k = 0; length > 0 && k < VECTORS_DIM; k++)
			centre[i][k] = sum[i][k] / length;
	}
}

uint32_t *
kmeans(const struct tokens *t, float (*v)[VECTORS_DIM], size_t n)
{
	float(*centre)[VECTORS_DIM] = mem_calloc(n, sizeof *centre);
	float(*sum)[VECTORS_DIM] = mem_calloc(n, sizeof *sum);
	uint32_t *group = mem_calloc(t->nwords + 1U, sizeof *group);
	size_t round, i, k;

	begin(centre, n, t, v);
	for (round = 0; round < ROUNDS; round++) {
		memset(sum, 0, n * sizeof *sum);
		for (i = 0; i < t->nwords; i++) {
			group[i] = nearest(centre, n, v[i]);
			for (k = 0; k < VECTORS_DIM; k++)
				sum[group[i]][k] +=
				    powf((float)t->count[i], POWER) * v[i][k];
		}
		move(centre, sum, n);
	}
	mem_free(centre);
	mem_free(sum);
	return group;
}
