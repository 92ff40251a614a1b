/* The lists of qd-ner: any lexicon is refused or safe to find names with. */
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "find.h"
#include "lexfile.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static char path[] = "/tmp/qd-fuzz-names-XXXXXX";

static int
temp(void)
{
	static int fd = -1;

	if (fd == -1)
		fd = mkstemp(path);
	return fd;
}

/* No word goes on behind the text. */
static void
look(const struct find *f)
{
	size_t i;

	for (i = 0; i < f->scan.nwords; i++)
		if (f->scan.words[i].to > f->scan.n)
			abort();
	for (i = 0; i < f->cands.n; i++)
		if (f->cands.v[i].to > f->scan.n)
			abort();
}

/* The texts as they are and cut short, where a word may want to go on. */
static void
find_all(struct find *f)
{
	static const char *const texts[] = {
	    "海州市委书记林海青、市长欧阳高青在临溪县青石镇说:12家公司AB股。",
	    "海州日报记者马里奥·罗西 中海两国,海州市委", NULL};
	struct str s;
	size_t i, n;
	char *copy;

	for (i = 0; texts[i]; i++) {
		n = strlen(texts[i]);
		for (s.len = n - 12; s.len <= n; s.len += 3) {
			copy = mem_dup(texts[i], s.len);
			s.s = copy;
			find_text(f, s, i == 1, NULL);
			look(f);
			mem_free(copy);
		}
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct find f;
	struct lex_head h;
	struct buf b = {0};
	const char *why = NULL;
	struct lex *lx;
	int fd = temp();

	/* A right magic and checksum, so that what is behind them is tried. */
	buf_put(&b, (const char *)data, size);
	if (size >= sizeof h) {
		memcpy(&h, b.s, sizeof h);
		memcpy(h.magic, LEX_MAGIC, 8);
		h.order = LEX_ORDER;
		h.check = lex_checksum(b.s + sizeof h, size - sizeof h);
		memcpy(b.s, &h, sizeof h);
	}
	if (fd == -1 || ftruncate(fd, 0) == -1 || lseek(fd, 0, SEEK_SET) != 0 ||
	    (size && write(fd, b.s, size) != (ssize_t)size))
		return 0;
	memset(&f, 0, sizeof f);
	lx = lex_open(path, &why);
	if (lx && names_open(&f.names, lx) == 0)
		find_all(&f);
	find_free(&f);
	buf_free(&b);
	return 0;
}
