#include "model.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "feat.h"
#include "mem.h"
#include "modelfile.h"

struct model {
	const char *map;
	size_t size;
	const struct model_conv *convs;
	size_t nconvs;
};

uint64_t
model_checksum(const char *s, size_t n)
{
	uint64_t h = 14695981039346656037U, w;
	size_t i;

	for (i = 0; i + 8 <= n; i += 8) {
		memcpy(&w, s + i, 8);
		h = (h ^ w) * 1099511628211U;
	}
	return h;
}

/* 1 when count things of size bytes from at on lie in the file. */
static int
inside(const struct model *m, uint64_t at, uint64_t count, uint64_t size)
{
	return at % 8 == 0 && at <= m->size && count <= (m->size - at) / size;
}

/* What is wrong with a convention, or NULL. */
static const char *
check_conv(const struct model *m, const struct model_conv *c)
{
	uint64_t n = (uint64_t)c->nbuckets * MODEL_BUCKET;

	if (!memchr(c->name, '\0', MODEL_NAME))
		return "damaged: a convention's name has no end";
	if (c->nlabels < 2 || c->nlabels > LABEL_MAX || c->nbuckets == 0)
		return "damaged: a convention has no labels";
	if (!inside(m, c->tags, n, sizeof(uint16_t)) ||
	    !inside(m, c->rows, n * (c->nlabels - 1) + MODEL_PAD, 1))
		return "damaged: weights lie outside the file";
	return NULL;
}

/* What is wrong with the mapped file, or NULL; then m is set up. */
static const char *
lay_out(struct model *m)
{
	struct model_head h;
	const char *why;
	size_t i;

	if (m->size < sizeof h)
		return "too short for a model";
	memcpy(&h, m->map, sizeof h);
	if (memcmp(h.magic, MODEL_MAGIC, 7))
		return "not a model of qd-ner";
	if (memcmp(h.magic, MODEL_MAGIC, 8))
		return "a model of another version of the form";
	if (h.order != MODEL_ORDER)
		return "made on a machine of another byte order";
	if (h.features != FEAT_VERSION)
		return "trained for other features than this version has";
	if (h.size != m->size || m->size % 8)
		return "damaged: its size is not what its head says";
	if (model_checksum(m->map + sizeof h, m->size - sizeof h) != h.check)
		return "damaged: the checksum differs";
	if (h.nconvs == 0 || h.nconvs > MODEL_MAXCONVS ||
	    !inside(m, sizeof h, h.nconvs, sizeof *m->convs))
		return "damaged: its conventions lie outside the file";
	m->convs = (const struct model_conv *)(const void *)(m->map + sizeof h);
	m->nconvs = h.nconvs;
	for (i = 0; i < m->nconvs; i++)
		if ((why = check_conv(m, &m->convs[i])) != NULL)
			return why;
	return NULL;
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
	const struct model_conv *c = m->convs, *end = c + m->nconvs;

	for (; c < end; c++) {
		if (strcmp(c->name, name))
			continue;
		t->tags = (const uint16_t *)(const void *)(m->map + c->tags);
		t->rows = (const uint8_t *)(const void *)(m->map + c->rows);
		t->next = c->next;
		t->nbuckets = c->nbuckets;
		t->nlabels = c->nlabels;
		return 0;
	}
	return -1;
}

const char *
model_name(const struct model *m, size_t i)
{
	return i < m->nconvs ? m->convs[i].name : NULL;
}

void
model_close(struct model *m)
{
	if (m == NULL)
		return;
	munmap((void *)(uintptr_t)m->map, m->size);
	mem_free(m);
}
