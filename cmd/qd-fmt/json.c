/*
 * One JSON array of the whole stream: documents, in them articles, in them
 * blocks, in them annotations.  Nothing is held but a block and its run.
 *
 * A line that is no record is an object with the member line; an annotation
 * behind no block of its own stands among the blocks.
 */
#include <string.h>

#include "fmt.h"
#include "jsonattr.h"
#include "jsonw.h"

/* What is open: nothing, a document, an article of it. */
enum { TOP, DOCUMENT, ARTICLE };

struct json {
	int depth;
	int members[ARTICLE + 1]; /* how many there are in each array, or 1 */
	struct buf doc, art;	  /* field 2 and number of what is open */
};

static void
begin(struct fmt_job *job)
{
	job->state = mem_calloc(1, sizeof(struct json));
	out_put(job->out, "[", 1);
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
	struct json *j = job->state;

	for (; j->depth > depth; j->depth--)
		buf_puts(&job->row, "]}");
}

/* Begins the next member of the array that is open. */
static void
next_member(struct fmt_job *job)
{
	struct json *j = job->state;

	buf_puts(&job->row, j->members[j->depth] ? ",\n" : "\n");
	j->members[j->depth] = 1;
}

static void
put_name(struct buf *b, const char *name)
{
	buf_puts(b, b->s[b->len - 1] == '{' ? "\"" : ",\"");
	buf_puts(b, name);
	buf_puts(b, "\":");
}

static void
put_wire(struct buf *b, const char *name, struct str s)
{
	put_name(b, name);
	jsonw_wire(b, s);
}

static void
put_size(struct buf *b, const char *name, size_t n)
{
	put_name(b, name);
	buf_putu(b, n);
}

static void
put_attrs(struct buf *b, struct str attrs)
{
	static const char *const own[] = {
	    "articles", "blocks", "annotations", "title", "from", "to", "line"};
	struct str k, v;
	size_t at = 0, i;
	int taken;

	while (attr_next(attrs, &at, &k, &v)) {
		taken = fields_at(k) < REC_NFIELDS;
		for (i = 0; i < sizeof own / sizeof *own; i++)
			taken |= str_is(k, own[i]);
		jsonattr_put(b, k, v, taken);
	}
}

/* Opens the document of r, a doc line or another that begins one. */
static void
open_document(struct fmt_job *job, const struct rec *r)
{
	struct json *j = job->state;
	struct buf *b = &job->row;

	close_to(job, TOP);
	next_member(job);
	buf_putc(b, '{');
	put_wire(b, "doc", r->f[REC_DOC]);
	if (r->kind == REC_DOCU)
		put_attrs(b, r->f[REC_ATTRS]);
	buf_puts(b, ",\"articles\":[");
	j->depth = DOCUMENT;
	j->members[DOCUMENT] = 0;
	buf_reset(&j->doc);
	buf_put(&j->doc, r->f[REC_DOC].s, r->f[REC_DOC].len);
}

static void
open_article(struct fmt_job *job, const struct rec *r)
{
	struct json *j = job->state;
	struct str n = rec_art(r->f[REC_LOC]);
	struct buf *b = &job->row;

	if (j->depth == TOP || !str_eq(buf_str(&j->doc), r->f[REC_DOC]))
		open_document(job, r);
	close_to(job, DOCUMENT);
	next_member(job);
	buf_putc(b, '{');
	put_wire(b, "loc", n);
	if (r->kind == REC_ART) {
		put_size(b, "start", r->start);
		put_size(b, "end", r->end);
		put_wire(b, "title", r->f[REC_TEXT]);
		put_attrs(b, r->f[REC_ATTRS]);
	}
	buf_puts(b, ",\"blocks\":[");
	j->depth = ARTICLE;
	j->members[ARTICLE] = 0;
	buf_reset(&j->art);
	buf_put(&j->art, n.s, n.len);
}

/* Goes to where the blocks of r's article are written. */
static void
enter(struct fmt_job *job, const struct rec *r)
{
	struct json *j = job->state;

	if (j->depth < ARTICLE || !str_eq(buf_str(&j->doc), r->f[REC_DOC]) ||
	    !str_eq(buf_str(&j->art), rec_art(r->f[REC_LOC])))
		open_article(job, r);
	next_member(job);
}

/* The members that blocks and annotations share; the object stays open. */
static void
put_record(struct buf *b, const struct rec *r)
{
	buf_putc(b, '{');
	put_wire(b, "tag", r->f[REC_TAG]);
	put_wire(b, "loc", r->f[REC_LOC]);
	put_size(b, "start", r->start);
	put_size(b, "end", r->end);
	put_wire(b, "text", r->f[REC_TEXT]);
	if (r->kind == REC_ANN || r->f[REC_VALUE].len) {
		put_name(b, "value");
		jsonattr_field7(b, r->f[REC_TAG], r->f[REC_VALUE]);
	}
	put_attrs(b, r->f[REC_ATTRS]);
}

static const char *
record(struct fmt_job *job, const struct rec *r)
{
	struct buf *b = &job->row;
	struct str line = {r->s, r->len};

	switch (r->kind) {
	case REC_RAW:
		next_member(job);
		buf_puts(b, "{\"line\":");
		jsonw_bytes(b, line);
		buf_putc(b, '}');
		break;
	case REC_DOCU:
		open_document(job, r);
		break;
	case REC_ART:
		open_article(job, r);
		break;
	case REC_BLOCK:
	case REC_ANN:
		enter(job, r);
		put_record(b, r);
		buf_putc(b, '}');
	}
	flush(job);
	return NULL;
}

/* An annotation, with its place in the text of its block in characters; one
 * that has none there is without. */
static void
put_annotation(struct fmt_job *job, const struct group *g, size_t line,
    const struct group_ann *a, struct group_chars *at)
{
	struct rec r;

	hold_get(&g->lines, line, &r);
	put_record(&job->row, &r);
	if (a) {
		put_size(&job->row, "from", group_char(g, at, a->from));
		put_size(&job->row, "to", group_char(g, at, a->to));
	}
	buf_putc(&job->row, '}');
}

static const char *
block(struct fmt_job *job, const struct group *g)
{
	struct group_chars at = {0, 0};
	size_t i, k = 0;
	int placed;

	enter(job, &g->block);
	put_record(&job->row, &g->block);
	buf_puts(&job->row, ",\"annotations\":[");
	for (i = 0; i < g->lines.n; i++) {
		if (i)
			buf_putc(&job->row, ',');
		placed = k < g->n && g->v[k].line == i;
		put_annotation(job, g, i, placed ? &g->v[k] : NULL, &at);
		k += (size_t)placed;
	}
	buf_puts(&job->row, "]}");
	flush(job);
	return NULL;
}

static void
end(struct fmt_job *job)
{
	struct json *j = job->state;

	close_to(job, TOP);
	buf_puts(&job->row, "\n]\n");
	flush(job);
	buf_free(&j->doc);
	buf_free(&j->art);
	mem_free(j);
}

const struct fmt fmt_json = {
    "json", FMT_LOOSE | FMT_NUMBERS, begin, record, block, end};
