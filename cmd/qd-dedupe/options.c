#include "options.h"

#include <string.h>

enum {
	OPT_APPLY = OPT_OWN,
	OPT_CHECK,
	OPT_CONTAIN,
	OPT_FILTER,
	OPT_KEYS,
	OPT_MARK,
	OPT_MAXART,
	OPT_NEAR,
	OPT_PAIRS,
	OPT_RAW,
	OPT_REPORT,
	OPT_RESOLVE,
	OPT_SCOPE,
	OPT_SHARD,
	OPT_STATE,
	OPT_TAGS,
	OPT_VERIFY,
	OPT_WINDOW
};

static const struct opt_tool tool = {"qd-dedupe",
    "qd-dedupe [-cdhoqV] [-M SIZE] [-u UNIT] [--contain] [--filter] "
    "[--mark] [--near[=T]] [--raw] [--report] [--scope SCOPE] [--shard NAME] "
    "[--state FILE] [--strict] [--tags LIST] [--verify] [--window] "
    "[--keys | --pairs | --check | --resolve | --apply FILE] [file ...]",
    "      --apply FILE      take the verdicts from FILE, which --resolve "
    "wrote\n"
    "      --check           step 3: pairs joined with their texts to edges\n"
    "      --contain         what stands within a longer, earlier text is a "
    "repeat\n"
    "  -c, --count           write n=, how often a block stands there, at the "
    "end\n"
    "  -d, --repeated        write only the repeated blocks, marked\n"
    "      --filter          remember in a filter that is wrong for 1 in "
    "1000\n"
    "      --keys            step 1: records to keys\n"
    "  -M, --memory SIZE     remember at most SIZE bytes (K, M, G; default "
    "1G)\n"
    "      --mark            keep the repeats, marked with dup= and dup-*=\n"
    "      --max-article N   longest article with -u art (K, M, G; default "
    "16M)\n"
    "      --near[=T]        find near repeats: T of a text repeated (default "
    "0.7)\n"
    "  -o, --only            as -d\n"
    "      --pairs           step 2: sorted keys to pairs\n"
    "      --raw             compare the bytes of the texts, not folded\n"
    "      --report          say at the end what was found\n"
    "      --resolve         step 4: sorted edges to marks\n"
    "      --scope SCOPE     look for repeats in one art, one doc, or all "
    "(default)\n"
    "      --shard NAME      with --keys, --apply: this part's name (default "
    "0)\n"
    "      --state FILE      remember from run to run\n"
    "      --tags LIST       blocks that take part (default para,sent)\n"
    "  -u, --unit UNIT       judge each block (default), or each art as one "
    "text\n"
    "      --verify          compare texts byte by byte where their hashes "
    "agree\n"
    "      --window          when memory is full, forget the oldest\n"};

static const struct option longs[] = {
    {"apply", required_argument, NULL, OPT_APPLY},
    {"check", no_argument, NULL, OPT_CHECK},
    {"contain", no_argument, NULL, OPT_CONTAIN},
    {"count", no_argument, NULL, 'c'},
    {"filter", no_argument, NULL, OPT_FILTER},
    {"keys", no_argument, NULL, OPT_KEYS}, {"repeated", no_argument, NULL, 'd'},
    {"memory", required_argument, NULL, 'M'},
    {"mark", no_argument, NULL, OPT_MARK},
    {"max-article", required_argument, NULL, OPT_MAXART},
    {"near", optional_argument, NULL, OPT_NEAR},
    {"only", no_argument, NULL, 'o'}, {"pairs", no_argument, NULL, OPT_PAIRS},
    {"raw", no_argument, NULL, OPT_RAW},
    {"report", no_argument, NULL, OPT_REPORT},
    {"resolve", no_argument, NULL, OPT_RESOLVE},
    {"scope", required_argument, NULL, OPT_SCOPE},
    {"shard", required_argument, NULL, OPT_SHARD},
    {"state", required_argument, NULL, OPT_STATE},
    {"tags", required_argument, NULL, OPT_TAGS},
    {"unit", required_argument, NULL, 'u'},
    {"verify", no_argument, NULL, OPT_VERIFY},
    {"window", no_argument, NULL, OPT_WINDOW}, OPT_SHARED, {NULL, 0, NULL, 0}};
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

