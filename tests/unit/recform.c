/* lib/rec.h: input in another form (rec_form). */
#include <stdlib.h>
#include <unistd.h>

#include "rec.h"

#include "tap.h"

#define ONE "LOC\ta\t1.1\t0\t1\tx\t\t"

struct state {
	size_t files, ends;
};

static void
begin(void *state, const char *name)
{
	struct state *s = state;

	s->files += name != NULL;
}

/* "1" is a record, "2" two of them, "-" none, "!" wrong; at the end one more
 * and something wrong, once. */
static const char *
line(void *state, const struct line *l, size_t *no, struct buf *b, char *msg)
{
	struct state *s = state;

	(void)msg;
	if (l == NULL) {
		if (s->ends++)
			return NULL;
		buf_puts(b, ONE "\n");
		*no = 1;
		return "something is missing";
	}
	if (*l->s == '!') {
		buf_puts(b, "as it came\n");
		return "no such thing";
	}
	if (*l->s == '2')
		buf_puts(b, ONE "\n");
	if (*l->s != '-')
		buf_puts(b, ONE "\n");
	return NULL;
}

int
main(void)
{
	static const enum rec_kind want[] = {
	    REC_ANN, REC_ANN, REC_ANN, REC_RAW, REC_ANN};
	char path[] = "/tmp/recform.XXXXXX";
	char *files[] = {path, NULL};
	struct state state = {0, 0};
	const struct rec_form form = {&state, begin, line};
	struct opt o = OPT_DEFAULTS;
	struct rec_reader *rd;
	struct rec r;
	size_t n = 0;
	int fd = mkstemp(path);

	tap_ok(fd != -1 && write(fd, "1\n-\n2\n!", 7) == 7, "a file");
	o.quiet = 1;
	rd = rec_open(files, &o, NULL);
	rec_form(rd, &form);
	for (; rec_next(rd, &r); n++)
		tap_ok(n < 5 && r.kind == want[n], "a line in its turn");
	tap_num(n, 5, "none is lost");
	tap_num(state.files, 1, "each file is told");
	tap_num(state.ends, 2, "the end until nothing is wrong");
	tap_num((size_t)rec_close(rd), 1, "what was wrong is in the status");
	close(fd);
	unlink(path);
	return tap_end();
}
