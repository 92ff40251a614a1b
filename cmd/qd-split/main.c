/*
 * qd-split: raw text into records: articles, headlines, bylines, paragraphs.
 *
 * A page is read line by line; page.h tells which engine does what to it.
 */
#include <err.h>
#include <stdlib.h>
#include <string.h>

#include "data.h"
#include "decode.h"
#include "opt.h"
#include "page.h"
#include "source.h"

static const struct opt_tool tool = {"qd-split",
    "qd-split [-0hqV] [--csv] [--data DIR] [--date DATE] [--date-field FIELD] "
    "[-e ENCODING] [--explain] [--files0-from F] [--id FIELD] [--jsonl] "
    "[--max-article N] [--max-record N] [--name NAME] [--no-relink] "
    "[--rules FILE] [--strict] [--text FIELD] [--title FIELD] [-u UNIT] "
    "[file ...]",
    "  -0, --null            each document ends with a NUL, not with its file\n"
    "      --csv             each row of CSV is a document\n"
    "      --date DATE       the pages' date, YYYY-MM-DD (default: from the "
    "name)\n"
    "      --date-field F    the field with a row's date\n"
    "  -e, --encoding ENC    the input's encoding, by its iconv name "
    "(default UTF-8)\n"
    "      --explain         say on stderr why each line got its label\n"
    "      --id FIELD        the field with a row's name (default: FILE:N)\n"
    "      --jsonl           each line of JSON Lines is a document\n"
    "      --max-article N   bytes of an article held at most (default 4M)\n"
    "      --name NAME       name of the document on standard input\n"
    "      --no-relink       leave paragraphs where they stand\n"
    "      --rules FILE      patterns to be tried before those of split.pat\n"
    "      --text FIELD      the field with a row's text (default: text)\n"
    "      --title FIELD     the field with a row's title\n"
    "  -u, --unit UNIT       text as para (default), sent: sentences, or "
    "art:\n"
    "                        one para for each article\n"};

enum {
	OPT_CSV = OPT_OWN,
	OPT_DATE,
	OPT_DATEFIELD,
	OPT_EXPLAIN,
	OPT_ID,
	OPT_JSONL,
	OPT_MAXART,
	OPT_NAME,
	OPT_NORELINK,
	OPT_RULES,
	OPT_TEXT,
	OPT_TITLE
};

/* What a run works with, and the document in hand. */
struct job {
	const struct opt *opt;
	const struct page_opt *po;
	const char *encoding;
	struct source_opt so;
	struct source *source;
	struct in *in;
	struct cues *cues;
	struct page *page;
	struct decode *decode; /* NULL: the input is UTF-8 */
	const char *file;
	struct buf where;   /* the document in hand, for messages */
	int open;	    /* there is one */
	size_t bad, bad_at; /* bytes of the file that were not decoded */
	int within;	    /* an over-long line */
	int status;
};

/* Something was wrong: with --strict that is the end. */
static void
fault(struct job *j, int status)
{
	if (status > j->status)
		j->status = status;
	if (!j->opt->strict)
		return;
	out_flush(j->page->out);
	if (j->po->explain)
		out_flush(j->po->explain);
	exit(2);
}

static int
loud(const struct job *j)
{
	return !j->opt->quiet || j->opt->strict;
}

static const char *
plural(size_t n)
{
	return n == 1 ? "" : "s";
}

/* What was wrong with the document. */
static void
say_faults(struct job *j)
{
	const struct faults *f = &j->page->faults;
	const char *where = j->where.s, *guess;

	if (!(f->bad || f->articles || f->parts))
		return;
	guess = j->encoding ? NULL : guess_name(&f->guess, f->bad);
	if (f->bad && loud(j))
		warnx("%s: invalid UTF-8: %zu byte%s, the first at offset %zu"
		      "%s%s%s%s%s",
		    where, f->bad, plural(f->bad), f->bad_at,
		    guess ? " (it looks like " : "", guess ? guess : "",
		    guess ? ": --encoding " : "", guess ? guess : "",
		    guess ? ")" : "");
	if (f->articles && loud(j))
		warnx("%s: %zu article%s longer than %zu bytes given in parts "
		      "(raise --max-article)",
		    where, f->articles, plural(f->articles),
		    j->po->max_article);
	if (f->parts && loud(j))
		warnx("%s: paragraph longer than %zu bytes given in parts "
		      "(raise --max-record)",
		    where, j->opt->max_record);
	fault(j, 1);
}

