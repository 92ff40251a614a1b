#include "almanac.h"

#include "calendar.h"
#include "data.h"
#include "lexis.h"
#include "mem.h"

#define TERMS 24
#define MONTHS 13
#define NAME 48 /* bytes of a holiday's name, at most */

struct year {
	struct date first; /* of its first month */
	int leap;	   /* the month behind which the leap month stands */
	int nmonths;
	int days[MONTHS];
	int term[TERMS]; /* day of the month; term k is in month k / 2 + 1 */
};

enum rule { RULE_DAY, RULE_LUNAR, RULE_WEEKDAY, RULE_TERM };

struct holiday {
	enum rule rule;
	int m, d;    /* month and day, also of the lunar year; or the term */
	int weekday; /* RULE_WEEKDAY: the dth one of the month */
};

struct almanac {
	struct year *year;
	size_t nyear, cap_year;
	int from; /* of year[0] */
	struct holiday *holiday;
	size_t n, cap;
	struct lexis names; /* of holidays, with their indices */
};

/* Digits of s from *i on, at most width: the number, or -1. */
static int
number(struct str s, size_t *i, size_t width)
{
	size_t from = *i;
	int n = 0;

	for (; *i < s.len && *i - from < width &&
	       is_digit((unsigned char)s.s[*i]);
	     ++*i)
		n = n * 10 + (s.s[*i] - '0');
	return *i > from ? n : -1;
}

static void
read_year(struct almanac *a, const struct data_file *d, const struct str *f)
{
	struct year *y;
	size_t i = 0, k;
	int n = number(f[0], &i, 4);

	a->year = mem_grow(a->year, &a->cap_year, a->nyear + 1, sizeof *y);
	y = &a->year[a->nyear];
	if (a->nyear == 0)
		a->from = n;
	i = 0;
	y->leap = number(f[2], &i, 2);
	y->nmonths = (int)f[3].len;
	if (n != a->from + (int)a->nyear ||
	    date_parse(f[1].s, f[1].len, &y->first) != 10 || y->leap < 0 ||
	    y->leap > 12 || y->nmonths != 12 + (y->leap > 0) ||
	    f[4].len != 2 * (size_t)TERMS)
		data_die(d, "want a year, its first day, leap month, months "
			    "and terms");
	for (k = 0; k < f[3].len; k++)
		y->days[k] = f[3].s[k] == '0' ? 30 : 29;
	for (k = i = 0; k < TERMS; k++) {
		y->term[k] = number(f[4], &i, 2);
		if (!date_ok(n, (int)k / 2 + 1, y->term[k]))
			data_die(d, "no day of a solar term");
	}
	a->nyear++;
}

/* The figures of a rule from i on, joined by hyphens; 0 when there are not
 * n, or one is none. */
static int
figures(struct str s, size_t i, int *v, size_t n)
{
	size_t k;

	for (k = 0; k < n; k++, i++) {
		v[k] = number(s, &i, 2);
		if (v[k] < 1 || (k + 1 < n && (i >= s.len || s.s[i] != '-')))
			return 0;
	}
	return i == s.len + 1;
}

static int
read_rule(struct str s, struct holiday *h)
{
	int c = s.len > 2 && s.s[1] == ' ' ? s.s[0] : '\0';
	int v[3] = {0, 1, 0};

	h->rule = c == 'L'   ? RULE_LUNAR
		  : c == 'W' ? RULE_WEEKDAY
		  : c == 'T' ? RULE_TERM
			     : RULE_DAY;
	if (!figures(s, h->rule == RULE_DAY ? 0 : 2, v,
		h->rule == RULE_TERM	  ? 1
		: h->rule == RULE_WEEKDAY ? 3
					  : 2))
		return 0;
	h->m = v[0];
	h->d = v[1];
	h->weekday = v[2];
	if (h->rule == RULE_TERM)
		return h->m <= TERMS;
	return h->m <= 12 && h->d <= 31 && h->weekday <= 7;
}

static void
read_holiday(struct almanac *a, const struct data_file *d, const struct str *f)
{
	struct holiday *h;

	a->holiday = mem_grow(a->holiday, &a->cap, a->n + 1, sizeof *h);
	h = &a->holiday[a->n++];
	memset(h, 0, sizeof *h);
	if (f[0].len < 3 || f[0].len > NAME || !read_rule(f[1], h) ||
	    lexis_add(&a->names, f[0], (uint32_t)a->n - 1) == -1)
		data_die(d, "want a name and MM-DD, L MM-DD, W MM-N-D or T N");
}

static void
read_table(struct almanac *a, const char *dir, const char *name, size_t fields,
    void (*row)(struct almanac *, const struct data_file *, const struct str *))
{
	char *path = data_path(dir, name);
	struct data_file d;
	struct str f[5];

	data_open(&d, path);
	while (data_next(&d, f, fields))
		row(a, &d, f);
	data_close(&d);
	mem_free(path);
}

struct almanac *
almanac_open(const char *dir)
{
	struct almanac *a = mem_calloc(1, sizeof *a);

	lexis_open(&a->names, LEXIS_FIRST);
	read_table(a, dir, "almanac.tsv", 5, read_year);
	read_table(a, dir, "holidays.tsv", 2, read_holiday);
	lexis_end(&a->names);
	return a;
}

void
almanac_close(struct almanac *a)
{
	if (!a)
		return;
	mem_free(a->year);
	mem_free(a->holiday);
	lexis_close(&a->names);
	mem_free(a);
}

static const struct year *
year_of(const struct almanac *a, int y)
{
	return y >= a->from && y - a->from < (int)a->nyear
		   ? &a->year[y - a->from]
		   : NULL;
}

int
almanac_day(
    const struct almanac *a, const struct lunar *l, int last, struct date *d)
{
	const struct year *y = year_of(a, l->y);
	int k, at, on = 0;

	if (!y || l->m < 1 || l->m > 12 || (l->leap && y->leap != l->m))
		return 0;
	/* months behind the leap month stand one further */
	at = l->m - 1 + (y->leap && (l->m > y->leap || l->leap));
	if (l->d < 1 || l->d > (last ? 30 : y->days[at]))
		return 0;
	for (k = 0; k < at; k++)
		on += y->days[k];
	on += (l->d < y->days[at] ? l->d : y->days[at]) - 1;
	*d = date_add(y->first, on);
	return 1;
}

const struct holiday *
almanac_holiday(const struct almanac *a, struct str name)
{
	struct text t = {name.s, name.len, NULL};
	struct lexis_hit hit;

	if (t.n == 0 || !lexis_longest(&a->names, &t, 0, &hit) ||
	    hit.len != t.n)
		return NULL;
	return &a->holiday[hit.value];
}

int
almanac_holiday_day(
    const struct almanac *a, const struct holiday *h, int y, struct date *d)
{
	struct lunar l = {y, h->m, 0, h->d};
	const struct year *year = year_of(a, y);

	switch (h->rule) {
	case RULE_LUNAR:
		return almanac_day(a, &l, 1, d);
	case RULE_TERM:
		if (!year)
			return 0;
		d->y = y;
		d->m = (h->m + 1) / 2;
		d->d = year->term[h->m - 1];
		return 1;
	case RULE_WEEKDAY:
	case RULE_DAY:
		d->y = y;
		d->m = h->m;
		d->d = h->rule == RULE_DAY ? h->d : 1;
		if (h->rule == RULE_WEEKDAY)
			d->d += (h->weekday - cal_weekday(*d) + 7) % 7 +
				7 * (h->d - 1);
		return date_ok(d->y, d->m, d->d);
	}
	return 0;
}
