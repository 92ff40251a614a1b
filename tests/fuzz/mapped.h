/* Bytes in a file, for the targets that try what is mapped. */
#ifndef QD_FUZZ_MAPPED_H
#define QD_FUZZ_MAPPED_H

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lexfile.h"
#include "mem.h"

/* The path of a file that holds the bytes until the next call; NULL: it cannot
 * be written. */
static inline const char *
mapped(const struct buf *b)
{
	static char path[] = "/tmp/qd-fuzz-XXXXXX";
	static int fd = -1;

	if (fd == -1)
		fd = mkstemp(path);
	if (fd == -1 || ftruncate(fd, 0) == -1 || lseek(fd, 0, SEEK_SET) != 0 ||
	    (b->len && write(fd, b->s, b->len) != (ssize_t)b->len))
		return NULL;
	return path;
}

/* The same for a lexicon, with a right magic and checksum, so that what is
 * behind them is tried. */
static inline const char *
mapped_lex(const uint8_t *data, size_t size)
{
	struct lex_head h;
	struct buf b = {0};
	const char *path;

	buf_put(&b, (const char *)data, size);
	if (size >= sizeof h) {
		memcpy(&h, b.s, sizeof h);
		memcpy(h.magic, LEX_MAGIC, 8);
		h.order = LEX_ORDER;
		h.check = lex_checksum(b.s + sizeof h, size - sizeof h);
		memcpy(b.s, &h, sizeof h);
	}
	path = mapped(&b);
	buf_free(&b);
	return path;
}

#endif
