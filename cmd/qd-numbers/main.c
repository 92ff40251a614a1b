/*
 * qd-numbers: every quantity of a text, with its value, unit and bound.
 *
 * The engine is numbers.h; stream.h puts what it finds among the records.
 */
#include <string.h>

#include "stream.h"

static const struct opt_tool tool = {"qd-numbers",
    "qd-numbers [-hoqV] [-t KINDS] [--date YYYY-MM-DD] [--keep] [--strict] "
    "[--units FILE] [file ...]",
    "  -o, --only            write the quantities alone\n"
    "  -t, --types KINDS     of these kinds only: money percent count\n"
    "                        measure ratio ordinal date period duration code\n"
    "                        number, joined by commas\n"
    "      --date YYYY-MM-DD the date of documents that tell none\n"
    "      --keep            keep the quantities that are there already\n"
    "      --units FILE      more units and classifiers; may be repeated\n"};

enum { OPT_DATE = OPT_OWN, OPT_KEEP, OPT_UNITS };

int
main(int argc, char *argv[])
{
	static const struct option longs[] = {{"only", no_argument, NULL, 'o'},
	    {"types", required_argument, NULL, 't'},
	    {"date", required_argument, NULL, OPT_DATE},
	    {"keep", no_argument, NULL, OPT_KEEP},
	    {"units", required_argument, NULL, OPT_UNITS}, OPT_SHARED,
	    {NULL, 0, NULL, 0}};
	struct opt opt = OPT_DEFAULTS;
	struct stream s;
	struct rec_reader *rd;
	struct rec rec;
	struct out out;
	const char **units = mem_calloc((size_t)argc, sizeof *units);
	size_t nunits = 0;
	int c, status;

	memset(&s, 0, sizeof s);
	s.own.tags = numbers_tags;
	s.own.asked = ~0ULL;
	while (
	    (c = getopt_long(argc, argv, "ot:" OPT_LETTERS, longs, NULL)) != -1)
		switch (c) {
		case 'o':
			s.own.only = 1;
			break;
		case 't':
			s.own.asked =
			    opt_names(&tool, "--types", optarg, numbers_tags);
			break;
		case OPT_DATE:
			date_parse(
			    opt_date(&tool, "--date", optarg), 10, &s.fallback);
			break;
		case OPT_KEEP:
			s.own.keep = 1;
			break;
		case OPT_UNITS:
			units[nunits++] = optarg;
			break;
		default:
			opt_shared(&tool, c, optarg, &opt);
		}
	argv = opt_operands(&tool, argv + optind, &opt);
	s.nm = numbers_open(opt.data, units, nunits);
	mem_free(units);
	out_open(&out, 1);
	s.out = &out;
	rd = rec_open(argv, &opt, &out);
	while (rec_next(rd, &rec))
		if (stream_record(&s, &rec) == -1)
			rec_warn(rd, "malformed src= (taken for one piece)");
	stream_end(&s);
	status = rec_close(rd);
	out_close(&out);
	stream_free(&s);
	numbers_close(s.nm);
	return status;
}
