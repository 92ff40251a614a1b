/*
 * nertrain: the tagger's model from annotated text.
 *
 * usage: nertrain [-h HIDDEN] [-k PARTS] [-p PASSES] [-w CLUSTERS]
 *                 [-x DOC,...] OUT TEXT
 *
 * TEXT is what scripts/nerdata writes, CLUSTERS what nerclusters does.
 * Documents of -x, and those named NAME-dev, are not learned from but measured
 * on.  The same text gives the same bytes.
 */
#include <err.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "export.h"
#include "grouped.h"
#include "io.h"
#include "measure.h"
#include "opt.h"
#include "prune.h"
#include "random.h"

/* Found by trial on held-out text. */
#define DROP 0.2F
#define CUTOFF 3
#define OWN_TIMES 3 /* our own text is little: each pass sees it so often */
/* The passes that the rows that stay are learned in again. */
#define AFTER 2
#define MOST_PARTS (MODEL_HIDDEN / 16)
#define MOST_PASSES 1000

static const char *opt_held = "", *opt_clusters;
static int opt_passes = 6, opt_hidden = 32, opt_parts = 2;

static const struct opt_tool tool = {"nertrain",
    "nertrain [-h HIDDEN] [-k PARTS] [-p PASSES] [-w CLUSTERS]\n"
    "                [-x DOC,...] OUT TEXT",
    ""};

static int
number(const char *opt, size_t lo, size_t hi)
{
	return (int)opt_size(&tool, opt, optarg, lo, hi);
}

static void
open_lists(struct find *f)
{
	struct data_file d;
	char *path = data_path(NULL, "names.lex");

	if (names_open(&f->names, lex_must(path)) == -1)
		errx(2, "%s: not built from the lists of this version", path);
	mem_free(path);
	path = data_path(NULL, "gaz.lex");
	if (gaz_open(&f->gaz, lex_must(path)) == -1)
		errx(2, "%s: not built from the lists of this version", path);
	mem_free(path);
	path = data_path(NULL, "ner.pat");
	data_open(&d, path);
	f->patterns = pattern_read(&d);
	data_close(&d);
	mem_free(path);
}

static void
see(struct corpus *c, const struct gate *g)
{
	struct model_conv convs[CORPUS_CONVS];
	struct model_table gates[CORPUS_CONVS];
	size_t i;

	memset(convs, 0, sizeof convs);
	memset(gates, 0, sizeof gates);
	for (i = 0; i < c->nconvs; i++) {
		convs[i].gate = g->bias[i];
		gates[i].conv = &convs[i];
		gates[i].gate = g->w[i];
		gates[i].clusters = c->clusters;
	}
	corpus_see(c, gates, CUTOFF);
	fprintf(stderr,
	    "nertrain: %zu texts, %zu characters, %zu in doubt, %u features\n",
	    c->ntexts, c->nchars, c->nslots, c->dict.nids);
}

/* The texts to be learned from, ours as often as they count. */
static uint32_t *
in_order(const struct corpus *c, size_t *n)
{
	uint32_t *v = mem_calloc(c->ntexts * OWN_TIMES + 1, sizeof *v);
	const struct corpus_text *t;
	size_t i, k;

	*n = 0;
	for (i = 0; i < c->ntexts; i++) {
		t = &c->texts[i];
		k = strcmp(c->convs[t->conv].name, "qd") ? 1 : OWN_TIMES;
		for (; !t->held && k > 0; k--)
			v[(*n)++] = (uint32_t)i;
	}
	return v;
}

/* Passes first..last of all. */
static void
learn(struct net *x, int first, int last)
{
	size_t i, n, done;
	uint32_t *order = in_order(x->corpus, &n);
	double loss;
	char what[32];
	int pass;

	done = n * (size_t)(first - 1);
	for (pass = first; pass <= last; pass++) {
		random_shuffle(&x->seed, order, n);
		for (loss = 0, i = 0; i < n; i++) {
			x->rate = 1 - 0.97F * (float)done++ /
					  (float)(n * (size_t)opt_passes);
			loss +=
			    (double)net_learn(x, &x->corpus->texts[order[i]]);
		}
		fprintf(stderr, "nertrain: pass %d of %d: loss %.0f\n", pass,
		    opt_passes, loss);
	}
	snprintf(what, sizeof what, "pass %d", last);
	measure(x, what);
	mem_free(order);
}

/* The parts, each for itself; joined; then the rows that stay once more. */
static void
learn_all(struct net *x, struct corpus *c)
{
	struct net part[MOST_PARTS];
	int k;

	for (k = 0; k < opt_parts; k++) {
		net_open(&part[k], c, (size_t)opt_hidden, DROP, (uint64_t)k);
		learn(&part[k], 1, opt_passes - AFTER);
	}
	net_join(x, part, (size_t)opt_parts);
	measure(x, "joined");
	prune(x, EXPORT_BUCKETS);
	learn(x, opt_passes - AFTER + 1, opt_passes);
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
	static struct net net;
	struct gate gate = {0};
	struct buf image = {0};
	int c;

	while ((c = getopt(argc, argv, "h:k:p:w:x:")) != -1) {
		switch (c) {
		case 'h':
			opt_hidden = number("-h", 16, MODEL_HIDDEN);
			break;
		case 'k':
			opt_parts = number("-k", 1, MOST_PARTS);
			break;
		case 'p':
			opt_passes = number("-p", AFTER + 1, MOST_PASSES);
			break;
		case 'w':
			opt_clusters = optarg;
			break;
		case 'x':
			opt_held = optarg;
			break;
		default:
			opt_usage(&tool, NULL);
		}
	}
	if (argc - optind != 2)
		opt_usage(&tool, NULL);
	if (opt_hidden % 16 || opt_hidden * opt_parts > MODEL_HIDDEN)
		opt_usage(&tool, "want HIDDEN by sixteens, at most %d in all",
		    MODEL_HIDDEN);
	open_lists(&corpus.find);
	if (opt_clusters)
		grouped_read(&corpus.clusters, opt_clusters);
	corpus_read(&corpus, argv[optind + 1], opt_held);
	gate_learn(&gate, &corpus);
	see(&corpus, &gate);
	learn_all(&net, &corpus);
	export_model(&net, &gate, &image);
	write_image(argv[optind], &image);
	buf_free(&image);
	net_close(&net);
	gate_free(&gate);
	corpus_close(&corpus);
	return 0;
}
