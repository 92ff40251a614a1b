/*
 * nertrain: the tagger's model from annotated text.
 *
 * usage: nertrain [-x DOC,...] [-p PASSES] OUT TEXT
 *
 * TEXT is what scripts/nerdata writes.  Documents of -x, and those named
 * NAME-dev, are not learned from.  The same text gives the same bytes.
 */
#include <err.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "data.h"
#include "export.h"
#include "io.h"

/* Found by trial on held-out text. */
#define RATE 0.15F
#define DROP 0.5F
#define CUTOFF 3
#define OWN_TIMES 3 /* our own text is little: each pass sees it so often */

static const char *opt_held = "";
static int opt_passes = 2;

static _Noreturn void
usage(void)
{
	fprintf(stderr, "usage: nertrain [-x DOC,...] [-p PASSES] OUT TEXT\n");
	exit(2);
}

static void
open_lists(struct find *f)
{
	struct data_file d;
	char *path = data_path(NULL, "names.lex");

	if (names_open(&f->names, lex_must(path)) == -1)
		errx(2, "%s: not built from the lists of this version", path);
	mem_free(path);
	path = data_path(NULL, "ner.pat");
	data_open(&d, path);
	f->patterns = pattern_read(&d);
	data_close(&d);
	mem_free(path);
}

/* The texts to be learned from, ours as often as they count. */
static uint32_t *
in_order(const struct corpus *c, size_t *n)
{
	uint32_t *v = mem_calloc(c->ntexts * OWN_TIMES + 1, sizeof *v);
	size_t i, k, times;

	*n = 0;
	for (i = 0; i < c->ntexts; i++) {
		times = c->texts[i].conv == 0 ? OWN_TIMES : 1;
		for (k = 0; !c->texts[i].held && k < times; k++)
			v[(*n)++] = (uint32_t)i;
	}
	return v;
}

/* Fisher and Yates (1938). */
static void
shuffle(struct crf *f, uint32_t *v, size_t n)
{
	size_t i, k;
	uint32_t t;

	for (i = n; i > 1; i--) {
		k = crf_random(f) % i;
		t = v[i - 1];
		v[i - 1] = v[k];
		v[k] = t;
	}
}

static void
learn(struct crf *f, const struct corpus *c)
{
	size_t i, n;
	uint32_t *order = in_order(c, &n);
	int pass;

	for (pass = 1; pass <= opt_passes; pass++) {
		shuffle(f, order, n);
		for (i = 0; i < n; i++)
			crf_learn(f, &c->texts[order[i]]);
		crf_pass(f);
		fprintf(
		    stderr, "nertrain: pass %d of %d done\n", pass, opt_passes);
	}
	crf_average(f);
	mem_free(order);
}

static void
write_image(const char *path, const struct buf *image)
{
	struct out o;
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644);

	if (fd == -1)
		err(2, "%s", path);
	out_open(&o, fd);
	out_put(&o, image->s, image->len);
	out_close(&o);
}

int
main(int argc, char *argv[])
{
	static struct corpus corpus;
	static struct crf crf;
	struct buf image = {0};
	int c;

	while ((c = getopt(argc, argv, "p:x:")) != -1) {
		switch (c) {
		case 'p':
			opt_passes = atoi(optarg);
			break;
		case 'x':
			opt_held = optarg;
			break;
		default:
			usage();
		}
	}
	if (argc - optind != 2 || opt_passes < 1)
		usage();
	open_lists(&corpus.find);
	corpus_read(&corpus, argv[optind + 1], opt_held, CUTOFF);
	fprintf(stderr, "nertrain: %zu texts, %zu characters, %u features\n",
	    corpus.ntexts, corpus.nchars, corpus.dict.nids);
	crf_open(&crf, &corpus, RATE, DROP);
	learn(&crf, &corpus);
	export_model(&crf, &image);
	write_image(argv[optind], &image);
	buf_free(&image);
	crf_close(&crf);
	corpus_close(&corpus);
	return 0;
}
