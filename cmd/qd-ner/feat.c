#include "feat.h"

#include <string.h>

/* Where a character stands in a word or name. */
enum { POS_B, POS_I, POS_E, POS_S };

/* A finalizer in the manner of splitmix64 (Steele, Lea, Flood 2014). */
static inline uint32_t
mix(uint64_t x)
{
	x = (x + 1) * 0x9e3779b97f4a7c15U;
	x ^= x >> 32;
	x *= 0xd6e8feb86659fd93U;
	return (uint32_t)(x >> 32);
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
		a[i].given =
		    (uint16_t)(digit(ch->sur) | digit(ch->first) << 3 |
			       digit(ch->second) << 6 | digit(ch->single) << 9);
		a[i].trans = (uint16_t)(digit(ch->head) | digit(ch->mid) << 3 |
					digit(ch->tail) << 6);
	}
}

/* The word from..to: its characters' hash, and its classes. */
static void
word(struct feats *f, const struct scan *sc, size_t from, size_t to, uint32_t w)
{
	struct feat_char *a = f->v + FEAT_PAD;
	uint64_t h = 0, kind;
	uint32_t id;
	size_t i;

	if (sc->kind[from] == CHAR_ALNUM)
		h = sc->cp[from] < 128 && sc->cp[from] >= '0' &&
			    sc->cp[from] <= '9'
			? 1
			: 2;
	else
		for (i = from; i < to; i++)
			h = rotate(h, 5) * 31 + sc->cp[i];
	id = mix(h);
	kind = w == NO_WORD ? sc->kind[from] : 8U + sc->words[w].classes;
	kind = mix(kind << 3 | (to - from > 5 ? 5 : to - from));
	for (i = from; i < to; i++) {
		a[i].word = id;
		a[i].kind = (uint32_t)kind;
		a[i].pos = mix(pos_of(i, from, to));
		a[i].from = (uint32_t)from;
		a[i].to = (uint32_t)to;
	}
}

static void
words(struct feats *f, const struct scan *sc)
{
	size_t i, from;

	for (i = f->n; i > 0; i = from) {
		from = sc->prev[i];
		word(f, sc, from, i, sc->last[i]);
	}
}

