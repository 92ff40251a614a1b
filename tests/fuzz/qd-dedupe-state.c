/*
 * State files: the input is the blocks of one, with a head and a checksum that
 * are right, because nothing else would get past them.  What is taken is
 * judged by and written again.
 */
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "state.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static char path[] = "/tmp/qd-fuzz-state-XXXXXX";
static struct variants *variants;

static void
begin(struct index *ix, int near, int window)
{
	struct index_opt o = {.near = {700, near, 0},
	    .full = window ? INDEX_WINDOW : INDEX_STOP,
	    .places = 1,
	    .few = 1,
	    .memory = 1 << 20};

	if (variants == NULL)
		variants = variants_load(NULL);
	o.variants = variants;
	if (index_open(ix, &o) == -1)
		abort();
}

/* The head of a state without blocks. */
static void
head(int near, char *s)
{
	struct index ix;
	int fd;

	begin(&ix, near, 0);
	if (state_save(&ix, 0, path) == -1 ||
	    (fd = open(path, O_RDONLY)) == -1 || read(fd, s, 24) != 24)
		abort();
	(void)close(fd);
	index_close(&ix);
}

/* Uses an index in which no text can be trusted. */
static void
use(struct index *ix)
{
	struct index_text t = {0};
	struct verdict v;
	struct str doc, loc;
	uint64_t i;

	for (i = ix->store.first; i < ix->store.next; i++)
		index_place(ix, i, &doc, &loc);
	index_take(
	    ix, &t, str_of("东港二期工程昨天全线贯通首批货轮下月初靠泊"));
	index_look(ix, &t);
	if (index_judge(ix, &t, str_of("a"), str_of("1.1"), &v) == 0 &&
	    v.repeat)
		index_place(ix, v.num, &doc, &loc);
	index_text_free(&t);
	if (state_save(ix, 0, path) == -1)
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static char heads[2][24];
	static int ready;
	struct buf b = {0};
	struct index ix;
	uint64_t sum;
	int i, near;

	if (!ready) {
		ready = mkstemp(path);
		head(0, heads[0]);
		head(1, heads[1]);
	}
	if (size < 2)
		return 0;
	near = data[0] & 1;
	buf_put(&b, heads[near], 24);
	b.s[16] = (char)data[1];
	buf_put(&b, (const char *)data + 2, size - 2);
	sum = hash_bytes(b.s, b.len).lo;
	for (i = 0; i < 8; i++)
		buf_putc(&b, (int)(sum >> 8 * i & 0xff));
	begin(&ix, near, data[0] & 2);
	if (state_parse(&ix, 0, b.s, b.len) == NULL)
		use(&ix);
	index_close(&ix);
	buf_free(&b);
	return 0;
}
