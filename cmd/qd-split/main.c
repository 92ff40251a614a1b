/*
 * qd-split: raw text into records: articles, headlines, bylines, paragraphs.
 *
 * A page is read line by line; page.h tells which engine does what to it.
 */
#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "data.h"
#include "decode.h"
#include "opt.h"
#include "page.h"

static const struct opt_tool tool = {"qd-split",
    "qd-split [-hqV] [--data DIR] [--date DATE] [-e ENCODING] [--files0-from "
    "F] "
    "[--max-article N] [--max-record N] [--name NAME] [--no-relink] "
    "[--strict] [-u UNIT] [file ...]",
    "      --date DATE       the pages' date, YYYY-MM-DD (default: from the "
    "name)\n"
    "  -e, --encoding ENC    the input's encoding, by its iconv name "
    "(default UTF-8)\n"
    "      --max-article N   bytes of an article held at most (default 4M)\n"
    "      --name NAME       name of the document on standard input\n"
    "      --no-relink       leave paragraphs where they stand\n"
    "  -u, --unit UNIT       text as para (default) or sent: sentences\n"};

enum { OPT_DATE = OPT_OWN, OPT_MAXART, OPT_NAME, OPT_NORELINK };

static _Noreturn void
stop(struct out *out)
{
	out_flush(out);
	exit(2);
}

/* An over-long line, named at its first part. */
static int
check_part(const struct line *l, const char *file, size_t max,
    const struct opt *o, struct out *out)
{
	if (!l->part || !l->more)
		return l->part != 0;
	if (!o->quiet || o->strict)
		warnx("%s:%zu: line longer than %zu bytes, given in parts "
		      "(raise --max-article)",
		    file, l->no, max);
	if (o->strict)
		stop(out);
	return 1;
}

/* What a run works with, and the document in hand. */
struct job {
	const struct opt *opt;
	const struct page_opt *po;
	const char *name, *encoding;
	size_t max; /* bytes of a line given whole */
	struct in *in;
	struct page *page;
	struct decode *decode; /* NULL: the input is UTF-8 */
	const char *file;
	size_t bad, bad_at; /* bytes of it that were not decoded */
};

static void
say_bad(const struct job *j, const struct faults *f)
{
	int gb = f->bad * 4 > f->high && f->not_gb * 50 < f->gb;

	if (f->bad)
		warnx("%s: invalid UTF-8: %zu byte%s, the first at offset %zu"
		      "%s",
		    j->file, f->bad, f->bad == 1 ? "" : "s", f->bad_at,
		    gb ? " (it looks like GB18030: --encoding GB18030)" : "");
	if (j->bad)
		warnx("%s: invalid %s: %zu byte%s, the first at offset %zu of "
		      "the file",
		    j->file, j->encoding, j->bad, j->bad == 1 ? "" : "s",
		    j->bad_at);
	if (f->articles)
		warnx("%s: %zu article%s longer than %zu bytes given in parts "
		      "(raise --max-article)",
		    j->file, f->articles, f->articles == 1 ? "" : "s",
		    j->po->max_article);
	if (f->parts)
		warnx("%s: paragraph longer than %zu bytes given in parts "
		      "(raise --max-record)",
		    j->file, j->opt->max_record);
}

/* Ends the document in hand, if there is one; 1 when something was wrong. */
static int
end_document(struct job *j)
{
	const struct faults *f = &j->page->faults;

	if (j->file == NULL)
		return 0;
	page_close(j->page);
	if (!j->opt->quiet || j->opt->strict)
		say_bad(j, f);
	return f->bad || j->bad || f->articles || f->parts;
}

static void
begin_document(struct job *j)
{
	j->file = in_name(j->in);
	j->bad = 0;
	page_open(
	    j->page, j->name && !strcmp(j->file, "-") ? j->name : j->file);
}

/* Reads all files through the page; 1 when something was wrong with one. */
static int
split(struct job *j)
{
	struct line l = {0};
	enum in_event e;
	int status = 0, more = 0;

	while ((e = in_next(j->in, &l)) != IN_END) {
		if (e == IN_FILE) {
			status |= end_document(j);
			begin_document(j);
			more = 0;
			continue;
		}
		if (!more)
			status |= check_part(
			    &l, j->file, j->max, j->opt, j->page->out);
		more = l.more != 0;
		if (j->decode)
			j->bad = decode_bad(j->decode, &j->bad_at);
		page_line(j->page, &l);
		if (j->opt->strict && (j->page->faults.bad || j->bad)) {
			say_bad(j, &j->page->faults);
			stop(j->page->out);
		}
	}
	return status | end_document(j);
}

/* Puts a decoder from the encoding in front of the input. */
static void
set_encoding(struct job *j, struct in_decoder *hook)
{
	if (j->encoding == NULL)
		return;
	j->decode = decode_open(j->encoding);
	if (j->decode == NULL)
		opt_usage(&tool,
		    "--encoding: unknown encoding '%s' (iconv -l lists them)",
		    j->encoding);
	*hook = decode_hook(j->decode);
	in_decode(j->in, hook);
}

static int
unit(const char *arg)
{
	if (strcmp(arg, "para") != 0 && strcmp(arg, "sent") != 0)
		opt_usage(&tool,
		    "--unit: unknown unit '%s' (want para or sent)", arg);
	return strcmp(arg, "sent") == 0;
}

int
main(int argc, char *argv[])
{
	static const struct option longs[] = {
	    {"date", required_argument, NULL, OPT_DATE},
	    {"encoding", required_argument, NULL, 'e'},
	    {"max-article", required_argument, NULL, OPT_MAXART},
	    {"name", required_argument, NULL, OPT_NAME},
	    {"no-relink", no_argument, NULL, OPT_NORELINK},
	    {"unit", required_argument, NULL, 'u'}, OPT_SHARED,
	    {NULL, 0, NULL, 0}};
	struct opt opt = OPT_DEFAULTS;
	struct page_opt po = {NULL, 4U << 20, 0, 1, 0};
	struct job job = {
	    &opt, &po, NULL, NULL, 0, NULL, NULL, NULL, NULL, 0, 0};
	struct in_decoder hook;
	struct cues *cues;
	struct out out;
	char *path;
	int c, status;

	while ((c = getopt_long(argc, argv, "e:u:" OPT_LETTERS, longs, NULL)) !=
	       -1)
		switch (c) {
		case OPT_DATE:
			po.date = opt_date(&tool, "--date", optarg);
			break;
		case OPT_MAXART:
			po.max_article = opt_size(
			    &tool, "--max-article", optarg, 4096, 1U << 30);
			break;
		case OPT_NAME:
			job.name = optarg;
			break;
		case OPT_NORELINK:
			po.relink = 0;
			break;
		case 'e':
			job.encoding = optarg;
			break;
		case 'u':
			po.sentences = unit(optarg);
			break;
		default:
			opt_shared(&tool, c, optarg, &opt);
		}
	argv = opt_operands(&tool, argv + optind, &opt);
	po.max_record = opt.max_record;
	job.max =
	    po.max_article < opt.max_record ? po.max_article : opt.max_record;
	path = data_path(opt.data, "split.pat");
	cues = cue_open(path);
	out_open(&out, 1);
	job.in = in_open(argv, opt.files0, job.max, &out);
	job.page = page_new(&po, cues, &out);
	set_encoding(&job, &hook);
	status = split(&job);
	if (in_close(job.in) == -1)
		status = 2;
	out_close(&out);
	decode_close(job.decode);
	page_free(job.page);
	cue_free(cues);
	mem_free(path);
	return status;
}
