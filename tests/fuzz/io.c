/* Lines of files: all bytes come back, whatever the bound. */
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#include "io.h"
#include "mem.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static char path[] = "/tmp/qd-fuzz-io-XXXXXX";

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static int fd = -1;
	static char *files[] = {path, NULL};
	struct str want = {(const char *)data, size};
	struct buf got = {0};
	struct line l;
	struct in *in;
	enum in_event e;

	if (fd == -1)
		fd = mkstemp(path);
	if (fd == -1 || ftruncate(fd, 0) == -1 || lseek(fd, 0, SEEK_SET) != 0 ||
	    (size && write(fd, data, size) != (ssize_t)size))
		return 0;
	in = in_open(files, NULL, size ? 1 + data[0] % 40U : 8, NULL);
	while ((e = in_next(in, &l)) != IN_END) {
		if (e == IN_FILE)
			continue;
		if (l.off != got.len)
			abort();
		buf_put(&got, l.s, l.len);
		if (l.nl)
			buf_putc(&got, '\n');
	}
	if (in_close(in) != 0 || !str_eq(buf_str(&got), want))
		abort();
	buf_free(&got);
	return 0;
}
