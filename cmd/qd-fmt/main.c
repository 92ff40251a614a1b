/*
 * qd-fmt: records out of the pipeline, as tables, JSON, text, and back.
 *
 * What a format does is in the file of its name, behind struct fmt; an input
 * form behind struct from.
 */
#include <err.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "fmt.h"
#include "from.h"
#include "where.h"

static const struct opt_tool tool = {"qd-fmt",
    "qd-fmt [-hqV] [-f FIELDS] [-t FORMAT] [-w EXPR] [--ambiguous N] [--bom] "
    "[--chart NAME] [--color WHEN] [--from FORM] [--marks] [--out DIR] "
    "[--strict] [--title TEXT] "
    "[--width N] "
    "[file ...]",
    "      --ambiguous N     columns of “ ” — …: 1 (default) or 2\n"
    "      --bom             a byte order mark before csv\n"
    "      --chart NAME      what a chart shows: bars (default), timeline,\n"
    "                        articles\n"
    "      --color WHEN      colours in a table: never (default), auto, "
    "always\n"
    "  -f, --fields FIELDS   columns in their order: tag doc loc start end\n"
    "                        text value attrs, keys of attributes, NAME=KEY,\n"
    "                        art.KEY doc.KEY block.KEY\n"
    "      --from FORM       read tsv, csv, jsonl, brat or doccano\n"
    "      --marks           annotations in brackets, in text\n"
    "      --out DIR         folder for brat\n"
    "      --title TEXT      headline of the page, in html\n"
    "  -t, --to FORMAT       tsv (default), csv, jsonl, json, md, table, sql,\n"
    "                        text, conll, brat, doccano, displacy, tei, html,\n"
    "                        svg, gnuplot; rec: records (default with\n"
    "                        --from)\n"
    "  -w, --where EXPR      only records that pass: tag=money,value>=1e9\n"
    "      --width N         columns of a line, in text and table\n"};

enum {
	OPT_AMBIGUOUS = OPT_OWN,
	OPT_BOM,
	OPT_CHART,
	OPT_COLOR,
	OPT_FROM,
	OPT_MARKS,
	OPT_OUT,
	OPT_TITLE,
	OPT_WIDTH
};

static const struct fmt *const formats[] = {&fmt_tsv, &fmt_csv, &fmt_jsonl,
    &fmt_json, &fmt_md, &fmt_table, &fmt_sql, &fmt_text, &fmt_conll, &fmt_brat,
    &fmt_doccano, &fmt_displacy, &fmt_tei, &fmt_rec, &fmt_html, &fmt_svg,
    &fmt_gnuplot, NULL};

static const struct from *const forms[] = {
    &from_tsv, &from_csv, &from_jsonl, &from_brat, &from_doccano, NULL};

static const struct fmt *
find_format(const char *name)
{
	struct buf names = {0};
	size_t i;

	for (i = 0; formats[i]; i++)
		if (!strcmp(name, formats[i]->name))
			return formats[i];
	for (i = 0; formats[i]; i++) {
		buf_puts(&names, i ? ", " : "");
		buf_puts(&names, formats[i]->name);
	}
	opt_usage(&tool, "--to: unknown format '%s' (want %s)", name, names.s);
}

static const struct from *
find_from(const char *name)
{
	size_t i;

	for (i = 0; forms[i]; i++)
		if (!strcmp(name, forms[i]->name))
			return forms[i];
	opt_usage(&tool,
	    "--from: unknown form '%s' (want tsv, csv, jsonl, brat or doccano)",
	    name);
}

/* --color; auto looks at the terminal and at NO_COLOR (no-color.org). */
static int
read_color(const char *when)
{
	const char *no = getenv("NO_COLOR");

	if (!strcmp(when, "always"))
		return 1;
	if (!strcmp(when, "auto"))
		return isatty(1) && !(no && *no);
	if (strcmp(when, "never") != 0)
		opt_usage(&tool,
		    "--color: '%s' is none of never, auto and always", when);
	return 0;
}

