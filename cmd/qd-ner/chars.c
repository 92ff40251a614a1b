/*
 * The characters of a text that is taken apart (scan.h), each by itself and
 * with the next ones.
 */
#include "scan.h"
#include "utf8.h"

/* utf8_decode of valid UTF-8, with a short way for what most characters are. */
static inline size_t
next_char(const char *s, size_t n, uint32_t *cp)
{
	const unsigned char *u = (const unsigned char *)s;

	if (u[0] < 0xe3 || u[0] > 0xec || n < 3)
		return utf8_decode(s, n, cp);
	*cp = (u[0] & 15U) << 12 | (u[1] & 63U) << 6 | (u[2] & 63U);
	return 3;
}

/* The characters of the text: where they begin, and their ids. */
static void
decode(struct scan *sc)
{
	const uint16_t *ids = sc->nm->ids;
	const char *s = sc->s.s;
	uint32_t *at = sc->at, *cps = sc->cp, cp;
	uint16_t *id = sc->id;
	size_t i, n, k, len = sc->s.len;

	for (i = n = 0; i < len; i += k, n++) {
		k = next_char(s + i, len - i, &cp);
		at[n] = (uint32_t)i;
		cps[n] = cp;
		id[n] =
		    cp < 0x10000 ? ids[cp] : (uint16_t)names_id_far(sc->nm, cp);
	}
	at[n] = (uint32_t)i;
	cps[n] = 0;
	id[n] = id[n + 1] = (uint16_t)sc->nm->end; /* know_pairs looks ahead */
	sc->n = n;
}

/* What is known of each character.  What the words that begin with it and the
 * next need is on its way from memory meanwhile. */
static void
know(struct scan *sc)
{
	const struct names_start *starts = sc->nm->starts, *st;
	const struct lex_unit *units = sc->nm->trie.units;
	const uint16_t *id = sc->id;
	struct names_brief *brief = sc->brief;
	uint8_t *kind = sc->kind, *mark = sc->mark;
	uint32_t *two = sc->two;
	size_t i, n = sc->n;

	for (i = 0; i < n; i++) {
		st = &starts[id[i]];
		two[i] = (st->base >> 8) + id[i + 1];
		__builtin_prefetch(units + two[i]);
		kind[i] = st->kind;
		mark[i] = st->marks;
		brief[i] = st->brief;
	}
	kind[n] = CHAR_PUNCT;
	mark[n] = 0;
}

/* The state that each character and the next lead to; the same for those with
 * the one behind.  No branch, for where words go on cannot be foretold. */
static void
know_pairs(struct scan *sc)
{
	const struct lex_trie t = sc->nm->trie;
	const uint16_t *id = sc->id;
	uint32_t *two = sc->two, state, base;
	size_t i, n = sc->n;
	unsigned third;

	for (i = 0; i < n; i++) {
		state = two[i] & -(uint32_t)(two[i] < t.nunits);
		state &= -(uint32_t)(t.units[state].code == id[i + 1]);
		two[i] = state;
		base = t.units[state].base;
		third = id[i + 2];
		__builtin_prefetch(t.units + (((base >> 8) + third) &
						 -(base >> third % 8 & 1)));
	}
}

/* Where those with a mark stand.  No branch: it is hard to foretell. */
static void
list_marked(struct scan *sc)
{
	uint32_t *sur = sc->sur, *head = sc->head;
	const uint8_t *mark = sc->mark;
	size_t i, nsur = 0, nhead = 0;

	for (i = 0; i < sc->n; i++) {
		sur[nsur] = head[nhead] = (uint32_t)i;
		nsur += (mark[i] & MARK_SUR) != 0;
		nhead += (mark[i] & (MARK_HEAD | MARK_JOINT)) != 0;
	}
	sc->nsur = nsur;
	sc->nhead = nhead;
}

void
scan_chars(struct scan *sc)
{
	decode(sc);
	know(sc);
	know_pairs(sc);
	list_marked(sc);
}
