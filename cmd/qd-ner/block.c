#include "block.h"

#include <string.h>

#include "both.h"
#include "fold.h"
#include "term.h"
#include "utf8.h"

/* A longer text is cut, where a sentence ends; in bytes. */
#define PIECE 16384
/* Bytes of an article that are kept folded, to save folding them again. */
#define KEPT ((size_t)1 << 20)
#define NOT_KEPT SIZE_MAX

/* 1 when a sentence ends before byte i of s (i >= 3), folded or not. */
static int
sentence_ends(const char *s, size_t i)
{
	return s[i - 1] == '\n' || s[i - 1] == '!' || s[i - 1] == '?' ||
	       !memcmp(s + i - 3, "。", 3) || !memcmp(s + i - 3, "！", 3) ||
	       !memcmp(s + i - 3, "？", 3);
}

/* The next piece of text from byte from on. */
static struct str
next_piece(struct str text, size_t from)
{
	struct str s = {text.s + from, text.len - from};
	size_t i;

	if (s.len <= PIECE)
		return s;
	for (i = PIECE; i > PIECE / 2; i--)
		if (sentence_ends(s.s, i))
			break;
	s.len = i > PIECE / 2 ? i : utf8_cut(s.s, PIECE);
	return s;
}

/* What the decoder chose and is probable enough, as the names of p, which
 * begins at byte base. */
static void
take_names(struct namer *m, struct piece *p, uint32_t base)
{
	const struct decoder *d = &m->find->dec;
	const uint32_t *at = m->find->scan.at;
	const struct cand *c;
	struct name *n;
	size_t i;

	p->first = m->nnames;
	m->names =
	    mem_grow(m->names, &m->ncap, m->nnames + d->n, sizeof *m->names);
	for (i = 0; i < d->n; i++) {
		c = &m->find->cands.v[d->v[i]];
		if (c->p < m->least)
			continue;
		n = &m->names[m->nnames++];
		n->from = base + at[c->from];
		n->to = base + at[c->to];
		n->type = c->type;
		n->flags = c->flags;
		n->rank = c->rank;
		n->p = c->p;
		n->part = c->flags & CAND_CHAIN ? base + at[c->part] : n->from;
		n->canon = c->canon;
	}
	p->n = m->nnames - p->first;
}

/* Counts a name of the article, and the last of a chain of places. */
static void
count_name(struct namer *m, struct str text, const struct name *n)
{
	struct str s = {text.s + n->from, n->to - n->from};
	struct str last = {text.s + n->part, n->to - n->part};
	struct str none = {"", 0};
	int sure = (n->flags & CAND_SURE) != 0;

	if (n->type > NER_LOC || n->type == NER_POST ||
	    (n->flags & CAND_GENERIC))
		return;
	known_add(
	    &m->known, s, (enum ner_type)n->type, n->rank, n->canon, sure);
	if (n->part > n->from)
		known_add(&m->known, last, NER_LOC, n->rank, none, sure);
}

/* The text in half width, and in simplified characters where it is in
 * traditional ones: as the lists and the model know names. */
static struct str
fold_piece(struct namer *m, struct str text)
{
	const struct simple *sm = m->find->simple;

	fold_bytes(&m->fold, text);
	if (sm && simple_is_traditional(sm, buf_str(&m->fold)))
		simple_text(sm, m->fold.s, m->fold.len);
	return buf_str(&m->fold);
}

static void
read_piece(struct namer *m, const struct block *b, struct str text)
{
	struct str folded = fold_piece(m, text);
	struct piece *p;
	size_t i;

	m->pieces =
	    mem_grow(m->pieces, &m->pcap, m->npieces + 1, sizeof *m->pieces);
	p = &m->pieces[m->npieces++];
	p->at = NOT_KEPT;
	p->len = folded.len;
	if (m->kept.len + folded.len <= KEPT) {
		p->at = m->kept.len;
		buf_put(&m->kept, folded.s, folded.len);
	}
	find_text(m->find, folded, b->byline, NULL);
	take_names(m, p, 0);
	for (i = 0; m->agree && i < p->n; i++)
		count_name(m, folded, &m->names[p->first + i]);
}

void
block_read(struct namer *m, struct block *b, struct str text)
{
	struct str s;
	size_t from;

	b->first = m->npieces;
	for (from = 0; from < text.len; from += s.len) {
		s = next_piece(text, from);
		read_piece(m, b, s);
	}
}

void
block_settle(struct namer *m)
{
	if (m->agree)
		known_settle(&m->known);
}

/* 1 when the bytes from..to of the text hold a known name where the piece has
 * not that name. */
static int
known_missed(const struct namer *m, const struct piece *p, struct str s,
    size_t from, size_t to)
{
	const struct name *n = m->names + p->first, *end = n + p->n;
	const struct known_name *k;
	uint32_t cp;
	size_t i;

	for (i = known_next(&m->known, s.s, to, from); i < to;
	     i = known_next(&m->known, s.s, to, i)) {
		while (n < end && n->to <= i)
			n++;
		k = known_at(&m->known, s.s + i, to - i);
		if (k && (n == end || n->from > i || n->to < i + k->len))
			return 1;
		if (k && n->from == i && n->to == i + k->len &&
		    n->type != k->type)
			return 1;
		i += utf8_decode(s.s + i, to - i, &cp);
	}
	return 0;
}

