#include "options.h"

#include <string.h>

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

static const struct option longs[] = {{"csv", no_argument, NULL, OPT_CSV},
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
    {"unit", required_argument, NULL, 'u'}, OPT_SHARED, {NULL, 0, NULL, 0}};

static enum page_unit
read_unit(const char *arg)
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
set_form(struct source_opt *o, enum source_form form, const char *how)
{
	static const char *before;

	if (before && strcmp(before, how) != 0)
		opt_usage(&tool, "%s beside %s", how, before);
	before = how;
	o->form = form;
}

static void
check_fields(struct source_opt *o)
{
	static const char *const options[ROW_NFIELDS] = {
	    "--text", "--id", "--date-field", "--title"};
	const char **name = o->row.name;
	size_t i;

	for (i = 0; i < ROW_NFIELDS && o->form != SOURCE_ROWS; i++)
		if (name[i])
			opt_usage(&tool,
			    "%s: a field of what? (with --csv or --jsonl)",
			    options[i]);
	if (name[ROW_TEXT] == NULL)
		name[ROW_TEXT] = "text";
}

/* Bounds, once all options are known. */
static void
set_bounds(const struct opt *opt, struct page_opt *po, struct source_opt *so)
{
	po->max_record = opt->max_record;
	po->rows = so->form == SOURCE_ROWS;
	so->max =
	    po->max_article < po->max_record ? po->max_article : po->max_record;
	so->row.max = po->max_record;
	so->row.strict = opt->strict;
}

static void
set_encoding(struct own *own)
{
	if (own->encoding == NULL)
		return;
	own->decode = decode_open(own->encoding);
	if (own->decode == NULL)
		opt_usage(&tool,
		    "--encoding: unknown encoding '%s' (iconv -l lists them)",
		    own->encoding);
}

/* One of the options of the input; 0 when c is none. */
static int
read_source(int c, const char *arg, struct source_opt *o)
{
	switch (c) {
	case '0':
		set_form(o, SOURCE_NUL, "--null");
		return 1;
	case OPT_CSV:
		set_form(o, SOURCE_ROWS, "--csv");
		return 1;
	case OPT_DATEFIELD:
		o->row.name[ROW_DATE] = arg;
		return 1;
	case OPT_ID:
		o->row.name[ROW_ID] = arg;
		return 1;
	case OPT_JSONL:
		set_form(o, SOURCE_ROWS, "--jsonl");
		o->row.jsonl = 1;
		return 1;
	case OPT_NAME:
		o->name = arg;
		return 1;
	case OPT_TEXT:
		o->row.name[ROW_TEXT] = arg;
		return 1;
	case OPT_TITLE:
		o->row.name[ROW_TITLE] = arg;
		return 1;
	default:
		return 0;
	}
}

/* One of the other options of its own; 0 when c is none. */
static int
read_own(int c, const char *arg, struct own *own)
{
	switch (c) {
	case OPT_DATE:
		own->page.date = opt_date(&tool, "--date", arg);
		return 1;
	case OPT_EXPLAIN:
		own->explain = 1;
		return 1;
	case OPT_MAXART:
		own->page.max_article =
		    opt_size(&tool, "--max-article", arg, 4096, 1U << 30);
		return 1;
	case OPT_NORELINK:
		own->page.relink = 0;
		return 1;
	case OPT_RULES:
		cue_add(own->cues, arg);
		return 1;
	case 'e':
		own->encoding = arg;
		return 1;
	case 'u':
		own->page.unit = read_unit(arg);
		return 1;
	default:
		return 0;
	}
}

char **
options_read(int argc, char *argv[], struct opt *opt, struct own *own)
{
	static const struct own defaults = {
	    .page = {.max_article = 4U << 20, .relink = 1, .unit = PAGE_PARA}};
	int c;

	*own = defaults;
	own->cues = cue_open();
	while ((c = getopt_long(
		    argc, argv, "0e:u:" OPT_LETTERS, longs, NULL)) != -1)
		if (!read_source(c, optarg, &own->source) &&
		    !read_own(c, optarg, own))
			opt_shared(&tool, c, optarg, opt);
	argv = opt_operands(&tool, argv + optind, opt);
	check_fields(&own->source);
	set_bounds(opt, &own->page, &own->source);
	set_encoding(own);
	return argv;
}
