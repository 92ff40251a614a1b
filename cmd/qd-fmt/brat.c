/*
 * brat standoff (brat.nlplab.org/standoff.html): of each document a NAME.txt
 * with a block a line, a NAME.ann with the annotations, offsets in characters
 * (code points), and a NAME.qd that brat does not look at: the records of
 * structure, so that --from brat gives all of them back.
 *
 * What a record says beyond tag and text is a note on its annotation: the
 * attributes as they stand on the wire, before them value= where it is not what
 * back_value says.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "back.h"
#include "fmt.h"
#include "utf8.h"

struct brat {
	struct out txt, ann, qd;
	int open;	/* a document is */
	struct buf doc; /* field 2 of it */
	struct buf path, note, cell;
	size_t chars; /* written to txt */
	size_t id;    /* of the annotation written last */
};

/* What brat must know of a folder: its types, and that they may overlap. */
static const char conf[] =
    "[entities]\nPER\nPOST\nORG\nLOC\nEVENT\nPROJ\nWORK\nTERM\nmoney\npercent\n"
    "count\nmeasure\nratio\nordinal\ndate\nperiod\nduration\ncode\nnumber\n"
    "[relations]\n"
    "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\n"
    "[events]\n[attributes]\n";

static void
refuse(struct fmt_job *job, const char *path, const char *more)
{
	snprintf(job->msg, sizeof job->msg, "%.110s: %s%s", path,
	    strerror(errno), more);
	job->fatal = 1;
}

