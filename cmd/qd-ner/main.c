/*
 * qd-ner: named entities.  Records in, the same out, with the people, offices,
 * organisations, places, events, projects and works of each block behind it.
 */
#include <err.h>
#include <errno.h>
#include <stdlib.h>

#include "article.h"
#include "data.h"
#include "opt.h"

#define MAX_ARTICLE (4U << 20)
#define NOT_OURS                                                               \
	"%s: not built from the lists of this version (build it with mklex)"

static const struct opt_tool tool = {"qd-ner",
    "qd-ner [-hoqV] [--convention NAME] [--data DIR] [--files0-from F] "
    "[--keep] [--lexicon FILE] [--max-article N] [--max-record N] "
    "[--min-p P] [--no-article] [--no-model] [--probs] [--strict] [-t TYPES] "
    "[file ...]",
    "      --convention NAME whose guide to follow (default qd; man page)\n"
    "      --keep            keep entities that are there already\n"
    "      --lexicon FILE    names of your own: type, name, canonical form\n"
    "      --max-article N   bytes of an article held at most (default 4M)\n"
    "      --min-p P         leave out names less probable than P (0 to 1)\n"
    "      --no-article      take each block for itself\n"
    "      --no-model        find names by lists and rules alone\n"
    "  -o, --only            print the entities alone\n"
    "      --probs           write how probable each name is: p=\n"
    "  -t, --types TYPES     only these types: PER,POST,ORG,LOC,EVENT,PROJ,"
    "WORK;\n"
    "                        TERM (quoted slogans) only when named here\n"};

static struct opt opt = OPT_DEFAULTS;
static struct ann_own own = {ner_tags, NER_BIT(NER_TERM) - 1, 0, 0};
static struct article_how how = {1, 0, 0, MAX_ARTICLE};
static int opt_model = 1;
static const char *opt_convention = "qd";
static char **opt_lexicons; /* --lexicon, in their order */
static size_t opt_nlexicons, opt_lexcap;

enum {
	OPT_CONV = OPT_OWN,
	OPT_KEEP,
	OPT_LEXICON,
	OPT_MAXART,
	OPT_MINP,
	OPT_NOART,
	OPT_NOMODEL,
	OPT_PROBS
};

static void
add_lexicon(char *path)
{
	opt_lexicons = mem_grow(
	    opt_lexicons, &opt_lexcap, opt_nlexicons + 1, sizeof *opt_lexicons);
	opt_lexicons[opt_nlexicons++] = path;
}

/* A probability, in 1/1000. */
static unsigned
per_mille(const char *s)
{
	char *end;
	double p;

	errno = 0;
	p = strtod(s, &end);
	if (end == s || *end || errno || !(p >= 0 && p <= 1))
		opt_usage(&tool,
		    "--min-p: want a number from 0 to 1, found \"%s\"", s);
	return (unsigned)(p * 1000 + 0.5);
}

static void
options(int argc, char *argv[])
{
	static const struct option longs[] = {OPT_SHARED,
	    {"only", no_argument, NULL, 'o'},
	    {"types", required_argument, NULL, 't'},
	    {"convention", required_argument, NULL, OPT_CONV},
	    {"keep", no_argument, NULL, OPT_KEEP},
	    {"lexicon", required_argument, NULL, OPT_LEXICON},
	    {"max-article", required_argument, NULL, OPT_MAXART},
	    {"min-p", required_argument, NULL, OPT_MINP},
	    {"no-article", no_argument, NULL, OPT_NOART},
	    {"no-model", no_argument, NULL, OPT_NOMODEL},
	    {"probs", no_argument, NULL, OPT_PROBS}, {NULL, 0, NULL, 0}};
	int c;

	while ((c = getopt_long(argc, argv, "ot:" OPT_LETTERS, longs, NULL)) !=
	       -1) {
		switch (c) {
		case OPT_CONV:
			opt_convention = optarg;
			break;
		case OPT_KEEP:
			own.keep = 1;
			break;
		case OPT_LEXICON:
			add_lexicon(optarg);
			break;
		case OPT_MAXART:
			how.max = opt_size(
			    &tool, "--max-article", optarg, 1, (size_t)1 << 30);
			break;
		case OPT_MINP:
			how.least = per_mille(optarg);
			break;
		case OPT_NOART:
			how.agree = 0;
			break;
		case OPT_NOMODEL:
			opt_model = 0;
			break;
		case OPT_PROBS:
			how.probs = 1;
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

/* Names the conventions that the model has, and ends. */
static _Noreturn void
no_convention(const struct model *m)
{
	struct buf names = {0};
	size_t i;

	for (i = 0; model_name(m, i); i++) {
		buf_puts(&names, i ? ", " : "");
		buf_puts(&names, model_name(m, i));
	}
	opt_usage(&tool, "--convention: want one of %s, found \"%s\"", names.s,
	    opt_convention);
}

/* Only the types that the convention marks, where it is not our own. */
static void
limit_types(const struct model_table *t)
{
	unsigned long long marked = 0;
	size_t i;

	if (t->conv->nlabels == LABEL_MAX)
		return;
	for (i = 0; i < LABEL_NTYPES; i++)
		if (label_types[i].begin < t->conv->nlabels)
			marked |= 1ULL << label_types[i].type;
	own.asked &= marked;
}

static void
load_gaz(struct find *f)
{
	char *path = data_path(opt.data, "gaz.lex");

	if (gaz_open(&f->gaz, lex_must(path)) == -1)
		errx(2, NOT_OURS, path);
	mem_free(path);
}

static void
load_model(struct find *f)
{
	char *path = data_path(opt.data, "ner.model");
	const char *why;

	f->model = model_open(path, &why);
	if (f->model == NULL)
		errx(2, "%s: %s (--no-model does without)", path, why);
	mem_free(path);
	if (model_find(f->model, opt_convention, &f->table) == -1)
		no_convention(f->model);
	limit_types(&f->table);
	load_gaz(f);
}

/* The user's own names. */
static void
load_lexicons(struct find *f)
{
	struct data_file d;
	size_t i;

	for (i = 0; i < opt_nlexicons; i++) {
		data_open(&d, opt_lexicons[i]);
		user_read(&f->user, &d, f->simple);
		data_close(&d);
	}
	user_end(&f->user);
	mem_free(opt_lexicons);
}

/* Opens the lists, patterns and model, or dies with their name. */
static void
load(struct find *f)
{
	struct data_file d;
	char *path = data_path(opt.data, "names.lex");

	if (names_open(&f->names, lex_must(path)) == -1)
		errx(2, NOT_OURS, path);
	mem_free(path);
	path = data_path(opt.data, "ner.pat");
	data_open(&d, path);
	f->patterns = pattern_read(&d);
	data_close(&d);
	mem_free(path);
	f->simple = simple_load(opt.data);
	load_lexicons(f);
	if (opt_model)
		load_model(f);
	else if (how.probs || how.least)
		opt_usage(&tool, "--probs and --min-p go by the model: not "
				 "with --no-model");
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
	article_open(&art, &find, &own, &how);
	while (rec_next(rd, &r))
		record(rd, &art, &o, &r);
	article_flush(&art, &o);
	status = rec_close(rd);
	out_close(&o);
	article_close(&art);
	find_free(&find);
	return status;
}
