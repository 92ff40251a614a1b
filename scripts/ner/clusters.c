/*
 * nerclusters: clusters of words from unlabelled text.
 *
 * usage: nerclusters OUT TEXT...
 *
 * A text a line.  OUT is what nertrain -w reads (grouped.h).  The same text
 * gives the same bytes on the same kind of machine.
 */
#include <err.h>
#include <stdio.h>

#include "kmeans.h"
#include "mem.h"

/* Found by trial on held-out text. */
#define CUTOFF 4
#define FINE 1024
#define COARSE 256

int
main(int argc, char *argv[])
{
	struct tokens t = {0};
	float(*v)[VECTORS_DIM];
	uint32_t *fine, *coarse;
	FILE *out;
	size_t i;

	if (argc < 3)
		errx(2, "usage: nerclusters OUT TEXT...");
	out = fopen(argv[1], "w");
	if (out == NULL)
		err(2, "%s", argv[1]);
	tokens_read(&t, argv + 2, CUTOFF);
	fprintf(stderr, "nerclusters: %zu words, %u of them different\n", t.n,
	    t.nwords);
	if (t.nwords < FINE)
		errx(2, "too little text");
	v = vectors_learn(&t);
	fine = kmeans(&t, v, FINE);
	coarse = kmeans(&t, v, COARSE);
	for (i = 0; i < t.nwords; i++)
		fprintf(
		    out, "%u\t%u\t%u\n", t.word[i], fine[i] + 1, coarse[i] + 1);
	if (fclose(out))
		err(2, "%s", argv[1]);
	mem_free(v);
	mem_free(fine);
	mem_free(coarse);
	tokens_free(&t);
	return 0;
}
