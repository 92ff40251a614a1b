#include "apply.h"

#include <string.h>

#include "step.h"

/* The runs from-to,from-to,...; 0 when they are malformed. */
static int
read_runs(struct str s, struct runs *runs)
{
	const char *p = s.s, *end = s.s + s.len, *comma, *dash;
	long from, to;

	runs->n = 0;
	while (p < end) {
		comma = memchr(p, ',', (size_t)(end - p));
		comma = comma ? comma : end;
		dash = memchr(p, '-', (size_t)(comma - p));
		if (dash == NULL)
			return 0;
		from = step_number((struct str){p, (size_t)(dash - p)});
		to = step_number(
		    (struct str){dash + 1, (size_t)(comma - dash - 1)});
		if (from == -1 || to <= from)
			return 0;
		runs_add(runs, (size_t)from, (size_t)to);
		p = comma + 1;
	}
	return 1;
}

int
apply_read(struct str line, struct apply_mark *m, struct runs *runs)
{
	struct str f[6];
	enum verdict_kind k;
	long cover;

	if (!step_split(line, f, 6) || (cover = step_number(f[2])) == -1 ||
	    cover > 1000 || !read_runs(f[3], runs))
		return -1;
	for (k = VERDICT_EXACT; k <= VERDICT_PARTIAL; k++)
		if (str_is(f[1], verdict_word(k)))
			break;
	if (k > VERDICT_PARTIAL)
		return -1;
	m->id = f[0];
	m->doc = f[4];
	m->loc = f[5];
	m->v.kind = k;
	m->v.repeat = k != VERDICT_PARTIAL;
	m->v.num = 0;
	m->v.cover = (unsigned)cover;
	return 0;
}