/* --width; without it what COLUMNS says, where that is a number. */
static void
read_columns(struct fmt_opt *o, const struct fmt *fmt)
{
	const char *s = getenv("COLUMNS");

	if (o->width == 0 && s && (fmt->takes & FMT_WIDTH) && *s &&
	    strspn(s, "0123456789") == strlen(s) && strlen(s) < 6)
		o->width = strtoul(s, NULL, 10);
}

/* What the command line asks for. */
struct ask {
	const struct fmt *fmt;
	const struct from *from;
	const char *list; /* -f */
	unsigned given;	  /* bits of the options that not every format takes */
	struct opt opt;
	struct fmt_opt fopt;
	struct fields fields;
	struct where where;
	struct ctx ctx;
};

static void
read_fields(struct ask *a)
{
	const char *bad, *why;

	if (a->list && !(a->fmt->takes & FMT_FIELDS))
		opt_usage(&tool, "--fields: %s has no columns", a->fmt->name);
	if (fields_parse(&a->fields, &a->ctx, a->list ? a->list : FIELDS_ALL,
		&bad, &why) == -1)
		opt_usage(&tool, "--fields: '%s' %s", bad, why);
}

static void
read_where(struct ask *a, const char *list)
{
	struct buf msg = {0};
	const char *why;

	if (where_add(&a->where, &a->ctx, list, &why, &msg) == -1)
		opt_usage(&tool, "--where: '%s' %s", list, why);
	buf_free(&msg);
}

static const char *
read_chart(const char *name)
{
	if (strcmp(name, "bars") != 0 && strcmp(name, "timeline") != 0 &&
	    strcmp(name, "articles") != 0)
		opt_usage(&tool,
		    "--chart: '%s' is none of bars, timeline and articles",
		    name);
	return name;
}

/* One option, by its letter or number. */
static void
read_option(struct ask *a, int c, const char *arg)
{
	switch (c) {
	case OPT_AMBIGUOUS:
		a->fopt.ambiguous =
		    (unsigned)opt_size(&tool, "--ambiguous", arg, 1, 2);
		a->given |= FMT_WIDTH;
		break;
	case OPT_BOM:
		a->fopt.bom = 1;
		a->given |= FMT_BOM;
		break;
	case OPT_CHART:
		a->fopt.chart = read_chart(arg);
		a->given |= FMT_CHART;
		break;
	case OPT_COLOR:
		a->fopt.color = read_color(arg);
		a->given |= FMT_COLOR;
		break;
	case 'f':
		a->list = arg;
		break;
	case OPT_FROM:
		a->from = find_from(arg);
		break;
	case OPT_MARKS:
		a->fopt.marks = 1;
		a->given |= FMT_MARKS;
		break;
	case OPT_OUT:
		a->fopt.dir = arg;
		a->given |= FMT_OUT;
		break;
	case OPT_TITLE:
		a->fopt.title = arg;
		a->given |= FMT_TITLE;
		break;
	case 't':
		a->fmt = find_format(arg);
		break;
	case 'w':
		read_where(a, arg);
		break;
	case OPT_WIDTH:
		a->fopt.width = opt_size(&tool, "--width", arg, 4, 100000);
		a->given |= FMT_WIDTH;
		break;
	default:
		opt_shared(&tool, c, arg, &a->opt);
	}
}

/* An option that is given must mean something to the format. */
static void
check_options(const struct ask *a)
{
	static const struct {
		unsigned bit;
		const char *name;
	} options[] = {{FMT_WIDTH, "width, --ambiguous"}, {FMT_COLOR, "color"},
	    {FMT_BOM, "bom"}, {FMT_MARKS, "marks"}, {FMT_OUT, "out"},
	    {FMT_CHART, "chart"}, {FMT_TITLE, "title"}};
	size_t i;

	for (i = 0; i < sizeof options / sizeof *options; i++)
		if (a->given & options[i].bit & ~a->fmt->takes)
			opt_usage(&tool, "--%s: not for %s", options[i].name,
			    a->fmt->name);
	if ((a->fmt->takes & FMT_OUT) && a->fopt.dir == NULL)
		opt_usage(
		    &tool, "%s: into which folder? (--out DIR)", a->fmt->name);
}

