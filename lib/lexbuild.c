/*
 * Building a lexicon: the words are sorted, their characters numbered by how
 * often they come, and the double array filled in breadth from the root, each
 * state's children put at the first base where they all fit; so what is looked
 * at most lies close together.  The same words give the same bytes.
 */
#include "lex.h"

#include <stdlib.h>
#include <string.h>

#include "fold.h"
#include "lexfile.h"
#include "utf8.h"

#define MAXWORD 255 /* bytes */
/* Branches are put as they fit; those of many children are not tried again
 * where as many found no place. */
#define FITS 17
#define NCHARS (LEX_NINDEX * LEX_PAGE)

struct word {
	size_t key, len; /* in bytes */
	uint32_t classes;
	size_t canon, ncanon; /* in bytes */
	size_t seq;
	uint32_t value;
};

/* The words lo..hi-1 share depth bytes and are in state. */
struct branch {
	uint32_t state;
	size_t lo, hi, depth;
};

struct lex_build {
	struct buf bytes;
	struct word *v;
	size_t n, cap;
	char classes[LEX_MAXCLASS][LEX_CLASSNAME];
	uint32_t nclasses;
	struct fold fold;
	uint32_t *often; /* of each character: how often it comes */
	uint32_t *chars; /* that come, nchars of them, by code - 1 */
	uint32_t nchars;
	size_t all;	/* characters of all words */
	uint16_t *code; /* of each character, then */
	struct buf canon;
	struct lex_value *values;
	uint32_t nvalues;
	/* the double array */
	struct lex_unit *units;
	unsigned char *used; /* by unit: USED_... */
	size_t nunits, cap_units, cap_used;
	size_t first[FITS]; /* by log2 of children: where to look from */
	struct branch *todo;
	size_t ntodo, cap_todo;
};

enum { USED_UNIT = 1, USED_BASE = 2 };

struct lex_build *
lex_build_new(void)
{
	struct lex_build *lb = mem_calloc(1, sizeof *lb);

	lb->often = mem_calloc(NCHARS, sizeof *lb->often);
	return lb;
}

/* The bit of the class name, which is made where it is new; 0: no room. */
static uint32_t
class_bit(struct lex_build *lb, struct str name)
{
	uint32_t i;

	for (i = 0; i < lb->nclasses; i++)
		if (str_is(name, lb->classes[i]))
			return 1U << i;
	if (i == LEX_MAXCLASS || name.len == 0 || name.len >= LEX_CLASSNAME)
		return 0;
	memcpy(lb->classes[i], name.s, name.len);
	lb->nclasses++;
	return 1U << i;
}

/* Counts the characters of a word; 0 when there is a code for each, and a
 * unit: half of all are enough for their gaps. */
static int
count_chars(struct lex_build *lb, struct str word)
{
	uint32_t cp;
	size_t i;

	for (i = 0; i < word.len;) {
		i += utf8_decode(word.s + i, word.len - i, &cp);
		lb->nchars += lb->often[cp]++ == 0;
		lb->all++;
	}
	return lb->nchars > LEX_MAXCODE || lb->all > LEX_MAXUNITS / 2 ? -1 : 0;
}

int
lex_build_add(struct lex_build *lb, struct str word, struct str classes,
    struct str canon, const char **why)
{
	struct word *w;
	struct str name;
	uint32_t bits = 0, bit;
	const char *comma, *end = classes.s + classes.len;

	if (word.len == 0 || word.len > MAXWORD ||
	    utf8_valid(word.s, word.len) != word.len) {
		*why = "want a word in UTF-8 (1 to 255 bytes) in field 1";
		return -1;
	}
	for (name.s = classes.s;; name.s = comma + 1) {
		comma = memchr(name.s, ',', (size_t)(end - name.s));
		name.len = (size_t)((comma ? comma : end) - name.s);
		bit = class_bit(lb, name);
		if (bit == 0) {
			*why = "want class names (1 to 15 bytes, at most 32 "
			       "of them) in field 2";
			return -1;
		}
		bits |= bit;
		if (!comma)
			break;
	}
	fold_text(&lb->fold, word);
	if (count_chars(lb, buf_str(&lb->fold.text)) == -1) {
		*why = "more than 65535 different characters, or too many "
		       "words";
		return -1;
	}
	lb->v = mem_grow(lb->v, &lb->cap, lb->n + 1, sizeof *lb->v);
	w = &lb->v[lb->n];
	w->seq = lb->n++;
	w->key = lb->bytes.len;
	w->len = lb->fold.text.len;
	w->classes = bits;
	buf_put(&lb->bytes, lb->fold.text.s, w->len);
	w->canon = lb->bytes.len;
	w->ncanon = canon.len;
	buf_put(&lb->bytes, canon.s, canon.len);
	return 0;
}

