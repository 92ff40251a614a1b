#include "art.h"

#include <string.h>

#include "date.h"
#include "find.h"
#include "rec.h"
#include "utf8.h"

#define HEAD 240 /* bytes of a paragraph in which a dateline ends */
#define AHEAD 7	 /* days that a dateline may lie after the page's own date */

/* What is gathered on the way through an article. */
struct facts {
	struct cue_hit line; /* dateline */
	struct date day;     /* of a stamp or source line */
	const char *day_from;
	struct buf by, media, place, tmp; /* by, media: attribute values */
};

int
art_year(int m, int d, int y, int pm, int pd)
{
	struct date limit = {y, pm, pd};

	limit = date_add(limit, AHEAD);
	if (limit.y > y || m < limit.m || (m == limit.m && d <= limit.d))
		return y;
	return y - 1;
}

/* Adds a value to a list joined by bars, unless it is there. */
static void
add_value(struct buf *b, struct str v)
{
	struct str all = buf_str(b);
	const char *q = all.s;

	if (v.len == 0)
		return;
	while (b->len && (q = find_bytes(all, q, v)) != NULL) {
		if ((q == all.s || q[-1] == '|') &&
		    (q + v.len == all.s + all.len || q[v.len] == '|'))
			return;
		q++;
	}
	if (b->len)
		attr_more(b, v.s, v.len);
	else
		attr_escape(b, v.s, v.len);
}

/* A name, without the space that spreads two characters. */
static void
add_name(struct facts *f, struct str v)
{
	size_t i;

	if ((unsigned char)v.s[0] < 0x80) {
		add_value(&f->by, v);
		return;
	}
	buf_reset(&f->tmp);
	for (i = 0; i < v.len; i++)
		if (v.s[i] != ' ')
			buf_putc(&f->tmp, v.s[i]);
	add_value(&f->by, buf_str(&f->tmp));
}

static void
add_names(struct page *p, struct facts *f, struct str names)
{
	size_t at = 0;
	struct str v;

	while (cue_name(p->cues, names, &at, &v))
		add_name(f, v);
}

/* The media of a byline, which may be joined by slashes. */
static void
add_media(struct facts *f, struct str v)
{
	const char *slash;
	struct str one;

	while (v.len) {
		slash = memchr(v.s, '/', v.len);
		one.s = v.s;
		one.len = slash ? (size_t)(slash - v.s) : v.len;
		if (!str_is(one, "本报") && !str_is(one, "本報"))
			add_value(&f->media, one);
		v.s += one.len + (slash != NULL);
		v.len -= one.len + (slash != NULL);
	}
}

/* A line in the byline's place need not have been told by its wording. */
static int
names_of(struct page *p, const struct unit *u, struct str s, struct cue_hit *h)
{
	enum cue k = (enum cue)u->ends.cue;

	if ((k == CUE_BYLINE || k == CUE_BYHEAD || k == CUE_CREDIT) &&
	    cue_read(p->cues, k, u->ends.rule, s, h))
		return 1;
	return cue_test(p->cues, CUE_BYLINE, s, h) ||
	       cue_test(p->cues, CUE_BYHEAD, s, h) ||
	       cue_test(p->cues, CUE_CREDIT, s, h);
}

/* A byline: names in it, or after 本报记者 on lines of their own. */
static void
read_byline(struct page *p, struct facts *f, const struct unit *u)
{
	struct str s = page_unit_text(p, u, &p->tmp);
	struct cue_hit h;

	if (u->name == NAME_LIST) {
		add_names(p, f, s);
		return;
	}
	if (u->name || u->ends.cue == CUE_AUTHOR) {
		add_name(f, s);
		return;
	}
	if (names_of(p, u, s, &h)) {
		add_media(f, h.media);
		add_names(p, f, h.names);
		if (h.m && !f->line.m) {
			f->line = h;
			buf_put(&f->place, h.place.s, h.place.len);
		}
	}
}

static void
read_tail(struct page *p, struct facts *f, const struct unit *u)
{
	struct str s = page_line_text(p, u, u->n - 1);
	struct cue_hit h;
	size_t from = s.len > 240 ? s.len - 240 : 0;

	while (from < s.len && ((unsigned char)s.s[from] & 0xc0) == 0x80)
		from++;
	s.s += from;
	s.len -= from;
	if (cue_test(p->cues, CUE_TAIL, s, &h)) {
		add_media(f, h.media);
		add_names(p, f, h.names);
	}
}

/* The head of a paragraph, over the lines and units it is made of. */
static struct str
head_text(struct page *p, const struct unit *u)
{
	struct buf *b = &p->tmp;
	struct str s;
	size_t i = 0;

	buf_reset(b);
	for (; b->len < HEAD; i++) {
		if (i == u->n) {
			if (u->next == UNIT_ALONE)
				break;
			u = &p->u[u->next];
			i = 0;
		}
		s = page_line_text(p, u, i);
		if (p->l[u->line + i].flags & LINE_BAD)
			break;
		buf_put(b, s.s, s.len < HEAD ? s.len : HEAD);
	}
	s = buf_str(b);
	s.len = utf8_cut(s.s, s.len);
	return s;
}

