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
	if (lx)
		look_up(lx, (const char *)data, size);
	lex_close(lx);
	buf_free(&b);
	return 0;
}