/* Names i.. of the piece that end by the end of the sentence that begins at
 * byte from: into sub; where it ends.  No name is cut. */
static size_t
sentence(const struct namer *m, const struct piece *p, struct str s,
    size_t from, struct piece *sub)
{
	size_t to = from, i = sub->first + sub->n, end = p->first + p->n;

	sub->first = i;
	do {
		do
			to++;
		while (to < s.len && (to < 3 || !sentence_ends(s.s, to)));
		while (i < end && m->names[i].to <= to)
			i++;
	} while (to < s.len && i < end && m->names[i].from < to);
	sub->n = i - sub->first;
	return to;
}

/* Decodes the sentences of a piece again in which a known name was missed. */
static void
revise(struct namer *m, const struct block *b, struct piece *p, struct str s)
{
	struct piece old = {p->first, 0, 0, 0}, now;
	size_t from, to, first = m->nnames;
	struct str part;

	for (from = 0; from < s.len; from = to) {
		to = sentence(m, p, s, from, &old);
		if (known_missed(m, &old, s, from, to)) {
			part.s = s.s + from;
			part.len = to - from;
			find_text(m->find, part, b->byline, &m->known);
			take_names(m, &now, (uint32_t)from);
			continue;
		}
		m->names = mem_grow(
		    m->names, &m->ncap, m->nnames + old.n, sizeof *m->names);
		if (old.n)
			memcpy(m->names + m->nnames, m->names + old.first,
			    old.n * sizeof *m->names);
		m->nnames += old.n;
	}
	p->first = first;
	p->n = m->nnames - first;
}

/* Gives short forms what they are short for. */
static void
complete(struct namer *m, const struct piece *p, struct str text)
{
	const struct known_name *k;
	struct name *n;
	size_t i;

	for (i = 0; i < p->n; i++) {
		n = &m->names[p->first + i];
		if (n->canon.len)
			continue;
		k = known_at(&m->known, text.s + n->from, n->to - n->from);
		if (k && k->type == n->type && k->len == n->to - n->from)
			n->canon = known_canon(&m->known, k);
	}
}

/* The folded text of a piece. */
static struct str
folded_text(struct namer *m, const struct piece *p, struct str text)
{
	struct str s;

	if (p->at == NOT_KEPT)
		return fold_piece(m, text);
	s.s = m->kept.s + p->at;
	s.len = p->len;
	return s;
}

/* Sets m->at where names begin and end: the text's byte of the folded one. */
static void
places(struct namer *m, struct str text, size_t folded, const struct name *v,
    size_t n)
{
	struct both b = {0, 0};
	size_t i;

	m->at = mem_grow(m->at, &m->acap, folded + 1, sizeof *m->at);
	for (i = 0; i < n; i++) {
		m->at[v[i].from] = (uint32_t)both_go(&b, text, v[i].from);
		m->at[v[i].to] = (uint32_t)both_go(&b, text, v[i].to);
	}
}

/* Adds the names of a piece that stands at byte base of the block's text. */
static void
piece_names(struct namer *m, const struct block *b, struct piece p,
    struct str text, size_t base, struct ann_list *list)
{
	size_t i = list->n, kept = m->nnames;
	struct str folded = folded_text(m, &p, text);
	const struct name *v;

	if (m->agree && known_missed(m, &p, folded, 0, folded.len))
		revise(m, b, &p, folded);
	if (m->agree)
		complete(m, &p, folded);
	v = m->names + p.first;
	link_names(&m->linker, folded, v, p.n);
	places(m, text, folded.len, v, p.n);
	link_write(&m->linker, list, folded, m->at, v, p.n);
	if (m->terms)
		term_add(list, text, folded, &m->linker, v, p.n);
	for (; i < list->n; i++) {
		list->v[i].from += base;
		list->v[i].to += base;
	}
	m->nnames = kept;
}

int
block_next(struct namer *m, const struct block *b, struct str text,
    struct block_walk *w, struct ann_list *list)
{
	struct str s;

	if (w->at == text.len)
		return 0;
	s = next_piece(text, w->at);
	piece_names(m, b, m->pieces[b->first + w->pieces++], s, w->at, list);
	w->at += s.len;
	return 1;
}

void
namer_reset(struct namer *m)
{
	known_reset(&m->known);
	m->npieces = m->nnames = 0;
	buf_reset(&m->kept);
}

void
namer_free(struct namer *m)
{
	known_free(&m->known);
	mem_free(m->pieces);
	mem_free(m->names);
	buf_free(&m->kept);
	buf_free(&m->fold);
	mem_free(m->at);
	link_free(&m->linker);
	memset(m, 0, sizeof *m);
}