static void
begin(struct fmt_job *job)
{
	struct brat *t = mem_calloc(1, sizeof *t);
	struct out o;
	int fd;

	job->state = t;
	if (mkdir(job->opt->dir, 0777) == -1 && errno != EEXIST) {
		refuse(job, job->opt->dir, "");
		return;
	}
	buf_puts(&t->path, job->opt->dir);
	buf_puts(&t->path, "/annotation.conf");
	fd = open(t->path.s, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	if (fd != -1) {
		out_open(&o, fd);
		out_put(&o, conf, sizeof conf - 1);
		out_close(&o);
	} else if (errno != EEXIST) {
		refuse(job, t->path.s, "");
	}
}

static void
close_document(struct brat *t)
{
	if (t->open) {
		out_close(&t->txt);
		out_close(&t->ann);
		out_close(&t->qd);
	}
	t->open = 0;
}

/* The document's name as that of a file: without .txt, what parts folders (and
 * a dot at its head) as %XX. */
static void
put_name(struct buf *b, struct str doc)
{
	static const char hex[] = "0123456789ABCDEF";
	size_t i;

	if (doc.len > 4 && !memcmp(doc.s + doc.len - 4, ".txt", 4))
		doc.len -= 4;
	for (i = 0; i < doc.len; i++) {
		unsigned char c = (unsigned char)doc.s[i];

		if (c == '/' || c == '%' || c < ' ' || (i == 0 && c == '.')) {
			buf_putc(b, '%');
			buf_putc(b, hex[c >> 4]);
			buf_putc(b, hex[c & 15]);
		} else {
			buf_putc(b, c);
		}
	}
}

/* Opens one of the three files; they must not be there: somebody may have
 * corrected them. */
static int
open_file(struct fmt_job *job, struct str doc, const char *ext, struct out *o)
{
	struct brat *t = job->state;
	int fd;

	buf_reset(&t->path);
	buf_puts(&t->path, job->opt->dir);
	buf_putc(&t->path, '/');
	put_name(&t->path, rec_text(doc, &t->cell));
	buf_puts(&t->path, ext);
	fd = open(t->path.s, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	if (fd == -1) {
		refuse(job, t->path.s,
		    errno == EEXIST ? " (never written over)" : "");
		return -1;
	}
	out_open(o, fd);
	return 0;
}

/* The document of r, opened where it is not. */
static int
enter(struct fmt_job *job, const struct rec *r)
{
	struct brat *t = job->state;
	struct str doc = r->f[REC_DOC];

	if (t->open && str_eq(buf_str(&t->doc), doc))
		return 0;
	close_document(t);
	if (open_file(job, doc, ".txt", &t->txt) == -1)
		return -1;
	if (open_file(job, doc, ".ann", &t->ann) == -1 ||
	    open_file(job, doc, ".qd", &t->qd) == -1) {
		out_close(&t->txt);
		return -1;
	}
	t->open = 1;
	t->chars = t->id = 0;
	buf_reset(&t->doc);
	buf_put(&t->doc, doc.s, doc.len);
	return 0;
}

static const char *
record(struct fmt_job *job, const struct rec *r)
{
	struct brat *t = job->state;

	if (r->kind == REC_RAW && !t->open)
		return "a line that is no record, before any document (left "
		       "out)";
	if (r->kind != REC_RAW && enter(job, r) == -1)
		return job->msg;
	rec_put(&t->qd, r);
	/* A blank line parts articles. */
	if (r->kind == REC_ART && t->chars) {
		out_putc(&t->txt, '\n');
		t->chars++;
	}
	return NULL;
}

/* Text on one line: a control character in it is a space there. */
static void
put_text(struct out *o, struct str s)
{
	size_t i;

	for (i = 0; i < s.len; i++)
		out_putc(o, (unsigned char)s.s[i] < ' ' ? ' ' : s.s[i]);
}

/* What the note on an annotation says; empty where it needs none. */
static void
make_note(struct brat *t, const struct rec *r, struct str text)
{
	struct str attrs = r->f[REC_ATTRS], k, v, value = r->f[REC_VALUE];
	struct buf *b = &t->note;
	size_t at = 0;

	buf_reset(b);
	if (!str_eq(back_value(r->f[REC_TAG], text, &t->cell), value)) {
		buf_puts(b, "value=");
		value = rec_text(value, &t->cell);
		attr_escape(b, value.s, value.len);
	}
	while (attr_next(attrs, &at, &k, &v)) {
		/* The place in the source is found anew. */
		if (str_is(k, "src"))
			continue;
		if (b->len)
			buf_putc(b, ';');
		buf_put(b, k.s, k.len);
		buf_putc(b, '=');
		buf_put(b, v.s, v.len);
	}
}

static void
put_annotation(struct fmt_job *job, const struct group *g, size_t i,
    struct group_chars *at)
{
	const struct group_ann *a = &g->v[i];
	struct str text = {g->text.s + a->from, a->to - a->from};
	struct brat *t = job->state;
	struct buf *b = &job->row;
	struct rec r;

	group_get(g, i, &r);
	buf_reset(b);
	buf_putc(b, 'T');
	buf_putu(b, ++t->id);
	buf_putc(b, '\t');
	buf_put(b, r.f[REC_TAG].s, r.f[REC_TAG].len);
	buf_putc(b, ' ');
	buf_putu(b, t->chars + group_char(g, at, a->from));
	buf_putc(b, ' ');
	buf_putu(b, t->chars + group_char(g, at, a->to));
	buf_putc(b, '\t');
	out_put(&t->ann, b->s, b->len);
	put_text(&t->ann, text);
	out_putc(&t->ann, '\n');
	make_note(t, &r, text);
	if (t->note.len == 0)
		return;
	buf_reset(b);
	buf_putc(b, '#');
	buf_putu(b, t->id);
	buf_puts(b, "\tAnnotatorNotes T");
	buf_putu(b, t->id);
	buf_putc(b, '\t');
	buf_put(b, t->note.s, t->note.len);
	buf_putc(b, '\n');
	out_put(&t->ann, b->s, b->len);
}

static const char *
block(struct fmt_job *job, const struct group *g)
{
	struct brat *t = job->state;
	struct group_chars at = {0, 0};
	struct rec r;
	size_t i, k = 0;

	if (enter(job, &g->block) == -1)
		return job->msg;
	rec_put(&t->qd, &g->block);
	for (i = 0; i < g->lines.n; i++) {
		if (k < g->n && g->v[k].line == i) {
			put_annotation(job, g, k++, &at);
			continue;
		}
		/* It has no place in the text. */
		hold_get(&g->lines, i, &r);
		rec_put(&t->qd, &r);
	}
	put_text(&t->txt, g->text);
	out_putc(&t->txt, '\n');
	t->chars += utf8_count(g->text.s, g->text.len) + 1;
	return NULL;
}

static void
end(struct fmt_job *job)
{
	struct brat *t = job->state;

	close_document(t);
	buf_free(&t->doc);
	buf_free(&t->path);
	buf_free(&t->note);
	buf_free(&t->cell);
	mem_free(t);
}

const struct fmt fmt_brat = {"brat", FMT_OUT, begin, record, block, end};
