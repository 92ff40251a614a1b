/*
 * qd-dedupe: drop, mark, list or count the blocks that stand in the stream
 * before, exactly or nearly.
 */
#include <err.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "checks.h"
#include "options.h"
#include "pairs.h"
#include "resolve.h"
#include "state.h"

/* The options that a state depends on, in one number. */
static uint64_t
state_tag(const struct dedupe_opt *o)
{
	return o->tags << 2 | (unsigned)o->unit;
}

static void
load_state(const struct own *own, struct dedupe *d)
{
	const char *wrong = own->state
				? state_load(dedupe_index(d),
				      state_tag(&own->dedupe), own->state)
				: NULL;

	if (wrong && *wrong)
		errx(2, "%s: %s", own->state, wrong);
	if (wrong)
		err(2, "%s", own->state);
}

/* A state is kept of a whole stream alone: what was not read would else be a
 * first instance that nobody has. */
static void
save_state(const struct own *own, struct dedupe *d, int status)
{
	if (own->state == NULL)
		return;
	if (status == 2)
		errx(
		    2, "%s: not written, because not all was read", own->state);
	if (state_save(dedupe_index(d), state_tag(&own->dedupe), own->state) ==
	    -1)
		err(2, "%s", own->state);
}

/* What --report asks for. */
static void
report(struct dedupe *d)
{
	const struct dedupe_sum *s = dedupe_sum(d);
	const struct index *ix = dedupe_index(d);

	warnx("%" PRIu64 " texts: %" PRIu64 " exact, %" PRIu64 " near, %" PRIu64
	      " contained, %" PRIu64 " partial repeats",
	    s->units, s->kind[VERDICT_EXACT], s->kind[VERDICT_NEAR],
	    s->kind[VERDICT_CONTAINED], s->kind[VERDICT_PARTIAL]);
	if (ix->o.full != INDEX_FILTER)
		warnx("%zu of %zu bytes of memory used, %zu of them for texts",
		    pool_used(&ix->pool), ix->pool.bytes,
		    (size_t)ix->store.text);
	if (ix->near.posts.lost)
		warnx("%zu of %zu anchors found no room", ix->near.posts.lost,
		    ix->near.posts.lost + ix->near.posts.n);
}

/* What was lost or is not certain: always said. */
static void
say_losses(const struct own *own, struct dedupe *d)
{
	const struct dedupe_sum *s = dedupe_sum(d);
	const struct index *ix = dedupe_index(d);

	if (ix->o.full == INDEX_FILTER)
		warnx("filter: %zu texts, %.4f%% full; a new text was taken "
		      "for a repeat with a chance of at most %.6f%%, %.1f "
		      "texts expected in all",
		    ix->bloom.n, bloom_full(&ix->bloom),
		    100 * bloom_chance(&ix->bloom), ix->bloom.expect);
	if (ix->forgotten)
		warnx("window: %" PRIu64 " texts were forgotten; repeats of "
		      "one of the %" PRIu64 " different texts before them "
		      "were always found",
		    ix->forgotten, ix->reach);
	if (ix->collided)
		warnx("%" PRIu64 " texts kept that have the hash of another",
		    ix->collided);
	if (s->long_articles)
		warnx("%" PRIu64 " articles longer than %zu bytes passed on "
		      "unjudged (raise --max-article)",
		    s->long_articles, own->dedupe.max_article);
	if (s->bad_marks)
		warnx("%s: %" PRIu64 " lines are no marks of --resolve",
		    own->apply, s->bad_marks);
}

static _Noreturn void
full(struct dedupe *d, struct out *out)
{
	const struct index *ix = dedupe_index(d);

	out_flush(out);
	if (ix->o.full == INDEX_FILTER)
		errx(2,
		    "the filter is full after %zu different blocks: more than "
		    "1 in 1000 would be wrong (raise --memory)",
		    ix->bloom.n);
	errx(2, "memory is full after %zu different blocks (raise --memory)",
	    (size_t)ix->store.next);
}

