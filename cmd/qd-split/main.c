/*
 * qd-split: raw text into records: articles, headlines, bylines, paragraphs.
 *
 * A page is read line by line; page.h tells which engine does what to it.
 */
#include <err.h>
#include <stdlib.h>

#include "data.h"
#include "options.h"

/* What a run works with, and the document in hand. */
struct job {
	const struct opt *opt;
	const struct own *own;
	struct source *source;
	struct in *in;
	struct page *page;
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
	if (j->own->page.explain)
		out_flush(j->own->page.explain);
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
	guess = j->own->encoding ? NULL : guess_name(&f->guess, f->bad);
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
		    j->own->page.max_article);
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
	size_t at = 0, n = j->own->decode ? decode_bad(j->own->decode, &at) : 0;

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
		    j->file, j->own->encoding, j->bad, plural(j->bad),
		    j->bad_at);
	j->bad = 0;
	fault(j, 1);
}

static void
end_document(struct job *j)
{
	if (!j->open)
		return;
	page_close(j->page);
	if (j->own->page.explain)
		out_flush(j->own->page.explain);
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
			    j->where.s, l->no, j->own->source.max);
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

	while ((rule = cue_lost(j->own->cues, rule, &n, &left)) != 0) {
		path = cue_rule(j->own->cues, rule, &line);
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

int
main(int argc, char *argv[])
{
	struct opt opt = OPT_DEFAULTS;
	struct own own;
	struct job job = {0};
	struct in_decoder hook;
	struct out out, explain;
	char *path;

	argv = options_read(argc, argv, &opt, &own);
	path = data_path(opt.data, "split.pat");
	cue_add(own.cues, path);
	out_open(&out, 1);
	if (own.explain) {
		own.page.explain = &explain;
		out_open(&explain, 2);
	}
	job.opt = &opt;
	job.own = &own;
	job.in = in_open(argv, opt.files0,
	    own.source.form == SOURCE_ROWS ? opt.max_record : own.source.max,
	    &out);
	job.source = source_open(job.in, &own.source);
	job.page = page_new(&own.page, own.cues, &out);
	if (own.decode) {
		hook = decode_hook(own.decode);
		in_decode(job.in, &hook);
	}
	split(&job);
	if (in_close(job.in) == -1)
		job.status = 2;
	say_lost(&job);
	out_close(&out);
	if (own.explain)
		out_close(&explain);
	decode_close(own.decode);
	source_close(job.source);
	page_free(job.page);
	cue_free(own.cues);
	buf_free(&job.where);
	mem_free(path);
	return job.status;
}
