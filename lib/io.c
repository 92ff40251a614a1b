#include "io.h"

#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "mem.h"
#include "utf8.h"

struct in {
	char *const *files; /* next name on the command line */
	struct buf names;   /* the names of files0, each ended by NUL */
	size_t name_at;	    /* next one in names */
	int from_list;	    /* names come from files0 */
	int opened;	    /* some input was opened or tried */
	const char *name;
	int fd; /* -1: none open */
	int failed;
	size_t max;
	struct out *out;
	const struct in_decoder *decoder;
	struct buf raw, text; /* with a decoder: what was read, decoded */
	char *buf;	      /* cap bytes; the unread ones are at[0..len) */
	size_t cap, at, len;
	size_t seen;	/* of those, known to hold no newline */
	const char *nl; /* the first one among them, where it is known */
	size_t off;	/* place of buf[at] in the file */
	size_t no;
	int eof;  /* nothing more to read from fd */
	int part; /* inside an over-long line */
};

/* All of fd into b; -1 with errno. */
static int
slurp(int fd, struct buf *b)
{
	ssize_t k;

	for (;;) {
		buf_reserve(b, IO_STEP);
		k = read(fd, b->s + b->len, IO_STEP);
		if (k < 0 && errno == EINTR)
			continue;
		if (k <= 0)
			return (int)k;
		b->len += (size_t)k;
	}
}

static void
read_names(struct in *in, const char *files0)
{
	int fd = strcmp(files0, "-") ? open(files0, O_RDONLY | O_CLOEXEC) : 0;

	if (fd == -1 || slurp(fd, &in->names) == -1)
		err(2, "%s", files0);
	if (in->names.len && in->names.s[in->names.len - 1] != '\0')
		buf_putc(&in->names, '\0');
	if (fd > 0)
		close(fd);
}

struct in *
in_open(char *const *files, const char *files0, size_t max, struct out *out)
{
	struct in *in = mem_calloc(1, sizeof *in);

	in->files = files;
	in->fd = -1;
	in->max = max;
	in->out = out;
	in->cap = IO_STEP;
	in->buf = mem_realloc(NULL, in->cap, 1);
	if (files0) {
		in->from_list = 1;
		read_names(in, files0);
	}
	return in;
}

/* The next name to open, or NULL. */
static const char *
next_name(struct in *in)
{
	const char *name;

	if (in->from_list) {
		if (in->name_at >= in->names.len)
			return NULL;
		name = in->names.s + in->name_at;
		in->name_at += strlen(name) + 1;
		return name;
	}
	if (*in->files)
		return *in->files++;
	return in->opened ? NULL : "-";
}

/* A descriptor of the named file; -1 with errno, for a directory too. */
static int
open_file(const char *name)
{
	struct stat st;
	int fd;

	if (!strcmp(name, "-"))
		return 0;
	fd = open(name, O_RDONLY | O_CLOEXEC);
	if (fd != -1 && fstat(fd, &st) == 0 && S_ISDIR(st.st_mode)) {
		close(fd);
		errno = EISDIR;
		return -1;
	}
	return fd;
}

/* Opens the next file that can be opened; 0 when there is none. */
static int
open_next(struct in *in)
{
	while ((in->name = next_name(in)) != NULL) {
		in->opened = 1;
		in->fd = open_file(in->name);
		if (in->fd != -1) {
			in->at = in->len = in->seen = in->off = in->no = 0;
			in->nl = NULL;
			in->eof = in->part = 0;
			if (in->decoder)
				in->decoder->begin(in->decoder->state);
			return 1;
		}
		warn("%s", *in->name ? in->name : "''");
		in->failed = 1;
	}
	return 0;
}

static void
close_file(struct in *in)
{
	if (in->fd > 0)
		close(in->fd);
	in->fd = -1;
}

/* Makes room for n bytes behind the unread ones, which may move. */
static void
make_room(struct in *in, size_t n)
{
	if (in->at && in->len < in->cap / 2) {
		memmove(in->buf, in->buf + in->at, in->len);
		in->at = 0;
	}
	if (in->at + in->len + n <= in->cap)
		return;
	if (in->at) {
		memmove(in->buf, in->buf + in->at, in->len);
		in->at = 0;
	}
	if (in->len + n > in->cap)
		in->buf = mem_grow(in->buf, &in->cap, in->len + n, 1);
}

