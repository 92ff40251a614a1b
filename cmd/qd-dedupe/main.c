/*
 * qd-dedupe: drop, mark, list or count the blocks that stand in the stream
 * before.
 */
#include <err.h>
#include <string.h>

#include "dedupe.h"

enum { OPT_MARK = OPT_OWN, OPT_SCOPE, OPT_TAGS };

static const struct opt_tool tool = {"qd-dedupe",
    "qd-dedupe [-cdhoqV] [-M SIZE] [--mark] [--scope SCOPE] [--strict] "
    "[--tags LIST] [file ...]",
    "  -c, --count           write n=, how often a block stands there, at the "
    "end\n"
    "  -d, --repeated        write only the repeated blocks, marked\n"
    "  -M, --memory SIZE     remember at most SIZE bytes (K, M, G; default "
    "1G)\n"
    "      --mark            keep the repeats, marked with dup= and dup-kind=\n"
    "  -o, --only            as -d\n"
    "      --scope SCOPE     look for repeats in one art, one doc, or all "
    "(default)\n"
    "      --tags LIST       blocks that take part (default para,sent)\n"};

/* The mode that option c asks for; only one may be asked for. */
static void
set_mode(struct dedupe_opt *o, enum dedupe_mode mode)
{
	if (o->mode != DEDUPE_DROP && o->mode != mode)
		opt_usage(&tool, "-c, -d and --mark exclude each other");
	o->mode = mode;
}

static enum dedupe_scope
read_scope(const char *arg)
{
	if (!strcmp(arg, "art"))
		return DEDUPE_ART;
	if (!strcmp(arg, "doc"))
		return DEDUPE_DOC;
	if (!strcmp(arg, "all"))
		return DEDUPE_ALL;
	opt_usage(&tool, "--scope: '%s' is none (want art, doc or all)", arg);
}

static void
read_options(int argc, char *argv[], struct opt *opt, struct dedupe_opt *own)
{
	static const struct option longs[] = {{"count", no_argument, NULL, 'c'},
	    {"repeated", no_argument, NULL, 'd'},
	    {"memory", required_argument, NULL, 'M'},
	    {"mark", no_argument, NULL, OPT_MARK},
	    {"only", no_argument, NULL, 'o'},
	    {"scope", required_argument, NULL, OPT_SCOPE},
	    {"tags", required_argument, NULL, OPT_TAGS}, OPT_SHARED,
	    {NULL, 0, NULL, 0}};
	int c;

	while ((c = getopt_long(
		    argc, argv, "cdoM:" OPT_LETTERS, longs, NULL)) != -1)
		switch (c) {
		case 'c':
			set_mode(own, DEDUPE_COUNT);
			break;
		case 'd':
		case 'o':
			set_mode(own, DEDUPE_ONLY);
			break;
		case 'M':
			own->memory = opt_size(
			    &tool, "--memory", optarg, 1U << 20, (size_t)-1);
			break;
		case OPT_MARK:
			set_mode(own, DEDUPE_MARK);
			break;
		case OPT_SCOPE:
			own->scope = read_scope(optarg);
			break;
		case OPT_TAGS:
			own->tags =
			    opt_names(&tool, "--tags", optarg, dedupe_tags);
			break;
		default:
			opt_shared(&tool, c, optarg, opt);
		}
}

int
main(int argc, char *argv[])
{
	struct opt opt = OPT_DEFAULTS;
	struct dedupe_opt own = {
	    DEDUPE_DROP, DEDUPE_ALL, DEDUPE_TAGS, (size_t)1 << 30};
	struct out out;
	struct rec_reader *rd;
	struct dedupe *d;
	struct rec rec;
	int status;

	read_options(argc, argv, &opt, &own);
	argv = opt_operands(&tool, argv + optind, &opt);
	out_open(&out, 1);
	rd = rec_open(argv, &opt, &out);
	d = dedupe_open(&own, &out);
	while (rec_next(rd, &rec))
		if (dedupe_line(d, &rec) == -1) {
			out_flush(&out);
			errx(2,
			    "memory is full after %zu different blocks "
			    "(raise --memory)",
			    dedupe_blocks(d));
		}
	dedupe_close(d);
	status = rec_close(rd);
	out_close(&out);
	return status;
}
