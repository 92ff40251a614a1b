#include "cover.h"

#include <string.h>

#include "lcs.h"
#include "mem.h"

#define GRAM 4	/* characters that begin a block: a word of 64 bits */
#define TRIES 8 /* places of one gram that are looked at */
#define GAP COVER_GAP
#define DRIFT 8 /* and how much longer one of the two gaps may be */
#define BACK 4	/* blocks back that one may be joined to */
#define CHAIN 8 /* characters that a chain must have in its blocks */
#define LONG 60 /* characters: one gram that both have tells nothing */
#define NONE 0xffffffffU

static uint64_t
gram_at(const uint16_t *s)
{
	return (uint64_t)s[0] | (uint64_t)s[1] << 16 | (uint64_t)s[2] << 32 |
	       (uint64_t)s[3] << 48;
}

static size_t
slot(const struct cover *c, uint64_t gram)
{
	return (size_t)(gram * 0x9e3779b97f4a7c15U >> (64 - c->bits));
}

/* The gram that begins a place further. */
static uint64_t
roll(uint64_t gram, uint16_t code)
{
	return gram >> 16 | (uint64_t)code << 48;
}

/* The index is built last place first: chains are in rising order. */
void
cover_text(struct cover *c, const uint16_t *code, size_t len)
{
	size_t i, n = len < GRAM ? 0 : len - GRAM + 1, h;
	uint64_t g;

	c->b = code;
	c->nb = len;
	for (c->bits = 6; (size_t)1 << c->bits < 2 * n;)
		c->bits++;
	c->head = mem_grow(
	    c->head, &c->cap_head, (size_t)1 << c->bits, sizeof *c->head);
	memset(c->head, 0xff, sizeof *c->head << c->bits);
	c->gram = mem_grow(c->gram, &c->cap_gram, n, sizeof *c->gram);
	c->next = mem_grow(c->next, &c->cap_next, n, sizeof *c->next);
	g = n ? gram_at(c->b + n - 1) : 0;
	for (i = n; i-- > 0;) {
		g = i + 1 == n ? g : g << 16 | c->b[i];
		c->gram[i] = g;
		h = slot(c, g);
		c->next[i] = c->head[h];
		c->head[h] = (uint32_t)i;
	}
}

static size_t
same_from(const uint16_t *a, size_t na, const uint16_t *b, size_t nb)
{
	size_t n = na < nb ? na : nb, i = 0;

	while (i < n && a[i] == b[i])
		i++;
	return i;
}

/* The longest block at a's place i, into *blk; the one nearest to the
 * distance of the block before where several are as long. */
static int
longest(const struct cover *c, const uint16_t *a, size_t na, size_t i,
    uint32_t j, struct cover_block *blk)
{
	const struct cover_block *last =
	    c->nblock ? &c->block[c->nblock - 1] : NULL;
	uint64_t g = gram_at(a + i);
	size_t tries = 0, len, off, best_off = 0;

	blk->len = 0;
	for (; j != NONE && tries < TRIES; j = c->next[j]) {
		if (c->gram[j] != g)
			continue;
		tries++;
		len = same_from(a + i, na - i, c->b + j, c->nb - j);
		off = 0;
		if (last) {
			size_t want = last->b + (i - last->a);

			off = want > j ? want - j : j - want;
		}
		if (len > blk->len || (len == blk->len && off < best_off)) {
			blk->len = (uint32_t)len;
			blk->b = j;
			best_off = off;
		}
	}
	blk->a = (uint32_t)i;
	return blk->len != 0;
}

static void
find_blocks(struct cover *c, const uint16_t *a, size_t na)
{
	struct cover_block blk;
	uint64_t g = na < GRAM ? 0 : gram_at(a);
	uint32_t j;
	size_t i = 0;

	c->nblock = 0;
	while (i + GRAM <= na) {
		j = c->head[slot(c, g)];
		if (j == NONE || !longest(c, a, na, i, j, &blk)) {
			i++;
			if (i + GRAM <= na)
				g = roll(g, a[i + GRAM - 1]);
			continue;
		}
		c->block = mem_grow(
		    c->block, &c->cap_block, c->nblock + 1, sizeof *c->block);
		c->block[c->nblock++] = blk;
		i += blk.len;
		if (i + GRAM <= na)
			g = gram_at(a + i);
	}
}

/* 1 when block q carries on block p over a gap. */
static int
carries_on(const struct cover *c, const uint16_t *a,
    const struct cover_block *p, const struct cover_block *q)
{
	size_t ea = (size_t)p->a + p->len, eb = (size_t)p->b + p->len, ga, gb;

	if (q->a < ea || q->b < eb)
		return 0;
	ga = q->a - ea;
	gb = q->b - eb;
	if (ga > GAP || gb > GAP || (ga > gb ? ga - gb : gb - ga) > DRIFT)
		return 0;
	return lcs_alike(a + ea, ga, c->b + eb, gb);
}

