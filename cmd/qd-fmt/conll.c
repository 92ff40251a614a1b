/*
 * A character a line with its label, a blank line behind each block: the
 * two-column form of the CoNLL-2003 shared task, labels in IOB2, as corpora of
 * Chinese names have it.
 *
 * White space has no line.  Labels do not overlap: of two annotations that do,
 * the one that begins first has its label, the longer one where both begin at
 * once (-w picks those that are wanted).
 */
#include "fmt.h"
#include "utf8.h"

static void
begin(struct fmt_job *job)
{
	(void)job;
}

static const char *
record(struct fmt_job *job, const struct rec *r)
{
	(void)job;
	return r->kind == REC_ANN ? "the annotation stands behind no block of "
				    "its own: it labels nothing"
				  : NULL;
}

/* Adds the characters of the text from..to with the label of tag; "O" where
 * tag is NULL. */
static void
put_span(struct fmt_job *job, const struct group *g, size_t from, size_t to,
    const struct str *tag)
{
	const char *prefix = "\tB-";
	struct buf *b = &job->row;
	uint32_t cp;
	size_t k;

	for (; from < to; from += k) {
		k = utf8_decode(g->text.s + from, to - from, &cp);
		if (utf8_isspace(cp) || cp < ' ')
			continue;
		buf_put(b, g->text.s + from, k);
		if (tag) {
			buf_puts(b, prefix);
			buf_put(b, tag->s, tag->len);
			buf_putc(b, '\n');
		} else {
			buf_puts(b, "\tO\n");
		}
		prefix = "\tI-";
	}
}

static const char *
block(struct fmt_job *job, const struct group *g)
{
	const char *wrong = NULL;
	size_t i, at = 0, last = 0;
	struct rec r;

	buf_reset(&job->row);
	for (i = 0; i < g->n; i++) {
		/* Of those that overlap the first has the characters: in a
		 * stream in order that is the longest.  Elsewhere it is said.
		 */
		if (g->v[i].from < last)
			wrong = "annotations out of order (left out)";
		last = g->v[i].from;
		if (g->v[i].from < at)
			continue;
		put_span(job, g, at, g->v[i].from, NULL);
		group_get(g, i, &r);
		put_span(job, g, g->v[i].from, g->v[i].to, &r.f[REC_TAG]);
		at = g->v[i].to;
	}
	put_span(job, g, at, g->text.len, NULL);
	buf_putc(&job->row, '\n');
	out_put(job->out, job->row.s, job->row.len);
	return wrong;
}

static void
end(struct fmt_job *job)
{
	(void)job;
}

const struct fmt fmt_conll = {"conll", 0, begin, record, block, end};