static enum dedupe_unit
read_unit(const char *arg)
{
	if (!strcmp(arg, "art"))
		return DEDUPE_ARTICLE;
	if (!strcmp(arg, "block"))
		return DEDUPE_BLOCK;
	opt_usage(&tool, "--unit: '%s' is none (want block or art)", arg);
}

/* A share, 0.001 to 1, in thousandths. */
static unsigned
read_share(const char *arg)
{
	const char *p = arg;
	unsigned n = 0, unit = 1000;

	for (; *p >= '0' && *p <= '9' && n <= 1000; p++)
		n = n * 10 + (unsigned)(*p - '0') * 1000;
	if (*p == '.')
		for (p++; *p >= '0' && *p <= '9'; p++) {
			unit /= 10;
			n += (unsigned)(*p - '0') * unit;
		}
	if (p == arg || *p || n == 0 || n > 1000)
		opt_usage(
		    &tool, "--near: '%s' is no share (want 0.001 to 1)", arg);
	return n;
}

static void
set_near(struct near_opt *o, const char *arg)
{
	o->near = 1;
	if (arg)
		o->cover = read_share(arg);
}

static void
set_full(struct index_opt *o, enum index_full full)
{
	if (o->full != INDEX_STOP && o->full != full)
		opt_usage(&tool, "--filter and --window exclude each other");
	o->full = full;
}

/* Of the steps, one at most is asked for. */
static void
set_step(struct own *o, enum work work, enum judge_step step)
{
	if (o->work != WORK_STREAM || o->dedupe.judge.step != JUDGE_STREAM)
		opt_usage(&tool, "--apply, --check, --keys, --pairs and "
				 "--resolve exclude each other");
	o->work = work;
	o->dedupe.judge.step = step;
}

/* A name without what parts fields or sorts before a full stop. */
static const char *
read_shard(const char *arg)
{
	size_t n = strspn(arg, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_"
			       "abcdefghijklmnopqrstuvwxyz");

	if (n == 0 || arg[n])
		opt_usage(&tool,
		    "--shard: '%s' is no name (want letters, digits, _)", arg);
	return arg;
}

/* One of the options that choose a step; 0 when c is none. */
static int
read_step(int c, const char *arg, struct own *own)
{
	switch (c) {
	case OPT_APPLY:
		set_step(own, WORK_STREAM, JUDGE_APPLY);
		own->apply = arg;
		return 1;
	case OPT_CHECK:
		set_step(own, WORK_CHECK, JUDGE_STREAM);
		return 1;
	case OPT_KEYS:
		set_step(own, WORK_STREAM, JUDGE_KEYS);
		return 1;
	case OPT_PAIRS:
		set_step(own, WORK_PAIRS, JUDGE_STREAM);
		return 1;
	case OPT_RESOLVE:
		set_step(own, WORK_RESOLVE, JUDGE_STREAM);
		return 1;
	default:
		return 0;
	}
}

/* One of the options of the index; 0 when c is none. */
static int
read_index(int c, const char *arg, struct index_opt *o)
{
	switch (c) {
	case 'M':
		o->memory =
		    opt_size(&tool, "--memory", arg, 1U << 20, (size_t)-1);
		return 1;
	case OPT_CONTAIN:
		o->near.contain = 1;
		return 1;
	case OPT_FILTER:
		set_full(o, INDEX_FILTER);
		return 1;
	case OPT_NEAR:
		set_near(&o->near, arg);
		return 1;
	case OPT_RAW:
		o->raw = 1;
		return 1;
	case OPT_VERIFY:
		o->verify = 1;
		return 1;
	case OPT_WINDOW:
		set_full(o, INDEX_WINDOW);
		return 1;
	default:
		return 0;
	}
}

