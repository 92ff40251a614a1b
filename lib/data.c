#include "data.h"

#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

char *
data_path(const char *dir, const char *name)
{
	const char *d = dir ? dir : getenv("QD_DATA");
	struct buf b = {0};

	buf_puts(&b, d && *d ? d : data_dir);
	buf_putc(&b, '/');
	buf_puts(&b, name);
	return b.s;
}

static _Noreturn void
cannot_read(const char *path)
{
	err(2,
	    "cannot read %s (data files are looked for in --data DIR, then "
	    "$QD_DATA, then %s)",
	    path, data_dir);
}

void
data_open(struct data_file *d, const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t k;

	memset(d, 0, sizeof *d);
	d->path = path;
	if (fd == -1)
		cannot_read(path);
	do {
		buf_reserve(&d->bytes, 65536);
		k = read(fd, d->bytes.s + d->bytes.len, 65536);
		if (k > 0)
			d->bytes.len += (size_t)k;
	} while (k > 0 || (k < 0 && errno == EINTR));
	if (k < 0)
		cannot_read(path);
	close(fd);
}

size_t
data_next(struct data_file *d, struct str *f, size_t max)
{
	const char *p, *end, *nl, *tab;
	size_t n = 0, i;

	do {
		if (d->at >= d->bytes.len)
			return 0;
		p = d->bytes.s + d->at;
		end = d->bytes.s + d->bytes.len;
		nl = memchr(p, '\n', (size_t)(end - p));
		end = nl ? nl : end;
		d->at = (size_t)(end - d->bytes.s) + 1;
		d->no++;
	} while (p == end || *p == '#');
	for (i = 0; i < max; i++) {
		f[i].s = end;
		f[i].len = 0;
	}
	for (;;) {
		tab = n + 1 < max ? memchr(p, '\t', (size_t)(end - p)) : NULL;
		f[n].s = p;
		f[n].len = (size_t)((tab ? tab : end) - p);
		n++;
		if (!tab)
			return n;
		p = tab + 1;
	}
}

_Noreturn void
data_die(const struct data_file *d, const char *fmt, ...)
{
	char msg[512];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(msg, sizeof msg, fmt, ap);
	va_end(ap);
	errx(2, "%s:%zu: %s", d->path, d->no, msg);
}

void
data_close(struct data_file *d)
{
	buf_free(&d->bytes);
}