static const char *sort_bytes; /* qsort has no context argument in C11 */

static int
by_key(const void *a, const void *b)
{
	const struct word *x = a, *y = b;
	struct str s = {sort_bytes + x->key, x->len};
	struct str t = {sort_bytes + y->key, y->len};
	int c = str_cmp(s, t);

	return c ? c : (x->seq > y->seq) - (x->seq < y->seq);
}

/* Sorts the words and joins those that come twice. */
static void
sort_words(struct lex_build *lb)
{
	size_t i, k = 0;

	sort_bytes = lb->bytes.s;
	if (lb->n)
		qsort(lb->v, lb->n, sizeof *lb->v, by_key);
	for (i = 0; i < lb->n; i++) {
		struct word *w = &lb->v[i], *last = k ? &lb->v[k - 1] : NULL;

		if (last && w->len == last->len &&
		    !memcmp(lb->bytes.s + w->key, lb->bytes.s + last->key,
			w->len)) {
			last->classes |= w->classes;
			if (last->ncanon == 0) {
				last->canon = w->canon;
				last->ncanon = w->ncanon;
			}
		} else {
			lb->v[k++] = *w;
		}
	}
	lb->n = k;
}

static const uint32_t *sort_often;

static int
by_often(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
	uint32_t n = sort_often[x], m = sort_often[y];

	return n != m ? (n < m) - (n > m) : (x > y) - (x < y);
}

/* Numbers the characters: the most frequent is 1. */
static void
number_chars(struct lex_build *lb)
{
	uint32_t n = 0, cp;

	lb->chars = mem_calloc(lb->nchars, sizeof *lb->chars);
	for (cp = 0; cp < NCHARS; cp++)
		if (lb->often[cp])
			lb->chars[n++] = cp;
	sort_often = lb->often;
	qsort(lb->chars, n, sizeof *lb->chars, by_often);
	lb->code = mem_calloc(NCHARS, sizeof *lb->code);
	for (n = 0; n < lb->nchars; n++)
		lb->code[lb->chars[n]] = (uint16_t)(n + 1);
}

static const struct word *sort_words_of;

/* By classes and canonical form, then in their order. */
static int
by_value(const void *a, const void *b)
{
	uint32_t i = *(const uint32_t *)a, k = *(const uint32_t *)b;
	const struct word *x = &sort_words_of[i], *y = &sort_words_of[k];
	struct str s = {sort_bytes + x->canon, x->ncanon};
	struct str t = {sort_bytes + y->canon, y->ncanon};
	int c;

	if (x->classes != y->classes)
		return x->classes < y->classes ? -1 : 1;
	c = str_cmp(s, t);
	return c ? c : (i > k) - (i < k);
}

/* Words that share a value, by its first word. */
struct group {
	uint32_t word, n;
};

/* Those of most words first. */
static int
by_size(const void *a, const void *b)
{
	const struct group *x = a, *y = b;

	if (x->n != y->n)
		return x->n < y->n ? 1 : -1;
	return (x->word > y->word) - (x->word < y->word);
}

