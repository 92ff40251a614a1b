#include "lex.h"

#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lexfile.h"

struct lex {
	const struct lex_unit *units;
	const struct lex_value *values;
	const char *classes; /* nclasses names of LEX_CLASSNAME bytes */
	const char *bytes;
	uint32_t nunits, nvalues, nclasses;
	void *map;
	size_t size;
	struct buf image; /* or the bytes are here */
};

uint32_t
lex_checksum(const char *s, size_t n)
{
	uint32_t h = 2166136261U, w;
	size_t i;

	for (i = 0; i + 4 <= n; i += 4) {
		memcpy(&w, s + i, 4);
		h = (h ^ w) * 16777619U;
	}
	return h;
}

/* Sets up lx over the size bytes at p; what is wrong with them, or NULL. */
static const char *
lay_out(struct lex *lx, const char *p, size_t size)
{
	struct lex_head h;
	size_t need, i;

	if (size < sizeof h)
		return "too short for a lexicon";
	memcpy(&h, p, sizeof h);
	if (memcmp(h.magic, LEX_MAGIC, 8))
		return "not a lexicon of this version (build it with mklex)";
	if (h.order != LEX_ORDER)
		return "built on a machine of another byte order";
	need = sizeof h + (size_t)h.nunits * sizeof(struct lex_unit) +
	       (size_t)h.nvalues * sizeof(struct lex_value) +
	       (size_t)h.nclasses * LEX_CLASSNAME + h.nbytes;
	if (need != size || h.nunits == 0 || h.nclasses > LEX_MAXCLASS)
		return "damaged: its size is not what its head says";
	if (lex_checksum(p + sizeof h, size - sizeof h) != h.check)
		return "damaged: the checksum differs";
	p += sizeof h;
	lx->units = (const struct lex_unit *)(const void *)p;
	p += (size_t)h.nunits * sizeof(struct lex_unit);
	lx->values = (const struct lex_value *)(const void *)p;
	p += (size_t)h.nvalues * sizeof(struct lex_value);
	lx->classes = p;
	lx->bytes = p + (size_t)h.nclasses * LEX_CLASSNAME;
	lx->nunits = h.nunits;
	lx->nvalues = h.nvalues;
	lx->nclasses = h.nclasses;
	for (i = 0; i < h.nvalues; i++)
		if ((uint64_t)lx->values[i].canon + lx->values[i].len >
		    h.nbytes)
			return "damaged: a form lies outside the file";
	for (i = 0; i < h.nclasses; i++)
		if (!memchr(
			lx->classes + i * LEX_CLASSNAME, '\0', LEX_CLASSNAME))
			return "damaged: a class name has no end";
	return NULL;
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

/* The value at the end of a word in state s, or NULL. */
static const struct lex_value *
word_end(const struct lex *lx, uint32_t s)
{
	uint32_t t = lx->units[s].base;

	if (t < lx->nunits && lx->units[t].check == s &&
	    lx->units[t].base < lx->nvalues)
		return &lx->values[lx->units[t].base];
	return NULL;
}

static void
set_hit(const struct lex *lx, struct lex_hit *hit, size_t len,
    const struct lex_value *v)
{
	hit->len = len;
	hit->classes = v->classes;
	hit->canon.s = lx->bytes + v->canon;
	hit->canon.len = v->len;
}

size_t
lex_prefixes(const struct lex *lx, const char *s, size_t n,
    struct lex_hit *hits, size_t max)
{
	const struct lex_value *v;
	uint32_t st = 0, t;
	size_t i, k = 0;

	for (i = 0; i < n && k < max; i++) {
		t = lx->units[st].base + (unsigned char)s[i] + 1;
		if (t >= lx->nunits || lx->units[t].check != st)
			break;
		st = t;
		if ((v = word_end(lx, st)) != NULL)
			set_hit(lx, &hits[k++], i + 1, v);
	}
	return k;
}

int
lex_longest(const struct lex *lx, const char *s, size_t n, struct lex_hit *hit)
{
	const struct lex_value *v, *last = NULL;
	uint32_t st = 0, t;
	size_t i, len = 0;

	for (i = 0; i < n; i++) {
		t = lx->units[st].base + (unsigned char)s[i] + 1;
		if (t >= lx->nunits || lx->units[t].check != st)
			break;
		st = t;
		if ((v = word_end(lx, st)) != NULL) {
			last = v;
			len = i + 1;
		}
	}
	if (last == NULL)
		return 0;
	set_hit(lx, hit, len, last);
	return 1;
}
