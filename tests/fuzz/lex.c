/* The lexicon loader: any file is refused or safe to look words up in. */
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lex.h"
#include "lexfile.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static char path[] = "/tmp/qd-fuzz-lex-XXXXXX";

static int
temp(void)
{
	static int fd = -1;

	if (fd == -1)
		fd = mkstemp(path);
	return fd;
}

static void
look_up(const struct lex *lx, const char *s, size_t n)
{
	struct lex_hit h[8];
	size_t i, k, j;

	for (i = 0; i < n && i < 64; i++) {
		k = lex_prefixes(lx, s + i, n - i, h, 8);
		for (j = 0; j < k; j++)
			if (h[j].canon.len &&
			    memchr(h[j].canon.s, 0, h[j].canon.len) == s)
				abort();
		(void)lex_longest(lx, s + i, n - i, h);
	}
	(void)lex_class(lx, "LOC");
}

/* What a walk by hand goes by: codes are those of characters, and no unit is
 * reached by another. */
static void
walk(const struct lex *lx)
{
	struct lex_trie t = lex_trie(lx);
	uint32_t i;

	for (i = 0; i < t.nunits; i++)
		if (t.units[i].code > lex_ncodes(lx) ||
		    lex_value(&t, i) > lex_nvalues(lx))
			abort();
	for (i = 1; i <= lex_ncodes(lx); i++)
		if (lex_code(lx, lex_char(lx, i)) != i)
			abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
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
	lx = lex_open(path, &why);
	if (lx) {
		walk(lx);
		look_up(lx, (const char *)data, size);
	}
	lex_close(lx);
	buf_free(&b);
	return 0;
}