/* One of the other options of its own; 0 when c is none. */
static int
read_own(int c, const char *arg, struct own *own)
{
	struct dedupe_opt *d = &own->dedupe;

	switch (c) {
	case 'c':
		set_mode(d, DEDUPE_COUNT);
		return 1;
	case 'd':
	case 'o':
		set_mode(d, DEDUPE_ONLY);
		return 1;
	case 'u':
		d->unit = read_unit(arg);
		return 1;
	case OPT_MARK:
		set_mode(d, DEDUPE_MARK);
		return 1;
	case OPT_MAXART:
		d->max_article = opt_size(
		    &tool, "--max-article", arg, 1024, (size_t)1 << 40);
		return 1;
	case OPT_REPORT:
		own->report = 1;
		return 1;
	case OPT_SCOPE:
		d->scope = read_scope(arg);
		return 1;
	case OPT_SHARD:
		d->judge.shard = read_shard(arg);
		return 1;
	case OPT_STATE:
		own->state = arg;
		return 1;
	case OPT_TAGS:
		d->tags = opt_names(&tool, "--tags", arg, dedupe_tags);
		return 1;
	default:
		return 0;
	}
}

/* What cannot go together. */
static void
check_options(const struct own *own)
{
	const struct dedupe_opt *o = &own->dedupe;

	if (o->judge.index.full == INDEX_FILTER &&
	    (o->mode != DEDUPE_DROP || index_is_near(&o->judge.index) ||
		o->judge.index.verify || o->scope != DEDUPE_ALL || own->state))
		opt_usage(&tool,
		    "--filter knows no first instance and no text (not with "
		    "-c, -d, --contain, --mark, --near, --scope, --state, "
		    "--verify)");
	if (o->mode == DEDUPE_COUNT &&
	    (o->judge.index.full == INDEX_WINDOW || own->state || own->apply))
		opt_usage(&tool, "-c counts one whole stream (not with "
				 "--apply, --state, --window)");
	if (o->scope != DEDUPE_ALL &&
	    (own->state || o->judge.step != JUDGE_STREAM))
		opt_usage(&tool,
		    "--scope looks at one stream (not with --apply, --keys, "
		    "--state)");
	if (own->state &&
	    (o->judge.step != JUDGE_STREAM || own->work != WORK_STREAM))
		opt_usage(&tool, "--state is of no use to a step");
	if (o->unit == DEDUPE_ARTICLE && o->scope == DEDUPE_ART)
		opt_usage(&tool, "-u art finds nothing in --scope art");
}

/* What the options say of each other. */
static void
settle(struct dedupe_opt *o, int state)
{
	o->judge.index.places =
	    o->mode == DEDUPE_MARK || o->mode == DEDUPE_ONLY || state;
	o->judge.index.numbers = o->mode == DEDUPE_COUNT;
	o->judge.index.few = o->scope != DEDUPE_ALL;
	if (o->judge.step == JUDGE_KEYS)
		o->mode = DEDUPE_ONLY; /* no line is passed on */
}

char **
options_read(int argc, char *argv[], struct opt *opt, struct own *own)
{
	static const struct own defaults = {
	    {.mode = DEDUPE_DROP,
		.scope = DEDUPE_ALL,
		.tags = DEDUPE_TAGS,
		.max_article = 16U << 20,
		.judge = {.shard = "0",
		    .index = {.near.cover = 700, .memory = (size_t)1 << 30}}},
	    WORK_STREAM, NULL, NULL, 0};
	int c;

	*own = defaults;
	while ((c = getopt_long(
		    argc, argv, "cdoM:u:" OPT_LETTERS, longs, NULL)) != -1)
		if (!read_step(c, optarg, own) &&
		    !read_index(c, optarg, &own->dedupe.judge.index) &&
		    !read_own(c, optarg, own))
			opt_shared(&tool, c, optarg, opt);
	check_options(own);
	settle(&own->dedupe, own->state != NULL);
	return opt_operands(&tool, argv + optind, opt);
}
