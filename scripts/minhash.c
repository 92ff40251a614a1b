/*
 * What qd-dedupe --near is measured beside: the plain way to find near repeats
 * (MinHash: Broder 1997; banding: Indyk and Motwani 1998), over windows of five
 * characters, 50 bands of 4 hashes, without a check.
 *
 * usage: minhash <RECORDS     drops lines whose text shares a band with an
 * earlier one
 */
#include <stdint.h>
#include <string.h>

#include "rec.h"
#include "utf8.h"

#define WINDOW 5
#define BANDS 50
#define ROWS 4
#define HASHES ((size_t)BANDS * ROWS)

struct table { /* keys of one band; 0: free */
	uint64_t *v;
	size_t n, cap; /* cap: a power of 2, or 0 */
};

static uint64_t
mix(uint64_t x)
{
	x = (x ^ x >> 29) * 0xbf58476d1ce4e5b9U;
	return x ^ x >> 32;
}

static uint64_t *
slot(const struct table *t, uint64_t key)
{
	size_t i = (size_t)mix(key) & (t->cap - 1);

	while (t->v[i] && t->v[i] != key)
		i = (i + 1) & (t->cap - 1);
	return &t->v[i];
}

static void
grow(struct table *t)
{
	struct table old = *t;
	size_t i;

	t->cap = old.cap ? 2 * old.cap : 1024;
	t->v = mem_calloc(t->cap, sizeof *t->v);
	for (i = 0; i < old.cap; i++)
		if (old.v[i])
			*slot(t, old.v[i]) = old.v[i];
	mem_free(old.v);
}

/* 1 when the key is there; else it is now. */
static int
seen(struct table *t, uint64_t key)
{
	uint64_t *at;

	if (2 * (t->n + 1) > t->cap)
		grow(t);
	at = slot(t, key);
	if (*at)
		return 1;
	*at = key;
	t->n++;
	return 0;
}

static void
sign(struct str text, uint32_t sig[HASHES], const uint32_t mul[HASHES])
{
	const char *s = text.s, *end = s + text.len;
	uint64_t w = 0;
	uint32_t cp, h, x;
	size_t i, n;

	memset(sig, 0xff, HASHES * sizeof *sig);
	for (n = 1; s < end; n++) {
		s += utf8_decode(s, (size_t)(end - s), &cp);
		/* 13 bits a character, five of them */
		w = w << 13 ^ cp;
		if (n < WINDOW)
			continue;
		h = (uint32_t)mix(w * 0x9e3779b97f4a7c15U);
		for (i = 0; i < HASHES; i++) {
			x = (h ^ mul[i]) * (mul[i] | 1);
			sig[i] = x < sig[i] ? x : sig[i];
		}
	}
}

/* 1 when the text shares a band with an earlier one. */
static int
repeats(struct table *t, struct str text, const uint32_t mul[HASHES])
{
	uint32_t sig[HASHES];
	uint64_t key;
	size_t b, i;
	int found = 0;

	sign(text, sig, mul);
	for (b = 0; b < BANDS; b++) {
		for (key = 0, i = 0; i < ROWS; i++)
			key = mix(
			    (key ^ sig[b * ROWS + i]) * 0x9e3779b97f4a7c15U);
		found |= seen(&t[b], key | 1);
	}
	return found;
}

int
main(void)
{
	static struct table t[BANDS];
	static uint32_t mul[HASHES];
	struct out out;
	struct in *in;
	struct line l;
	struct rec r;
	char *none[] = {NULL}, msg[160];
	enum in_event e;
	size_t i;

	for (i = 0; i < HASHES; i++)
		mul[i] = (uint32_t)mix((i + 1) * 0x94d049bb133111ebU);
	out_open(&out, 1);
	in = in_open(none, NULL, (size_t)1 << 24, &out);
	while ((e = in_next(in, &l)) != IN_END) {
		if (e == IN_FILE || rec_parse(&r, l.s, l.len, msg) ||
		    repeats(t, r.f[REC_TEXT], mul))
			continue;
		out_put(&out, l.s, l.len);
		out_putc(&out, '\n');
	}
	out_close(&out);
	for (i = 0; i < BANDS; i++)
		mem_free(t[i].v);
	return in_close(in) == -1 ? 2 : 0;
}
