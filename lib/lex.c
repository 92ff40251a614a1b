#include "lex.h"

#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "hash.h"
#include "lexfile.h"
#include "utf8.h"

struct lex {
	struct lex_trie trie;
	const struct lex_value *values;
	const char *classes;   /* nclasses names of LEX_CLASSNAME bytes */
	const uint32_t *chars; /* by code - 1 */
	const uint16_t *index; /* of LEX_NINDEX pages */
	const uint16_t *pages;
	const char *bytes;
	uint32_t nclasses, ncodes;
	void *map;
	size_t size;
	struct buf image; /* or the bytes are here */
};

uint32_t
lex_checksum(const char *s, size_t n)
{
	return (uint32_t)hash_bytes(s, n).lo;
}

/* The greatest code of a unit: who walks by numbers of his own above the codes
 * (qd-ner has one for the end of a text) must not meet them. */
static unsigned
greatest(const struct lex_unit *u, size_t n)
{
	uint16_t most = 0; /* of the codes' own width, for vectors */
	size_t i;

	for (i = 0; i < n; i++)
		most = u[i].code > most ? u[i].code : most;
	return most;
}

/* 1 when each code has a character, which has that code. */
static int
chars_good(const struct lex *lx)
{
	uint32_t i;

	for (i = 0; i < lx->ncodes; i++)
		if (lex_code(lx, lx->chars[i]) != i + 1)
			return 0;
	return 1;
}

/* What is wrong with the numbers in the sections, or NULL. */
static const char *
check_parts(const struct lex *lx, const struct lex_head *h)
{
	size_t i;

	if (greatest(lx->trie.units, h->nunits) > h->ncodes)
		return "damaged: a unit of a code that is none";
	for (i = 0; i < h->nvalues; i++)
		if ((uint64_t)lx->values[i].canon + lx->values[i].len >
		    h->nbytes)
			return "damaged: a form lies outside the file";
	for (i = 0; i < h->nclasses; i++)
		if (!memchr(
			lx->classes + i * LEX_CLASSNAME, '\0', LEX_CLASSNAME))
			return "damaged: a class name has no end";
	for (i = 0; i < LEX_NINDEX; i++)
		if (lx->index[i] >= h->npages)
			return "damaged: a page lies outside the file";
	for (i = 0; i < (size_t)h->npages * LEX_PAGE; i++)
		if (lx->pages[i] > h->ncodes)
			return "damaged: a code that is none";
	if (!chars_good(lx))
		return "damaged: a code and its character differ";
	return NULL;
}

/* Sets up lx over the size bytes at p; what is wrong with them, or NULL. */
static const char *
lay_out(struct lex *lx, const char *p, size_t size)
{
	struct lex_head h;
	uint64_t need; /* of 32 bits each: none of this passes 64 */

	if (size < sizeof h)
		return "too short for a lexicon";
	memcpy(&h, p, sizeof h);
	if (memcmp(h.magic, LEX_MAGIC, 8))
		return "not a lexicon of this version (build it with mklex)";
	if (h.order != LEX_ORDER)
		return "built on a machine of another byte order";
	need = sizeof h + (uint64_t)h.nunits * sizeof(struct lex_unit) +
	       (uint64_t)h.nvalues * sizeof(struct lex_value) +
	       (uint64_t)h.nclasses * LEX_CLASSNAME +
	       (uint64_t)h.ncodes * sizeof(uint32_t) +
	       (LEX_NINDEX + (uint64_t)h.npages * LEX_PAGE) * sizeof(uint16_t) +
	       h.nbytes;
	if (need != size || h.nunits == 0 || h.npages == 0 ||
	    h.nclasses > LEX_MAXCLASS || h.ncodes > LEX_MAXCODE)
		return "damaged: its size is not what its head says";
	if (lex_checksum(p + sizeof h, size - sizeof h) != h.check)
		return "damaged: the checksum differs";
	p += sizeof h;
	lx->trie.units = (const struct lex_unit *)(const void *)p;
	p += (size_t)h.nunits * sizeof(struct lex_unit);
	lx->values = (const struct lex_value *)(const void *)p;
	p += (size_t)h.nvalues * sizeof(struct lex_value);
	lx->classes = p;
	p += (size_t)h.nclasses * LEX_CLASSNAME;
	lx->chars = (const uint32_t *)(const void *)p;
	lx->index = (const uint16_t *)(lx->chars + h.ncodes);
	lx->pages = lx->index + LEX_NINDEX;
	lx->bytes = (const char *)(lx->pages + (size_t)h.npages * LEX_PAGE);
	lx->trie.nunits = h.nunits;
	lx->trie.nvalues = h.nvalues;
	lx->nclasses = h.nclasses;
	lx->ncodes = h.ncodes;
	return check_parts(lx, &h);
}

