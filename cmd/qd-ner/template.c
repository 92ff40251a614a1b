/* The templates of feat.h: which features a character has. */
#include "feat.h"
#include "mix.h"

/* Feature t of up to four things. */
static inline uint64_t
hash(unsigned t, uint64_t a, uint64_t b, uint64_t c, uint64_t d)
{
	uint64_t h = a ^ rotate(b, 17) ^ rotate(c, 34) ^ rotate(d, 51);

	h = (h + t * 0x9e3779b97f4a7c15U) * 0xd6e8feb86659fd93U;
	h ^= h >> 32;
	return h * 0x9e3779b97f4a7c15U;
}

/* What three characters cost in names, side by side. */
static inline uint64_t
costs(unsigned a, unsigned b, unsigned c)
{
	return a | (uint64_t)b << 12 | (uint64_t)c << 24;
}

/* Clusters side by side. */
static inline uint64_t
side(unsigned a, unsigned b, unsigned c)
{
	return a | (uint64_t)b << 16 | (uint64_t)c << 32;
}

/* The words beside the one that a character is in, two on either side. */
struct around {
	const struct feat_char *ll, *l, *r, *rr;
};

static inline struct around
around(const struct feats *f, size_t i)
{
	const struct feat_char *v = f->v + FEAT_PAD, *a = v + i;
	struct around w;

	w.l = v + a->from - 1;
	w.r = v + a->to;
	w.ll = a->from ? v + w.l->from - 1 : w.l;
	w.rr = a->to < f->n ? v + w.r->to : w.r;
	return w;
}

void
feat_gate(const struct feats *f, size_t i, uint64_t h[FEAT_GATE])
{
	const struct feat_char *a = f->v + FEAT_PAD + i;
	const struct around w = around(f, i);

	h[0] = hash(0, a[-1].rule ^ a[-1].cover, a->rule, a->cover,
	    a[1].rule ^ a[1].cover);
	h[1] = hash(1, a->fine, a->pos, 0, 0);
	h[2] = hash(2, side(w.l->fine, a->coarse, 0), a->pos, 0, 0);
	h[3] = hash(3, w.rr->fine, a->pos, 0, 0);
	h[4] = hash(4, w.ll->fine, a->pos, 0, 0);
	h[5] = hash(5, a->c, 0, 0, 0);
	h[6] = hash(6, w.l->fine, a->pos, 0, 0);
	h[7] = hash(7, w.r->fine, a->pos, 0, 0);
	h[8] = hash(8, costs(a->given & 0777, a[1].given, a[2].given), 0, 0, 0);
	h[9] = hash(9, side(w.r->fine, a->coarse, 0), a->pos, 0, 0);
	h[10] = hash(10, a[-1].c, a->c, 0, 0);
	h[11] = hash(11, a->word, a->pos, 0, 0);
}

/* The characters and words. */
static inline void
lexical(const struct feat_char *a, struct around w, uint64_t *h)
{
	h[0] = hash(16, a->word, a->pos, 0, 0);
	h[1] = hash(17, w.l->kind, a->kind, w.r->kind, a->pos);
	h[2] = hash(18, a->c, 0, 0, 0);
	h[3] = hash(19, a->c, a[1].c, 0, 0);
	h[4] = hash(20, a[-1].c, a->c, 0, 0);
	h[5] = hash(21, a[-2].c, 0, 0, 0);
	h[6] = hash(22, a[-1].c, 0, 0, 0);
	h[7] = hash(23, a[1].c, 0, 0, 0);
	h[8] = hash(24, a[2].c, 0, 0, 0);
	h[9] = hash(25, w.l->word, a->pos, 0, 0);
	h[10] = hash(26, w.r->word, a->pos, 0, 0);
}

/* The clusters of the word and of two on either side. */
static inline void
clustered(const struct feat_char *a, struct around w, uint64_t *h)
{
	h[0] = hash(48, a->fine, a->pos, 0, 0);
	h[1] = hash(49, w.l->fine, a->pos, 0, 0);
	h[2] = hash(50, w.r->fine, a->pos, 0, 0);
	h[3] =
	    hash(51, side(w.l->coarse, a->coarse, w.r->coarse), a->pos, 0, 0);
	h[4] = hash(52, w.ll->fine, a->pos, 0, 0);
	h[5] = hash(53, w.rr->fine, a->pos, 0, 0);
	h[6] = hash(54, side(w.l->fine, a->fine, 0), a->pos, 0, 0);
	h[7] = hash(55, side(w.r->fine, a->fine, 0), a->pos, 0, 0);
	h[8] = hash(56, side(w.ll->coarse, w.l->coarse, 0), a->pos, 0, 0);
	h[9] = hash(57, side(w.r->coarse, w.rr->coarse, 0), a->pos, 0, 0);
}

/* What the rules chose and weighed. */
static inline void
ruled(const struct feat_char *a, uint64_t *h)
{
	h[0] = hash(32, a[-1].rule, a->rule, a[1].rule, 0);
	h[1] = hash(33, a->rule, a->cbegin, a->cend, 0);
	h[2] = hash(34, a->rule, a->word, a->pos, 0);
	h[3] = hash(35, a->rule, a->before, a->after, a->pos);
}

/* The lists, the characters of names, the gazetteers. */
static inline void
listed(const struct feat_char *a, uint64_t *h)
{
	h[0] = hash(40, a->across, 0, 0, 0);
	h[1] =
	    hash(41, costs(a->given & 0777, a[1].given, a[2].given), 0, 0, 0);
	h[2] = hash(42, costs(a[-1].trans, a->trans, a[1].trans), 0, 0, 0);
	h[3] = hash(43, a[-1].gaz, a->gaz, a[1].gaz, 0);
	h[4] = hash(44, a->glong, 0, 0, 0);
	h[5] = hash(45, a->gbegin, a[-1].gend, 0, 0);
}

void
feat_all(const struct feats *f, size_t i, uint64_t h[FEAT_N])
{
	const struct feat_char *a = f->v + FEAT_PAD + i;
	const struct around w = around(f, i);

	lexical(a, w, h);
	ruled(a, h + 11);
	listed(a, h + 15);
	clustered(a, w, h + 21);
}
