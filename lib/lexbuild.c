/*
 * Building a lexicon: the words are sorted, their characters and their values
 * numbered by how often they come, so that what is looked at most lies close
 * together.  The same words give the same bytes.
 */
#include "lex.h"

#include <stdlib.h>
#include <string.h>

#include "fold.h"
#include "lexfile.h"
#include "lextrie.h"
#include "utf8.h"

#define MAXWORD 255 /* bytes */
#define NCHARS ((size_t)LEX_NINDEX * LEX_PAGE)

struct word {
	size_t key, len; /* in bytes */
	uint32_t classes;
	size_t canon, ncanon; /* in bytes */
	size_t seq;
	uint32_t value;
};

struct lex_build {
	struct buf bytes;
	struct word *v;
	size_t n, cap;
	char classes[LEX_MAXCLASS][LEX_CLASSNAME];
	uint32_t nclasses;
	struct buf fold;
	uint32_t *often; /* of each character: how often it comes */
	uint32_t *chars; /* that come, nchars of them, by code - 1 */
	uint32_t nchars;
	size_t all;	/* characters of all words */
	uint16_t *code; /* of each character, then */
	struct buf canon;
	struct lex_value *values;
	uint32_t nvalues;
	struct lextrie trie;
};

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
	fold_bytes(&lb->fold, word);
	if (count_chars(lb, buf_str(&lb->fold)) == -1) {
		*why = "more than 65535 different characters, or too many "
		       "words";
		return -1;
	}
	lb->v = mem_grow(lb->v, &lb->cap, lb->n + 1, sizeof *lb->v);
	w = &lb->v[lb->n];
	w->seq = lb->n++;
	w->key = lb->bytes.len;
	w->len = lb->fold.len;
	w->classes = bits;
	buf_put(&lb->bytes, lb->fold.s, w->len);
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

/* The words as the double array wants them. */
static void
fill(struct lex_build *lb)
{
	struct lextrie_word *v = mem_calloc(lb->n, sizeof *v);
	size_t i;

	for (i = 0; i < lb->n; i++) {
		v[i].s.s = lb->bytes.s + lb->v[i].key;
		v[i].s.len = lb->v[i].len;
		v[i].value = lb->v[i].value;
	}
	lextrie_build(&lb->trie, v, lb->n, lb->code, lb->nchars);
	mem_free(v);
}

/* Fills in the head at the start of the image. */
static void
set_head(struct lex_build *lb, struct buf *b, uint32_t npages)
{
	struct lex_head h = {LEX_MAGIC, LEX_ORDER, 0, (uint32_t)lb->trie.nunits,
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
	buf_free(&lb->fold);
	mem_free(lb->v);
	mem_free(lb->often);
	mem_free(lb->chars);
	mem_free(lb->code);
	mem_free(lb->values);
	lextrie_free(&lb->trie);
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
	buf_put(image, (const char *)lb->trie.units,
	    lb->trie.nunits * sizeof *lb->trie.units);
	buf_put(
	    image, (const char *)lb->values, lb->nvalues * sizeof *lb->values);
	buf_put(image, lb->classes[0], (size_t)lb->nclasses * LEX_CLASSNAME);
	buf_put(image, (const char *)lb->chars, lb->nchars * sizeof *lb->chars);
	npages = put_codes(lb, image);
	buf_put(image, lb->canon.s, lb->canon.len);
	set_head(lb, image, npages);
	free_all(lb);
}