/* The values, each once, and the index of each word's. */
static void
number_values(struct lex_build *lb)
{
	uint32_t *v = mem_calloc(lb->n, sizeof *v), i, k, n = 0;
	struct group *g = mem_calloc(lb->n, sizeof *g);
	struct word *w, *first;

	for (i = 0; i < lb->n; i++)
		v[i] = i;
	sort_words_of = lb->v;
	qsort(v, lb->n, sizeof *v, by_value);
	for (i = 0; i < lb->n; i++) {
		w = &lb->v[v[i]];
		first = n ? &lb->v[g[n - 1].word] : w;
		if (n == 0 || w->classes != first->classes ||
		    w->ncanon != first->ncanon ||
		    memcmp(lb->bytes.s + w->canon, lb->bytes.s + first->canon,
			w->ncanon))
			g[n++].word = v[i];
		g[n - 1].n++;
		w->value = g[n - 1].word;
	}
	qsort(g, n, sizeof *g, by_size);
	lb->values = mem_calloc(n, sizeof *lb->values);
	lb->nvalues = n;
	for (k = 0; k < n; k++) {
		w = &lb->v[g[k].word];
		lb->values[k].classes = w->classes;
		lb->values[k].canon = (uint32_t)lb->canon.len;
		lb->values[k].len = (uint32_t)w->ncanon;
		buf_put(&lb->canon, lb->bytes.s + w->canon, w->ncanon);
		v[g[k].word] = k;
	}
	for (i = 0; i < lb->n; i++)
		lb->v[i].value = v[lb->v[i].value];
	mem_free(v);
	mem_free(g);
}

static void
need_units(struct lex_build *lb, size_t n)
{
	size_t i = lb->nunits;

	if (n <= i)
		return;
	lb->units = mem_grow(lb->units, &lb->cap_units, n, sizeof *lb->units);
	lb->used = mem_grow(lb->used, &lb->cap_used, n, 1);
	memset(lb->units + i, 0, (n - i) * sizeof *lb->units);
	memset(lb->used + i, 0, n - i);
	lb->nunits = n;
}

/* First base, of no other state, where all the codes fall on free units; the
 * first of them is the least. */
static size_t
find_base(struct lex_build *lb, const unsigned *codes, size_t n)
{
	size_t b, i, fit = 0, *first;

	while (n >> (fit + 1))
		fit++;
	first = &lb->first[fit];
	for (;; ++*first) {
		need_units(lb, *first + lb->nchars + 1);
		if (*first <= codes[0] || (lb->used[*first] & USED_UNIT))
			continue;
		b = *first - codes[0];
		if (lb->used[b] & USED_BASE)
			continue;
		for (i = 1; i < n; i++)
			if (lb->used[b + codes[i]] & USED_UNIT)
				break;
		if (i == n)
			return b;
	}
}

static int
by_number(const void *a, const void *b)
{
	unsigned x = *(const unsigned *)a, y = *(const unsigned *)b;

	return (x > y) - (x < y);
}

/* The code by which word w goes on at depth bytes; 0 at its end. */
static unsigned
code_at(const struct lex_build *lb, const struct word *w, size_t depth)
{
	uint32_t cp;

	if (depth == w->len)
		return 0;
	utf8_decode(lb->bytes.s + w->key + depth, w->len - depth, &cp);
	return lb->code[cp];
}

/* The children of a branch at base b, as branches of their own. */
static void
put_children(struct lex_build *lb, const struct branch *br, size_t b)
{
	struct branch *child = NULL;
	unsigned c, last = 0;
	uint32_t cp;
	size_t i;

	for (i = br->lo; i < br->hi; i++) {
		const struct word *w = &lb->v[i];

		c = code_at(lb, w, br->depth);
		if (c == 0)
			continue;
		if (c != last) {
			lb->todo = mem_grow(lb->todo, &lb->cap_todo,
			    lb->ntodo + 1, sizeof *lb->todo);
			child = &lb->todo[lb->ntodo++];
			child->state = (uint32_t)(b + c);
			child->lo = i;
			child->depth =
			    br->depth +
			    utf8_decode(lb->bytes.s + w->key + br->depth,
				w->len - br->depth, &cp);
			lb->units[b + c].code = (uint16_t)c;
			last = c;
		}
		child->hi = i + 1;
	}
}

/* Gives the state of a branch its value, and its children their units.
 * codes: room for one of each character, and one more. */
