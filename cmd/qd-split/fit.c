#include "fit.h"

#include <string.h>

#include "utf8.h"

#define CONTEXT 6 /* characters before a cut that are compared */

/* What stands behind the places that end as the tail does, by how many of
 * their characters are the same. */
struct seen {
	uint32_t by;  /* the character behind */
	int n, mixed; /* how often; others, or a mark, stood there, too */
};

struct evidence {
	struct seen at[CONTEXT + 1];
	int all;   /* places of the last character */
	int pair;  /* of them, with the first of the head behind */
	int left;  /* with one more before */
	int right; /* with one more behind */
	int four;  /* with one more on both sides */
};

struct str
fit_last_chars(struct str s, size_t n)
{
	size_t at = s.len;
	uint32_t cp;
	struct str r;

	for (; n && at; n--)
		at -= utf8_before(s.s, at, &cp);
	r.s = s.s + at;
	r.len = s.len - at;
	return r;
}

struct str
fit_first_chars(struct str s, size_t n)
{
	size_t at = 0;
	uint32_t cp;

	for (; n && at < s.len; n--)
		at += utf8_decode(s.s + at, s.len - at, &cp);
	s.len = at;
	return s;
}

uint32_t
fit_first_char(struct str s)
{
	uint32_t cp = 0;

	if (s.len)
		utf8_decode(s.s, s.len, &cp);
	return cp;
}

static uint32_t
fit_last_char(struct str s)
{
	uint32_t cp = 0;

	if (s.len)
		utf8_before(s.s, s.len, &cp);
	return cp;
}

static unsigned
pair_bit(uint32_t a, uint32_t b)
{
	return (a * 40503U ^ b * 2654435761U) >> 8 & (FIT_PAIRS - 1);
}

void
fit_pairs_read(struct fit_pairs *f, struct str text)
{
	const unsigned char *u = (const unsigned char *)text.s;
	size_t i = 0;
	uint32_t cp, prev = 0;
	unsigned bit;

	memset(f, 0, sizeof *f);
	while (i < text.len) {
		if (u[i] >= 0xe4 && u[i] <= 0xe9 && text.len - i >= 3) {
			cp = (u[i] & 0x0fU) << 12 | (u[i + 1] & 0x3fU) << 6 |
			     (u[i + 2] & 0x3fU);
			i += 3;
		} else {
			i += utf8_decode(text.s + i, text.len - i, &cp);
		}
		bit = pair_bit(prev, cp);
		f->bits[bit / 64] |= (uint64_t)1 << bit % 64;
		prev = cp;
	}
	f->known = 1;
}

int
fit_pairs_has(const struct fit_pairs *f, struct str tail, struct str head)
{
	uint32_t a = fit_last_char(tail);
	unsigned bit = pair_bit(a, fit_first_char(head));

	return (a >= '0' && a <= '9') || (f->bits[bit / 64] >> bit % 64 & 1);
}

/*
 * The next place behind the character one (of 3 or 4 bytes): by its last
 * byte, which is the rarest of an ideograph.
 */
static const char *
next_place(struct str text, const char *from, struct str one)
{
	const char *end = text.s + text.len, *q = from;
	unsigned char last = (unsigned char)one.s[one.len - 1];

	while (q < end && (q = memchr(q, last, (size_t)(end - q))) != NULL) {
		q++;
		if ((size_t)(q - text.s) >= one.len &&
		    !memcmp(q - one.len, one.s, one.len))
			return q;
	}
	return NULL;
}

/* Characters, up to CONTEXT, that stand alike before a and b. */
static size_t
alike(struct str text, const char *a, struct str tail)
{
	size_t i = (size_t)(a - text.s), j = tail.len, n = 0;
	uint32_t x, y;

	while (n < CONTEXT && i && j) {
		i -= utf8_before(text.s, i, &x);
		j -= utf8_before(tail.s, j, &y);
		if (x != y)
			break;
		n++;
	}
	return n;
}

static void
note(struct evidence *e, size_t k, uint32_t by)
{
	size_t i;

	for (i = 1; i <= k; i++) {
		e->at[i].mixed |=
		    !utf8_ishan(by) || (e->at[i].n && e->at[i].by != by);
		e->at[i].by = by;
		e->at[i].n++;
	}
}

/* Goes through all places of the tail's last character but its own. */
static void
gather(struct evidence *e, struct str text, struct str tail, struct str head)
{
	struct str one = fit_last_chars(tail, 1),
		   two = fit_first_chars(head, 2);
	const char *q = text.s;
	uint32_t b = fit_first_char(head), by;
	size_t k, left;

	memset(e, 0, sizeof *e);
	while ((q = next_place(text, q, one)) != NULL) {
		left = (size_t)(text.s + text.len - q);
		e->all++;
		if (left == 0 || *q == '\n' || q == tail.s + tail.len)
			continue;
		utf8_decode(q, left, &by);
		k = alike(text, q, tail);
		note(e, k, by);
		if (by != b)
			continue;
		left = left >= two.len && !memcmp(q, two.s, two.len);
		e->pair++;
		e->left += k >= 2;
		e->right += left != 0;
		e->four += k >= 2 && left;
	}
}

/* The tail ends inside a word that goes on otherwise, three or more
 * characters long; the longest one decides. */
static int
against(const struct evidence *e, uint32_t head)
{
	size_t k;

	for (k = CONTEXT; k >= 3; k--)
		if (e->at[k].n >= (k >= 5 ? 1 : 2))
			return !e->at[k].mixed && e->at[k].by != head;
	return 0;
}

int
fit_against(struct str text, struct str tail)
{
	struct evidence e;
	struct str none = {"", 0};

	if (!utf8_ishan(fit_last_char(tail)))
		return 0;
	gather(&e, text, tail, none);
	return against(&e, 0);
}

/* What a number at the end of a cut and what follows tell: 18 and 万株. */
static int
number(struct str head)
{
	uint32_t b = utf8_fold(fit_first_char(head));

	return utf8_ishan(b) || b == '%' || b == '.' || b == '~' ||
		       (b >= '0' && b <= '9')
		   ? 2
		   : -3;
}

int
fit_score(struct str text, struct str tail, struct str head)
{
	uint32_t a = fit_last_char(tail), b = fit_first_char(head);
	struct evidence e;

	if (a >= '0' && a <= '9')
		return number(head);
	if (!utf8_ishan(a) || !utf8_ishan(b))
		return 0;
	gather(&e, text, tail, head);
	if (against(&e, b))
		return -3;
	if (e.four)
		return 4;
	return (e.right || (e.left && e.left * 5 >= e.at[2].n) ? 2 : 0) +
	       (e.pair >= 2 && e.pair * 3 >= e.all ? 2 : e.pair > 0);
}