static void
join_blocks(struct cover *c, const uint16_t *a)
{
	size_t i, k;

	c->sum = mem_grow(c->sum, &c->cap_sum, c->nblock + 1, sizeof *c->sum);
	for (i = 0; i < c->nblock; i++) {
		struct cover_block *q = &c->block[i];

		q->chain = q->from = (uint32_t)i;
		c->sum[i] = 0;
		for (k = i; k-- > 0 && i - k <= BACK;)
			if (carries_on(c, a, &c->block[k], q)) {
				q->chain = c->block[k].chain;
				q->from = (uint32_t)k;
				break;
			}
		c->sum[q->chain] += q->len;
	}
}

static void
set(unsigned char *v, size_t from, size_t to)
{
	memset(v + from, 1, to - from);
}

/* Covers what the ends of a chain leave of both texts, where it is alike:
 * the blocks p (first) and q (last) bound it. */
static void
cover_ends(struct cover *c, const uint16_t *a, size_t na,
    const struct cover_block *p, const struct cover_block *q)
{
	size_t g = p->b < GAP ? p->b : 0, h = p->a < g + 2 ? p->a : g + 2, ea,
	       eb;

	if (g && h && lcs_alike(a + p->a - h, h, c->b, g)) {
		set(c->in_b, 0, g);
		set(c->in_a, p->a - h, p->a);
	}
	ea = (size_t)q->a + q->len;
	eb = (size_t)q->b + q->len;
	g = c->nb - eb < GAP ? c->nb - eb : 0;
	h = na - ea < g + 2 ? na - ea : g + 2;
	if (g && h && lcs_alike(a + ea, h, c->b + eb, g)) {
		set(c->in_b, eb, c->nb);
		set(c->in_a, ea, ea + h);
	}
}

static size_t
count(const unsigned char *v, size_t n)
{
	size_t i, k = 0;

	for (i = 0; i < n; i++)
		k += v[i];
	return k;
}

static void
cover_blocks(struct cover *c, const uint16_t *a, size_t na)
{
	const struct cover_block *first = NULL, *last = NULL, *q, *p;
	size_t i;

	for (i = 0; i < c->nblock; i++) {
		q = &c->block[i];
		if (c->sum[q->chain] < CHAIN)
			continue;
		c->matched += q->len;
		p = &c->block[q->from];
		set(c->in_a, p == q ? q->a : p->a, (size_t)q->a + q->len);
		set(c->in_b, p == q ? q->b : p->b, (size_t)q->b + q->len);
		if (!first || q->b < first->b)
			first = q;
		if (!last || q->b + q->len > last->b + last->len)
			last = q;
	}
	if (first)
		cover_ends(c, a, na, first, last);
}

/* What stands between the parts that both have, in the order of the old text:
 * where they are in another order, nothing stands in the place of anything. */
static void
compare_gaps(struct cover *c, const uint16_t *a, size_t na)
{
	size_t i, ea = 0, eb = 0;
	const struct cover_block *q;
	int first = 1;

	for (i = 0; i < c->nblock; i++) {
		q = &c->block[i];
		if (c->sum[q->chain] < CHAIN)
			continue;
		if (q->b >= eb)
			differ_gap(&c->differ, a + ea, q->a - ea, c->b + eb,
			    q->b - eb, first);
		first = 0;
		ea = (size_t)q->a + q->len;
		eb = (size_t)q->b + q->len;
	}
	if (!first)
		differ_gap(
		    &c->differ, a + ea, na - ea, c->b + eb, c->nb - eb, 0);
}

/* 1 when a look at every third gram finds some that both have: most of the
 * candidates that are none are known by that. */
static int
worth_a_check(const struct cover *c, const uint16_t *a, size_t na)
{
	size_t i, hits = 0, want = na < LONG ? 1 : 2;
	uint64_t g;
	uint32_t j;

	for (i = 0; i + GRAM <= na && hits < want; i += 3) {
		g = gram_at(a + i);
		for (j = c->head[slot(c, g)]; j != NONE; j = c->next[j])
			if (c->gram[j] == g)
				break;
		hits += j != NONE;
	}
	return hits == want;
}

void
cover_check(struct cover *c, const uint16_t *code, size_t n)
{
	c->a_len = n;
	c->matched = c->a_covered = c->b_covered = 0;
	memset(&c->differ, 0, sizeof c->differ);
	c->in_b = mem_grow(c->in_b, &c->cap_b, c->nb + 1, 1);
	memset(c->in_b, 0, c->nb);
	if (!worth_a_check(c, code, n))
		return;
	c->in_a = mem_grow(c->in_a, &c->cap_a, n + 1, 1);
	memset(c->in_a, 0, n);
	find_blocks(c, code, n);
	join_blocks(c, code);
	cover_blocks(c, code, n);
	compare_gaps(c, code, n);
	c->a_covered = count(c->in_a, n);
	c->b_covered = count(c->in_b, c->nb);
}

int
cover_span(const struct cover *c, size_t *from, size_t *to)
{
	size_t i = *from;

	while (i < c->nb && !c->in_b[i])
		i++;
	*from = i;
	while (i < c->nb && c->in_b[i])
		i++;
	*to = i;
	return i > *from;
}

void
cover_free(struct cover *c)
{
	mem_free(c->gram);
	mem_free(c->head);
	mem_free(c->next);
	mem_free(c->block);
	mem_free(c->sum);
	mem_free(c->in_a);
	mem_free(c->in_b);
	memset(c, 0, sizeof *c);
}
