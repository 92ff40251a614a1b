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
#include "opt.h"
#include "page.h"

static const struct opt_tool tool = {"qd-split",
    "qd-split [-hqV] [--data DIR] [--date DATE] [--files0-from F] "
    "[--max-article N] [--max-record N] [--name NAME] [--no-relink] "
    "[--strict] [-u UNIT] [file ...]",
    "      --date DATE       the pages' date, YYYY-MM-DD (default: from the "
    "name)\n"
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

/* What the page found in a document, once it has ended. */
static int
report(const struct faults *f, const char *file, const struct page_opt *po,
    const struct opt *o)
{
	int gb = f->bad * 4 > f->high && f->not_gb * 50 < f->gb;

	if (o->quiet && !o->strict)
		return f->bad || f->articles || f->parts;
	if (f->bad)
		warnx("%s: invalid UTF-8: %zu byte%s, the first at offset %zu"
		      "%s",
		    file, f->bad, f->bad == 1 ? "" : "s", f->bad_at,
		    gb ? " (it looks like GB18030: iconv -f GB18030 -t UTF-8)"
		       : "");
	if (f->articles)
		warnx("%s: %zu article%s longer than %zu bytes given in parts "
		      "(raise --max-article)",
		    file, f->articles, f->articles == 1 ? "" : "s",
		    po->max_article);
	if (f->parts)
		warnx("%s: paragraph longer than %zu bytes given in parts "
		      "(raise --max-record)",
		    file, o->max_record);
	return f->bad || f->articles || f->parts;
}

/* Reads all files through page; 1 when something was wrong with one. */
static int
split(struct in *in, struct page *page, const struct page_opt *po,
    const struct opt *o, const char *name, size_t max)
{
	struct line l = {0};
	enum in_event e;
	const char *file = NULL;
	int status = 0, more = 0;

	while ((e = in_next(in, &l)) != IN_END) {
		if (e == IN_FILE) {
			if (file) {
				page_close(page);
				status |= report(&page->faults, file, po, o);
			}
			file = in_name(in);
			page_open(
			    page, name && !strcmp(file, "-") ? name : file);
			more = 0;
			continue;
		}
		if (!more)
			status |= check_part(&l, file, max, o, page->out);
		more = l.more != 0;
		page_line(page, &l);
		if (o->strict && page->faults.bad) {
			report(&page->faults, file, po, o);
			stop(page->out);
		}
	}
	if (file) {
		page_close(page);
		status |= report(&page->faults, file, po, o);
	}
	return status;
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
	    {"max-article", required_argument, NULL, OPT_MAXART},
	    {"name", required_argument, NULL, OPT_NAME},
	    {"no-relink", no_argument, NULL, OPT_NORELINK},
	    {"unit", required_argument, NULL, 'u'}, OPT_SHARED,
	    {NULL, 0, NULL, 0}};
	struct opt opt = OPT_DEFAULTS;
	struct page_opt po = {NULL, 4U << 20, 0, 1, 0};
	const char *name = NULL;
	struct cues *cues;
	struct page *page;
	struct out out;
	struct in *in;
	char *path;
	size_t max;
	int c, status;

	while (
	    (c = getopt_long(argc, argv, "u:" OPT_LETTERS, longs, NULL)) != -1)
		switch (c) {
		case OPT_DATE:
			po.date = opt_date(&tool, "--date", optarg);
			break;
		case OPT_MAXART:
			po.max_article = opt_size(
			    &tool, "--max-article", optarg, 4096, 1U << 30);
			break;
		case OPT_NAME:
			name = optarg;
			break;
		case OPT_NORELINK:
			po.relink = 0;
			break;
		case 'u':
			po.sentences = unit(optarg);
			break;
		default:
			opt_shared(&tool, c, optarg, &opt);
		}
	argv = opt_operands(&tool, argv + optind, &opt);
	po.max_record = opt.max_record;
	max = po.max_article < opt.max_record ? po.max_article : opt.max_record;
	path = data_path(opt.data, "split.pat");
	cues = cue_open(path);
	out_open(&out, 1);
	in = in_open(argv, opt.files0, max, &out);
	page = page_new(&po, cues, &out);
	status = split(in, page, &po, &opt, name, max);
	if (in_close(in) == -1)
		status = 2;
	out_close(&out);
	page_free(page);
	cue_free(cues);
	mem_free(path);
	return status;
}
