#include "csvrec.h"

#include <csv.h>
#include <stdint.h>
#include <string.h>

/*
 * 1 when one of the 8 bytes of w is a comma, a quote, LF or CR, or may be
 * (Mycroft's test for a zero byte, after an exclusive or).
 */
static int
special(uint64_t w)
{
	static const char bytes[] = {',', '"', '\n', '\r'};
	const uint64_t ones = 0x0101010101010101U;
	uint64_t x, found = 0;
	size_t i;

	for (i = 0; i < sizeof bytes; i++) {
		x = w ^ ones * (unsigned char)bytes[i];
		found |= (x - ones) & ~x;
	}
	return (found & ones << 7) != 0;
}

/* A comma, a quote, a line break, or white space at an end. */
static int
needs_quotes(struct str s)
{
	uint64_t w;
	size_t i = 0;

	if (s.len && (s.s[0] == ' ' || s.s[s.len - 1] == ' '))
		return 1;
	while (i < s.len) {
		if (s.len - i >= sizeof w) {
			memcpy(&w, s.s + i, sizeof w);
			if (!special(w)) {
				i += sizeof w;
				continue;
			}
		}
		if (s.s[i] == ',' || s.s[i] == '"' || s.s[i] == '\n' ||
		    s.s[i] == '\r')
			return 1;
		i++;
	}
	return 0;
}

void
csv_field(struct buf *b, struct str s)
{
	if (!needs_quotes(s)) {
		buf_put(b, s.s, s.len);
		return;
	}
	buf_reserve(b, 2 * s.len + 2);
	b->len += csv_write(b->s + b->len, 2 * s.len + 2, s.s, s.len);
	b->s[b->len] = '\0';
}

struct csv_reader {
	struct csv_parser parser;
	int forgiving;
	struct buf bytes; /* fields of the rows that wait, end to end */
	struct csv_cell {
		size_t at, len;
		int last; /* the row ends with it */
	} * v;
	size_t n, cap;
	size_t next;  /* first cell of the row that csv_row gives next */
	size_t whole; /* cells of whole rows */
	struct str *row;
	size_t crow;
};

/* libcsv: a field has ended. */
static void
on_field(void *s, size_t len, void *state)
{
	struct csv_reader *r = state;

	r->v = mem_grow(r->v, &r->cap, r->n + 1, sizeof *r->v);
	r->v[r->n].at = r->bytes.len;
	r->v[r->n].len = len;
	r->v[r->n++].last = 0;
	if (len)
		buf_put(&r->bytes, s, len);
}

/* libcsv: a row has ended. */
static void
on_row(int end, void *state)
{
	struct csv_reader *r = state;

	(void)end;
	if (r->n > r->whole) {
		r->v[r->n - 1].last = 1;
		r->whole = r->n;
	}
}

static void *
resize(void *p, size_t n)
{
	return mem_realloc(p, n, 1);
}

/* Spaces belong to the field they stand in (RFC 4180, section 2.4). */
static int
no_space(unsigned char c)
{
	(void)c;
	return 0;
}

struct csv_reader *
csv_open(void)
{
	struct csv_reader *r = mem_calloc(1, sizeof *r);

	if (csv_init(&r->parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
		mem_die();
	csv_set_realloc_func(&r->parser, resize);
	csv_set_free_func(&r->parser, mem_free);
	csv_set_space_func(&r->parser, no_space);
	csv_set_blk_size(&r->parser, 4096);
	return r;
}

void
csv_forgive(struct csv_reader *r)
{
	r->forgiving = 1;
	csv_set_opts(&r->parser, 0);
}

/* Drops the rows that were given. */
static void
compact(struct csv_reader *r)
{
	size_t i, from;

	if (r->next == 0)
		return;
	from = r->next < r->n ? r->v[r->next].at : r->bytes.len;
	if (r->bytes.len > from)
		memmove(r->bytes.s, r->bytes.s + from, r->bytes.len - from);
	r->bytes.len -= from;
	memmove(r->v, r->v + r->next, (r->n - r->next) * sizeof *r->v);
	r->n -= r->next;
	r->whole -= r->next;
	r->next = 0;
	for (i = 0; i < r->n; i++)
		r->v[i].at -= from;
}

int
csv_feed(struct csv_reader *r, const char *s, size_t n)
{
	compact(r);
	return csv_parse(&r->parser, s, n, on_field, on_row, r) == n ? 0 : -1;
}

int
csv_end(struct csv_reader *r)
{
	compact(r);
	csv_set_opts(&r->parser, CSV_STRICT | CSV_STRICT_FINI);
	if (csv_fini(&r->parser, on_field, on_row, r) == 0)
		return 0;
	if (r->forgiving) {
		csv_set_opts(&r->parser, 0);
		(void)csv_fini(&r->parser, on_field, on_row, r);
	}
	return -1;
}

int
csv_row(struct csv_reader *r, const struct str **f, size_t *n)
{
	size_t i, k = 0;

	if (r->next >= r->whole)
		return 0;
	do {
		i = r->next++;
		r->row = mem_grow(r->row, &r->crow, k + 1, sizeof *r->row);
		r->row[k].s = r->bytes.s ? r->bytes.s + r->v[i].at : "";
		r->row[k++].len = r->v[i].len;
	} while (!r->v[i].last);
	*f = r->row;
	*n = k;
	return 1;
}

size_t
csv_held(const struct csv_reader *r)
{
	size_t from = r->n > r->whole ? r->v[r->whole].at : r->bytes.len;

	return r->bytes.len - from + r->parser.entry_pos +
	       (r->n - r->whole) * sizeof *r->v;
}

void
csv_close(struct csv_reader *r)
{
	if (r == NULL)
		return;
	csv_free(&r->parser);
	buf_free(&r->bytes);
	mem_free(r->v);
	mem_free(r->row);
	mem_free(r);
}
