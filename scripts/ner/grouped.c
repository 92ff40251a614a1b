#include "grouped.h"

#include <err.h>
#include <stdlib.h>

#include "data.h"

#define PLACES (1U << 17)

/* 0, or 1: there is no place for it. */
static size_t
put(struct cluster *v, struct cluster x, const struct data_file *d)
{
	uint32_t i, at;

	for (i = 0; i < CLUSTER_TRIES; i++) {
		at = (x.word + i) & (PLACES - 1);
		if (v[at].word == x.word)
			data_die(d, "the word stands here again");
		if (v[at].word)
			continue;
		v[at] = x;
		return 0;
	}
	return 1;
}

static uint32_t
number(const struct data_file *d, struct str s, uint32_t most)
{
	char *end;
	unsigned long v = strtoul(s.s, &end, 10); /* a TAB or LF ends it */

	if (s.len == 0 || *s.s < '0' || *s.s > '9' || end != s.s + s.len ||
	    v == 0 || v > most)
		data_die(d, "no word and two clusters");
	return (uint32_t)v;
}

void
grouped_read(struct clusters *c, const char *path)
{
	struct cluster *v = mem_calloc(PLACES, sizeof *v), x;
	struct data_file d;
	struct str f[3];
	size_t lost = 0;

	data_open(&d, path);
	while (data_next(&d, f, 3)) {
		x.word = number(&d, f[0], UINT32_MAX);
		x.fine = (uint16_t)number(&d, f[1], UINT16_MAX);
		x.coarse = (uint16_t)number(&d, f[2], UINT16_MAX);
		lost += put(v, x, &d);
	}
	data_close(&d);
	if (lost)
		warnx("%s: %zu words found no place", path, lost);
	c->v = v;
	c->n = PLACES;
}
