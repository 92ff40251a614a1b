#include "model.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "hash.h"
#include "mem.h"
#include "modelfile.h"

struct model {
	const char *map;
	size_t size;
	struct model_head head;
	const struct model_entry *convs;
};

uint64_t
model_checksum(const char *s, size_t n)
{
	return hash_bytes(s, n).lo;
}

/* 1 when count things of size bytes from at on lie in the file. */
static int
inside(const struct model *m, uint64_t at, uint64_t count, uint64_t size)
{
	return at % MODEL_ALIGN == 0 && at <= m->size &&
	       count <= (m->size - at) / size;
}

/* 1 when no sum that begins with v leaves 32 bits. */
static int
can_be(int32_t v)
{
	return v >= -MODEL_BASE_MOST && v <= MODEL_BASE_MOST;
}

/* What is wrong with a convention, or NULL. */
static const char *
check_conv(const struct model *m, const struct model_entry *e)
{
	size_t i;

	if (!memchr(e->name, '\0', MODEL_NAME))
		return "damaged: a convention's name has no end";
	if (e->conv.nlabels < 2 || e->conv.nlabels > LABEL_MAX)
		return "damaged: a convention has no labels";
	if (!inside(m, e->gate, (size_t)FEAT_GATE * MODEL_GATE, 1))
		return "damaged: weights lie outside the file";
	if (!can_be(e->conv.gate))
		return "damaged: a weight that cannot be";
	for (i = 0; i < e->conv.nlabels; i++)
		if (!can_be(e->conv.base[i]))
			return "damaged: a weight that cannot be";
	return NULL;
}

/* What is wrong with the sections, or NULL. */
static const char *
check_sections(const struct model *m)
{
	const struct model_head *h = &m->head;
	uint64_t n = (uint64_t)h->nbuckets * MODEL_BUCKET;
	const char *why;
	size_t i;

	if (h->nconvs == 0 || h->nconvs > MODEL_MAXCONVS ||
	    !inside(m, sizeof *h, h->nconvs, sizeof *m->convs))
		return "damaged: its conventions lie outside the file";
	if (h->hidden == 0 || h->hidden > MODEL_HIDDEN || h->hidden % 16)
		return "damaged: its hidden units cannot be that many";
	if (n == 0 || !inside(m, h->tags, n, sizeof(uint16_t)) ||
	    !inside(m, h->rows, n, h->hidden))
		return "damaged: weights lie outside the file";
	if (h->nwords & (h->nwords - 1U) ||
	    !inside(m, h->words, h->nwords, sizeof(struct cluster)))
		return "damaged: its clusters lie outside the file";
	for (i = 0; i < h->nconvs; i++)
		if ((why = check_conv(m, &m->convs[i])) != NULL)
			return why;
	return NULL;
}

/* What is wrong with the mapped file, or NULL; then m is set up. */
static const char *
lay_out(struct model *m)
{
	struct model_head *h = &m->head;

	if (m->size < sizeof *h)
		return "too short for a model";
	memcpy(h, m->map, sizeof *h);
	if (memcmp(h->magic, MODEL_MAGIC, 7))
		return "not a model of qd-ner";
	if (memcmp(h->magic, MODEL_MAGIC, 8))
		return "a model of another version of the form";
	if (h->order != MODEL_ORDER)
		return "made on a machine of another byte order";
	if (h->features != FEAT_VERSION)
		return "trained for other features than this version has";
	if (h->size != m->size)
		return "damaged: its size is not what its head says";
	if (model_checksum(m->map + sizeof *h, m->size - sizeof *h) != h->check)
		return "damaged: the checksum differs";
	m->convs =
	    (const struct model_entry *)(const void *)(m->map + sizeof *h);
	return check_sections(m);
}

struct model *
model_open(const char *path, const char **why)
{
	struct model *m;
	struct stat st;
	void *map;
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd == -1 || fstat(fd, &st) == -1) {
		*why = strerror(errno);
		if (fd != -1)
			close(fd);
		return NULL;
	}
	*why = "the file is empty";
	map = st.st_size ? mmap(NULL, (size_t)st.st_size, PROT_READ,
			       MAP_PRIVATE, fd, 0)
			 : MAP_FAILED;
	if (map == MAP_FAILED) {
		if (st.st_size)
			*why = strerror(errno);
		close(fd);
		return NULL;
	}
	close(fd);
	m = mem_calloc(1, sizeof *m);
	m->map = map;
	m->size = (size_t)st.st_size;
	*why = lay_out(m);
	if (*why) {
		model_close(m);
		return NULL;
	}
	return m;
}

int
model_find(const struct model *m, const char *name, struct model_table *t)
{
	const struct model_entry *e = m->convs, *end = e + m->head.nconvs;

	for (; e < end; e++) {
		if (strcmp(e->name, name))
			continue;
		t->conv = &e->conv;
		t->gate = (const int8_t *)(m->map + e->gate);
		t->tags =
		    (const uint16_t *)(const void *)(m->map + m->head.tags);
		t->rows = (const uint8_t *)(m->map + m->head.rows);
		t->nbuckets = m->head.nbuckets;
		t->hidden = m->head.hidden;
		t->clusters.v =
		    (const struct cluster *)(const void *)(m->map +
							   m->head.words);
		t->clusters.n = m->head.nwords;
		return 0;
	}
	return -1;
}

const char *
model_name(const struct model *m, size_t i)
{
	return i < m->head.nconvs ? m->convs[i].name : NULL;
}

void
model_close(struct model *m)
{
	if (m == NULL)
		return;
	munmap((void *)(uintptr_t)m->map, m->size);
	mem_free(m);
}
