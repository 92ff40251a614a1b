/*
 * JSON Lines: one object a record.  Fields and attributes are its members,
 * side by side; an attribute that has several values is an array.
 */
#include "fmt.h"
#include "jsonattr.h"
#include "jsonw.h"

struct jsonl {
	struct buf names; /* ,"name": of each column, end to end */
	size_t *at;	  /* where they begin, and the end */
	int attributes;	  /* some column is an attribute */
};

static void
begin(struct fmt_job *job)
{
	const struct fields *f = job->fields;
	struct jsonl *j = mem_calloc(1, sizeof *j);
	size_t i;

	j->at = mem_calloc(f->n + 1, sizeof *j->at);
	for (i = 0; i < f->n; i++) {
		j->at[i] = j->names.len;
		buf_putc(&j->names, ',');
		jsonw_string(&j->names, str_of(f->v[i].name));
		buf_putc(&j->names, ':');
		j->attributes |= f->v[i].at == REC_NFIELDS;
	}
	j->at[f->n] = j->names.len;
	job->state = j;
}

/* The attributes of r that are no columns of their own.  One that is named as
 * a field or a column gets another name: an object has each member once. */
static void
put_attrs(struct fmt_job *job, struct str attrs)
{
	const struct jsonl *j = job->state;
	const struct fields *f = job->fields;
	struct str k, v;
	size_t at = 0;

	while (attr_next(attrs, &at, &k, &v)) {
		if (j->attributes && fields_shows(f, k))
			continue;
		jsonattr_put(&job->row, k, v,
		    fields_at(k) < REC_NFIELDS ||
			(!f->all && fields_find(f, k) < f->n));
	}
}

/* An offset, as JSON has numbers: without leading zeros. */
static void
put_offset(struct buf *row, struct str s)
{
	size_t i = 0;

	while (i + 1 < s.len && s.s[i] == '0')
		i++;
	buf_put(row, s.s + i, s.len - i);
}

/* The member of column c; null where the record has none. */
static void
put_field(struct fmt_job *job, const struct field *c, const struct rec *r)
{
	struct buf *row = &job->row;
	struct str s;

	if (r->kind == REC_RAW) {
		s = fields_plain(c, r, &job->cell);
		if (s.s)
			jsonw_bytes(row, s);
		else
			buf_puts(row, "null");
		return;
	}
	s = fields_wire(c, r, &job->cell);
	if (s.s == NULL)
		buf_puts(row, "null");
	else if (c->at == REC_NFIELDS)
		jsonattr_value(row, str_of(c->key), s);
	else if (c->at == REC_START || c->at == REC_END)
		put_offset(row, s);
	else if (c->at == REC_VALUE && !c->of)
		jsonattr_field7(row, r->f[REC_TAG], s);
	else
		jsonw_wire(row, s);
}

static const char *
record(struct fmt_job *job, const struct rec *r)
{
	const struct fields *f = job->fields;
	const struct jsonl *j = job->state;
	struct buf *row = &job->row;
	size_t i;

	buf_reset(row);
	for (i = 0; i < f->n; i++) {
		const struct field *c = &f->v[i];

		if (c->at == REC_ATTRS && !c->of) {
			if (r->kind != REC_RAW)
				put_attrs(job, r->f[REC_ATTRS]);
			continue;
		}
		buf_put(row, j->names.s + j->at[i], j->at[i + 1] - j->at[i]);
		put_field(job, c, r);
	}
	if (row->len == 0)
		buf_putc(row, ',');
	row->s[0] = '{'; /* for the first comma */
	buf_puts(row, "}\n");
	out_put(job->out, row->s, row->len);
	return NULL;
}

static void
end(struct fmt_job *job)
{
	struct jsonl *j = job->state;

	buf_free(&j->names);
	mem_free(j->at);
	mem_free(j);
}

const struct fmt fmt_jsonl = {
    "jsonl", FMT_FIELDS | FMT_ROWS | FMT_NUMBERS, begin, record, NULL, end};
