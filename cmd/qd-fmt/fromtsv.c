/*
 * Tables of -t tsv back into records.  Cells have the escapes of the wire.
 */
#include <string.h>

#include "cells.h"
#include "from.h"

struct fromtsv {
	struct cells cells;
	int header; /* the next line is the header */
	int crlf;   /* and ended in CR LF, as all lines will */
	struct str *row;
	size_t cap;
};

static void *
open_form(const struct opt *o)
{
	struct fromtsv *t = mem_calloc(1, sizeof *t);

	(void)o;
	t->cells.wire = 1;
	return t;
}

static void
begin(void *state, const char *name)
{
	struct fromtsv *t = state;

	(void)name;
	t->header = 1;
	t->crlf = 0;
}

static size_t
split(struct fromtsv *t, const char *p, size_t len)
{
	const char *end = p + len, *tab;
	size_t n = 0;

	for (;; p = tab + 1) {
		tab = memchr(p, '\t', (size_t)(end - p));
		t->row = mem_grow(t->row, &t->cap, n + 1, sizeof *t->row);
		t->row[n].s = p;
		t->row[n++].len = (size_t)((tab ? tab : end) - p);
		if (!tab)
			return n;
	}
}

static const char *
line(void *state, const struct line *l, size_t *no, struct buf *b, char *msg)
{
	struct fromtsv *t = state;
	const char *s, *wrong;
	size_t len, n;

	(void)no;
	if (l == NULL)
		return NULL;
	s = l->s;
	len = l->len;
	if (t->header && len >= 3 && !memcmp(s, "\xef\xbb\xbf", 3)) {
		s += 3;
		len -= 3;
	}
	if (t->header)
		t->crlf = len && s[len - 1] == '\r';
	if (t->crlf && len && s[len - 1] == '\r')
		len--;
	n = split(t, s, len);
	if (t->header)
		wrong = cells_header(&t->cells, t->row, n, msg);
	else
		wrong = cells_row(&t->cells, t->row, n, b, msg);
	t->header = 0;
	if (wrong)
		buf_put(b, s, len);
	return wrong;
}

static void
close_form(void *state)
{
	struct fromtsv *t = state;

	cells_free(&t->cells);
	mem_free(t->row);
	mem_free(t);
}

const struct from from_tsv = {"tsv", open_form, begin, line, close_form};
