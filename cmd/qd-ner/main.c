/*
 * qd-ner: named entities.  Records in, the same out, with the people, offices,
 * organisations, places, events, projects and works of each block behind it.
 */
#include <err.h>
#include <stdlib.h>

#include "article.h"
#include "data.h"
#include "opt.h"

#define MAX_ARTICLE (4U << 20)

static const struct opt_tool tool = {"qd-ner",
    "qd-ner [-hoqV] [--data DIR] [--files0-from F] [--keep] "
    "[--max-article N] [--max-record N] [--no-article] [--strict] "
    "[-t TYPES] [file ...]",
    "      --keep            keep entities that are there already\n"
    "      --max-article N   bytes of an article held at most (default 4M)\n"
    "      --no-article      take each block for itself\n"
    "  -o, --only            print the entities alone\n"
    "  -t, --types TYPES     only these types: PER,POST,ORG,LOC,EVENT,PROJ,"
    "WORK\n"};

static struct opt opt = OPT_DEFAULTS;
static struct ann_own own = {ner_tags, ~0ULL, 0, 0};
static int opt_agree = 1;
static size_t opt_max = MAX_ARTICLE;

enum { OPT_KEEP = OPT_OWN, OPT_MAXART, OPT_NOART };

static void
options(int argc, char *argv[])
{
	static const struct option longs[] = {OPT_SHARED,
	    {"only", no_argument, NULL, 'o'},
	    {"types", required_argument, NULL, 't'},
	    {"keep", no_argument, NULL, OPT_KEEP},
	    {"max-article", required_argument, NULL, OPT_MAXART},
	    {"no-article", no_argument, NULL, OPT_NOART}, {NULL, 0, NULL, 0}};
	int c;

	while ((c = getopt_long(argc, argv, "ot:" OPT_LETTERS, longs, NULL)) !=
	       -1) {
		switch (c) {
		case OPT_KEEP:
			own.keep = 1;
			break;
		case OPT_MAXART:
			opt_max = opt_size(
			    &tool, "--max-article", optarg, 1, (size_t)1 << 30);
			break;
		case OPT_NOART:
			opt_agree = 0;
			break;
		case 'o':
			own.only = 1;
			break;
		case 't':
			own.asked = opt_names(&tool, "-t", optarg, ner_tags);
			break;
		default:
			opt_shared(&tool, c, optarg, &opt);
		}
	}
}

/* Opens the lists and patterns, or dies with their name. */
static void
load(struct find *f)
{
	struct data_file d;
	char *path = data_path(opt.data, "names.lex");

	if (names_open(&f->names, lex_must(path)) == -1)
		errx(2,
		    "%s: not built from the lists of this version (build "
		    "it with mklex)",
		    path);
	mem_free(path);
	path = data_path(opt.data, "ner.pat");
	data_open(&d, path);
	f->patterns = pattern_read(&d);
	data_close(&d);
	mem_free(path);
}

static void
record(struct rec_reader *rd, struct article *a, struct out *o,
    const struct rec *r)
{
	unsigned long given_up = a->namer.find->given_up;

	if (r->kind == REC_BLOCK || r->kind == REC_ANN) {
		if (article_add(a, o, r) == -1)
			rec_warn(rd, "malformed src= (taken for one piece)");
		if (a->namer.find->given_up > given_up)
			rec_warn(rd, "a pattern of ner.pat gave up on this "
				     "text (its names may be missing)");
		return;
	}
	article_flush(a, o);
	if (!own.only)
		rec_put(o, r);
}

int
main(int argc, char *argv[])
{
	struct find find = {0};
	struct article art;
	struct rec_reader *rd;
	struct rec r;
	struct out o;
	int status;

	options(argc, argv);
	load(&find);
	out_open(&o, 1);
	rd = rec_open(opt_operands(&tool, argv + optind, &opt), &opt, &o);
	article_open(&art, &find, &own, opt_agree, opt_max);
	while (rec_next(rd, &r))
		record(rd, &art, &o, &r);
	article_flush(&art, &o);
	status = rec_close(rd);
	out_close(&o);
	article_close(&art);
	find_free(&find);
	return status;
}