/* Reads records, judges them, writes what is to be written. */
static int
stream(char **files, const struct opt *opt, struct own *own, struct out *out)
{
	char *marks[2] = {NULL, NULL};
	struct dedupe *d;
	struct rec_reader *rd;
	struct rec rec[DEDUPE_LINES];
	size_t n;
	int status;

	if (own->apply) {
		marks[0] = mem_dup(own->apply, strlen(own->apply));
		own->dedupe.judge.marks =
		    in_open(marks, NULL, opt->max_record, NULL);
	}
	d = dedupe_open(&own->dedupe, out);
	if (d == NULL)
		err(2, "--memory: cannot reserve %zu bytes",
		    own->dedupe.judge.index.memory);
	load_state(own, d);
	rd = rec_open(files, opt, out);
	while ((n = rec_some(rd, rec, DEDUPE_LINES)) > 0)
		if (dedupe_lines(d, rec, n) == -1)
			full(d, out);
	if (dedupe_end(d) == -1)
		full(d, out);
	status = rec_close(rd);
	if (own->apply && in_close(own->dedupe.judge.marks) == -1)
		status = 2;
	if (dedupe_sum(d)->bad_marks && status == 0)
		status = 1;
	out_close(out);
	save_state(own, d, status);
	if (own->report)
		report(d);
	say_losses(own, d);
	dedupe_close(d);
	mem_free(marks[0]);
	return status;
}

union step {
	struct pairs pairs;
	struct checks checks;
	struct resolve resolve;
};

static int
step_line(enum work work, union step *s, struct str line, struct out *out)
{
	switch (work) {
	case WORK_PAIRS:
		return pairs_line(&s->pairs, line, out);
	case WORK_CHECK:
		return checks_line(&s->checks, line, out);
	default:
		return resolve_line(&s->resolve, line, out);
	}
}

static void
step_end(enum work work, union step *s, struct out *out)
{
	switch (work) {
	case WORK_PAIRS:
		pairs_free(&s->pairs);
		break;
	case WORK_CHECK:
		checks_free(&s->checks);
		break;
	default:
		resolve_end(&s->resolve, out);
		resolve_free(&s->resolve);
	}
}

/* Reads the lines of a step that reads no records. */
static int
steps(
    char **files, const struct opt *opt, const struct own *own, struct out *out)
{
	struct in *in = in_open(files, opt->files0, opt->max_record, out);
	union step s;
	struct line l;
	struct str line;
	enum in_event e;
	int status = 0;

	memset(&s, 0, sizeof s);
	if (own->work == WORK_CHECK)
		s.checks.o = &own->dedupe.judge.index;
	while ((e = in_next(in, &l)) != IN_END) {
		line.s = l.s;
		line.len = l.len;
		if (e == IN_FILE ||
		    (!l.part && step_line(own->work, &s, line, out) == 0))
			continue;
		status = 1;
		if (!opt->quiet || opt->strict)
			warnx("%s:%zu: no line of this step (left out)",
			    in_name(in), l.no);
		if (opt->strict) {
			out_flush(out);
			exit(2);
		}
	}
	step_end(own->work, &s, out);
	out_close(out);
	return in_close(in) == -1 ? 2 : status;
}

int
main(int argc, char *argv[])
{
	struct opt opt = OPT_DEFAULTS;
	struct own own;
	struct variants *variants = NULL;
	struct out out;
	int status;

	argv = options_read(argc, argv, &opt, &own);
	if (index_is_near(&own.dedupe.judge.index))
		variants = variants_load(opt.data);
	own.dedupe.judge.index.variants = variants;
	out_open(&out, 1);
	status = own.work == WORK_STREAM ? stream(argv, &opt, &own, &out)
					 : steps(argv, &opt, &own, &out);
	mem_free(variants);
	return status;
}
