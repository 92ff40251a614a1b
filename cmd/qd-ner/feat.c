#include "feat.h"

#include <string.h>

#include "mix.h"

/* Where a character stands in a word or name. */
enum { POS_B, POS_I, POS_E, POS_S };

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

/* Numbers are alike, and so are words of letters. */
uint32_t
feat_word(enum char_kind kind, const uint32_t *cp, size_t n)
{
	uint64_t h = 0;
	uint32_t word;
	size_t i;

	if (kind == CHAR_ALNUM)
		h = cp[0] >= '0' && cp[0] <= '9' ? 1 : 2;
	else
		for (i = 0; i < n; i++)
			h = rotate(h, 5) * 31 + cp[i];
	word = mix(h);
	return word + !word;
}

/* The word from..to, with its clusters and classes. */
static void
word(struct feats *f, const struct scan *sc, const struct clusters *cl,
    size_t from, size_t to, uint32_t w)
{
	struct feat_char *a = f->v + FEAT_PAD;
	struct cluster c;
	uint64_t kind;
	size_t i;

	c = cluster_of(cl, feat_word((enum char_kind)sc->kind[from],
			       sc->cp + from, to - from));
	kind = w == NO_WORD ? sc->kind[from] : 8U + sc->words[w].classes;
	kind = mix(kind << 3 | (to - from > 5 ? 5 : to - from));
	for (i = from; i < to; i++) {
		a[i].word = c.word;
		a[i].fine = c.fine;
		a[i].coarse = c.coarse;
		a[i].kind = (uint32_t)kind;
		a[i].pos = mix(pos_of(i, from, to));
		a[i].from = (uint32_t)from;
		a[i].to = (uint32_t)to;
	}
}

static void
words(struct feats *f, const struct scan *sc, const struct clusters *cl)
{
	size_t i, from;

	for (i = f->n; i > 0; i = from) {
		from = sc->prev[i];
		word(f, sc, cl, from, i, sc->last[i]);
	}
}

/* Entries of the lists: of each character the longest. */
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
    const struct clusters *cl, const struct cands *c, const struct decoder *dec)
{
	make_room(f, sc->n);
	characters(f, sc, nm);
	words(f, sc, cl);
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

void
feat_free(struct feats *f)
{
	mem_free(f->v);
	mem_free(f->best);
	memset(f, 0, sizeof *f);
}
