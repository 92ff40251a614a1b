#include "known.h"

#include <string.h>

#include "foreign.h"
#include "place.h"
#include "utf8.h"

#define BITS 13
#define BINS (1U << BITS)
/* What a name costs that its article is known to hold. */
#define KNOWN_COST 45
/* Its rebate where that is the better. */
#define KNOWN_REBATE 25

/* The sum h with the first character at s, of which *n bytes are left; *n
 * becomes what is left behind it. */
static inline uint32_t
add_char(uint32_t h, const char *s, size_t *n)
{
	uint32_t cp;

	*n -= utf8_decode(s, *n, &cp);
	return h * 31U + cp;
}

static inline uint32_t
scatter(uint32_t h)
{
	return h * 2654435761U >> (32 - BITS);
}

/* Names are kept by their first two characters, or the one that they are: the
 * people of one surname are many. */
static uint32_t
bin(const char *s, size_t n)
{
	size_t left = n;
	uint32_t h = add_char(0, s, &left);

	if (left)
		h = add_char(h, s + (n - left), &left);
	return scatter(h);
}

/* Of the first four bytes, which a whole text is asked for. */
static inline uint32_t
head(const char *s)
{
	uint32_t w;

	memcpy(&w, s, sizeof w);
	return scatter(w);
}

static struct known_name *
find_name(const struct known *k, struct str name, enum ner_type type)
{
	uint32_t i;

	for (i = k->first[bin(name.s, name.len)]; i; i = k->v[i - 1].next)
		if (k->v[i - 1].type == type && k->v[i - 1].len == name.len &&
		    !memcmp(k->bytes.s + k->v[i - 1].at, name.s, name.len))
			return &k->v[i - 1];
	return NULL;
}

void
known_add(struct known *k, struct str name, enum ner_type type, unsigned rank,
    struct str canon, int sure)
{
	struct known_name *a;

	if (k->first == NULL) {
		k->first = mem_calloc(BINS, sizeof *k->first);
		k->heads = mem_calloc(BINS, 1);
	}
	if (name.len == 0)
		return;
	a = find_name(k, name, type);
	if (a == NULL) {
		k->v = mem_grow(k->v, &k->cap, k->n + 1, sizeof *k->v);
		a = &k->v[k->n++];
		memset(a, 0, sizeof *a);
		a->at = k->bytes.len;
		a->len = name.len;
		a->canon = canon;
		a->bin = bin(name.s, name.len);
		a->type = (uint8_t)type;
		a->rank = (uint8_t)rank;
		a->next = k->first[a->bin];
		k->first[a->bin] = (uint32_t)k->n;
		buf_put(&k->bytes, name.s, name.len);
	}
	a->seen++;
	a->sure += sure != 0;
}

static unsigned
weight(const struct known_name *a)
{
	return a->seen + 2 * a->sure;
}

/* 1 when the same name was found more often as something else. */
static int
outvoted(const struct known *k, const struct known_name *a)
{
	const struct known_name *b;
	uint32_t i;

	for (i = k->first[a->bin]; i; i = b->next) {
		b = &k->v[i - 1];
		if (b != a && b->len == a->len && weight(b) > weight(a) &&
		    !memcmp(k->bytes.s + b->at, k->bytes.s + a->at, a->len))
			return 1;
	}
	return 0;
}

/* The short form of name a: 临溪 of 临溪县, the last part of a name in parts.
 */
static struct str
short_of(const struct known_name *a, struct str name)
{
	struct str s = {"", 0};
	uint32_t cp;
	size_t i, k;

	if (a->type == NER_LOC && a->rank >= RANK_PROV &&
	    a->rank <= RANK_VILLAGE && a->rank != RANK_OTHER) {
		s.s = name.s;
		s.len = name.len - utf8_before(name.s, name.len, &cp);
	}
	if (a->type == NER_PER) {
		for (i = name.len; i > 0; i -= k) {
			k = utf8_before(name.s, i, &cp);
			if (foreign_dot(cp)) {
				s.s = name.s + i;
				s.len = name.len - i;
				break;
			}
		}
	}
	if (utf8_count(s.s, s.len) < 2)
		s.len = 0;
	return s;
}

/* From now on it is looked for. */
static void
make_count(struct known *k, struct known_name *a)
{
	a->counts = k->any = 1;
	if (a->len < 4)
		k->brief = 1;
	else
		k->heads[head(k->bytes.s + a->at)] = 1;
}