/* One read(2) of at most IO_STEP bytes to d; 0 at the end or on an error. */
static size_t
read_step(struct in *in, char *d)
{
	ssize_t k;

	if (in->out && in->out->len) {
		struct pollfd p = {in->fd, POLLIN, 0};

		if (poll(&p, 1, 0) <= 0)
			out_flush(in->out);
	}
	while ((k = read(in->fd, d, IO_STEP)) < 0) {
		struct pollfd p = {in->fd, POLLIN, 0};

		if (errno == EAGAIN) /* somebody made it non-blocking */
			(void)poll(&p, 1, -1);
		else if (errno != EINTR)
			break;
	}
	if (k < 0) {
		warn("%s", in->name);
		in->failed = 1;
	}
	if (k <= 0)
		in->eof = 1;
	return k > 0 ? (size_t)k : 0;
}

/* Reads once; sets eof at the end or after a read error. */
static void
fill(struct in *in)
{
	size_t k;

	if (in->decoder == NULL) {
		make_room(in, IO_STEP);
		in->len += read_step(in, in->buf + in->at + in->len);
		return;
	}
	buf_reset(&in->text);
	k = read_step(in, in->raw.s);
	in->decoder->bytes(
	    in->decoder->state, in->raw.s, k, in->eof, &in->text);
	make_room(in, in->text.len);
	if (in->text.len)
		memcpy(in->buf + in->at + in->len, in->text.s, in->text.len);
	in->len += in->text.len;
}

/* Gives the next n unread bytes as a line (or part) and skips nl more. */
static enum in_event
give(struct in *in, struct line *l, size_t n, unsigned nl, unsigned more)
{
	if (!in->part)
		in->no++;
	l->s = in->buf + in->at;
	l->len = n;
	l->off = in->off;
	l->no = in->no;
	l->nl = nl;
	l->more = more;
	l->part = in->part || more;
	in->part = (int)more;
	in->at += n + nl;
	in->len -= n + nl;
	in->off += n + nl;
	in->seen = 0;
	in->nl = NULL;
	return IN_LINE;
}

/* Length of the line that begins the unread bytes, if a newline stands behind
 * it and it is not too long. */
static int
line_len(struct in *in, size_t *n)
{
	const char *s = in->buf + in->at;

	if (in->nl == NULL && in->seen < in->len)
		in->nl = memchr(s + in->seen, '\n', in->len - in->seen);
	if (in->nl == NULL)
		return 0;
	*n = (size_t)(in->nl - s);
	return *n <= in->max;
}

int
in_has_line(struct in *in)
{
	size_t n;

	return in->fd != -1 && line_len(in, &n);
}

enum in_event
in_next(struct in *in, struct line *l)
{
	size_t n;

	if (in->fd == -1)
		return open_next(in) ? IN_FILE : IN_END;
	for (;;) {
		if (line_len(in, &n))
			return give(in, l, n, 1, 0);
		in->seen = in->len;
		if (in->len > in->max) {
			in->seen = 0;
			return give(
			    in, l, utf8_cut(in->buf + in->at, in->max), 0, 1);
		}
		if (in->eof) {
			/* The end of an over-long line may be empty. */
			if (in->len || in->part)
				return give(in, l, in->len, 0, 0);
			close_file(in);
			return in_next(in, l);
		}
		fill(in);
	}
}

void
in_decode(struct in *in, const struct in_decoder *d)
{
	in->decoder = d;
	buf_reserve(&in->raw, IO_STEP);
}

const char *
in_name(const struct in *in)
{
	return in->name;
}

int
in_close(struct in *in)
{
	int failed = in->failed;

	close_file(in);
	buf_free(&in->names);
	buf_free(&in->raw);
	buf_free(&in->text);
	mem_free(in->buf);
	mem_free(in);
	return failed ? -1 : 0;
}
