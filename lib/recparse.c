/*
 * One line taken apart: what is a record and what is wrong with one that is
 * none (rec.h).
 */
#include "rec.h"

#include <stdio.h>
#include <string.h>

#include "utf8.h"

enum rec_kind
rec_kind(struct str tag)
{
	if (tag.len == 0 || tag.s[0] < 'a')
		return REC_ANN;
	if (str_is(tag, "doc"))
		return REC_DOCU;
	if (str_is(tag, "art"))
		return REC_ART;
	return str_is(tag, "para") || str_is(tag, "sent") ||
		       str_is(tag, "title") || str_is(tag, "kicker") ||
		       str_is(tag, "subtitle") || str_is(tag, "byline") ||
		       str_is(tag, "subhead") || str_is(tag, "caption") ||
		       str_is(tag, "note")
		   ? REC_BLOCK
		   : REC_ANN;
}

static int
isalpha_c(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static int
isdigit_c(char c)
{
	return c >= '0' && c <= '9';
}

static int
tag_ok(struct str t)
{
	size_t i;

	if (t.len == 0 || !isalpha_c(t.s[0]))
		return 0;
	for (i = 1; i < t.len; i++)
		if (!isalpha_c(t.s[i]) && !isdigit_c(t.s[i]) && t.s[i] != '-')
			return 0;
	return 1;
}

/* Digits, up to three groups of them joined by dots. */
static int
loc_ok(struct str l)
{
	size_t i, dots = 0;

	for (i = 0; i < l.len; i++) {
		if (l.s[i] == '.') {
			if (i == 0 || l.s[i - 1] == '.' || ++dots > 2)
				return 0;
		} else if (!isdigit_c(l.s[i])) {
			return 0;
		}
	}
	return l.len && l.s[l.len - 1] != '.';
}

/* At most 18 digits, so that it fits. */
static int
offset(struct str f, size_t *n)
{
	size_t i;

	*n = 0;
	if (f.len == 0 || f.len > 18)
		return 0;
	for (i = 0; i < f.len; i++) {
		if (!isdigit_c(f.s[i]))
			return 0;
		*n = *n * 10 + (size_t)(f.s[i] - '0');
	}
	return 1;
}

/* The fields of the line into r->f; returns how many there are. */
static size_t
split(struct rec *r)
{
	const char *p = r->s, *end = r->s + r->len, *t;
	size_t n = 0;

	for (;; p = t + 1) {
		t = memchr(p, '\t', (size_t)(end - p));
		if (n < REC_NFIELDS) {
			r->f[n].s = p;
			r->f[n].len = (size_t)((t ? t : end) - p);
		}
		n++;
		if (!t)
			return n;
	}
}

/* What is wrong with the line, if anything is, looked for at leisure. */
static const char *
find_fault(struct rec *r, char *msg)
{
	const char *s = r->s;
	size_t len = r->len, n = split(r);

	if (n != REC_NFIELDS) {
		snprintf(msg, REC_MSG,
		    "want 8 TAB-separated fields, found %zu (raw text goes "
		    "through qd-split first)",
		    n);
		return msg;
	}
	if (len && s[len - 1] == '\r')
		return "a CR before the newline (records end in LF alone: "
		       "take it out with tr -d '\\r')";
	if (len >= 3 && !memcmp(s, "\xef\xbb\xbf", 3))
		return "a byte order mark before the tag (take it out with "
		       "tail -c +4)";
	if (!tag_ok(r->f[REC_TAG]))
		return "field 1 is not a tag (want a letter, then letters, "
		       "digits or -)";
	if (!loc_ok(r->f[REC_LOC]))
		return "field 3 is not a place (want numbers joined by dots, "
		       "as 3.12)";
	if (!offset(r->f[REC_START], &r->start) ||
	    !offset(r->f[REC_END], &r->end) || r->start > r->end)
		return "fields 4 and 5 are not offsets (want start <= end in "
		       "bytes)";
	n = utf8_valid(s, len);
	if (n < len) {
		snprintf(msg, REC_MSG,
		    "invalid UTF-8 at byte %zu of the line (records are "
		    "UTF-8: qd-split makes it so)",
		    n + 1);
		return msg;
	}
	if (memchr(s, '\r', len))
		return "a raw CR in a field (records write it as \\r)";
	return NULL;
}

/*
 * Takes apart what nearly all lines are, in one pass: UTF-8 with seven TABs
 * and no other control character.  1 when the line is a good record.
 */
static int
parse_plain(struct rec *r)
{
	size_t tab[REC_NFIELDS], n, i, from = 0;

	if (utf8_scan(r->s, r->len, tab, REC_NFIELDS, &n) < r->len ||
	    n != REC_NFIELDS - 1)
		return 0;
	tab[n] = r->len;
	for (i = 0; i < REC_NFIELDS; i++) {
		if (i < n && r->s[tab[i]] != '\t')
			return 0;
		r->f[i].s = r->s + from;
		r->f[i].len = tab[i] - from;
		from = tab[i] + 1;
	}
	return tag_ok(r->f[REC_TAG]) && loc_ok(r->f[REC_LOC]) &&
	       offset(r->f[REC_START], &r->start) &&
	       offset(r->f[REC_END], &r->end) && r->start <= r->end;
}

const char *
rec_parse(struct rec *r, const char *s, size_t len, char *msg)
{
	const char *fault = NULL;

	r->s = s;
	r->len = len;
	r->kind = REC_RAW;
	r->nl = 1;
	if (!parse_plain(r))
		fault = find_fault(r, msg);
	if (!fault)
		r->kind = rec_kind(r->f[REC_TAG]);
	return fault;
}

int
rec_same_loc(const struct rec *a, const struct rec *b)
{
	return str_eq(a->f[REC_LOC], b->f[REC_LOC]) &&
	       str_eq(a->f[REC_DOC], b->f[REC_DOC]);
}

struct str
rec_art(struct str loc)
{
	const char *dot = memchr(loc.s, '.', loc.len);

	if (dot)
		loc.len = (size_t)(dot - loc.s);
	return loc;
}
