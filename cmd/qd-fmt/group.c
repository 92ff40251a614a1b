#include "group.h"

#include <stdlib.h>
#include <string.h>

#include "utf8.h"

void
group_begin(struct group *g, const struct rec *block)
{
	char msg[160];

	buf_reset(&g->head);
	buf_put(&g->head, block->s, block->len);
	rec_parse(&g->block, g->head.s, g->head.len, msg);
	g->text = rec_text(g->block.f[REC_TEXT], &g->plain);
	src_read(&g->map, &g->block, g->text);
	hold_reset(&g->lines);
	g->n = 0;
	g->sorted = 0;
	g->held = 1;
}

int
group_takes(const struct group *g, const struct rec *r)
{
	return g->held && r->kind == REC_ANN && rec_same_loc(&g->block, r);
}

/* Where the first byte of an annotation stands in the document: its src=
 * tells where that is not the smallest offset. */
static size_t
first_source(const struct rec *r)
{
	struct str a = attr_get(r->f[REC_ATTRS], "src");
	size_t i, n = 0;

	if (a.len < 3 || memcmp(a.s, "0@", 2) != 0)
		return r->start;
	for (i = 2; i < a.len && a.s[i] >= '0' && a.s[i] <= '9' && i < 20; i++)
		n = n * 10 + (size_t)(a.s[i] - '0');
	return n;
}

/* 1 when piece p holds source offset src, and at that place stands text. */
static int
stands(const struct group *g, const struct src_piece *p, size_t src,
    struct str text, size_t *from)
{
	size_t in;

	if (src < p->src || src - p->src >= p->slen)
		return 0;
	in = p->len == p->slen ? src - p->src : 0;
	*from = p->text + in;
	return text.len <= g->text.len - *from &&
	       !memcmp(g->text.s + *from, text.s, text.len);
}

static int
cmp_piece(const void *x, const void *y)
{
	const struct group_piece *a = x, *b = y;

	if (a->src != b->src)
		return a->src < b->src ? -1 : 1;
	return (a->i > b->i) - (a->i < b->i);
}

/* The last piece that begins at or before src; the number of pieces when there
 * is none. */
static size_t
piece_at(struct group *g, size_t src)
{
	size_t lo = 0, hi = g->map.n, mid, i;

	if (!g->sorted) {
		g->order =
		    mem_grow(g->order, &g->cap_order, hi, sizeof *g->order);
		for (i = 0; i < hi; i++)
			g->order[i] = (struct group_piece){g->map.v[i].src, i};
		qsort(g->order, hi, sizeof *g->order, cmp_piece);
		g->sorted = 1;
	}
	while (lo < hi) {
		mid = lo + (hi - lo) / 2;
		if (g->order[mid].src <= src)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo ? g->order[lo - 1].i : g->map.n;
}

/* Where an annotation stands in the text; 0 when it does not. */
static int
find_place(struct group *g, size_t src, struct str text, size_t *from)
{
	size_t i, next = g->map.hint + 1;

	if (text.len == 0)
		return 0;
	/* A run is in the order of its offsets: look on from the last one. */
	if (g->map.hint < g->map.n &&
	    stands(g, &g->map.v[g->map.hint], src, text, from))
		return 1;
	i = next < g->map.n && g->map.v[next].src <= src &&
		    src - g->map.v[next].src < g->map.v[next].slen
		? next
		: piece_at(g, src);
	if (i == g->map.n || !stands(g, &g->map.v[i], src, text, from))
		return 0;
	g->map.hint = i;
	return 1;
}

const char *
group_add(struct group *g, const struct rec *r)
{
	struct str text = rec_text(r->f[REC_TEXT], &g->cell);
	struct group_ann *a;
	size_t from;

	hold_add(&g->lines, r);
	if (!find_place(g, first_source(r), text, &from))
		return "the annotation does not stand at its place in the "
		       "text of its block";
	g->v = mem_grow(g->v, &g->cap, g->n + 1, sizeof *g->v);
	a = &g->v[g->n++];
	a->from = from;
	a->to = from + text.len;
	a->line = g->lines.n - 1;
	return NULL;
}

void
group_get(const struct group *g, size_t i, struct rec *r)
{
	hold_get(&g->lines, g->v[i].line, r);
}

size_t
group_char(const struct group *g, struct group_chars *at, size_t byte)
{
	/* The end of one annotation is often behind the start of the next. */
	if (byte < at->byte) {
		at->n -= utf8_count(g->text.s + byte, at->byte - byte);
	} else {
		at->n += utf8_count(g->text.s + at->byte, byte - at->byte);
	}
	at->byte = byte;
	return at->n;
}

void
group_free(struct group *g)
{
	hold_free(&g->lines);
	src_free(&g->map);
	buf_free(&g->head);
	buf_free(&g->plain);
	buf_free(&g->cell);
	mem_free(g->v);
	mem_free(g->order);
	memset(g, 0, sizeof *g);
}
