#include "feat.h"

#include <string.h>

/* Where a character stands in a word or name. */
enum { POS_B, POS_I, POS_E, POS_S };

/* A finalizer in the manner of splitmix64 (Steele, Lea, Flood 2014). */
static inline uint64_t
mix(uint64_t x)
{
	x = (x + 1) * 0x9e3779b97f4a7c15U;
	x ^= x >> 32;
	x *= 0xd6e8feb86659fd93U;
	return x ^ x >> 32;
}

static inline uint64_t
rotate(uint64_t x, int k)
{
	return x << k | x >> (64 - k);
}

static unsigned
pos_of(size_t i, size_t from, size_t to)
{
	if (to - from == 1)
		return POS_S;
	return i == from ? POS_B : i + 1 == to ? POS_E : POS_I;
}

static void
make_room(struct feats *f, size_t n)
{
	size_t need = n + (size_t)2 * FEAT_PAD, cap = f->cap;

	if (need > f->cap) {
		f->v = mem_grow(f->v, &cap, need, sizeof *f->v);
		f->best = mem_realloc(f->best, cap, sizeof *f->best);
		f->cap = cap;
	}
	memset(f->v, 0, need * sizeof *f->v);
	f->n = n;
}

/* A character as it is seen: digits are alike, and so are letters' cases. */
static uint32_t
plain_char(uint32_t cp)
{
	if (cp >= '0' && cp <= '9')
		return '0';
	return cp >= 'A' && cp <= 'Z' ? cp + 32 : cp;
}

static unsigned
digit(int cost)
{
	return cost == NO_COST ? 7 : cost / 18 > 6 ? 6 : (unsigned)cost / 18;
}

static void
characters(struct feats *f, const struct scan *sc, const struct names *nm)
{
	struct feat_char *a = f->v + FEAT_PAD;
	const struct names_char *ch;
	size_t i;

	for (i = 0; i < f->n; i++) {
		a[i].c = mix(plain_char(sc->cp[i]));
		ch = names_char(nm, sc->cp[i]);
		a[i].given = digit(ch->sur) | digit(ch->first) << 3 |
			     digit(ch->second) << 6 | digit(ch->single) << 9;
		a[i].trans = digit(ch->head) | digit(ch->mid) << 3 |
			     digit(ch->tail) << 6;
	}
}

/* The word from..to: its characters' hash, and its classes. */
static void
word(struct feats *f, const struct scan *sc, const struct names *nm,
    size_t from, size_t to, uint32_t w)
{
	struct feat_char *a = f->v + FEAT_PAD;
	uint64_t h = 0, kind;
	size_t i;

	if (sc->kind[from] == CHAR_ALNUM)
		h = sc->cp[from] < 128 && sc->cp[from] >= '0' &&
			    sc->cp[from] <= '9'
			? 1
			: 2;
	else
		for (i = from; i < to; i++)
			h = rotate(h, 5) * 31 + sc->cp[i];
	h = mix(h);
	kind = w == NO_WORD ? sc->kind[from] : 8U + sc->words[w].classes;
	kind = mix(kind << 3 | (to - from > 5 ? 5 : to - from));
	(void)nm;
	for (i = from; i < to; i++) {
		a[i].word = h;
		a[i].kind = kind;
		a[i].pos = mix(pos_of(i, from, to));
		a[i].from = (uint32_t)from;
		a[i].to = (uint32_t)to;
	}
}

static void
words(struct feats *f, const struct scan *sc, const struct names *nm)
{
	size_t i, from;

	for (i = f->n; i > 0; i = from) {
		from = sc->prev[i];
		word(f, sc, nm, from, i, sc->last[i]);
	}
}