/* Remembers what of the file could not be decoded: the decoder may be at the
 * next one when the last row comes. */
static void
note_undecoded(struct job *j)
{
	size_t at = 0, n = j->decode ? decode_bad(j->decode, &at) : 0;

	j->bad = n ? n : j->bad;
	j->bad_at = n ? at : j->bad_at;
}

static void
say_undecoded(struct job *j)
{
	if (j->bad == 0)
		return;
	if (loud(j))
		warnx("%s: invalid %s: %zu byte%s, the first at offset %zu of "
		      "the file",
		    j->file, j->encoding, j->bad, plural(j->bad), j->bad_at);
	j->bad = 0;
	fault(j, 1);
}

static void
end_document(struct job *j)
{
	if (!j->open)
		return;
	page_close(j->page);
	if (j->po->explain)
		out_flush(j->po->explain);
	say_faults(j);
	j->open = 0;
}

static void
begin_document(struct job *j)
{
	const struct source_doc *s = source_doc(j->source);
	struct page_doc d;

	buf_reset(&j->where);
	buf_puts(&j->where, s->where);
	if (s->bad) {
		if (loud(j))
			warnx("%s: %s", s->where, s->bad);
		fault(j, 1);
	}
	d.name = s->name;
	d.where = j->where.s;
	d.date = s->date;
	d.title = s->title;
	page_open(j->page, &d);
	j->open = 1;
}

/* The file cannot be read on. */
static void
say_stop(struct job *j)
{
	const char *why;
	size_t no;

	end_document(j);
	why = source_why(j->source, &no);
	warnx("%s:%zu: %s: the file is not read further", j->file, no, why);
	fault(j, 2);
}

static void
take_line(struct job *j, const struct line *l)
{
	/* An over-long line is named at its first part. */
	if (l->more && !j->within) {
		if (loud(j))
			warnx("%s:%zu: line longer than %zu bytes, given in "
			      "parts (raise --max-article)",
			    j->where.s, l->no, j->so.max);
		fault(j, 1);
	}
	j->within = l->more != 0;
	page_line(j->page, l);
	if (j->opt->strict) {
		say_faults(j);
		say_undecoded(j);
	}
}

/* Patterns that went back and forth too long on some lines. */
static void
say_lost(struct job *j)
{
	unsigned rule = 0;
	const char *path;
	size_t n, line;
	int left;

	while ((rule = cue_lost(j->cues, rule, &n, &left)) != 0) {
		path = cue_rule(j->cues, rule, &line);
		if (loud(j))
			warnx("%s:%zu: pattern tried too many ways on %zu "
			      "line%s, taken as not matching%s",
			    path, line, n, plural(n),
			    left ? "; not tried further" : "");
		fault(j, 1);
	}
}

