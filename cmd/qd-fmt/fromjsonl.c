/*
 * Objects of -t jsonl back into records.
 */
#include <stdio.h>
#include <string.h>

#include "fields.h"
#include "from.h"
#include "json.h"
#include "made.h"

struct fromjsonl {
	struct json_reader *json;
	struct made made;
	struct buf text;
};

static void *
open_form(const struct opt *o)
{
	struct fromjsonl *t = mem_calloc(1, sizeof *t);

	(void)o;
	t->json = json_open();
	return t;
}

static void
begin(void *state, const char *name)
{
	(void)state;
	(void)name;
}

static void
put_attr(struct fromjsonl *t, struct str key, const struct json_val *v)
{
	size_t i, n = json_count(v);

	if (json_kind(v) != JSON_LIST) {
		made_attr(&t->made, key, json_text(v, &t->text));
		return;
	}
	made_attr(&t->made, key, json_text(json_at(v, 0), &t->text));
	for (i = 1; i < n; i++)
		made_attr_more(&t->made, json_text(json_at(v, i), &t->text));
}

/* 1 when it can be a value: a string, a number, null, or a list of them. */
static int
value_ok(const struct json_val *v)
{
	size_t i;

	if (json_kind(v) == JSON_DICT)
		return 0;
	for (i = 0; i < json_count(v); i++)
		if (json_kind(json_at(v, i)) == JSON_LIST ||
		    json_kind(json_at(v, i)) == JSON_DICT)
			return 0;
	return 1;
}

/* One member; -1 when its name or value is none of a record. */
static int
put_member(struct fromjsonl *t, struct str name, const struct json_val *v)
{
	struct ctx ctx = {0};
	struct field f;

	if (fields_source(&f, &ctx, name.s) == -1 || !value_ok(v))
		return -1;
	if (f.of || json_kind(v) == JSON_NIL)
		return 0;
	if (f.at == REC_NFIELDS)
		put_attr(t, str_of(f.key), v);
	else if (json_kind(v) == JSON_LIST)
		return -1;
	else if (f.at == REC_ATTRS)
		made_attrs(&t->made, json_text(v, &t->text));
	else
		made_plain(&t->made, f.at, json_text(v, &t->text));
	return 0;
}

static const char *
refuse(const struct line *l, struct buf *b, const char *why)
{
	buf_put(b, l->s, l->len);
	buf_putc(b, '\n');
	return why;
}

static const char *
line(void *state, const struct line *l, size_t *no, struct buf *b, char *msg)
{
	struct fromjsonl *t = state;
	const struct json_val *v;
	struct str name, text;
	const char *wrong;
	void *at = NULL;

	(void)no;
	if (l == NULL)
		return NULL;
	wrong = json_read(t->json, l->s, l->len, msg);
	if (wrong)
		return refuse(l, b, wrong);
	made_begin(&t->made);
	while (json_next(json_top(t->json), &at, &name, &v))
		if (put_member(t, name, v) == -1) {
			snprintf(msg, 160,
			    "member '%.60s' is no field or attribute, or its "
			    "value is none",
			    name.s);
			return refuse(l, b, msg);
		}
	text = json_text(json_get(json_top(t->json), "text"), &t->text);
	if (made_field(&t->made, REC_TAG).s) {
		made_line(&t->made, b);
	} else if (text.s) {
		/* what was no record */
		buf_put(b, text.s, text.len);
		buf_putc(b, '\n');
	} else if (l->len) {
		return refuse(l, b,
		    "no member 'tag' (want the objects of "
		    "qd-fmt -t jsonl)");
	}
	return NULL;
}

static void
close_form(void *state)
{
	struct fromjsonl *t = state;

	json_close(t->json);
	made_free(&t->made);
	buf_free(&t->text);
	mem_free(t);
}

const struct from from_jsonl = {"jsonl", open_form, begin, line, close_form};