struct lex *
lex_open(const char *path, const char **why)
{
	struct lex *lx;
	struct stat st;
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd == -1 || fstat(fd, &st) == -1) {
		*why = strerror(errno);
		if (fd != -1)
			close(fd);
		return NULL;
	}
	lx = mem_calloc(1, sizeof *lx);
	lx->size = (size_t)st.st_size;
	lx->map = lx->size ? mmap(NULL, lx->size, PROT_READ, MAP_PRIVATE, fd, 0)
			   : MAP_FAILED;
	close(fd);
	if (lx->map == MAP_FAILED) {
		lx->map = NULL;
		*why = lx->size ? strerror(errno) : "the file is empty";
	} else {
		*why = lay_out(lx, lx->map, lx->size);
	}
	if (*why) {
		lex_close(lx);
		return NULL;
	}
	return lx;
}

struct lex *
lex_must(const char *path)
{
	const char *why;
	struct lex *lx = lex_open(path, &why);

	if (lx == NULL)
		errx(2, "%s: %s", path, why);
	return lx;
}

struct lex *
lex_of_image(struct buf *image)
{
	struct lex *lx = mem_calloc(1, sizeof *lx);

	lx->image = *image;
	memset(image, 0, sizeof *image);
	if (lay_out(lx, lx->image.s, lx->image.len) != NULL)
		abort(); /* our own image: a bug, not an input */
	return lx;
}

void
lex_close(struct lex *lx)
{
	if (lx == NULL)
		return;
	if (lx->map)
		munmap(lx->map, lx->size);
	buf_free(&lx->image);
	mem_free(lx);
}

uint32_t
lex_class(const struct lex *lx, const char *name)
{
	uint32_t i;

	for (i = 0; i < lx->nclasses; i++)
		if (!strcmp(lx->classes + (size_t)i * LEX_CLASSNAME, name))
			return 1U << i;
	return 0;
}

struct lex_trie
lex_trie(const struct lex *lx)
{
	return lx->trie;
}

unsigned
lex_code(const struct lex *lx, uint32_t cp)
{
	if (cp >= LEX_NINDEX * LEX_PAGE)
		return 0;
	return lx->pages[lx->index[cp / LEX_PAGE] * LEX_PAGE + cp % LEX_PAGE];
}

uint32_t
lex_char(const struct lex *lx, unsigned code)
{
	return code && code <= lx->ncodes ? lx->chars[code - 1] : 0;
}

unsigned
lex_ncodes(const struct lex *lx)
{
	return lx->ncodes;
}

uint32_t
lex_value_far(const struct lex_trie *t, uint32_t state)
{
	uint32_t at = LEX_BASE(&t->units[state]), value;

	if (t->units[state].value != LEX_FAR || at >= t->nunits ||
	    (value = LEX_BASE(&t->units[at])) >= t->nvalues)
		return 0;
	return value + 1;
}

uint32_t
lex_nvalues(const struct lex *lx)
{
	return lx->trie.nvalues;
}

void
lex_value_get(const struct lex *lx, uint32_t i, struct lex_hit *hit)
{
	const struct lex_value *v = &lx->values[i];

	hit->len = 0;
	hit->classes = v->classes;
	hit->canon.s = lx->bytes + v->canon;
	hit->canon.len = v->len;
}

/* One character on from state st; *i moves behind it. */
static uint32_t
step(const struct lex *lx, uint32_t st, const char *s, size_t n, size_t *i)
{
	uint32_t cp;
	unsigned code;

	*i += utf8_decode(s + *i, n - *i, &cp);
	code = lex_code(lx, cp);
	return code ? lex_step(&lx->trie, st, code) : 0;
}

size_t
lex_prefixes(const struct lex *lx, const char *s, size_t n,
    struct lex_hit *hits, size_t max)
{
	uint32_t st = LEX_ROOT, v;
	size_t i = 0, k = 0;

	while (i < n && k < max && (st = step(lx, st, s, n, &i)) != 0) {
		v = lex_value(&lx->trie, st);
		if (v == 0)
			continue;
		lex_value_get(lx, v - 1, &hits[k]);
		hits[k++].len = i;
	}
	return k;
}

int
lex_longest(const struct lex *lx, const char *s, size_t n, struct lex_hit *hit)
{
	uint32_t st = LEX_ROOT, v, last = 0;
	size_t i = 0, len = 0;

	while (i < n && (st = step(lx, st, s, n, &i)) != 0) {
		v = lex_value(&lx->trie, st);
		if (v) {
			last = v;
			len = i;
		}
	}
	if (last == 0)
		return 0;
	lex_value_get(lx, last - 1, hit);
	hit->len = len;
	return 1;
}
