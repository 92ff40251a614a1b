/*
 * Plain text to read: the blocks in their order with a blank line between
 * them and two before an article, refolded to --width.  Annotations, and the
 * titles that the art records repeat, are left out; sentences of one paragraph
 * run on.  With --marks annotations stand in brackets in the text.
 */
#include "fmt.h"
#include "wrap.h"

struct text {
	struct buf doc, loc; /* of the last block */
	int begun;	     /* something was written */
	int fresh;	     /* a new document or article begins */
	int open;	     /* the line is not ended yet */
	int raw;	     /* it is a part of an over-long line */
	unsigned char last;  /* its last byte */
	struct wrap wrap;
	struct buf marked;
	size_t *stack, nstack, cap; /* ends of the marks that are open */
};

static void
begin(struct fmt_job *job)
{
	struct text *t = mem_calloc(1, sizeof *t);

	t->wrap.width = job->opt->width;
	t->wrap.ambiguous = job->opt->ambiguous;
	job->state = t;
}

/* Ends the line that is open. */
static void
end_line(struct fmt_job *job)
{
	struct text *t = job->state;

	if (t->open) {
		wrap_end(&t->wrap, job->out);
		out_putc(job->out, '\n');
	}
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
			wrap_put(&t->wrap, job->out, str_of(" "));
		return;
	}
	leave(job, same && str_eq(rec_art(was), rec_art(loc)) ? 1 : 2);
}

/* shown: the text, perhaps with marks. */
static void
put_block(
    struct fmt_job *job, const struct rec *r, struct str text, struct str shown)
{
	struct text *t = job->state;

	place(job, r, text);
	wrap_put(&t->wrap, job->out, shown);
	t->open = 1;
	t->last = text.len ? (unsigned char)text.s[text.len - 1] : '\n';
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

static const char *
record(struct fmt_job *job, const struct rec *r)
{
	struct text *t = job->state;
	struct str text;

	switch (r->kind) {
	case REC_RAW:
		put_raw(job, r);
		break;
	case REC_DOCU:
	case REC_ART:
		t->fresh = 1;
		break;
	case REC_BLOCK:
		text = rec_text(r->f[REC_TEXT], &job->cell);
		put_block(job, r, text, text);
		break;
	case REC_ANN:
		break;
	}
	return NULL;
}

/* Closes the marks that end at or before byte at of the text. */
static void
close_marks(struct text *t, struct str text, size_t at, size_t *from)
{
	while (t->nstack && t->stack[t->nstack - 1] <= at) {
		size_t end = t->stack[--t->nstack];

		buf_put(&t->marked, text.s + *from, end - *from);
		buf_putc(&t->marked, ']');
		*from = end;
	}
}

/* One that crosses the end of another ends with it: brackets nest. */
static size_t
nested(const struct text *t, size_t to)
{
	if (t->nstack && to > t->stack[t->nstack - 1])
		return t->stack[t->nstack - 1];
	return to;
}

static const char *
marked(struct fmt_job *job, const struct group *g)
{
	struct text *t = job->state;
	const char *wrong = NULL;
	struct rec r;
	size_t i, from = 0;

	buf_reset(&t->marked);
	for (i = 0; i < g->n; i++) {
		if (g->v[i].from < from) {
			wrong = "annotations out of order (left out)";
			continue;
		}
		close_marks(t, g->text, g->v[i].from, &from);
		buf_put(&t->marked, g->text.s + from, g->v[i].from - from);
		from = g->v[i].from;
		group_get(g, i, &r);
		buf_putc(&t->marked, '[');
		buf_put(&t->marked, r.f[REC_TAG].s, r.f[REC_TAG].len);
		buf_putc(&t->marked, ' ');
		t->stack = mem_grow(
		    t->stack, &t->cap, t->nstack + 1, sizeof *t->stack);
		t->stack[t->nstack] = nested(t, g->v[i].to);
		t->nstack++;
	}
	close_marks(t, g->text, g->text.len, &from);
	buf_put(&t->marked, g->text.s + from, g->text.len - from);
	put_block(job, &g->block, g->text, buf_str(&t->marked));
	return wrong;
}

static void
end(struct fmt_job *job)
{
	struct text *t = job->state;

	end_line(job);
	buf_free(&t->doc);
	buf_free(&t->loc);
	buf_free(&t->marked);
	wrap_free(&t->wrap);
	mem_free(t->stack);
	mem_free(t);
}

const struct fmt fmt_text = {
    "text", FMT_WIDTH | FMT_MARKS, begin, record, NULL, end};
const struct fmt fmt_marked = {
    "text", FMT_WIDTH | FMT_MARKS, begin, record, marked, end};
