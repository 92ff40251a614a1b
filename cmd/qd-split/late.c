#include "late.h"

#include <string.h>

#include "find.h"
#include "utf8.h"

#define NEAR 31 /* days that a date in full may lie away */

void
late_begin(struct late *t)
{
	buf_reset(&t->kept);
	t->on = t->over = 0;
	t->seen = t->ndays = 0;
	memset(t->named, 0, sizeof t->named);
}

/* The value of a digit in any width, or a Chinese one; -1: none. */
static int
digit(uint32_t cp)
{
	static const uint32_t han[] = {0x3007, 0x4e00, 0x4e8c, 0x4e09, 0x56db,
	    0x4e94, 0x516d, 0x4e03, 0x516b, 0x4e5d};
	int i;

	cp = utf8_fold(cp);
	if (cp >= '0' && cp <= '9')
		return (int)(cp - '0');
	for (i = 0; i < 10; i++)
		if (cp == han[i])
			return i;
	return -1;
}

/* Before a year: it ends a range, or is a goal. */
static int
leads_to(uint32_t cp)
{
	switch (utf8_fold(cp)) {
	case '-':
	case '~':
	case 0x2013:
	case 0x2014:
	case 0x301c:
	case 0x81f3: /* 至 */
	case 0x5230: /* 到 */
		return 1;
	}
	return 0;
}

/* The four digits that end at s + at; 0 for no year that counts. */
static int
year_before(const char *s, size_t at)
{
	static const int place[] = {1, 10, 100, 1000};
	uint32_t cp;
	int i, v, y = 0;

	for (i = 0; i < 4; i++) {
		if (at == 0)
			return 0;
		at -= utf8_before(s, at, &cp);
		v = digit(cp);
		if (v < 0)
			return 0;
		y += v * place[i];
	}
	if (at && (utf8_before(s, at, &cp), leads_to(cp) || digit(cp) >= 0))
		return 0;
	return y >= 2000 && y < 2000 + LATE_YEARS ? y : 0;
}

/* One or two ASCII or full-width digits and the mark at s; 0: not there. */
static int
number_and(struct str *s, uint32_t mark)
{
	uint32_t cp;
	int v, n = 0, i;

	for (i = 0; i < 3 && s->len; i++) {
		size_t k = utf8_decode(s->s, s->len, &cp);

		s->s += k;
		s->len -= k;
		if (cp == mark)
			return n;
		cp = utf8_fold(cp);
		if (cp < '0' || cp > '9')
			return 0;
		v = (int)(cp - '0');
		n = n * 10 + v;
	}
	return 0;
}

void
late_day(struct late *t, struct date d)
{
	if (t->ndays < LATE_DAYS)
		t->days[t->ndays++] = d;
}

/* What stands behind 年. */
static void
see_year(struct late *t, int y, struct str rest)
{
	struct date d = {y, 0, 0};
	uint32_t cp = 0;

	if (rest.len)
		utf8_decode(rest.s, rest.len, &cp);
	if (cp == 0x4ee3 || cp == 0x524d) /* 代, 前 */
		return;
	t->named[y - 2000]++;
	d.m = number_and(&rest, 0x6708);
	d.d = d.m ? number_and(&rest, 0x65e5) : 0;
	if (date_ok(d.y, d.m, d.d))
		late_day(t, d);
}

void
late_see(struct late *t, const char *s, size_t len)
{
	static const struct str nian = {"\xe5\xb9\xb4", 3};
	struct str all = {s, len}, rest;
	const char *q = s;
	int y;

	if (t->over)
		return;
	t->seen += len;
	t->over = t->seen > LATE_MOST;
	while ((q = find_bytes(all, q, nian)) != NULL) {
		y = year_before(s, (size_t)(q - s));
		q += nian.len;
		rest.s = q;
		rest.len = (size_t)(s + len - q);
		if (y)
			see_year(t, y, rest);
	}
}

/* Days between m-d and the date in full f, m-d taken in its year or beside
 * it; *y: in which. */
