/*
 * TEI P5 (tei-c.org): a corpus of documents, articles as divisions, blocks as
 * heads and paragraphs, annotations as elements in the text.  Export only.
 */
#include <string.h>

#include "teiann.h"

enum { TOP, DOCUMENT, ARTICLE };

struct tei {
	int depth;
	int body;	     /* the division has more than heads */
	int empty;	     /* nothing is in what is open */
	struct buf doc, art; /* field 2 and number of what is open */
	struct teiann ann;
};

static const char head[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<teiCorpus xmlns=\"http://www.tei-c.org/ns/1.0\">\n"
    "<teiHeader><fileDesc><titleStmt><title>qd-fmt</title></titleStmt>"
    "<publicationStmt><p/></publicationStmt>"
    "<sourceDesc><p/></sourceDesc></fileDesc></teiHeader>\n";

static void
begin(struct fmt_job *job)
{
	job->state = mem_calloc(1, sizeof(struct tei));
	out_put(job->out, head, sizeof head - 1);
}

static void
flush(struct fmt_job *job)
{
	out_put(job->out, job->row.s, job->row.len);
	buf_reset(&job->row);
}

static void
close_to(struct fmt_job *job, int depth)
{
	struct tei *t = job->state;

	for (; t->depth > depth; t->depth--) {
		/* A division or a body must hold something. */
		if (t->empty)
			buf_puts(&job->row,
			    t->depth == ARTICLE ? "<p/>\n" : "<div/>\n");
		t->empty = 0;
		buf_puts(&job->row, t->depth == ARTICLE
					? "</div>\n"
					: "</body></text>\n</TEI>\n");
	}
}

static void
open_document(struct fmt_job *job, const struct rec *r)
{
	struct tei *t = job->state;
	struct str doc = rec_text(r->f[REC_DOC], &job->cell), none = {NULL, 0};
	struct buf *b = &job->row;

	close_to(job, TOP);
	buf_puts(b, "<TEI>\n<teiHeader><fileDesc><titleStmt><title>");
	teiann_text(b, doc);
	buf_puts(b, "</title></titleStmt><publicationStmt><p>");
	if (r->kind == REC_DOCU && attr_get(r->f[REC_ATTRS], "date").len) {
		buf_puts(b, "<date");
		teiann_attr(b, "when", attr_get(r->f[REC_ATTRS], "date"));
		buf_puts(b, "/>");
	}
	buf_puts(b, "</p></publicationStmt><sourceDesc><p>");
	teiann_text(b, r->kind == REC_DOCU || doc.s ? doc : none);
	buf_puts(b, "</p></sourceDesc></fileDesc></teiHeader>\n<text><body>\n");
	t->depth = DOCUMENT;
	t->empty = 1;
	buf_reset(&t->doc);
	buf_put(&t->doc, r->f[REC_DOC].s, r->f[REC_DOC].len);
}

static void
open_article(struct fmt_job *job, const struct rec *r)
{
	struct tei *t = job->state;
	struct str n = rec_art(r->f[REC_LOC]);
	struct buf *b = &job->row;

	if (t->depth == TOP || !str_eq(buf_str(&t->doc), r->f[REC_DOC]))
		open_document(job, r);
	close_to(job, DOCUMENT);
	buf_puts(b, "<div type=\"article\"");
	teiann_attr(b, "n", n);
	buf_puts(b, ">\n");
	t->depth = ARTICLE;
	t->empty = 1;
	t->body = 0;
	buf_reset(&t->art);
	buf_put(&t->art, n.s, n.len);
}

/* The element of a block and, where it needs one, its type. */
static const char *
block_element(const struct tei *t, struct str tag, int *type)
{
	*type = 1;
	if (str_is(tag, "para")) {
		*type = 0;
		return "p";
	}
	if (str_is(tag, "note"))
		return "note";
	if (!t->body && (str_is(tag, "title") || str_is(tag, "kicker") ||
			    str_is(tag, "subtitle")))
		return "head";
	return "ab";
}

static const char *
block(struct fmt_job *job, const struct group *g)
{
	struct tei *t = job->state;
	const struct rec *r = &g->block;
	const char *name, *wrong;
	int type;

	if (t->depth < ARTICLE || !str_eq(buf_str(&t->doc), r->f[REC_DOC]) ||
	    !str_eq(buf_str(&t->art), rec_art(r->f[REC_LOC])))
		open_article(job, r);
	name = block_element(t, r->f[REC_TAG], &type);
	t->empty = 0;
	t->body |= strcmp(name, "head") != 0;
	buf_putc(&job->row, '<');
	buf_puts(&job->row, name);
	if (type)
		teiann_attr(&job->row, "type", r->f[REC_TAG]);
	teiann_attr(&job->row, "n", r->f[REC_LOC]);
	buf_putc(&job->row, '>');
	wrong = teiann_put(&t->ann, job, g);
	buf_puts(&job->row, "</");
	buf_puts(&job->row, name);
	buf_puts(&job->row, ">\n");
	flush(job);
	return wrong;
}

static const char *
record(struct fmt_job *job, const struct rec *r)
{
	switch (r->kind) {
	case REC_RAW:
		return NULL;
	case REC_DOCU:
		open_document(job, r);
		break;
	case REC_ART:
		open_article(job, r);
		break;
	case REC_BLOCK:
	case REC_ANN:
		return "the annotation stands behind no block of its own "
		       "(left out)";
	}
	flush(job);
	return NULL;
}

static void
end(struct fmt_job *job)
{
	struct tei *t = job->state;

	close_to(job, TOP);
	buf_puts(&job->row, "</teiCorpus>\n");
	flush(job);
	buf_free(&t->doc);
	buf_free(&t->art);
	mem_free(t);
}

const struct fmt fmt_tei = {"tei", 0, begin, record, block, end};