/* Takes all documents through the page. */
static void
split(struct job *j)
{
	struct line l = {0};
	enum source_event e;

	while ((e = source_next(j->source, &l)) != SOURCE_END) {
		if (e != SOURCE_FILE)
			note_undecoded(j);
		switch (e) {
		case SOURCE_LINE:
			take_line(j, &l);
			break;
		case SOURCE_DOC:
			end_document(j);
			begin_document(j);
			break;
		case SOURCE_STOP:
			say_stop(j);
			break;
		default:
			end_document(j);
			say_undecoded(j);
			j->file = source_file(j->source);
		}
	}
	note_undecoded(j);
	end_document(j);
	say_undecoded(j);
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

static enum page_unit
unit(const char *arg)
{
	static const char *const names[] = {"para", "sent", "art"};
	int i;

	for (i = 0; i < 3; i++)
		if (!strcmp(arg, names[i]))
			return (enum page_unit)i;
	opt_usage(
	    &tool, "--unit: unknown unit '%s' (want para, sent or art)", arg);
}

/* The form of the input; how is the option that asks for it. */
static void
set_form(struct job *j, enum source_form form, const char *how)
{
	static const char *before;

	if (before && strcmp(before, how) != 0)
		opt_usage(&tool, "%s beside %s", how, before);
	before = how;
	j->so.form = form;
}

static void
check_fields(struct job *j)
{
	static const char *const options[ROW_NFIELDS] = {
	    "--text", "--id", "--date-field", "--title"};
	const char **name = j->so.row.name;
	size_t i;

	for (i = 0; i < ROW_NFIELDS && j->so.form != SOURCE_ROWS; i++)
		if (name[i])
			opt_usage(&tool,
			    "%s: a field of what? (with --csv or --jsonl)",
			    options[i]);
	if (name[ROW_TEXT] == NULL)
		name[ROW_TEXT] = "text";
}

/* Bounds, once all options are known. */
static void
set_bounds(struct job *j, struct page_opt *po)
{
	po->max_record = j->opt->max_record;
	po->rows = j->so.form == SOURCE_ROWS;
	j->so.max =
	    po->max_article < po->max_record ? po->max_article : po->max_record;
	j->so.row.max = po->max_record;
	j->so.row.strict = j->opt->strict;
}

int
main(int argc, char *argv[])
{
	static const struct option longs[] = {
	    {"csv", no_argument, NULL, OPT_CSV},
	    {"date", required_argument, NULL, OPT_DATE},
	    {"date-field", required_argument, NULL, OPT_DATEFIELD},
	    {"encoding", required_argument, NULL, 'e'},
	    {"explain", no_argument, NULL, OPT_EXPLAIN},
	    {"id", required_argument, NULL, OPT_ID},
	    {"jsonl", no_argument, NULL, OPT_JSONL},
	    {"max-article", required_argument, NULL, OPT_MAXART},
	    {"name", required_argument, NULL, OPT_NAME},
	    {"no-relink", no_argument, NULL, OPT_NORELINK},
	    {"null", no_argument, NULL, '0'},
	    {"rules", required_argument, NULL, OPT_RULES},
	    {"text", required_argument, NULL, OPT_TEXT},
	    {"title", required_argument, NULL, OPT_TITLE},
	    {"unit", required_argument, NULL, 'u'}, OPT_SHARED,
	    {NULL, 0, NULL, 0}};
	struct opt opt = OPT_DEFAULTS;
	struct page_opt po = {NULL, 4U << 20, 0, 1, PAGE_PARA, 0, NULL};
	struct job job = {0};
	struct in_decoder hook;
	struct out out, explain;
	char *path;
	int c;

	job.opt = &opt;
	job.po = &po;
	job.cues = cue_open();
	while ((c = getopt_long(
		    argc, argv, "0e:u:" OPT_LETTERS, longs, NULL)) != -1)
		switch (c) {
		case '0':
			set_form(&job, SOURCE_NUL, "--null");
			break;
		case OPT_CSV:
			set_form(&job, SOURCE_ROWS, "--csv");
			break;
		case OPT_DATE:
			po.date = opt_date(&tool, "--date", optarg);
			break;
		case OPT_DATEFIELD:
			job.so.row.name[ROW_DATE] = optarg;
			break;
		case OPT_EXPLAIN:
			po.explain = &explain;
			break;
		case OPT_ID:
			job.so.row.name[ROW_ID] = optarg;
			break;
		case OPT_JSONL:
			set_form(&job, SOURCE_ROWS, "--jsonl");
			job.so.row.jsonl = 1;
			break;
		case OPT_MAXART:
			po.max_article = opt_size(
			    &tool, "--max-article", optarg, 4096, 1U << 30);
			break;
		case OPT_NAME:
			job.so.name = optarg;
			break;
		case OPT_NORELINK:
			po.relink = 0;
			break;
		case OPT_RULES:
			cue_add(job.cues, optarg);
			break;
		case OPT_TEXT:
			job.so.row.name[ROW_TEXT] = optarg;
			break;
		case OPT_TITLE:
			job.so.row.name[ROW_TITLE] = optarg;
			break;
		case 'e':
			job.encoding = optarg;
			break;
		case 'u':
			po.unit = unit(optarg);
			break;
		default:
			opt_shared(&tool, c, optarg, &opt);
		}
	argv = opt_operands(&tool, argv + optind, &opt);
	check_fields(&job);
	set_bounds(&job, &po);
	path = data_path(opt.data, "split.pat");
	cue_add(job.cues, path);
	out_open(&out, 1);
	if (po.explain)
		out_open(po.explain, 2);
	job.in = in_open(argv, opt.files0,
	    job.so.form == SOURCE_ROWS ? opt.max_record : job.so.max, &out);
	job.source = source_open(job.in, &job.so);
	job.page = page_new(&po, job.cues, &out);
	set_encoding(&job, &hook);
	split(&job);
	if (in_close(job.in) == -1)
		job.status = 2;
	say_lost(&job);
	out_close(&out);
	if (po.explain)
		out_close(po.explain);
	decode_close(job.decode);
	source_close(job.source);
	page_free(job.page);
	cue_free(job.cues);
	buf_free(&job.where);
	mem_free(path);
	return job.status;
}
