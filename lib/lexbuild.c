/*
 * Building a lexicon: the words are sorted and the double array filled in
 * breadth from the root, each state's children put at the first base where
 * they all fit.  The same words give the same bytes.
 */
#include "lex.h"

#include <stdlib.h>
#include <string.h>

#include "fold.h"
#include "lexfile.h"
#include "utf8.h"

#define FREE 0xffffffffU
#define MAXWORD 255 /* bytes: bounds the depth of place */

struct word {
	size_t key, len; /* in bytes */
	uint32_t classes;
	size_t canon, ncanon; /* in bytes */
	size_t seq;
};

struct lex_build {
	struct buf bytes;
	struct word *v;
	size_t n, cap;
	char classes[LEX_MAXCLASS][LEX_CLASSNAME];
	uint32_t nclasses;
	struct fold fold;
	/* the double array */
	uint32_t *base, *check;
	size_t nunits, cap_base, cap_check;
	size_t first; /* no free unit before it */
};

struct lex_build *
lex_build_new(void)
{
	return mem_calloc(1, sizeof(struct lex_build));
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

static void
need_units(struct lex_build *lb, size_t n)
{
	size_t i = lb->nunits;

	if (n <= i)
		return;
	lb->base = mem_grow(lb->base, &lb->cap_base, n, sizeof *lb->base);
	lb->check = mem_grow(lb->check, &lb->cap_check, n, sizeof *lb->check);
	for (; i < n; i++) {
		lb->base[i] = 0;
		lb->check[i] = FREE;
	}
	lb->nunits = n;
}

/* First base where all the codes fall on free units. */
static size_t
find_base(struct lex_build *lb, const unsigned *codes, size_t n)
{
	size_t b, i;

	while (lb->first < lb->nunits && lb->check[lb->first] != FREE)
		lb->first++;
	b = lb->first > codes[0] ? lb->first - codes[0] : 1;
	for (;; b++) {
		need_units(lb, b + 258);
		for (i = 0; i < n; i++)
			if (lb->check[b + codes[i]] != FREE)
				break;
		if (i == n)
			return b;
	}
}

/* Code of word w at depth: 0 at its end, else its byte + 1. */
static unsigned
code_at(const struct lex_build *lb, const struct word *w, size_t depth)
{
	if (depth == w->len)
		return 0;
	return (unsigned char)lb->bytes.s[w->key + depth] + 1U;
}

/* The words lo..hi-1 share depth bytes and are in state s. */
static void
place(struct lex_build *lb, size_t s, size_t lo, size_t hi, size_t depth)
{
	unsigned codes[257], c;
	size_t from[258], n = 0, i, b;

	for (i = lo; i < hi; i++) {
		c = code_at(lb, &lb->v[i], depth);
		if (n == 0 || codes[n - 1] != c) {
			codes[n] = c;
			from[n++] = i;
		}
	}
	if (n == 0)
		return;
	from[n] = hi;
	b = find_base(lb, codes, n);
	lb->base[s] = (uint32_t)b;
	for (i = 0; i < n; i++)
		lb->check[b + codes[i]] = (uint32_t)s;
	for (i = 0; i < n; i++) {
		if (codes[i] == 0)
			lb->base[b] = (uint32_t)from[i];
		else
			place(
			    lb, b + codes[i], from[i], from[i + 1], depth + 1);
	}
}

static void
put32(struct buf *b, uint32_t v)
{
	buf_put(b, (const char *)&v, sizeof v);
}

/* Fills in the head at the start of the image. */
static void
set_head(struct lex_build *lb, struct buf *b, size_t nbytes)
{
	struct lex_head h = {LEX_MAGIC, LEX_ORDER, 0, (uint32_t)lb->nunits,
	    (uint32_t)lb->n, lb->nclasses, (uint32_t)nbytes};

	h.check = lex_checksum(b->s + sizeof h, b->len - sizeof h);
	memcpy(b->s, &h, sizeof h);
}

void
lex_build_end(struct lex_build *lb, struct buf *image)
{
	struct buf canon = {0};
	size_t i;

	sort_words(lb);
	need_units(lb, 1);
	lb->check[0] = 0; /* the root is taken */
	if (lb->n)
		place(lb, 0, 0, lb->n, 0);
	for (i = 0; i < lb->n; i++) {
		size_t at = canon.len;

		buf_put(&canon, lb->bytes.s + lb->v[i].canon, lb->v[i].ncanon);
		lb->v[i].canon = at;
	}
	while (canon.len % 4)
		buf_putc(&canon, '\0');
	buf_reset(image);
	buf_reserve(image, sizeof(struct lex_head));
	image->len = sizeof(struct lex_head);
	for (i = 0; i < lb->nunits; i++) {
		put32(image, lb->base[i]);
		put32(image, lb->check[i]);
	}
	for (i = 0; i < lb->n; i++) {
		put32(image, lb->v[i].classes);
		put32(image, (uint32_t)lb->v[i].canon);
		put32(image, (uint32_t)lb->v[i].ncanon);
	}
	buf_put(image, lb->classes[0], (size_t)lb->nclasses * LEX_CLASSNAME);
	buf_put(image, canon.s, canon.len);
	set_head(lb, image, canon.len);
	buf_free(&canon);
	buf_free(&lb->bytes);
	fold_free(&lb->fold);
	mem_free(lb->v);
	mem_free(lb->base);
	mem_free(lb->check);
	mem_free(lb);
}
