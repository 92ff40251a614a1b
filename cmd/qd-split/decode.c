#include "decode.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>
#include <strings.h>

#define LOOK 4096 /* bytes that tell the byte order */

struct decode {
	iconv_t cd;
	const char *encoding; /* as asked for */
	const char *now;      /* the one that cd decodes */
	struct buf held;      /* the start of a character, or of the file */
	size_t off;	      /* place of held in the file */
	size_t bad, bad_at;
	int wide;  /* 2 or 4: UTF-16 or UTF-32, its order not yet known */
	int begun; /* the order of this file is known */
};

/* Bytes of a code unit where the name leaves their order open, else 0. */
static int
open_order(const char *e)
{
	if (!strcasecmp(e, "UTF-16") || !strcasecmp(e, "UTF16") ||
	    !strcasecmp(e, "UCS-2"))
		return 2;
	if (!strcasecmp(e, "UTF-32") || !strcasecmp(e, "UTF32") ||
	    !strcasecmp(e, "UCS-4"))
		return 4;
	return 0;
}

struct decode *
decode_open(const char *encoding)
{
	iconv_t cd = iconv_open("UTF-8", encoding);
	struct decode *d;

	if (cd == (iconv_t)-1)
		return NULL;
	d = mem_calloc(1, sizeof *d);
	d->cd = cd;
	d->encoding = d->now = encoding;
	d->wide = open_order(encoding);
	return d;
}

/* How much the units of n bytes look like Chinese text in that order. */
static size_t
likely(const unsigned char *s, size_t n, size_t unit, int big)
{
	size_t i, good = 0;

	for (i = 0; i + unit <= n; i += unit) {
		unsigned lo = s[i + (big ? unit - 1 : 0)];
		unsigned hi = s[i + (big ? unit - 2 : 1)];
		unsigned cp = hi << 8 | lo;

		good += (cp >= 0x4e00 && cp <= 0x9fff) ||
			(cp >= 0x20 && cp < 0x7f) || cp == '\n' || cp == '\r' ||
			(cp >= 0x3000 && cp <= 0x3011) ||
			(cp >= 0xff01 && cp <= 0xff5e);
	}
	return good;
}

/* A byte order mark of the unit at s: 'b', 'l' or 0. */
static int
order_mark(const unsigned char *s, size_t n, size_t unit)
{
	if (n < unit)
		return 0;
	if (unit == 2)
		return s[0] == 0xfe && s[1] == 0xff   ? 'b'
		       : s[0] == 0xff && s[1] == 0xfe ? 'l'
						      : 0;
	if (!memcmp(s, "\0\0\xfe\xff", 4))
		return 'b';
	return memcmp(s, "\xff\xfe\0\0", 4) ? 0 : 'l';
}

/* Decides the byte order by the first bytes and opens the decoder for it. */
static void
decide(struct decode *d)
{
	const unsigned char *s = (const unsigned char *)d->held.s;
	size_t n = d->held.len < LOOK ? d->held.len : LOOK;
	size_t unit = (size_t)d->wide;
	int mark = order_mark(s, n, unit), big;

	big =
	    mark ? mark == 'b' : likely(s, n, unit, 1) > likely(s, n, unit, 0);
	d->now = unit == 2 ? big ? "UTF-16BE" : "UTF-16LE"
		 : big	   ? "UTF-32BE"
			   : "UTF-32LE";
	iconv_close(d->cd);
	d->cd = iconv_open("UTF-8", d->now);
	d->begun = 1;
}

static void
begin(void *state)
{
	struct decode *d = state;

	if (!d->wide)
		iconv(d->cd, NULL, NULL, NULL, NULL);
	buf_reset(&d->held);
	d->off = d->bad = 0;
	d->begun = d->wide == 0;
}

/* One byte that is nothing in this encoding. */
static void
skip_bad(struct decode *d, size_t at, struct buf *b)
{
	if (d->bad++ == 0)
		d->bad_at = d->off + at;
	buf_puts(b, "\xef\xbf\xbd");
}

/* Decodes what is held; keeps a cut character unless last. */
static void
convert(struct decode *d, int last, struct buf *b)
{
	char *in = d->held.s, *out;
	size_t left = d->held.len, room;

	while (left) {
		buf_reserve(b, 2 * left + 16);
		out = b->s + b->len;
		room = b->cap - b->len - 1;
		if (iconv(d->cd, &in, &left, &out, &room) == (size_t)-1 &&
		    errno != E2BIG) {
			b->len = (size_t)(out - b->s);
			if (errno == EINVAL && !last)
				break;
			skip_bad(d, d->held.len - left, b);
			in++;
			left--;
			continue;
		}
		b->len = (size_t)(out - b->s);
	}
	d->off += d->held.len - left;
	memmove(d->held.s, in, left);
	d->held.len = left;
}

static void
bytes(void *state, const char *s, size_t n, int last, struct buf *b)
{
	struct decode *d = state;

	buf_put(&d->held, s, n);
	if (!d->begun) {
		if (d->held.len < LOOK && !last)
			return;
		decide(d);
	}
	convert(d, last, b);
}

struct in_decoder
decode_hook(struct decode *d)
{
	struct in_decoder hook = {d, begin, bytes};

	return hook;
}

size_t
decode_bad(const struct decode *d, size_t *at)
{
	if (d->bad)
		*at = d->bad_at;
	return d->bad;
}

void
decode_close(struct decode *d)
{
	if (d == NULL)
		return;
	if (d->cd != (iconv_t)-1)
		iconv_close(d->cd);
	buf_free(&d->held);
	mem_free(d);
}
