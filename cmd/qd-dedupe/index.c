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
	memset(ix, 0, sizeof *ix);
	ix->o = *o;
	if (pool_open(&ix->pool, o->memory) == -1)
		return -1;
	if (o->full == INDEX_FILTER) {
		bloom_open(&ix->bloom, &ix->pool);
		return 0;
	}
	seen_open(&ix->seen, &ix->pool);
	store_open(
	    &ix->store, &ix->pool, o->places || o->verify || index_is_near(o));
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
kept_text(const struct index *ix)
{
	struct str none = {"", 0};

	if (ix->o.verify)
		return ix->bytes;
	return index_is_near(&ix->o) ? near_bytes(&ix->near) : none;
}

/* 1 when the text of the key that was found is the same, or nobody asks. */
static int
verified(const struct index *ix, uint64_t num)
{
	if (!ix->o.verify)
		return 1;
	return str_eq(store_text(&ix->store, num), ix->bytes);
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
	seen_forget(&ix->seen, first);
	if (index_is_near(&ix->o))
		posts_forget(&ix->near.posts, (uint32_t)first);
	store_forget(s, first);
	if (ix->reach == 0 || s->next - first < ix->reach)
		ix->reach = s->next - first;
	return 1;
}

/* Room in all tables for the text that was judged; -1 when there is none. */
static int
room(struct index *ix, struct str doc, struct str loc)
{
	for (;;) {
		if (seen_room(&ix->seen) == 0 &&
		    (!index_is_near(&ix->o) || near_room(&ix->near) == 0) &&
		    store_room(&ix->store, doc, loc, kept_text(ix).len) == 0)
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
remember(struct index *ix, struct str doc, struct str loc, int known,
    struct verdict *v)
{
	uint64_t num;

	if (!ix->o.places)
		doc = loc = (struct str){"", 0};
	if (v->kind == VERDICT_PARTIAL && ix->o.full == INDEX_WINDOW)
		note_place(ix, v->num);
	if (room(ix, doc, loc) == -1)
		return -1;
	num = store_add(&ix->store, doc, loc, kept_text(ix));
	if (known)
		return 0;
	seen_put(&ix->seen, ix->key, num);
	if (index_is_near(&ix->o))
		near_put(&ix->near, num);
	if (v->kind == VERDICT_NEW)
		v->num = num;
	return 0;
}

int
index_restore(struct index *ix, struct str doc, struct str loc, struct str text)
{
	uint64_t num;

	ix->bytes = text;
	if (index_is_near(&ix->o))
		near_restore(&ix->near, text);
	if (room(ix, doc, loc) == -1)
		return -1;
	num = store_add(&ix->store, doc, loc, kept_text(ix));
	if (index_is_near(&ix->o))
		near_put(&ix->near, num);
	return 0;
}

int
index_restore_key(struct index *ix, struct hash key, uint64_t num)
{
	while (seen_room(&ix->seen) == -1)
		if (ix->o.full != INDEX_WINDOW || !forget(ix))
			return -1;
	if (num >= ix->store.first)
		seen_put(&ix->seen, key, num);
	return 0;
}

static int
filter(struct index *ix, struct verdict *v)
{
	if (bloom_put(&ix->bloom, ix->key)) {
		v->kind = VERDICT_EXACT;
		v->repeat = 1;
	}
	return bloom_chance(&ix->bloom) > INDEX_WRONG ? -1 : 0;
}

int
index_judge(struct index *ix, struct str doc, struct str loc, struct verdict *v)
{
	uint64_t num;

	memset(v, 0, sizeof *v);
	if (ix->bytes.len == 0)
		return 0;
	ix->blocks++;
	v->kind = VERDICT_NEW;
	ix->key = hash_bytes(ix->bytes.s, ix->bytes.len);
	if (ix->o.full == INDEX_FILTER)
		return filter(ix, v);
	if (index_is_near(&ix->o)) {
		/* What the key needs is fetched meanwhile. */
		__builtin_prefetch(seen_home(&ix->seen, ix->key));
		near_text(&ix->near,
		    ix->o.raw ? key_fold(ix->bytes, &ix->half) : ix->bytes);
	}
	if (seen_find(&ix->seen, ix->key, &num)) {
		if (!verified(ix, num)) {
			ix->collided++;
			return remember(ix, doc, loc, 1, v);
		}
		v->kind = VERDICT_EXACT;
		v->repeat = 1;
		v->num = num;
		v->cover = 1000;
		return 0;
	}
	if (index_is_near(&ix->o)) {
		*v = near_find(&ix->near, &ix->store);
		if (v->repeat)
			return 0;
	}
	return remember(ix, doc, loc, 0, v);
}

void
index_take(struct index *ix, struct str text)
{
	ix->bytes = ix->o.raw ? text : key_fold(text, &ix->fold);
}

void
index_begin(struct index *ix)
{
	buf_reset(&ix->fold);
	ix->bytes = buf_str(&ix->fold);
}

void
index_add(struct index *ix, struct str text)
{
	if (ix->o.raw)
		buf_put(&ix->fold, text.s, text.len);
	else
		key_fold_more(text, &ix->fold);
	ix->bytes = buf_str(&ix->fold);
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
	buf_free(&ix->fold);
	buf_free(&ix->half);
	buf_free(&ix->doc);
	buf_free(&ix->loc);
}
