#include "judge.h"

#include <string.h>

#include "key.h"
#include "step.h"

/* Reads the next mark; none is left where its id is empty. */
static void
next_mark(struct judge *j)
{
	struct line l;
	enum in_event e;

	j->mark.id.len = 0;
	while ((e = in_next(j->o->marks, &l)) != IN_END) {
		if (e == IN_FILE)
			continue;
		buf_reset(&j->line);
		buf_put(&j->line, l.s, l.len);
		if (apply_read(buf_str(&j->line), &j->mark, &j->runs) == 0)
			return;
		j->mark.id.len = 0;
		j->bad_marks++;
	}
}

int
judge_open(struct judge *j, const struct judge_opt *o, struct out *out)
{
	memset(j, 0, sizeof *j);
	j->o = o;
	j->out = out;
	if (index_open(&j->index, &o->index) == -1)
		return -1;
	j->keys.o = &o->index;
	if (o->step == JUDGE_APPLY)
		next_mark(j);
	return 0;
}

/* Writes the keys of a unit. */
static void
write_keys(struct judge *j, struct str bytes, struct str doc, struct str loc)
{
	struct str fold = bytes;

	if (j->o->index.raw)
		fold = key_fold(bytes, &j->folded);
	keys_put(&j->keys, j->out, buf_str(&j->id), doc, loc, bytes, fold);
}

/* The verdict that the marks have for the unit. */
static void
look_up_mark(struct judge *j, struct verdict *v)
{
	if (j->used)
		next_mark(j);
	j->used = j->mark.id.len && str_eq(j->mark.id, buf_str(&j->id));
	v->kind = VERDICT_NEW;
	if (j->used)
		*v = j->mark.v;
}

void
judge_look(const struct judge *j, struct index_text *t)
{
	if (j->o->step == JUDGE_STREAM)
		index_look(&j->index, t);
}

int
judge_text(struct judge *j, const struct index_text *t, struct str doc,
    struct str loc, struct verdict *v)
{
	memset(v, 0, sizeof *v);
	if (t->bytes.len == 0)
		return 0; /* nothing but marks: it takes no part */
	if (j->o->step == JUDGE_STREAM) {
		if (index_judge(&j->index, t, doc, loc, v) == -1)
			return -1;
	} else {
		step_id(&j->id, j->o->shard, j->units);
		if (j->o->step == JUDGE_KEYS)
			write_keys(j, t->bytes, doc, loc);
		else
			look_up_mark(j, v);
	}
	j->units++;
	return 0;
}

const struct runs *
judge_runs(struct judge *j, const struct verdict *v)
{
	const struct cover *c = &j->index.near.cover;
	size_t from = 0, to;

	if (j->o->step != JUDGE_STREAM)
		return &j->runs;
	j->runs.n = 0;
	if (v->kind > VERDICT_EXACT)
		for (; cover_span(c, &from, &to); from = to)
			runs_add(&j->runs, from, to);
	return &j->runs;
}

void
judge_place(const struct judge *j, const struct verdict *v, struct str *doc,
    struct str *loc)
{
	if (j->o->step == JUDGE_STREAM) {
		index_place(&j->index, v->num, doc, loc);
	} else {
		*doc = j->mark.doc;
		*loc = j->mark.loc;
	}
}

void
judge_close(struct judge *j)
{
	index_close(&j->index);
	keys_free(&j->keys);
	runs_free(&j->runs);
	buf_free(&j->line);
	buf_free(&j->id);
	buf_free(&j->folded);
}