static void
add_short(struct known *k, size_t i)
{
	struct known_name a = k->v[i];
	struct buf copy = {0};
	struct known_name *b;
	struct str s;

	buf_put(&copy, k->bytes.s + a.at, a.len);
	s = short_of(&a, buf_str(&copy));
	if (s.len) {
		known_add(k, s, (enum ner_type)a.type, a.rank, a.canon, 1);
		b = find_name(k, s, (enum ner_type)a.type);
		make_count(k, b);
		if (b->full == 0)
			b->full = (uint32_t)i + 1;
	}
	buf_free(&copy);
}

void
known_settle(struct known *k)
{
	size_t i, n = k->n;
	struct known_name *a;

	for (i = 0; i < n; i++) {
		a = &k->v[i];
		a->counts = 0;
		if ((a->sure || a->seen > 1) && a->len > 3 && !outvoted(k, a)) {
			make_count(k, a);
			add_short(k, i);
		}
	}
}

size_t
known_next(const struct known *k, const char *s, size_t n, size_t i)
{
	/* of a character, by the upper half of its first byte */
	static const uint8_t len[] = {
	    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 3, 4};
	const uint8_t *heads = k->heads;
	unsigned char c;

	if (!k->any)
		return n;
	if (k->brief)
		return i;
	while (i + 4 <= n) {
		if (heads[head(s + i)])
			return i;
		c = (unsigned char)s[i];
		if (c >> 4 == 0xe)
			i += 3; /* without waiting for the table */
		else
			i += len[c >> 4];
	}
	return n;
}

/* The longest name of a bin that counts and stands at s. */
static const struct known_name *
in_bin(const struct known *k, const char *s, size_t n, uint32_t which)
{
	const struct known_name *a, *best = NULL;
	uint32_t i;

	for (i = k->first[which]; i; i = a->next) {
		a = &k->v[i - 1];
		if (a->counts && a->len <= n &&
		    (best == NULL || a->len > best->len) &&
		    !memcmp(k->bytes.s + a->at, s, a->len))
			best = a;
	}
	return best;
}

const struct known_name *
known_at(const struct known *k, const char *s, size_t n)
{
	const struct known_name *best = NULL;
	size_t left = n;
	uint32_t h;

	if (k->first == NULL || n == 0)
		return NULL;
	h = add_char(0, s, &left);
	if (left)
		best = in_bin(
		    k, s, n, scatter(add_char(h, s + (n - left), &left)));
	return best ? best : in_bin(k, s, n, scatter(h));
}

struct str
known_canon(const struct known *k, const struct known_name *a)
{
	struct str s = a->canon;

	if (s.len == 0 && a->full) {
		s.s = k->bytes.s + k->v[a->full - 1].at;
		s.len = k->v[a->full - 1].len;
	}
	return s;
}

void
known_find(const struct known *k, struct cands *c, const struct scan *sc)
{
	const struct known_name *a;
	struct cand *x;
	size_t i, to, next;
	int cost;

	for (i = 0; i < sc->n; i++) {
		next = known_next(k, sc->s.s, sc->s.len, sc->at[i]);
		while (sc->at[i] < next)
			i++;
		if (i == sc->n)
			return;
		a = known_at(k, sc->s.s + sc->at[i], sc->s.len - sc->at[i]);
		if (a == NULL || scan_cuts(sc, i))
			continue;
		for (to = i; sc->at[to] - sc->at[i] < a->len;)
			to++;
		if (scan_cuts(sc, to))
			continue;
		cost = scan_span(sc, i, to) - KNOWN_REBATE;
		x = cand_add(c, (enum ner_type)a->type, i, to,
		    cost < KNOWN_COST ? cost : KNOWN_COST,
		    CAND_SURE | CAND_KNOWN);
		x->rank = a->rank;
		if (x->canon.len == 0)
			x->canon = known_canon(k, a);
	}
}

void
known_reset(struct known *k)
{
	size_t i;

	for (i = 0; i < k->n; i++) {
		k->first[k->v[i].bin] = 0;
		if (k->v[i].len >= 4)
			k->heads[head(k->bytes.s + k->v[i].at)] = 0;
	}
	k->brief = k->any = 0;
	k->n = 0;
	buf_reset(&k->bytes);
}

void
known_free(struct known *k)
{
	mem_free(k->v);
	mem_free(k->first);
	mem_free(k->heads);
	buf_free(&k->bytes);
	memset(k, 0, sizeof *k);
}
