/*
 * What spaCy's displacy.render(..., manual=True, style="ent") takes: one object
 * a block and line, offsets in characters (code points).  The title is that of
 * the article, at its first block.
 */
#include "fmt.h"
#include "jsonw.h"

struct displacy {
	struct buf title; /* of the article, as it stands on the wire */
	int fresh;	  /* and not written yet */
};

static void
begin(struct fmt_job *job)
{
	job->state = mem_calloc(1, sizeof(struct displacy));
}

static const char *
record(struct fmt_job *job, const struct rec *r)
{
	struct displacy *d = job->state;

	if (r->kind == REC_ANN)
		return "the annotation stands behind no block of its own "
		       "(left out)";
	d->fresh = r->kind == REC_ART;
	if (d->fresh) {
		buf_reset(&d->title);
		buf_put(&d->title, r->f[REC_TEXT].s, r->f[REC_TEXT].len);
	}
	return NULL;
}

static const char *
block(struct fmt_job *job, const struct group *g)
{
	struct displacy *d = job->state;
	struct buf *b = &job->row;
	struct group_chars at = {0, 0};
	struct rec r;
	size_t i;

	buf_reset(b);
	buf_puts(b, "{\"text\":");
	jsonw_string(b, g->text);
	buf_puts(b, ",\"ents\":[");
	for (i = 0; i < g->n; i++) {
		group_get(g, i, &r);
		buf_puts(b, i ? ",{\"start\":" : "{\"start\":");
		buf_putu(b, group_char(g, &at, g->v[i].from));
		buf_puts(b, ",\"end\":");
		buf_putu(b, group_char(g, &at, g->v[i].to));
		buf_puts(b, ",\"label\":");
		jsonw_wire(b, r.f[REC_TAG]);
		buf_putc(b, '}');
	}
	buf_puts(b, "],\"title\":");
	if (d->fresh)
		jsonw_wire(b, buf_str(&d->title));
	else
		buf_puts(b, "null");
	buf_puts(b, "}\n");
	d->fresh = 0;
	out_put(job->out, b->s, b->len);
	return NULL;
}

static void
end(struct fmt_job *job)
{
	struct displacy *d = job->state;

	buf_free(&d->title);
	mem_free(d);
}

const struct fmt fmt_displacy = {"displacy", 0, begin, record, block, end};