static void
read_dateline(struct page *p, struct facts *f, const struct unit *u)
{
	if (f->line.m || f->place.len)
		return;
	if (!cue_test(p->cues, CUE_DATELINE, head_text(p, u), &f->line))
		return;
	buf_put(&f->place, f->line.place.s, f->line.place.len);
	add_media(f, f->line.media);
	add_names(p, f, f->line.names);
}

static void
two(char *s, int n)
{
	s[0] = (char)('0' + n / 10 % 10);
	s[1] = (char)('0' + n % 10);
}

/* ISO 8601 into s[11]; --MM-DD without a year.  The caller has checked it. */
static void
iso(char *s, int y, int m, int d)
{
	size_t i = 0;

	memcpy(s, "--", 2);
	if (y) {
		two(s, y / 100);
		two(s + 2, y);
		s[4] = '-';
		i = 3;
	}
	two(s + i + 2, m);
	s[i + 4] = '-';
	two(s + i + 5, d);
	s[i + 7] = '\0';
}

/* A date in full on a line of its own, for the article or for the page. */
static void
read_day(struct page *p, struct facts *f, const struct unit *u, enum cue kind,
    const char *from)
{
	struct cue_hit h;

	if (!cue_read(
		p->cues, kind, u->ends.rule, page_unit_text(p, u, &p->tmp), &h))
		return;
	add_media(f, h.media);
	if (!date_ok(h.y, h.m, h.d))
		return;
	if (kind == CUE_FOLIO || kind == CUE_PART || kind == CUE_MARKED) {
		if (kind == CUE_FOLIO && *p->date)
			return;
		iso(p->date, h.y, h.m, h.d);
		p->date_from = from;
	} else if (f->day_from == NULL) {
		p->met = (struct date){h.y, h.m, h.d};
		late_day(&p->late, p->met);
		f->day.y = h.y;
		f->day.m = h.m;
		f->day.d = h.d;
		f->day_from = from;
	}
}

static void
read_unit(struct page *p, struct facts *f, const struct unit *u)
{
	if (u->ends.flags & LINE_BAD)
		return;
	switch (u->ends.cue) {
	case CUE_FOLIO:
		read_day(p, f, u, CUE_FOLIO, "page");
		return;
	case CUE_PART:
		read_day(p, f, u, CUE_PART, "part");
		return;
	case CUE_MARKED:
		read_day(p, f, u, CUE_MARKED, "title");
		return;
	case CUE_STAMP:
		read_day(p, f, u, CUE_STAMP, "stamp");
		return;
	case CUE_ORIGIN:
		read_day(p, f, u, CUE_ORIGIN, "source");
		return;
	}
	if (u->label == LABEL_BYLINE)
		read_byline(p, f, u);
	else if (u->label == LABEL_PARA) {
		if (u->ends.flags & LINE_DATELINE)
			read_dateline(p, f, u);
		if (u->ends.flags & LINE_TAIL)
			read_tail(p, f, u);
	}
}

/* The day of the dateline, its year from the article's or page's date. */
static void
put_date(struct page *p, const struct facts *f, struct buf *b)
{
	struct date ref = f->day, page = {0, 0, 0};
	const char *from = f->day_from ? f->day_from : p->date_from;
	const struct cue_hit *l = &f->line;
	char s[11];
	int y = l->y;

	if (*p->date)
		date_parse(p->date, 10, &page);
	if (f->day_from == NULL)
		ref = page;
	if (ref.y == 0 && l->m && !y && p->met.y) {
		y = art_year(l->m, l->d, p->met.y, p->met.m, p->met.d);
		from = "page";
	}
	if (l->m && !y && ref.y)
		y = art_year(l->m, l->d, ref.y, ref.m, ref.d);
	if (l->m && !y && date_ok(2000, l->m, l->d)) {
		y = p->late.over ? late_year(&p->late, l->m, l->d) : 0;
		from = "page";
		if (!y)
			late_hold(&p->late);
	}
	if (l->m && date_ok(y ? y : 2000, l->m, l->d)) {
		iso(s, y, l->m, l->d);
		attr_put(b, "date", s, strlen(s));
		attr_put(b, "date-from", "dateline", 8);
		if (y && !l->y)
			attr_more(b, from, strlen(from));
	} else if (ref.y) {
		iso(s, ref.y, ref.m, ref.d);
		attr_put(b, "date", s, strlen(s));
		attr_put(b, "date-from", from, strlen(from));
	}
}

/* key and a value that is escaped already. */
static void
put_raw(struct buf *b, const char *key, const struct buf *v)
{
	if (v->len == 0)
		return;
	attr_put(b, key, "", 0);
	buf_put(b, v->s, v->len);
}

void
art_attrs(struct page *p, size_t a, size_t z, struct buf *b)
{
	struct facts f;

	memset(&f, 0, sizeof f);
	for (; a < z; a++)
		read_unit(p, &f, &p->u[a]);
	buf_reset(b);
	put_raw(b, "by", &f.by);
	put_date(p, &f, b);
	put_raw(b, "media", &f.media);
	if (f.place.len)
		attr_put(b, "place", f.place.s, f.place.len);
	buf_free(&f.by);
	buf_free(&f.media);
	buf_free(&f.place);
	buf_free(&f.tmp);
}
