/*
 * Plain text to read: the blocks in their order with a blank line between
 * them and two before an article.  Annotations, and the titles that the art
 * records repeat, are left out; sentences of one paragraph run on.
 */
#include "fmt.h"

struct text {
	struct buf doc, loc; /* of the last block */
	int begun;	     /* something was written */
	int fresh;	     /* a new document or article begins */
	int open;	     /* the line is not ended yet */
	int raw;	     /* it is a part of an over-long line */
	unsigned char last;  /* its last byte */
};

static void
begin(struct fmt_job *job)
{
	struct text *t = mem_calloc(1, sizeof *t);

	job->state = t;
}

/* Ends the line that is open. */
static void
end_line(struct fmt_job *job)
{
	struct text *t = job->state;

	if (t->open)
		out_putc(job->out, '\n');
	t->open = 0;
}

/* Leaves 1 or 2 blank lines before what comes, but none at the top. */
static void
leave(struct fmt_job *job, size_t lines)
{
	struct text *t = job->state;

	end_line(job);
	if (t->begun)
		out_put(job->out, "\n\n", lines);
	t->begun = 1;
}

/* A place without its third part: the block that a sentence is of. */
static struct str
block_of(struct str loc)
{
	size_t i, dots = 0;

	for (i = 0; i < loc.len; i++)
		if (loc.s[i] == '.' && ++dots == 2)
			break;
	loc.len = i;
	return loc;
}

static void
remember(struct text *t, const struct rec *r)
{
	t->fresh = 0;
	buf_reset(&t->doc);
	buf_put(&t->doc, r->f[REC_DOC].s, r->f[REC_DOC].len);
	buf_reset(&t->loc);
	buf_put(&t->loc, r->f[REC_LOC].s, r->f[REC_LOC].len);
}

/* Goes to where the text of the block begins. */
static void
place(struct fmt_job *job, const struct rec *r, struct str text)
{
	struct text *t = job->state;
	struct str loc = r->f[REC_LOC], was = buf_str(&t->loc);
	int same = !t->fresh && str_eq(buf_str(&t->doc), r->f[REC_DOC]);

	if (same && t->open && str_is(r->f[REC_TAG], "sent") &&
	    str_eq(block_of(was), block_of(loc))) {
		/* Only Latin words are kept apart. */
		if (t->last < 0x80 && text.len && (unsigned char)*text.s < 0x80)
			out_putc(job->out, ' ');
		return;
	}
	leave(job, same && str_eq(rec_art(was), rec_art(loc)) ? 1 : 2);
}

static void
put_block(struct fmt_job *job, const struct rec *r)
{
	struct text *t = job->state;
	struct str s = rec_text(r->f[REC_TEXT], &job->cell);

	place(job, r, s);
	out_put(job->out, s.s, s.len);
	t->open = 1;
	t->last = s.len ? (unsigned char)s.s[s.len - 1] : '\n';
	/* More of the paragraph may follow a sentence. */
	if (!str_is(r->f[REC_TAG], "sent"))
		end_line(job);
	remember(t, r);
}

/* A line that is no record, or a part of one. */
static void
put_raw(struct fmt_job *job, const struct rec *r)
{
	struct text *t = job->state;

	if (!t->raw)
		leave(job, 1);
	out_put(job->out, r->s, r->len);
	t->open = 1;
	if (r->nl)
		end_line(job);
	t->raw = !r->nl;
}

static void
record(struct fmt_job *job, const struct rec *r)
{
	struct text *t = job->state;

	switch (r->kind) {
	case REC_RAW:
		put_raw(job, r);
		break;
	case REC_DOCU:
	case REC_ART:
		t->fresh = 1;
		break;
	case REC_BLOCK:
		put_block(job, r);
		break;
	case REC_ANN:
		break;
	}
}

static void
end(struct fmt_job *job)
{
	struct text *t = job->state;

	end_line(job);
	buf_free(&t->doc);
	buf_free(&t->loc);
	mem_free(t);
}

const struct fmt fmt_text = {"text", 0, begin, record, end};
