#include "rec.h"

#include <err.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct rec_reader {
	struct in *in;
	struct out *out;
	const struct opt *opt;
	struct line line; /* the one last given */
	int bad;
	/* input in another form */
	const struct rec_form *form;
	struct buf made; /* lines that it became, and how far they are given */
	size_t given;
	int told;   /* what is wrong with them is named already */
	int opened; /* a file was opened and waits for them */
	int ended;
	const char *name; /* of the file that the last one is from */
};

struct rec_reader *
rec_open(char *const *files, const struct opt *o, struct out *out)
{
	struct rec_reader *rd = mem_calloc(1, sizeof *rd);

	rd->in = in_open(files, o->files0, o->max_record, out);
	rd->out = out;
	rd->opt = o;
	return rd;
}

void
rec_warn(struct rec_reader *rd, const char *fmt, ...)
{
	char msg[2 * REC_MSG];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(msg, sizeof msg, fmt, ap);
	va_end(ap);
	rd->bad = 1;
	if (!rd->opt->quiet || rd->opt->strict)
		warnx("%s:%zu: %s", rd->name, rd->line.no, msg);
	if (rd->opt->strict) {
		if (rd->out)
			out_flush(rd->out);
		exit(2);
	}
}

/* A part of an over-long line, named once. */
static void
raw_part(struct rec_reader *rd, struct rec *r, int first)
{
	r->s = rd->line.s;
	r->len = rd->line.len;
	r->nl = !rd->line.more;
	r->kind = REC_RAW;
	if (first)
		rec_warn(rd,
		    "line longer than %zu bytes, passed on unread (raise "
		    "--max-record)",
		    rd->opt->max_record);
}

void
rec_form(struct rec_reader *rd, const struct rec_form *form)
{
	rd->form = form;
	rd->ended = 1; /* no file is open yet */
}

/* What line l, or the end of the file, amounts to. */
static void
convert(struct rec_reader *rd, const struct line *l)
{
	char msg[REC_MSG];
	const char *wrong;

	buf_reset(&rd->made);
	rd->given = 0;
	rd->told = 0;
	do {
		wrong = rd->form->line(
		    rd->form->state, l, &rd->line.no, &rd->made, msg);
		rd->told |= wrong != NULL;
		if (wrong)
			rec_warn(rd, "%s", wrong);
	} while (wrong && l == NULL);
}

/* The next line that was made; 0 when there is none. */
static int
made_next(struct rec_reader *rd, struct rec *r)
{
	const char *s, *nl, *wrong;
	size_t left = rd->made.len - rd->given;
	char msg[REC_MSG];

	if (left == 0)
		return 0;
	s = rd->made.s + rd->given;
	nl = memchr(s, '\n', left);
	left = nl ? (size_t)(nl - s) : left;
	rd->given += left + (nl != NULL);
	wrong = rec_parse(r, s, left, msg);
	if (wrong && !rd->told)
		rec_warn(rd, "%s", wrong);
	return 1;
}

/* As rec_next, of input in another form. */
static int
form_next(struct rec_reader *rd, struct rec *r)
{
	enum in_event e;
	int inside;

	for (;;) {
		if (made_next(rd, r))
			return 1;
		if (rd->opened) {
			rd->opened = rd->ended = 0;
			rd->name = in_name(rd->in);
			rd->form->begin(rd->form->state, rd->name);
		}
		inside = rd->line.more != 0;
		e = in_next(rd->in, &rd->line);
		if (e == IN_LINE && !rd->line.part) {
			convert(rd, &rd->line);
		} else if (e == IN_LINE) {
			raw_part(rd, r, !inside);
			return 1;
		} else {
			rd->line.more = 0;
			if (!rd->ended)
				convert(rd, NULL);
			rd->ended = 1;
			rd->opened = e == IN_FILE;
			if (e == IN_END && !made_next(rd, r))
				return 0;
			if (e == IN_END)
				return 1;
		}
	}
}

int
rec_next(struct rec_reader *rd, struct rec *r)
{
	char msg[REC_MSG];
	const char *wrong;
	enum in_event e;
	int inside;

	if (rd->form)
		return form_next(rd, r);
	for (;;) {
		inside = rd->line.more != 0;
		e = in_next(rd->in, &rd->line);
		if (e == IN_END)
			return 0;
		if (e == IN_LINE)
			break;
		rd->line.more = 0;
		rd->name = in_name(rd->in);
	}
	if (rd->line.part) {
		raw_part(rd, r, !inside);
		return 1;
	}
	wrong = rec_parse(r, rd->line.s, rd->line.len, msg);
	if (wrong)
		rec_warn(rd, "%s", wrong);
	return 1;
}

size_t
rec_some(struct rec_reader *rd, struct rec *r, size_t max)
{
	size_t n = 0;

	if (rd->form || rd->opt->strict)
		max = 1;
	while (
	    n < max && (n == 0 || in_has_line(rd->in)) && rec_next(rd, &r[n]))
		n++;
	return n;
}

int
rec_close(struct rec_reader *rd)
{
	int status = rd->bad;

	if (in_close(rd->in) == -1)
		status = 2;
	buf_free(&rd->made);
	mem_free(rd);
	return status;
}

void
rec_put(struct out *o, const struct rec *r)
{
	out_put(o, r->s, r->len);
	if (r->nl)
		out_putc(o, '\n');
}