static int
distance(struct date f, int m, int d, int *y)
{
	static const int before[] = {
	    0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
	int diff = before[m - 1] + d - before[f.m - 1] - f.d;

	*y = f.y;
	if (diff > 182) {
		*y = f.y - 1;
		diff -= 365;
	} else if (diff < -182) {
		*y = f.y + 1;
		diff += 365;
	}
	return diff < 0 ? -diff : diff;
}

/* The latest year named twice, or late in the year the one before it. */
static int
often_named(const struct late *t, int m)
{
	int i = LATE_YEARS - 1;

	while (i > 0 && t->named[i] < 2)
		i--;
	if (i == 0)
		return 0;
	if (m < 11)
		return 2000 + i;
	return t->named[i - 1] ? 2000 + i - 1 : 0;
}

int
late_year(const struct late *t, int m, int d)
{
	int best = NEAR + 1, year = 0, y, n;
	size_t k;

	for (k = 0; k < t->ndays; k++) {
		n = distance(t->days[k], m, d, &y);
		if (n < best) {
			best = n;
			year = y;
		}
	}
	if (year == 0)
		year = often_named(t, m);
	return year && date_ok(year, m, d) ? year : 0;
}

void
late_hold(struct late *t)
{
	t->on = t->on || !t->over;
}

void
late_put(struct late *t, struct out *out, const char *s, size_t len)
{
	if (t->on)
		buf_put(&t->kept, s, len);
	else
		out_put(out, s, len);
}

/* The date without a year in the attributes of an art record; NULL: none. */
static const char *
open_date(struct str line)
{
	static const struct str date = {"date=--", 7};
	const char *q = line.s, *end = line.s + line.len;
	int tabs;

	for (tabs = 0; tabs < 7 && q; tabs++) {
		q = memchr(q, '\t', (size_t)(end - q));
		q = q ? q + 1 : NULL;
	}
	while (q && (q = find_bytes(line, q, date)) != NULL) {
		if (q[-1] == '\t' || q[-1] == ';')
			return q;
		q += date.len;
	}
	return NULL;
}

/* One art record: its date becomes whole. */
static void
give_art(const struct late *t, struct out *out, struct str line)
{
	static const char from[] = "date-from=dateline";
	const char *q = open_date(line), *end = line.s + line.len;
	struct buf b = {0};
	int m, d, y;

	if (q == NULL || end - q < 12 + (int)sizeof from ||
	    memcmp(q + 13, from, sizeof from - 1) != 0) {
		out_put(out, line.s, line.len);
		return;
	}
	m = (q[7] - '0') * 10 + q[8] - '0';
	d = (q[10] - '0') * 10 + q[11] - '0';
	y = late_year(t, m, d);
	out_put(out, line.s, (size_t)(q - line.s));
	if (y) {
		buf_puts(&b, "date=");
		buf_putu(&b, (size_t)y);
		buf_put(&b, q + 6, 7 + sizeof from - 1);
		buf_puts(&b, "|page");
		q += 13 + sizeof from - 1;
		out_put(out, b.s, b.len);
		buf_free(&b);
	}
	out_put(out, q, (size_t)(end - q));
}

void
late_give(struct late *t, struct out *out)
{
	struct str line = {t->kept.s, 0};
	const char *end = t->kept.s + t->kept.len, *q;

	t->on = 0;
	while (line.s < end) {
		q = memchr(line.s, '\n', (size_t)(end - line.s));
		line.len = (size_t)((q ? q + 1 : end) - line.s);
		if (line.len > 4 && !memcmp(line.s, "art\t", 4))
			give_art(t, out, line);
		else
			out_put(out, line.s, line.len);
		line.s += line.len;
	}
	buf_reset(&t->kept);
}

int
late_full(const struct late *t)
{
	return t->on && (t->over || t->kept.len / 2 > LATE_MOST);
}

void
late_free(struct late *t)
{
	buf_free(&t->kept);
}
