#include "state.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAGIC "qddupe\0\1" /* 8 bytes; the last is the version */
#define HEAD 24		   /* bytes before the blocks */
#define SUM 8		   /* and behind them */
#define KEY 16		   /* of a key and its block's number */

static const char broken[] = "is broken (take it away to begin anew)";

/* All that a key, a text or a verdict that was made depends on. */
static uint64_t
options(const struct index *ix, uint64_t tag)
{
	const uint16_t order = 1; /* codes are as the machine stores them */
	uint64_t v[9] = {tag, (uint64_t)ix->o.raw, (uint64_t)ix->o.verify,
	    (uint64_t)ix->o.near.near, (uint64_t)ix->o.near.contain,
	    index_is_near(&ix->o) ? ix->o.near.cover : 0,
	    index_is_near(&ix->o) ? ix->o.variants->hash : 0, ANCHOR_EVERY,
	    *(const unsigned char *)&order};
	char s[sizeof v];
	size_t i;

	for (i = 0; i < sizeof v; i++)
		s[i] = (char)(v[i / 8] >> 8 * (i % 8));
	return hash_bytes(s, sizeof s).lo;
}

static void
put_u64(struct buf *b, uint64_t x)
{
	size_t i;

	for (i = 0; i < 8; i++)
		buf_putc(b, (int)(x >> 8 * i & 0xff));
}

static uint64_t
get_u64(const char *s)
{
	uint64_t x = 0;
	size_t i;

	for (i = 0; i < 8; i++)
		x |= (uint64_t)(unsigned char)s[i] << 8 * i;
	return x;
}

static void
put_len(struct buf *b, size_t n)
{
	for (; n >= 0x80; n >>= 7)
		buf_putc(b, (int)((n & 0x7f) | 0x80));
	buf_putc(b, (int)n);
}

/* A length at *p, which moves behind it; 0 when there is none. */
static int
get_len(const char **p, const char *end, size_t *n)
{
	unsigned shift = 0;
	unsigned char c;

	*n = 0;
	do {
		if (*p == end || shift > 42)
			return 0;
		c = (unsigned char)*(*p)++;
		*n |= (size_t)(c & 0x7f) << shift;
		shift += 7;
	} while (c & 0x80);
	return 1;
}

/* The same of n bytes. */
static int
get_bytes(const char **p, const char *end, size_t n, struct str *s)
{
	if (n > (size_t)(end - *p))
		return 0;
	s->s = *p;
	s->len = n;
	*p += n;
	return 1;
}

static int
get_str(const char **p, const char *end, struct str *s)
{
	size_t n;

	return get_len(p, end, &n) && get_bytes(p, end, n, s);
}

/* A document's name: its length and one more, or 0 for the last one's. */
static int
get_doc(const char **p, const char *end, struct str *doc)
{
	size_t n;

	if (!get_len(p, end, &n))
		return 0;
	return n == 0 || get_bytes(p, end, n - 1, doc);
}

/* A text is codes of two bytes, lowest first, where the index has codes. */
static int
has_codes(const struct index *ix)
{
	return index_is_near(&ix->o) && !ix->o.verify;
}

static const char too_large[] = "does not fit into memory (raise --memory)";

/* Puts n blocks into the index; what follows them begins at *p. */
static const char *
parse_blocks(struct index *ix, const char **p, const char *end, uint64_t n)
{
	struct str doc = {"", 0}, loc, text;

	for (; n; n--) {
		if (!get_doc(p, end, &doc) || !get_str(p, end, &loc) ||
		    !get_str(p, end, &text) || (has_codes(ix) && text.len % 2))
			return broken;
		if (index_restore(ix, doc, loc, text) == -1)
			return too_large;
	}
	return NULL;
}

/* Puts in the keys of n blocks: all that is left. */
static const char *
parse_keys(struct index *ix, const char *p, const char *end, uint64_t n)
{
	struct hash key;
	uint64_t num;

	if ((end - p) % KEY != 0)
		return broken;
	for (; p < end; p += KEY) {
		key.hi = get_u64(p);
		num = get_u64(p + 8);
		key.lo = num & 0xffff;
		if (num >> 16 >= n)
			return broken;
		if (index_restore_key(ix, key, num >> 16) == -1)
			return too_large;
	}
	return NULL;
}

