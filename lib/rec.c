#include "rec.h"

#include <err.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "utf8.h"

#define MSG 160

struct rec_reader {
	struct in *in;
	struct out *out;
	const struct opt *opt;
	struct line line; /* the one last given */
	int bad;
	/* input in another form */
	const struct rec_form *form;
	struct buf made; /* lines that it became, and how far they are given */
	size_t given;
	int told;   /* what is wrong with them is named already */
	int opened; /* a file was opened and waits for them */
	int ended;
	const char *name; /* of the file that the last one is from */
};

struct rec_reader *
rec_open(char *const *files, const struct opt *o, struct out *out)
{
	struct rec_reader *rd = mem_calloc(1, sizeof *rd);

	rd->in = in_open(files, o->files0, o->max_record, out);
	rd->out = out;
	rd->opt = o;
	return rd;
}

void
rec_warn(struct rec_reader *rd, const char *fmt, ...)
{
	char msg[2 * MSG];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(msg, sizeof msg, fmt, ap);
	va_end(ap);
	rd->bad = 1;
	if (!rd->opt->quiet || rd->opt->strict)
		warnx("%s:%zu: %s", rd->name, rd->line.no, msg);
	if (rd->opt->strict) {
		if (rd->out)
			out_flush(rd->out);
		exit(2);
	}
}

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
		snprintf(msg, MSG,
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
		snprintf(msg, MSG,
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

/* A part of an over-long line, named once. */
static void
raw_part(struct rec_reader *rd, struct rec *r, int first)
{
	r->s = rd->line.s;
	r->len = rd->line.len;
	r->nl = !rd->line.more;
	r->kind = REC_RAW;
	if (first)
		rec_warn(rd,
		    "line longer than %zu bytes, passed on unread (raise "
		    "--max-record)",
		    rd->opt->max_record);
}

void
rec_form(struct rec_reader *rd, const struct rec_form *form)
{
	rd->form = form;
	rd->ended = 1; /* no file is open yet */
}

/* What line l, or the end of the file, amounts to. */
static void
convert(struct rec_reader *rd, const struct line *l)
{
	char msg[MSG];
	const char *wrong;

	buf_reset(&rd->made);
	rd->given = 0;
	rd->told = 0;
	do {
		wrong = rd->form->line(
		    rd->form->state, l, &rd->line.no, &rd->made, msg);
		rd->told |= wrong != NULL;
		if (wrong)
			rec_warn(rd, "%s", wrong);
	} while (wrong && l == NULL);
}

/* The next line that was made; 0 when there is none. */
static int
made_next(struct rec_reader *rd, struct rec *r)
{
	const char *s, *nl, *wrong;
	size_t left = rd->made.len - rd->given;
	char msg[MSG];

	if (left == 0)
		return 0;
	s = rd->made.s + rd->given;
	nl = memchr(s, '\n', left);
	left = nl ? (size_t)(nl - s) : left;
	rd->given += left + (nl != NULL);
	wrong = rec_parse(r, s, left, msg);
	if (wrong && !rd->told)
		rec_warn(rd, "%s", wrong);
	return 1;
}

/* As rec_next, of input in another form. */
static int
form_next(struct rec_reader *rd, struct rec *r)
{
	enum in_event e;
	int inside;

	for (;;) {
		if (made_next(rd, r))
			return 1;
		if (rd->opened) {
			rd->opened = rd->ended = 0;
			rd->name = in_name(rd->in);
			rd->form->begin(rd->form->state, rd->name);
		}
		inside = rd->line.more != 0;
		e = in_next(rd->in, &rd->line);
		if (e == IN_LINE && !rd->line.part) {
			convert(rd, &rd->line);
		} else if (e == IN_LINE) {
			raw_part(rd, r, !inside);
			return 1;
		} else {
			rd->line.more = 0;
			if (!rd->ended)
				convert(rd, NULL);
			rd->ended = 1;
			rd->opened = e == IN_FILE;
			if (e == IN_END && !made_next(rd, r))
				return 0;
			if (e == IN_END)
				return 1;
		}
	}
}

int
rec_next(struct rec_reader *rd, struct rec *r)
{
	char msg[MSG];
	const char *wrong;
	enum in_event e;
	int inside;

	if (rd->form)
		return form_next(rd, r);
	for (;;) {
		inside = rd->line.more != 0;
		e = in_next(rd->in, &rd->line);
		if (e == IN_END)
			return 0;
		if (e == IN_LINE)
			break;
		rd->line.more = 0;
		rd->name = in_name(rd->in);
	}
	if (rd->line.part) {
		raw_part(rd, r, !inside);
		return 1;
	}
	wrong = rec_parse(r, rd->line.s, rd->line.len, msg);
	if (wrong)
		rec_warn(rd, "%s", wrong);
	return 1;
}

size_t
rec_some(struct rec_reader *rd, struct rec *r, size_t max)
{
	size_t n = 0;

	if (rd->form || rd->opt->strict)
		max = 1;
	while (
	    n < max && (n == 0 || in_has_line(rd->in)) && rec_next(rd, &r[n]))
		n++;
	return n;
}

int
rec_close(struct rec_reader *rd)
{
	int status = rd->bad;

	if (in_close(rd->in) == -1)
		status = 2;
	buf_free(&rd->made);
	mem_free(rd);
	return status;
}

void
rec_put(struct out *o, const struct rec *r)
{
	out_put(o, r->s, r->len);
	if (r->nl)
		out_putc(o, '\n');
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

/* The byte that a backslash and c stand for. */
static char
unescape(char c)
{
	switch (c) {
	case 't':
		return '\t';
	case 'n':
		return '\n';
	case 'r':
		return '\r';
	default:
		return c;
	}
}

struct str
rec_text(struct str f, struct buf *b)
{
	const char *p = f.s, *end = f.s + f.len, *q;

	if (f.len == 0 || !memchr(f.s, '\\', f.len))
		return f;
	buf_reset(b);
	while ((q = memchr(p, '\\', (size_t)(end - p))) && q + 1 < end) {
		buf_put(b, p, (size_t)(q - p));
		buf_putc(b, unescape(q[1]));
		p = q + 2;
	}
	buf_put(b, p, (size_t)(end - p));
	return buf_str(b);
}

#define EACH(c) (0x0101010101010101U * (c))

/* Not 0 when one of the 8 bytes of w is below n (at most 0x80). */
static uint64_t
below(uint64_t w, unsigned n)
{
	return (w - EACH(n)) & ~w & EACH(0x80);
}

/* Where the first byte from i on stands that may be escaped; len if none does.
 * Eight bytes are looked at in one step (Mycroft's). */
static size_t
next_special(const char *s, size_t i, size_t len)
{
	uint64_t w;

	for (; len - i >= sizeof w; i += sizeof w) {
		memcpy(&w, s + i, sizeof w);
		if (below(w, ' ') | below(w ^ EACH('\\'), 1) |
		    below(w ^ EACH(';'), 1) | below(w ^ EACH('|'), 1))
			break;
	}
	for (; i < len; i++)
		if ((unsigned char)s[i] < ' ' || s[i] == '\\' || s[i] == ';' ||
		    s[i] == '|')
			return i;
	return len;
}

/* As rec_escape; in_attr: those of a value in attrs, too. */
static void
escape(struct buf *b, const char *s, size_t len, int in_attr)
{
	size_t i, from = 0;
	char c;

	for (i = next_special(s, 0, len); i < len;
	     i = next_special(s, i + 1, len)) {
		c = rec_letter(s[i]);
		if (!c && in_attr && (s[i] == ';' || s[i] == '|'))
			c = s[i];
		if (!c)
			continue;
		buf_put(b, s + from, i - from);
		buf_putc(b, '\\');
		buf_putc(b, c);
		from = i + 1;
	}
	buf_put(b, s + from, len - from);
}

void
rec_escape(struct buf *b, const char *s, size_t len)
{
	escape(b, s, len, 0);
}

int
attr_next(struct str attrs, size_t *at, struct str *key, struct str *val)
{
	size_t i = *at;

	if (i >= attrs.len)
		return 0;
	key->s = attrs.s + i;
	while (i < attrs.len && attrs.s[i] != '=' && attrs.s[i] != ';')
		i++;
	key->len = (size_t)(attrs.s + i - key->s);
	if (i < attrs.len && attrs.s[i] == '=')
		i++;
	val->s = attrs.s + i;
	while (i < attrs.len && attrs.s[i] != ';')
		i += attrs.s[i] == '\\' && i + 1 < attrs.len ? 2 : 1;
	val->len = (size_t)(attrs.s + i - val->s);
	*at = i + 1;
	return 1;
}

struct str
attr_get(struct str attrs, const char *key)
{
	struct str k, v, none = {NULL, 0};
	size_t at = 0;

	while (attr_next(attrs, &at, &k, &v))
		if (str_is(k, key))
			return v;
	return none;
}

void
attr_escape(struct buf *b, const char *s, size_t len)
{
	escape(b, s, len, 1);
}

struct str
attr_text(struct str v, struct buf *b)
{
	return rec_text(v, b);
}

void
attr_put(struct buf *b, const char *key, const char *s, size_t len)
{
	if (b->len)
		buf_putc(b, ';');
	buf_puts(b, key);
	buf_putc(b, '=');
	escape(b, s, len, 1);
}

void
attr_more(struct buf *b, const char *s, size_t len)
{
	buf_putc(b, '|');
	escape(b, s, len, 1);
}