/* Once all options are read. */
static void
settle(struct ask *a)
{
	if (a->fmt == NULL)
		a->fmt = a->from ? &fmt_rec : &fmt_tsv;
	read_fields(a);
	check_options(a);
	read_columns(&a->fopt, a->fmt);
	if (a->fmt == &fmt_text && a->fopt.marks)
		a->fmt = &fmt_marked;
}

/* Names what is wrong with the record last read, or ends the program. */
static void
named(struct fmt_job *job, struct rec_reader *rd, const char *wrong)
{
	if (job->fatal)
		errx(2, "%s", job->msg);
	if (wrong)
		rec_warn(rd, "%s", wrong);
}

/* 1 when the record is wanted: by -w, which asks annotations alone where a
 * format needs the blocks that they stand in. */
static int
wanted(struct ask *a, struct rec_reader *rd, const struct rec *r)
{
	int h;

	if (a->where.n == 0 ||
	    (r->kind != REC_ANN && !(a->fmt->takes & FMT_ROWS)))
		return 1;
	h = where_holds(&a->where, r);
	if (h == -1)
		rec_warn(rd, "--where: the pattern came to its limit here "
			     "(the record is kept)");
	return h != 0;
}

static void
convert(struct ask *a, struct rec_reader *rd, struct out *out)
{
	struct fmt_job job = {
	    .out = out, .opt = &a->fopt, .fields = &a->fields};
	struct rec rec;

	a->fmt->begin(&job);
	named(&job, rd, NULL);
	while (rec_next(rd, &rec)) {
		ctx_see(&a->ctx, &rec);
		if (wanted(a, rd, &rec))
			named(&job, rd, fmt_feed(a->fmt, &job, &rec));
	}
	named(&job, rd, fmt_finish(a->fmt, &job));
	fmt_free(&job);
}

/* All of the input; the exit status. */
static int
run(struct ask *a, char **files)
{
	struct out out;
	struct rec_form form = {NULL, NULL, NULL};
	struct rec_reader *rd;
	int status;

	out_open(&out, 1);
	rd = rec_open(files, &a->opt, &out);
	if (a->from) {
		form = (struct rec_form){
		    a->from->open(&a->opt), a->from->begin, a->from->line};
		rec_form(rd, &form);
	}
	convert(a, rd, &out);
	status = rec_close(rd);
	out_close(&out);
	if (a->from)
		a->from->close(form.state);
	return status;
}

int
main(int argc, char *argv[])
{
	static const struct option longs[] = {
	    {"ambiguous", required_argument, NULL, OPT_AMBIGUOUS},
	    {"bom", no_argument, NULL, OPT_BOM},
	    {"chart", required_argument, NULL, OPT_CHART},
	    {"color", required_argument, NULL, OPT_COLOR},
	    {"fields", required_argument, NULL, 'f'},
	    {"from", required_argument, NULL, OPT_FROM},
	    {"marks", no_argument, NULL, OPT_MARKS},
	    {"out", required_argument, NULL, OPT_OUT},
	    {"title", required_argument, NULL, OPT_TITLE},
	    {"to", required_argument, NULL, 't'},
	    {"where", required_argument, NULL, 'w'},
	    {"width", required_argument, NULL, OPT_WIDTH}, OPT_SHARED,
	    {NULL, 0, NULL, 0}};
	struct ask ask = {.opt = OPT_DEFAULTS, .fopt = {.ambiguous = 1}};
	int c, status;

	while ((c = getopt_long(
		    argc, argv, "f:t:w:" OPT_LETTERS, longs, NULL)) != -1)
		read_option(&ask, c, optarg);
	argv = opt_operands(&tool, argv + optind, &ask.opt);
	settle(&ask);
	status = run(&ask, argv);
	fields_free(&ask.fields);
	where_free(&ask.where);
	ctx_free(&ask.ctx);
	return status;
}