const char *
state_parse(struct index *ix, uint64_t tag, const char *s, size_t n)
{
	const char *p, *end, *wrong;
	uint64_t count;

	if (n < HEAD + SUM || memcmp(s, MAGIC, 7) != 0)
		return "is no state of qd-dedupe";
	if (s[7] != MAGIC[7])
		return "is of another version of qd-dedupe (take it away to "
		       "begin anew)";
	if (get_u64(s + n - SUM) != hash_bytes(s, n - SUM).lo)
		return broken;
	if (get_u64(s + 8) != options(ix, tag))
		return "was made with other options (or another list of "
		       "variants)";
	count = get_u64(s + 16);
	p = s + HEAD;
	end = s + n - SUM;
	wrong = parse_blocks(ix, &p, end, count);
	return wrong ? wrong : parse_keys(ix, p, end, count);
}

const char *
state_load(struct index *ix, uint64_t tag, const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	const char *wrong = "";
	struct stat st;
	void *p;

	if (fd == -1)
		return errno == ENOENT ? NULL : "";
	if (fstat(fd, &st) == 0) {
		if (st.st_size == 0 || !S_ISREG(st.st_mode)) {
			(void)close(fd);
			return "is no state of qd-dedupe";
		}
		p = mmap(
		    NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
		if (p != MAP_FAILED) {
			wrong = state_parse(ix, tag, p, (size_t)st.st_size);
			(void)munmap(p, (size_t)st.st_size);
		}
	}
	(void)close(fd);
	return wrong;
}

struct writer {
	int fd;
	struct buf b;
	struct hash_stream *sum;
	int failed;
};

/* Writes what waits, where it is enough. */
static void
flush(struct writer *w, size_t enough)
{
	const char *s = w->b.s;
	size_t n = w->b.len;
	ssize_t k;

	if (n < enough)
		return;
	if (w->sum)
		hash_add(w->sum, s, n);
	while (n && !w->failed) {
		k = write(w->fd, s, n);
		if (k == -1 && errno != EINTR)
			w->failed = 1;
		s += k > 0 ? k : 0;
		n -= k > 0 ? (size_t)k : 0;
	}
	buf_reset(&w->b);
}

static void
put_str(struct buf *b, struct str s)
{
	put_len(b, s.len);
	buf_put(b, s.s, s.len);
}

static void
put_doc(struct buf *b, struct str doc, int same)
{
	put_len(b, same ? 0 : doc.len + 1);
	if (!same)
		buf_put(b, doc.s, doc.len);
}

static void
write_blocks(struct writer *w, const struct index *ix)
{
	const struct store *s = &ix->store;
	struct str doc, loc, last = {"", 0};
	uint64_t i;

	for (i = s->first; i < s->next && !w->failed; i++) {
		store_place(s, i, &doc, &loc);
		put_doc(&w->b, doc, i > s->first && str_eq(doc, last));
		put_str(&w->b, loc);
		put_str(&w->b, store_text(s, i));
		last = doc;
		flush(w, 1U << 16);
	}
}

static void
write_keys(struct writer *w, const struct index *ix)
{
	uint64_t first = ix->store.first;
	struct seen_entry e;
	size_t i;

	for (i = 0; i < seen_places(&ix->seen) && !w->failed; i++) {
		if (!seen_at(&ix->seen, i, &e))
			continue;
		put_u64(&w->b, e.key);
		put_u64(&w->b,
		    (store_full(&ix->store, e.num) - first) << 16 | e.more);
		flush(w, 1U << 16);
	}
}

static void
write_all(struct writer *w, const struct index *ix, uint64_t tag)
{
	w->sum = hash_open();
	buf_put(&w->b, MAGIC, 8);
	put_u64(&w->b, options(ix, tag));
	put_u64(&w->b, ix->store.next - ix->store.first);
	write_blocks(w, ix);
	write_keys(w, ix);
	flush(w, 0);
	put_u64(&w->b, hash_close(w->sum));
	w->sum = NULL;
	flush(w, 0);
}

int
state_save(const struct index *ix, uint64_t tag, const char *path)
{
	struct writer w = {-1, {0}, NULL, 0};
	struct buf tmp = {0};
	int saved;

	buf_puts(&tmp, path);
	buf_puts(&tmp, ".tmp");
	w.fd = open(tmp.s, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	if (w.fd != -1) {
		write_all(&w, ix, tag);
		w.failed |= !w.failed && fsync(w.fd) == -1;
		w.failed |= close(w.fd) == -1 && !w.failed;
		if (!w.failed && rename(tmp.s, path) == -1)
			w.failed = 1;
		if (w.failed) {
			saved = errno;
			(void)unlink(tmp.s);
			errno = saved;
		}
	} else {
		w.failed = 1;
	}
	buf_free(&w.b);
	buf_free(&tmp);
	return w.failed ? -1 : 0;
}