static void
place(struct lex_build *lb, const struct branch *br, unsigned *codes)
{
	struct lex_unit *u = &lb->units[br->state];
	uint32_t value = lb->v[br->lo].value;
	int ends = lb->v[br->lo].len == br->depth;
	int far = ends && value + 1 >= LEX_FAR;
	size_t i, n = 0, b;
	unsigned c;

	if (ends)
		u->value = (uint16_t)(far ? LEX_FAR : value + 1);
	if (far)
		codes[n++] = 0;
	for (i = br->lo + (size_t)ends; i < br->hi; i++) {
		c = code_at(lb, &lb->v[i], br->depth);
		if (n == (size_t)far || codes[n - 1] != c)
			codes[n++] = c;
	}
	if (n == 0)
		return;
	qsort(codes, n, sizeof *codes, by_number);
	b = find_base(lb, codes, n);
	lb->used[b] |= USED_BASE;
	u = &lb->units[br->state]; /* it may have moved */
	u->base = (uint32_t)b << 8;
	for (i = 0; i < n; i++) {
		lb->used[b + codes[i]] |= USED_UNIT;
		u->base |= 1U << codes[i] % 8;
	}
	if (far)
		lb->units[b].base = value << 8;
	put_children(lb, br, b);
}

/* All words, from the root in breadth. */
static void
fill(struct lex_build *lb)
{
	unsigned *codes = mem_calloc((size_t)lb->nchars + 1, sizeof *codes);
	struct branch br = {LEX_ROOT, 0, lb->n, 0};
	size_t i = 0;

	need_units(lb, 1);
	lb->used[0] = USED_UNIT | USED_BASE;
	if (lb->n)
		place(lb, &br, codes);
	for (; i < lb->ntodo; i++) {
		br = lb->todo[i]; /* which may move */
		place(lb, &br, codes);
	}
	mem_free(codes);
}

/* Fills in the head at the start of the image. */
static void
set_head(struct lex_build *lb, struct buf *b, uint32_t npages)
{
	struct lex_head h = {LEX_MAGIC, LEX_ORDER, 0, (uint32_t)lb->nunits,
	    lb->nvalues, lb->nclasses, (uint32_t)lb->canon.len, lb->nchars,
	    npages};

	h.check = lex_checksum(b->s + sizeof h, b->len - sizeof h);
	memcpy(b->s, &h, sizeof h);
}

/* 1 when a character of that page has a code. */
static int
in_use(const struct lex_build *lb, size_t page)
{
	size_t i;

	for (i = 0; i < LEX_PAGE; i++)
		if (lb->code[page * LEX_PAGE + i])
			return 1;
	return 0;
}

/* The index of pages and the pages, of which the first is empty; returns how
 * many there are. */
static uint32_t
put_codes(const struct lex_build *lb, struct buf *b)
{
	static const uint16_t none[LEX_PAGE];
	uint16_t index[LEX_NINDEX] = {0}, n = 1;
	size_t i;

	for (i = 0; i < LEX_NINDEX; i++)
		if (in_use(lb, i))
			index[i] = n++;
	buf_put(b, (const char *)index, sizeof index);
	buf_put(b, (const char *)none, sizeof none);
	for (i = 0; i < LEX_NINDEX; i++)
		if (index[i])
			buf_put(b, (const char *)(lb->code + i * LEX_PAGE),
			    LEX_PAGE * sizeof *lb->code);
	return n;
}

static void
free_all(struct lex_build *lb)
{
	buf_free(&lb->canon);
	buf_free(&lb->bytes);
	fold_free(&lb->fold);
	mem_free(lb->v);
	mem_free(lb->often);
	mem_free(lb->chars);
	mem_free(lb->code);
	mem_free(lb->values);
	mem_free(lb->units);
	mem_free(lb->used);
	mem_free(lb->todo);
	mem_free(lb);
}

void
lex_build_end(struct lex_build *lb, struct buf *image)
{
	uint32_t npages;

	sort_words(lb);
	number_chars(lb);
	number_values(lb);
	fill(lb);
	while (lb->canon.len % 4)
		buf_putc(&lb->canon, '\0');
	buf_reset(image);
	buf_reserve(image, sizeof(struct lex_head));
	image->len = sizeof(struct lex_head);
	buf_put(image, (const char *)lb->units, lb->nunits * sizeof *lb->units);
	buf_put(
	    image, (const char *)lb->values, lb->nvalues * sizeof *lb->values);
	buf_put(image, lb->classes[0], (size_t)lb->nclasses * LEX_CLASSNAME);
	buf_put(image, (const char *)lb->chars, lb->nchars * sizeof *lb->chars);
	npages = put_codes(lb, image);
	buf_put(image, lb->canon.s, lb->canon.len);
	set_head(lb, image, npages);
	free_all(lb);
}