/* Entries of the lists: of each character the longest of each sort. */
static void
entries(struct feats *f, const struct scan *sc, const struct names *nm)
{
	struct feat_char *a = f->v + FEAT_PAD;
	const struct word *w;
	size_t k, i, len;
	uint32_t what;

	memset(f->best, 0, f->n * sizeof *f->best);
	for (k = 0; k < sc->nentries; k++) {
		w = &sc->words[sc->entries[k]];
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
	uint32_t what;

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

	for (k = 0; k <= dec->n; k++) {
		x = k < dec->n ? &c->v[dec->v[k]] : NULL;
		to = x ? x->from : f->n;
		next = x ? x->type : 7;
		for (i = from; i < to; i++) {
			a[i].before =
			    (uint16_t)(last | distance(i - from) << 3);
			a[i].after =
			    (uint16_t)(next | distance(to - i - 1) << 3);
		}
		if (x == NULL)
			break;
		from = x->to;
		for (i = x->from; i < x->to; i++) {
			a[i].rule = mix(
			    1U + (pos_of(i, x->from, x->to) |
				     (unsigned)x->type << 2 |
				     (unsigned)(x->flags &
						(CAND_SURE | CAND_LISTED |
						    CAND_GENERIC |
						    CAND_REPORTER | CAND_CHAIN))
					 << 5));
			a[i].before = (uint16_t)last;
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
	words(f, sc);
	entries(f, sc, nm);
	candidates(f, sc, c);
	choice(f, c, dec);
}

/* An entry: that it begins, goes on, ends. */
static void
gaz_entry(struct feats *f, const struct gaz_hit *hit, size_t i)
{
	struct feat_char *a = f->v + FEAT_PAD;
	unsigned len = (unsigned)(hit->to - i), t;
	uint32_t in = 0, what;
	size_t k;

	for (t = 0; t < GAZ_NTYPES; t++)
		in |= (hit->types >> t & 1) << t * 3;
	what = hit->types | (len > 6 ? 6 : len) << GAZ_NTYPES;
	a[i].gaz |= in;
	a[i].gbegin = what; /* later ones are longer */
	a[hit->to - 1].gaz |= in << 2;
	if (a[hit->to - 1].gend == 0)
		a[hit->to - 1].gend = what; /* and begin later */
	for (k = i; k < hit->to; k++) {
		if (k > i && k + 1 < hit->to)
			a[k].gaz |= in << 1;
		if ((int32_t)len <= f->best[k])
			continue;
		f->best[k] = (int32_t)len;
		a[k].glong = what << 2 | pos_of(k, i, hit->to);
	}
}

void
feat_gaz(struct feats *f, const struct gaz *g, const struct scan *sc,
    const uint32_t *at, size_t n)
{
	struct gaz_hit hits[GAZ_MOST];
	size_t i, k, nhits;

	memset(f->best, 0, f->n * sizeof *f->best);
	for (i = 0; i < n; i++) {
		nhits = gaz_from(g, sc, at[i], hits);
		for (k = 0; k < nhits; k++)
			gaz_entry(f, &hits[k], at[i]);
	}
}

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

void
feat_gate(const struct feats *f, size_t i, uint64_t h[FEAT_GATE])
{
	const struct feat_char *v = f->v + FEAT_PAD, *a = v + i;
	const struct feat_char *l = v + a->from - 1, *r = v + a->to;

	h[0] = hash(0, a[-1].rule ^ a[-1].cover, a->rule, a->cover,
	    a[1].rule ^ a[1].cover);
	h[1] = hash(1, a->word, a->pos, 0, 0);
	h[2] = hash(2, l->kind, a->kind, r->kind, a->pos);
	h[3] = hash(3, a[-1].c, a->c, 0, 0);
	h[4] = hash(4, a->c, a[1].c, 0, 0);
	h[5] = hash(5, a[-1].c, a->c, a[1].c, 0);
	h[6] = hash(6, l->word, a->pos, 0, 0);
	h[7] = hash(7, r->word, a->pos, 0, 0);
	h[8] = hash(8, costs(a->given & 0777, a[1].given, a[2].given), 0, 0, 0);
	h[9] = hash(9, costs(a[-1].given & 7, a->given, a[1].given), 0, 0, 0);
	h[10] = hash(10, costs(a[-1].trans, a->trans, a[1].trans), 0, 0, 0);
	h[11] = hash(11, a->begins, a->ends, a->across, 0);
}

/* The characters and words. */
static inline void
lexical(const struct feat_char *a, const struct feat_char *l,
    const struct feat_char *r, uint64_t *h)
{
	h[0] = hash(16, a->word, a->pos, 0, 0);
	h[1] = hash(17, l->kind, a->kind, r->kind, a->pos);
	h[2] = hash(18, a->c, 0, 0, 0);
	h[3] = hash(19, a->c, a[1].c, 0, 0);
	h[4] = hash(20, a[-1].c, a->c, 0, 0);
	h[5] = hash(21, a[-2].c, 0, 0, 0);
	h[6] = hash(22, a[-1].c, 0, 0, 0);
	h[7] = hash(23, a[1].c, 0, 0, 0);
	h[8] = hash(24, a[2].c, 0, 0, 0);
	h[9] = hash(25, l->word, a->pos, 0, 0);
	h[10] = hash(26, r->word, a->pos, 0, 0);
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
	const struct feat_char *v = f->v + FEAT_PAD, *a = v + i;
	const struct feat_char *l = v + a->from - 1, *r = v + a->to;

	lexical(a, l, r, h);
	ruled(a, h + 11);
	listed(a, h + 15);
}

void
feat_free(struct feats *f)
{
	mem_free(f->v);
	mem_free(f->best);
	memset(f, 0, sizeof *f);
}
