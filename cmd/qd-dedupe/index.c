#include "index.h"

#include <string.h>

#include "key.h"

int
index_is_near(const struct index_opt *o)
{
	return o->near.near || o->near.contain;
}

int
index_open(struct index *ix, const struct index_opt *o)
{
	int stored;

	memset(ix, 0, sizeof *ix);
	ix->o = *o;
	if (pool_open(&ix->pool, o->memory) == -1)
		return -1;
	if (o->full == INDEX_FILTER) {
		bloom_open(&ix->bloom, &ix->pool);
		return 0;
	}
	stored = o->places || o->verify || index_is_near(o);
	seen_open(&ix->seen, &ix->pool,
	    stored || o->numbers || o->full == INDEX_WINDOW);
	store_open(&ix->store, &ix->pool, stored);
	if (index_is_near(o))
		near_open(&ix->near, &ix->o.near, o->variants, &ix->pool,
		    !o->verify ? NEAR_CODES
		    : o->raw   ? NEAR_RAW
			       : NEAR_FOLDED,
		    o->few);
	return 0;
}

/* What the store is to keep of the text. */
static struct str
kept_text(const struct index *ix, const struct index_text *t)
{
	struct str none = {"", 0};

	if (ix->o.verify)
		return t->bytes;
	return index_is_near(&ix->o) ? near_bytes(&t->near) : none;
}

/* 1 when the text of the key that was found is the same, or nobody asks. */
static int
verified(const struct index *ix, const struct index_text *t, uint64_t num)
{
	if (!ix->o.verify)
		return 1;
	return str_eq(store_text(&ix->store, num), t->bytes);
}

/* Forgets the oldest eighth; 0 when there is nothing to forget. */
static int
forget(struct index *ix)
{
	struct store *s = &ix->store;
	uint64_t n = s->next - s->first, first = s->first + (n + 7) / 8;

	if (n == 0)
		return 0;
	ix->forgotten += first - s->first;
	seen_forget(
	    &ix->seen, (uint32_t)s->first, (uint32_t)(first - s->first));
	if (index_is_near(&ix->o))
		posts_forget(&ix->near.posts, (uint32_t)first);
	store_forget(s, first);
	if (ix->reach == 0 || s->next - first < ix->reach)
		ix->reach = s->next - first;
	return 1;
}

/* 1 when the tables have all the blocks that they can number. */
static int
numbers_end(const struct index *ix)
{
	return ix->seen.numbers &&
	       ix->store.next - ix->store.first >= UINT32_MAX;
}

/* Room in all tables for the text; -1 when there is none. */
static int
room(struct index *ix, const struct index_text *t, struct str doc,
    struct str loc)
{
	size_t len = kept_text(ix, t).len;

	for (;;) {
		if (!numbers_end(ix) && seen_room(&ix->seen) == 0 &&
		    (!index_is_near(&ix->o) ||
			near_room(&ix->near, &t->near) == 0) &&
		    store_room(&ix->store, doc, loc, len) == 0)
			return 0;
		if (ix->o.full != INDEX_WINDOW || !forget(ix))
			return -1;
	}
}

static void
set(struct buf *b, struct str s)
{
	buf_reset(b);
	buf_put(b, s.s, s.len);
}

/* Notes where the block stands that a verdict names: to remember the text that
 * was judged, the window may forget it. */
static void
note_place(struct index *ix, uint64_t num)
{
	struct str doc, loc;

	store_place(&ix->store, num, &doc, &loc);
	set(&ix->doc, doc);
	set(&ix->loc, loc);
}

/* Known: its key is that of another text, which keeps it. */
static int
remember(struct index *ix, const struct index_text *t, struct str doc,
    struct str loc, int known, struct verdict *v)
{
	uint64_t num;

	if (!ix->o.places)
		doc = loc = (struct str){"", 0};
	if (v->kind == VERDICT_PARTIAL && ix->o.full == INDEX_WINDOW)
		note_place(ix, v->num);
	if (room(ix, t, doc, loc) == -1)
		return -1;
	num = store_add(&ix->store, doc, loc, kept_text(ix, t));
	if (known)
		return 0;
	seen_put(&ix->seen, t->key, (uint32_t)num);
	if (index_is_near(&ix->o))
		near_put(&ix->near, &t->near, num);
	if (v->kind == VERDICT_NEW)
		v->num = num;
	return 0;
}