/* Entries of the lists: of each character the longest of each sort. */
static void
entries(struct feats *f, const struct scan *sc, const struct names *nm)
{
	struct feat_char *a = f->v + FEAT_PAD;
	const struct word *w;
	size_t k, i, len;
	uint64_t what;

	memset(f->best, 0, f->n * sizeof *f->best);
	for (k = 0; k < sc->nwords; k++) {
		w = &sc->words[k];
		if (!(w->classes & nm->entry))
			continue;
		len = w->to - w->from;
		what = mix((uint64_t)(w->classes & nm->entry) << 3 |
			   (len > 6 ? 6 : len));
		a[w->from].begins = what; /* later ones are longer */
		if (a[w->to - 1].ends == 0)
			a[w->to - 1].ends = what; /* and begin later */
		for (i = w->from; i < w->to; i++)
			if ((int32_t)len > f->best[i]) {
				f->best[i] = (int32_t)len;
				a[i].across = what + pos_of(i, w->from, w->to);
			}
	}
}

static unsigned
margin_digit(int margin)
{
	if (margin < 0)
		return 0;
	return margin > 104 ? 7 : (unsigned)margin / 15;
}

/* Candidates: of each character the one that is cheapest against its words. */
static void
candidates(struct feats *f, const struct scan *sc, const struct cands *c)
{
	struct feat_char *a = f->v + FEAT_PAD;
	const struct cand *x;
	size_t k, i;
	int margin;
	uint64_t what;

	for (i = 0; i < f->n; i++)
		f->best[i] = INT32_MIN;
	for (k = 0; k < c->n; k++) {
		x = &c->v[k];
		margin = scan_span(sc, x->from, x->to) - x->cost;
		what = 1U + (x->type | margin_digit(margin) << 3 |
				(unsigned)(x->flags & CAND_SURE) << 6 |
				(unsigned)(x->flags & CAND_GENERIC) << 6);
		what = what << 2;
		for (i = x->from; i < x->to; i++) {
			if (margin <= f->best[i])
				continue;
			f->best[i] = margin;
			a[i].cover = what + pos_of(i, x->from, x->to);
		}
		if (what > a[x->from].cbegin)
			a[x->from].cbegin = what;
		if (what > a[x->to - 1].cend)
			a[x->to - 1].cend = what;
	}
	for (i = 0; i < f->n; i++) {
		a[i].cover = mix(a[i].cover);
		a[i].cbegin = mix(a[i].cbegin);
		a[i].cend = mix(a[i].cend);
	}
}

static unsigned
distance(size_t d)
{
	return d < 4 ? (unsigned)d : d < 7 ? 4 : 5;
}

/* The choice of the rules. */
static void
choice(struct feats *f, const struct cands *c, const struct decoder *dec)
{
	struct feat_char *a = f->v + FEAT_PAD;
	size_t k, i, from = 0, to;
	const struct cand *x;
	unsigned last = 7, next;
	uint64_t end;

	for (k = 0; k <= dec->n; k++) {
		x = k < dec->n ? &c->v[dec->v[k]] : NULL;
		to = x ? x->from : f->n;
		next = x ? x->type : 7;
		for (i = from; i < to; i++) {
			a[i].before = last | distance(i - from) << 3;
			a[i].after = next | distance(to - i - 1) << 3;
		}
		if (x == NULL)
			break;
		from = x->to;
		end = x->to - x->from > 1 ? a[x->to - 2].c : 0;
		end = rotate(end, 9) ^ a[x->to - 1].c;
		for (i = x->from; i < x->to; i++) {
			a[i].rule = mix(
			    1U + (pos_of(i, x->from, x->to) |
				     (unsigned)x->type << 2 |
				     (unsigned)(x->flags &
						(CAND_SURE | CAND_LISTED |
						    CAND_GENERIC |
						    CAND_REPORTER | CAND_CHAIN))
					 << 5));
			a[i].span = end;
			a[i].before = last | distance(x->from - i) << 3;
			a[i].before = last;
			a[i].after = 8;
		}
		last = x->type;
	}
}

void
feat_text(struct feats *f, const struct scan *sc, const struct names *nm,
    const struct cands *c, const struct decoder *dec)
{
	make_room(f, sc->n);
	characters(f, sc, nm);
	words(f, sc, nm);
	entries(f, sc, nm);
	candidates(f, sc, c);
	choice(f, c, dec);
}

