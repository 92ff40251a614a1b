#include "cells.h"

#include <stdio.h>
#include <string.h>

#include "fields.h"

enum { PASSED = REC_NFIELDS + 1 };

void
cells_reset(struct cells *c)
{
	size_t i;

	for (i = 0; i < c->n; i++)
		mem_free(c->v[i].key);
	c->n = 0;
	c->attributes = c->tag = c->text = c->good = 0;
}

/* What column name stands for; -1 when it is no name of one. */
static int
set_column(struct cells_col *col, struct str name)
{
	struct ctx ctx = {0};
	struct field f;

	col->key = mem_dup(name.s, name.len);
	if (memchr(name.s, '\0', name.len) ||
	    fields_source(&f, &ctx, col->key) == -1)
		return -1;
	col->at = f.of ? (size_t)PASSED : f.at;
	memmove(col->key, f.key, strlen(f.key) + 1);
	return 0;
}

const char *
cells_header(struct cells *c, const struct str *v, size_t n, char *msg)
{
	size_t i;

	cells_reset(c);
	c->v = mem_grow(c->v, &c->cap, n, sizeof *c->v);
	for (i = 0; i < n; i++) {
		c->n = i + 1;
		if (set_column(&c->v[i], v[i]) == -1) {
			snprintf(msg, 160,
			    "column %zu, '%.60s', is neither a field nor the "
			    "key of an attribute",
			    i + 1, c->v[i].key);
			return msg;
		}
		c->attributes |= c->v[i].at == REC_NFIELDS;
		c->tag |= c->v[i].at == REC_TAG;
		c->text |= c->v[i].at == REC_TEXT;
	}
	if (!c->tag || !c->text)
		return "no column 'tag' or no column 'text' in the header line";
	c->good = 1;
	return NULL;
}

/* The value of an attribute out of a table that has no escapes: a bar parts
 * two values, all else stands for itself. */
static void
put_values(struct cells *c, struct str key, struct str s)
{
	const char *bar;
	struct str v = s;
	int more;

	for (more = 0;; more = 1) {
		bar = memchr(s.s, '|', s.len);
		v.s = s.s;
		v.len = bar ? (size_t)(bar - s.s) : s.len;
		if (more)
			made_attr_more(&c->made, v);
		else
			made_attr(&c->made, key, v);
		if (!bar)
			return;
		s.s += v.len + 1;
		s.len -= v.len + 1;
	}
}

static void
put_cell(struct cells *c, const struct cells_col *col, struct str s)
{
	struct made *m = &c->made;

	if (col->at == REC_ATTRS && c->attributes)
		made_attrs(m, s);
	else if (col->at == REC_ATTRS || (col->at < REC_NFIELDS && c->wire))
		made_wire(m, col->at, s);
	else if (col->at < REC_NFIELDS)
		made_plain(m, col->at, s);
	else if (col->at == PASSED || s.len == 0)
		return;
	else if (c->wire)
		made_attr_wire(m, str_of(col->key), s);
	else
		put_values(c, str_of(col->key), s);
}

/* A row with nothing but a text was a line that is no record. */
static int
put_raw(struct cells *c, struct buf *b)
{
	struct str s;

	if (made_field(&c->made, REC_TAG).len)
		return 0;
	s = rec_text(made_field(&c->made, REC_TEXT), &c->row);
	buf_put(b, s.s, s.len);
	buf_putc(b, '\n');
	return 1;
}

const char *
cells_row(
    struct cells *c, const struct str *v, size_t n, struct buf *b, char *msg)
{
	size_t i;

	made_begin(&c->made);
	if (!c->good || n != c->n) {
		snprintf(msg, 160,
		    c->good ? "want %zu cells as in the header, found %zu"
			    : "a row under a header line that is none",
		    c->n, n);
		return msg;
	}
	/* Columns of their own go before what attrs says. */
	for (i = 0; i < n; i++)
		if (c->v[i].at == REC_ATTRS)
			put_cell(c, &c->v[i], v[i]);
	for (i = 0; i < n; i++)
		if (c->v[i].at != REC_ATTRS)
			put_cell(c, &c->v[i], v[i]);
	if (!put_raw(c, b))
		made_line(&c->made, b);
	return NULL;
}

void
cells_free(struct cells *c)
{
	cells_reset(c);
	mem_free(c->v);
	made_free(&c->made);
	buf_free(&c->row);
}