int
index_restore(struct index *ix, struct str doc, struct str loc, struct str text)
{
	struct index_text *t = &ix->restored;
	uint64_t num;

	t->bytes = text;
	if (index_is_near(&ix->o))
		near_restore(&ix->near, &t->near, text);
	if (room(ix, t, doc, loc) == -1)
		return -1;
	num = store_add(&ix->store, doc, loc, kept_text(ix, t));
	if (index_is_near(&ix->o))
		near_put(&ix->near, &t->near, num);
	return 0;
}

int
index_restore_key(struct index *ix, struct hash key, uint64_t num)
{
	while (seen_room(&ix->seen) == -1)
		if (ix->o.full != INDEX_WINDOW || !forget(ix))
			return -1;
	if (num >= ix->store.first)
		seen_put(&ix->seen, key, (uint32_t)num);
	return 0;
}

static int
filter(struct index *ix, struct hash key, struct verdict *v)
{
	if (bloom_put(&ix->bloom, key)) {
		v->kind = VERDICT_EXACT;
		v->repeat = 1;
	}
	return bloom_chance(&ix->bloom) > INDEX_WRONG ? -1 : 0;
}

void
index_look(const struct index *ix, struct index_text *t)
{
	struct str fold = t->bytes;

	if (t->bytes.len == 0)
		return;
	t->key = hash_bytes(t->bytes.s, t->bytes.len);
	if (ix->o.full == INDEX_FILTER)
		bloom_fetch(&ix->bloom, t->key);
	else
		seen_fetch(&ix->seen, t->key);
	if (!index_is_near(&ix->o))
		return;
	if (ix->o.raw)
		fold = key_fold(t->bytes, &t->half);
	near_take(&ix->near, &t->near, fold);
}

int
index_judge(struct index *ix, const struct index_text *t, struct str doc,
    struct str loc, struct verdict *v)
{
	uint32_t low;
	uint64_t num;

	memset(v, 0, sizeof *v);
	if (t->bytes.len == 0)
		return 0;
	ix->blocks++;
	v->kind = VERDICT_NEW;
	if (ix->o.full == INDEX_FILTER)
		return filter(ix, t->key, v);
	if (seen_find(&ix->seen, t->key, &low)) {
		num = store_full(&ix->store, low);
		if (!verified(ix, t, num)) {
			ix->collided++;
			return remember(ix, t, doc, loc, 1, v);
		}
		v->kind = VERDICT_EXACT;
		v->repeat = 1;
		v->num = num;
		v->cover = 1000;
		return 0;
	}
	if (index_is_near(&ix->o)) {
		*v = near_find(&ix->near, &t->near, &ix->store);
		if (v->repeat)
			return 0;
	}
	return remember(ix, t, doc, loc, 0, v);
}

void
index_take(const struct index *ix, struct index_text *t, struct str text)
{
	t->bytes = ix->o.raw ? text : key_fold(text, &t->fold);
}

void
index_begin(struct index_text *t)
{
	buf_reset(&t->fold);
	t->bytes = buf_str(&t->fold);
}

void
index_add(const struct index *ix, struct index_text *t, struct str text)
{
	if (ix->o.raw)
		buf_put(&t->fold, text.s, text.len);
	else
		key_fold_more(text, &t->fold);
	t->bytes = buf_str(&t->fold);
}

void
index_text_free(struct index_text *t)
{
	buf_free(&t->fold);
	buf_free(&t->half);
	near_text_free(&t->near);
}

void
index_place(
    const struct index *ix, uint64_t num, struct str *doc, struct str *loc)
{
	if (num >= ix->store.first) {
		store_place(&ix->store, num, doc, loc);
		return;
	}
	*doc = buf_str(&ix->doc);
	*loc = buf_str(&ix->loc);
}

void
index_reset(struct index *ix)
{
	seen_reset(&ix->seen);
	store_reset(&ix->store);
	if (index_is_near(&ix->o))
		posts_reset(&ix->near.posts);
}

void
index_close(struct index *ix)
{
	seen_free(&ix->seen);
	store_free(&ix->store);
	near_free(&ix->near);
	pool_close(&ix->pool);
	index_text_free(&ix->restored);
	buf_free(&ix->doc);
	buf_free(&ix->loc);
}
