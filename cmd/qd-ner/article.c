#include "article.h"

#include <string.h>

void
article_open(struct article *a, struct find *f, const struct ann_own *own,
    const struct article_how *how)
{
	memset(a, 0, sizeof *a);
	a->namer.find = f;
	f->probs = how->probs || how->least;
	a->namer.agree = how->agree;
	a->namer.least = how->least;
	a->namer.linker.probs = how->probs;
	/* other guides mark each office */
	a->namer.linker.all = f->model && f->table.conv->nlabels < LABEL_MAX;
	a->namer.terms = (own->asked & NER_BIT(NER_TERM)) != 0;
	a->own = own;
	a->max = how->max;
}

/* 1 when what is held is to go out before r.  A block's annotations stay with
 * it as long as that can be. */
static int
due(const struct article *a, const struct rec *r)
{
	size_t held = a->lines.bytes.len;

	if (a->lines.n == 0)
		return 0;
	if (!hold_same_art(&a->lines, 0, r))
		return 1;
	if (r->kind == REC_BLOCK)
		return !a->namer.agree || held > a->max;
	return held > 2 * a->max + OPT_MAX_RECORD;
}

/* An annotation before any block: nothing of ours belongs to it. */
static void
pass_on(const struct article *a, struct out *o, const struct rec *r)
{
	size_t i;

	for (i = 0; a->own->only && a->own->tags[i]; i++)
		if (str_is(r->f[REC_TAG], a->own->tags[i]))
			break;
	if (!a->own->only || a->own->tags[i])
		rec_put(o, r);
}

int
article_add(struct article *a, struct out *o, const struct rec *r)
{
	struct article_block *b;
	struct str text;
	int bad = 0;

	if (due(a, r))
		article_flush(a, o);
	if (r->kind == REC_ANN && a->lines.n == 0) {
		pass_on(a, o, r);
		return 0;
	}
	if (r->kind == REC_BLOCK) {
		a->blocks = mem_grow(
		    a->blocks, &a->bcap, a->nblocks + 1, sizeof *a->blocks);
		b = &a->blocks[a->nblocks++];
		b->line = a->lines.n;
		b->block.byline = str_is(r->f[REC_TAG], "byline");
		text = rec_text(r->f[REC_TEXT], &a->text);
		block_read(&a->namer, &b->block, text);
		bad = src_read(&a->map, r, text);
	}
	hold_add(&a->lines, r);
	return bad;
}

/* The end of the run of annotations of the block at line i. */
static size_t
run_end(const struct hold *h, const struct rec *block, size_t i)
{
	struct rec r;

	for (i++; i < h->n; i++) {
		hold_get(h, i, &r);
		if (r.kind != REC_ANN || !rec_same_loc(&r, block))
			break;
	}
	return i;
}

/* Writes the annotations of a block: lines from..to-1 are its old ones. */
static void
write_block(struct article *a, struct out *o, const struct block *b,
    const struct rec *r, size_t from, size_t to)
{
	struct str text = rec_text(r->f[REC_TEXT], &a->text);
	struct block_walk w = {0, 0};
	int by_piece;

	src_read(&a->map, r, text);
	/* Nothing to merge with, and in the order of the text: by the piece, so
	 * that a giant block's are never all in memory. */
	by_piece = from == to && a->map.n <= 1;
	ann_reset(&a->list);
	while (block_next(&a->namer, b, text, &w, &a->list))
		if (by_piece) {
			ann_write(o, &a->list, a->own, r, text, &a->map,
			    &a->lines, from, to);
			ann_reset(&a->list);
		}
	if (!by_piece)
		ann_write(
		    o, &a->list, a->own, r, text, &a->map, &a->lines, from, to);
}

void
article_flush(struct article *a, struct out *o)
{
	struct article_block *b = a->blocks, *end = b + a->nblocks;
	struct rec r;
	size_t i, to;

	block_settle(&a->namer);
	for (i = 0; i < a->lines.n; i = to) {
		to = i + 1;
		hold_get(&a->lines, i, &r);
		if (b == end || b->line != i) {
			pass_on(a, o, &r);
			continue;
		}
		if (!a->own->only)
			rec_put(o, &r);
		to = run_end(&a->lines, &r, i);
		write_block(a, o, &b->block, &r, i + 1, to);
		b++;
	}
	hold_reset(&a->lines);
	namer_reset(&a->namer);
	a->nblocks = 0;
}

void
article_close(struct article *a)
{
	hold_free(&a->lines);
	mem_free(a->blocks);
	namer_free(&a->namer);
	buf_free(&a->text);
	ann_free(&a->list);
	src_free(&a->map);
	memset(a, 0, sizeof *a);
}
