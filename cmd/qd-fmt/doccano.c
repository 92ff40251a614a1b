/*
 * JSON Lines as doccano imports and exports them: one object a block, with
 * entities whose offsets count characters (code points).  The member qd carries
 * what the records say beyond that, so that --from doccano gives them back: the
 * lines before the block, the block, its annotations.
 */
#include "fmt.h"
#include "jsonw.h"

struct doccano {
	struct buf before; /* lines before the next block, as JSON strings */
	size_t id;	   /* of the entity written last */
};

static void
begin(struct fmt_job *job)
{
	job->state = mem_calloc(1, sizeof(struct doccano));
}

static const char *
record(struct fmt_job *job, const struct rec *r)
{
	struct doccano *d = job->state;
	struct str line = {r->s, r->len};

	if (d->before.len)
		buf_putc(&d->before, ',');
	jsonw_bytes(&d->before, line);
	return NULL;
}

static void
put_entities(struct fmt_job *job, const struct group *g)
{
	struct doccano *d = job->state;
	struct group_chars at = {0, 0};
	struct buf *b = &job->row;
	struct rec r;
	size_t i;

	for (i = 0; i < g->n; i++) {
		group_get(g, i, &r);
		buf_puts(b, i ? ",{\"id\":" : "{\"id\":");
		buf_putu(b, ++d->id);
		buf_puts(b, ",\"label\":");
		jsonw_wire(b, r.f[REC_TAG]);
		buf_puts(b, ",\"start_offset\":");
		buf_putu(b, group_char(g, &at, g->v[i].from));
		buf_puts(b, ",\"end_offset\":");
		buf_putu(b, group_char(g, &at, g->v[i].to));
		buf_putc(b, '}');
	}
}

/* The member qd; g is NULL at the end, behind the last block. */
static void
put_lines(struct fmt_job *job, const struct group *g)
{
	struct doccano *d = job->state;
	struct buf *b = &job->row;
	struct str line;
	struct rec r;
	size_t i;

	buf_puts(b, ",\"qd\":{\"before\":[");
	buf_put(b, d->before.s, d->before.len);
	buf_reset(&d->before);
	buf_puts(b, "]");
	if (g) {
		line.s = g->block.s;
		line.len = g->block.len;
		buf_puts(b, ",\"block\":");
		jsonw_string(b, line);
		buf_puts(b, ",\"annotations\":[");
		for (i = 0; i < g->lines.n; i++) {
			hold_get(&g->lines, i, &r);
			line.s = r.s;
			line.len = r.len;
			if (i)
				buf_putc(b, ',');
			jsonw_string(b, line);
		}
		buf_putc(b, ']');
	}
	buf_puts(b, "}}\n");
	out_put(job->out, b->s, b->len);
}

static const char *
block(struct fmt_job *job, const struct group *g)
{
	buf_reset(&job->row);
	buf_puts(&job->row, "{\"text\":");
	jsonw_string(&job->row, g->text);
	buf_puts(&job->row, ",\"entities\":[");
	put_entities(job, g);
	buf_putc(&job->row, ']');
	put_lines(job, g);
	return NULL;
}

static void
end(struct fmt_job *job)
{
	struct doccano *d = job->state;

	if (d->before.len) {
		buf_reset(&job->row);
		buf_puts(&job->row, "{\"text\":\"\",\"entities\":[]");
		put_lines(job, NULL);
	}
	buf_free(&d->before);
	mem_free(d);
}

const struct fmt fmt_doccano = {"doccano", 0, begin, record, block, end};