/* Feature t of up to four things. */
static inline uint64_t
hash(unsigned t, uint64_t a, uint64_t b, uint64_t c, uint64_t d)
{
	uint64_t h = a ^ rotate(b, 17) ^ rotate(c, 34) ^ rotate(d, 51);

	h = (h + t * 0x9e3779b97f4a7c15U) * 0xd6e8feb86659fd93U;
	return h ^ h >> 32;
}

void
feat_first(const struct feats *f, size_t i, uint64_t h[FEAT_MOST])
{
	const struct feat_char *v = f->v + FEAT_PAD, *a = v + i;
	const struct feat_char *l = v + a->from - 1, *r = v + a->to;

	h[0] = hash(0, a[-1].rule, a->rule, a[1].rule, 0);
	h[1] = hash(1, a[-1].cover, a->cover, a[1].cover, 0);
	h[2] = hash(2, a->word, a->pos, 0, 0);
	h[3] = hash(3, l->kind, a->kind, r->kind, a->pos);
	h[4] = hash(4, a[-1].c, a->c, a[1].c, 0);
	h[5] = hash(5, a->rule, a->cbegin, a->cend, 0);
	h[6] = hash(6, a->rule, a->word, a->pos, 0);
	h[7] = hash(7, a->c, a[1].c, 0, 0);
}

/* More of the characters and words. */
static inline void
lexical(const struct feat_char *a, const struct feat_char *l,
    const struct feat_char *r, uint64_t *h)
{
	h[0] = hash(8, a[-2].c, 0, 0, 0);
	h[1] = hash(9, a[-1].c, 0, 0, 0);
	h[2] = hash(10, a[1].c, 0, 0, 0);
	h[3] = hash(11, a[2].c, 0, 0, 0);
	h[4] = hash(12, a[-2].c, a[-1].c, 0, 0);
	h[5] = hash(13, a[-1].c, a->c, 0, 0);
	h[6] = hash(14, a[1].c, a[2].c, 0, 0);
	h[7] = hash(15, a[-2].c, a[-1].c, a->c, 0);
	h[8] = hash(16, a->c, a[1].c, a[2].c, 0);
	h[9] = hash(17, l->word, a->pos, 0, 0);
	h[10] = hash(18, r->word, a->pos, 0, 0);
	h[11] = hash(19, l->word, a->word, a->pos, 0);
	h[12] = hash(20, a->word, r->word, a->pos, 0);
}

/* The lists, the characters of names, and more of the rules. */
static inline void
listed(const struct feat_char *a, const struct feat_char *l,
    const struct feat_char *r, uint64_t *h)
{
	h[0] = hash(21, a->across, 0, 0, 0);
	h[1] = hash(22, a->begins, a->ends, 0, 0);
	h[2] = hash(23, a[1].begins, a[-1].ends, a->pos, 0);
	h[3] = hash(24, a->given & 0777, a[1].given << 9, a[2].given << 20, 0);
	h[4] = hash(25, a[-1].given & 7, a->given << 9, a[1].given << 20, 0);
	h[5] = hash(26, a[-2].given & 7, a[-1].given << 9, a->given << 20, 0);
	h[6] = hash(27, a[-1].trans, a->trans << 9, a[1].trans << 18, 0);
	h[7] = hash(28, a->rule, l->kind, r->kind, 0);
	h[8] = hash(29, a->rule, a->span, 0, 0);
	h[9] = hash(30, a->rule, a->cover, 0, 0);
	h[10] = hash(31, a->rule, a->before << 8, a->after << 16, a->pos);
}

void
feat_rest(const struct feats *f, size_t i, uint64_t h[FEAT_MOST])
{
	const struct feat_char *v = f->v + FEAT_PAD, *a = v + i;
	const struct feat_char *l = v + a->from - 1, *r = v + a->to;

	lexical(a, l, r, h);
	listed(a, l, r, h + 13);
}

void
feat_free(struct feats *f)
{
	mem_free(f->v);
	mem_free(f->best);
	memset(f, 0, sizeof *f);
}
