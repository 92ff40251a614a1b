#include "known.h"

#include <string.h>

#include "numeral.h"
#include "when.h"

void
known_document(struct known *k)
{
	const struct almanac *almanac = k->almanac;

	memset(k, 0, sizeof *k);
	k->almanac = almanac;
}

static int
plausible(int year)
{
	return year >= 1949 && year < 2100;
}

/* The first year in a title: 2026年, or 2026 at its head. */
static int
year_of(const struct text *t)
{
	size_t i, to;
	int y;

	for (i = 0; i + 4 <= t->n; i++) {
		if (!is_digit((unsigned char)t->s[i]))
			continue;
		to = numeral_digits(t, i);
		if (to - i == 4 && (i == 0 || text_is(t, to, "年"))) {
			y = (t->s[i] - '0') * 1000 + (t->s[i + 1] - '0') * 100 +
			    (t->s[i + 2] - '0') * 10 + t->s[i + 3] - '0';
			if (plausible(y))
				return y;
		}
		i = to;
	}
	return 0;
}

/* The document's text has told its year. */
static void
tell_year(struct known *k, int year)
{
	k->page = year;
	if (!k->ref.y)
		k->ref.y = year;
}

void
known_article(struct known *k, struct date date, const struct text *title)
{
	int y;

	k->ref = date;
	if (!date.y && !k->page && (y = year_of(title)) != 0)
		k->page = y;
	if (!date.y)
		k->ref.y = k->page;
	k->day = k->ref;
	k->told = 0;
	known_sentence(k);
}

void
known_line(struct known *k, const struct text *t)
{
	struct point p;
	size_t i = 0, w;

	if (text_in(text_at(t, 0, &w), "【(["))
		i = w;
	if (i >= t->n || !is_digit((unsigned char)t->s[i]) ||
	    !point_read(t, i, k, &p) || p.kind != POINT_DAY || !p.told)
		return;
	/* behind it at most a time of day and brackets */
	for (i = p.to; i < t->n; i += w)
		if (!text_in(text_at(t, i, &w), "0123456789:-时分秒 】)]"))
			return;
	k->ref.y = p.y;
	k->ref.m = p.m;
	k->ref.d = p.d;
	k->day = k->ref;
}

void
known_sentence(struct known *k)
{
	memset(&k->near, 0, sizeof k->near);
}

/* 2月4日讯, 19日电 */
static int
is_dateline(const struct text *t, size_t to)
{
	return text_is(t, to, "讯") || text_is(t, to, "电") ||
	       text_is(t, to, "消息") || text_is(t, to, "信息");
}

/* 1 when the year at i..to may be the page's own. */
static int
is_present(const struct text *t, size_t i, size_t to)
{
	size_t w;

	return !text_in(text_before(t, i, &w), "到至从自于") &&
	       !text_is(t, to, "以来") && !text_is(t, to, "以前") &&
	       !text_in(text_at(t, to, &w), "起前后至到底-—~");
}

static void
learn(struct known *k, const struct text *t, size_t i, const struct when *w)
{
	const struct point *p = &w->at;

	if (!k->ref.y && p->told && plausible(p->y) &&
	    (p->kind != POINT_YEAR || is_present(t, i, w->to)))
		tell_year(k, p->y);
	if (!k->ref.m && p->kind == POINT_DAY && p->m &&
	    is_dateline(t, w->to)) {
		k->ref.m = p->m;
		k->ref.d = p->d;
	}
}

void
known_note(
    struct known *k, const struct text *t, size_t i, const struct when *w)
{
	if (!w->exact)
		return;
	if (!w->period)
		learn(k, t, i, w);
	if (w->at.told || w->at.kind == POINT_DAY) {
		k->near.y = w->at.y;
		k->near.m = w->at.m;
		k->near.d = w->at.d;
	}
	if (w->at.told && (!k->ref.y || w->at.y <= k->ref.y))
		k->told = w->at.y;
	if (w->at.kind == POINT_DAY)
		k->day = k->near;
}
