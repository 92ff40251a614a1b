#include "fields.h"

#include <string.h>

static const char *const names[REC_NFIELDS] = {
    "tag", "doc", "loc", "start", "end", "text", "value", "attrs"};

/* 1 when name can be the key of an attribute. */
static int
key_ok(const char *name)
{
	size_t n = strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-");

	return name[0] >= 'a' && name[0] <= 'z' && name[n] == '\0';
}

size_t
fields_at(struct str name)
{
	size_t i;

	for (i = 0; i < REC_NFIELDS; i++)
		if (str_is(name, names[i]))
			break;
	return i;
}

size_t
fields_find(const struct fields *f, struct str name)
{
	size_t i;

	for (i = 0; i < f->n; i++)
		if (str_is(name, f->v[i].name))
			break;
	return i;
}

int
fields_parse(
    struct fields *f, const char *list, const char **bad, const char **why)
{
	char *p, *comma;

	f->names = mem_dup(list, strlen(list));
	f->all = !strcmp(list, FIELDS_ALL);
	for (p = f->names; p; p = comma) {
		comma = strchr(p, ',');
		if (comma)
			*comma++ = '\0';
		*bad = p;
		*why = "is neither a field nor the key of an attribute";
		if (!key_ok(p))
			return -1;
		*why = "is there twice";
		if (fields_find(f, str_of(p)) < f->n)
			return -1;
		f->v = mem_grow(f->v, &f->cap, f->n + 1, sizeof *f->v);
		f->v[f->n].name = p;
		f->v[f->n++].at = fields_at(str_of(p));
	}
	return 0;
}

struct str
fields_wire(const struct field *c, const struct rec *r, struct buf *b)
{
	struct str none = {NULL, 0};

	if (r->kind == REC_RAW) {
		if (c->at != REC_TEXT)
			return none;
		buf_reset(b);
		rec_escape(b, r->s, r->len);
		return buf_str(b);
	}
	if (c->at == REC_NFIELDS)
		return attr_get(r->f[REC_ATTRS], c->name);
	return r->f[c->at];
}

struct str
fields_plain(const struct field *c, const struct rec *r, struct buf *b)
{
	struct str s;

	if (r->kind == REC_RAW && c->at == REC_TEXT) {
		s.s = r->s;
		s.len = r->len;
		return s;
	}
	s = fields_wire(c, r, b);
	if (s.len == 0 || c->at == REC_ATTRS)
		return s;
	return c->at == REC_NFIELDS ? attr_text(s, b) : rec_text(s, b);
}

void
fields_free(struct fields *f)
{
	mem_free(f->v);
	mem_free(f->names);
	memset(f, 0, sizeof *f);
}
