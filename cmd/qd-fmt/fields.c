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
		if (name.len && *name.s == *names[i] && str_is(name, names[i]))
			break;
	return i;
}

/* 1 when s is one of the n names in list. */
static int
is_in(struct str s, const char *const *list, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (*s.s == *list[i] && str_is(s, list[i]))
			return 1;
	return 0;
}

int
fields_isquantity(struct str tag)
{
	static const char *const tags[] = {"money", "percent", "count",
	    "measure", "ratio", "ordinal", "number"};

	return tag.len && is_in(tag, tags, sizeof tags / sizeof *tags);
}

int
fields_isnumber(struct str key)
{
	static const char *const keys[] = {"dup-cover", "hi", "lo", "n", "p"};

	return key.len && is_in(key, keys, sizeof keys / sizeof *keys);
}

int
fields_shows(const struct fields *f, struct str key)
{
	size_t i;

	for (i = 0; i < f->n; i++)
		if (f->v[i].at == REC_NFIELDS && f->v[i].of == NULL &&
		    str_is(key, f->v[i].key))
			return 1;
	return 0;
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
fields_source(struct field *c, struct ctx *ctx, const char *s)
{
	static const char *const of[] = {"doc", "art", "block"};
	const char *dot = strchr(s, '.');
	size_t i;

	c->name = c->key = s;
	c->of = NULL;
	if (dot) {
		struct str head = {s, (size_t)(dot - s)};

		c->key = dot + 1;
		for (i = 0; i < CTX_N; i++)
			if (str_is(head, of[i]))
				break;
		if (i == CTX_N && !str_is(head, "attrs"))
			return -1;
		if (i < CTX_N) {
			ctx->line[i].wanted = 1;
			c->of = &ctx->line[i];
		}
	}
	if (!key_ok(c->key))
		return -1;
	c->at = dot && !c->of ? REC_NFIELDS : fields_at(str_of(c->key));
	/* An article's text is its title. */
	if (c->of == &ctx->line[CTX_ART] && !strcmp(c->key, "title"))
		c->at = REC_TEXT;
	return 0;
}

int
fields_parse(struct fields *f, struct ctx *ctx, const char *list,
    const char **bad, const char **why)
{
	char *p, *comma, *name;
	struct field c;

	f->names = mem_dup(list, strlen(list));
	f->all = !strcmp(list, FIELDS_ALL);
	for (p = f->names; p; p = comma) {
		comma = strchr(p, ',');
		if (comma)
			*comma++ = '\0';
		name = p;
		p = strchr(p, '=');
		if (p)
			*p++ = '\0';
		*bad = p ? p : name;
		*why = "is neither a field nor the key of an attribute";
		if (fields_source(&c, ctx, *bad) == -1)
			return -1;
		c.name = *bad = name;
		*why = "is no name for a column";
		if (*name == '\0')
			return -1;
		*why = "is there twice";
		if (fields_find(f, str_of(name)) < f->n)
			return -1;
		f->v = mem_grow(f->v, &f->cap, f->n + 1, sizeof *f->v);
		f->v[f->n++] = c;
	}
	return 0;
}

struct str
fields_wire(const struct field *c, const struct rec *r, struct buf *b)
{
	struct str none = {NULL, 0};

	if (r->kind == REC_RAW) {
		if (c->at != REC_TEXT || c->of)
			return none;
		buf_reset(b);
		rec_escape(b, r->s, r->len);
		return buf_str(b);
	}
	if (c->of) {
		if (!c->of->there)
			return none;
		r = &c->of->rec;
	}
	if (c->at == REC_NFIELDS)
		return attr_get(r->f[REC_ATTRS], c->key);
	return r->f[c->at];
}

struct str
fields_plain(const struct field *c, const struct rec *r, struct buf *b)
{
	struct str s;

	if (r->kind == REC_RAW && c->at == REC_TEXT && !c->of) {
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
