/*
 * qd-fmt: records out of the pipeline, as tables, JSON or text.
 *
 * The smallest of the tools: all mains have this shape.  What a format does
 * is in the file of its name.
 */
#include <string.h>

#include "fmt.h"

static const struct opt_tool tool = {"qd-fmt",
    "qd-fmt [-hqV] [-f FIELDS] [-t FORMAT] [--strict] [file ...]",
    "  -f, --fields FIELDS   columns in their order: tag doc loc start end\n"
    "                        text value attrs, and keys of attributes\n"
    "  -t, --to FORMAT       tsv (default), csv, jsonl or text\n"};

static const struct fmt *
find_format(const char *name)
{
	static const struct fmt *const formats[] = {
	    &fmt_tsv, &fmt_csv, &fmt_jsonl, &fmt_text, NULL};
	size_t i;

	for (i = 0; formats[i]; i++)
		if (!strcmp(name, formats[i]->name))
			return formats[i];
	opt_usage(&tool,
	    "--to: unknown format '%s' (want tsv, csv, jsonl or text)", name);
}

static void
read_fields(struct fields *f, const char *list, const struct fmt *fmt)
{
	const char *bad, *why;

	if (list && !fmt->columns)
		opt_usage(&tool, "--fields: %s has no columns", fmt->name);
	if (fields_parse(f, list ? list : FIELDS_ALL, &bad, &why) == -1)
		opt_usage(&tool, "--fields: '%s' %s", bad, why);
}

int
main(int argc, char *argv[])
{
	static const struct option longs[] = {
	    {"fields", required_argument, NULL, 'f'},
	    {"to", required_argument, NULL, 't'}, OPT_SHARED,
	    {NULL, 0, NULL, 0}};
	const struct fmt *fmt = &fmt_tsv;
	const char *list = NULL;
	struct opt opt = OPT_DEFAULTS;
	struct fields fields = {0};
	struct out out;
	struct fmt_job job = {&out, &fields, {0}, {0}, NULL};
	struct rec_reader *rd;
	struct rec rec;
	int c, status;

	while ((c = getopt_long(argc, argv, "f:t:" OPT_LETTERS, longs, NULL)) !=
	       -1)
		switch (c) {
		case 'f':
			list = optarg;
			break;
		case 't':
			fmt = find_format(optarg);
			break;
		default:
			opt_shared(&tool, c, optarg, &opt);
		}
	argv = opt_operands(&tool, argv + optind, &opt);
	read_fields(&fields, list, fmt);
	out_open(&out, 1);
	rd = rec_open(argv, &opt, &out);
	fmt->begin(&job);
	while (rec_next(rd, &rec))
		fmt->record(&job, &rec);
	fmt->end(&job);
	status = rec_close(rd);
	out_close(&out);
	buf_free(&job.row);
	buf_free(&job.cell);
	fields_free(&fields);
	return status;
}
