/*
 * The output that notices every way of failing (io.h).
 */
#include "io.h"

#include <err.h>
#include <errno.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

void
out_open(struct out *o, int fd)
{
	o->fd = fd;
	o->buf = mem_realloc(NULL, IO_STEP, 1);
	o->len = 0;
}

static _Noreturn void
out_die(void)
{
	if (errno == EPIPE)
		_exit(141);
	warn("write error");
	_exit(2);
}

static void
write_all(int fd, const char *s, size_t n)
{
	ssize_t k;

	while (n) {
		k = write(fd, s, n);
		if (k < 0 && errno == EINTR)
			continue;
		if (k < 0 && errno == EAGAIN) {
			struct pollfd p = {fd, POLLOUT, 0};

			(void)poll(&p, 1, -1);
			continue;
		}
		if (k < 0)
			out_die();
		s += k;
		n -= (size_t)k;
	}
}

void
out_flush(struct out *o)
{
	write_all(o->fd, o->buf, o->len);
	o->len = 0;
}

void
out_put(struct out *o, const char *s, size_t n)
{
	if (n > IO_STEP - o->len) {
		out_flush(o);
		if (n >= IO_STEP) {
			write_all(o->fd, s, n);
			return;
		}
	}
	if (n)
		memcpy(o->buf + o->len, s, n);
	o->len += n;
}

void
out_putc(struct out *o, int c)
{
	if (o->len == IO_STEP)
		out_flush(o);
	o->buf[o->len++] = (char)c;
}

void
out_close(struct out *o)
{
	out_flush(o);
	if (close(o->fd) == -1 && errno != EINTR)
		out_die();
	mem_free(o->buf);
	o->buf = NULL;
}
