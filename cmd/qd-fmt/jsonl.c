/*
 * JSON Lines: one object a record.  Fields and attributes are its members,
 * side by side; an attribute that has several values is an array.
 */
#include "fmt.h"
#include "json.h"

static void
begin(struct fmt_job *job)
{
	(void)job;
}

/* Begins the next member of the object in the row. */
static void
put_name(struct buf *row, struct str name)
{
	if (row->len > 1)
		buf_putc(row, ',');
	json_string(row, name);
	buf_putc(row, ':');
}

/* The bytes of s from at on, up to a bar that is not escaped. */
static struct str
one_value(struct str s, size_t at)
{
	struct str v = {s.s + at, 0};
	size_t i = at;

	while (i < s.len && s.s[i] != '|')
		i += s.s[i] == '\\' && i + 1 < s.len ? 2 : 1;
	v.len = i - at;
	return v;
}

/* The value of an attribute: a string, or an array of them. */
static void
put_values(struct fmt_job *job, struct str s)
{
	struct str v = one_value(s, 0);
	int several = v.len < s.len;
	size_t at = 0;

	if (several)
		buf_putc(&job->row, '[');
	for (;;) {
		json_string(&job->row, attr_text(v, &job->cell));
		at += v.len + 1;
		if (at > s.len)
			break;
		buf_putc(&job->row, ',');
		v = one_value(s, at);
	}
	if (several)
		buf_putc(&job->row, ']');
}

/* The attributes that are no columns of their own.  One that is named as a
 * field gets another name: an object has each member once. */
static void
put_attrs(struct fmt_job *job, struct str attrs)
{
	static const char prefix[] = "attrs.";
	struct str k, v;
	size_t at = 0;

	while (attr_next(attrs, &at, &k, &v)) {
		if (fields_at(k) < REC_NFIELDS) {
			buf_reset(&job->cell);
			buf_puts(&job->cell, prefix);
			buf_put(&job->cell, k.s, k.len);
			put_name(&job->row, buf_str(&job->cell));
		} else if (fields_find(job->fields, k) < job->fields->n) {
			continue;
		} else {
			put_name(&job->row, k);
		}
		put_values(job, v);
	}
}

/* The member of column c; null where the record has none. */
static void
put_field(struct fmt_job *job, const struct field *c, const struct rec *r)
{
	struct buf *row = &job->row;
	struct str s;

	put_name(row, str_of(c->name));
	s = c->at == REC_NFIELDS ? fields_wire(c, r, &job->cell)
				 : fields_plain(c, r, &job->cell);
	if (s.s == NULL)
		buf_puts(row, "null");
	else if (c->at == REC_NFIELDS)
		put_values(job, s);
	else if (c->at == REC_START || c->at == REC_END)
		buf_putu(row, c->at == REC_START ? r->start : r->end);
	else if (r->kind == REC_RAW)
		json_bytes(row, s);
	else
		json_string(row, s);
}

static void
record(struct fmt_job *job, const struct rec *r)
{
	const struct fields *f = job->fields;
	size_t i;

	buf_reset(&job->row);
	buf_putc(&job->row, '{');
	for (i = 0; i < f->n; i++) {
		if (f->v[i].at != REC_ATTRS)
			put_field(job, &f->v[i], r);
		else if (r->kind != REC_RAW)
			put_attrs(job, r->f[REC_ATTRS]);
	}
	buf_puts(&job->row, "}\n");
	out_put(job->out, job->row.s, job->row.len);
}

static void
end(struct fmt_job *job)
{
	(void)job;
}

const struct fmt fmt_jsonl = {"jsonl", 1, begin, record, end};
