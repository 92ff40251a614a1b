#include "name.h"

#include <string.h>

#include "date.h"

enum sep { SEP_NONE, SEP_YEAR, SEP_MONTH, SEP_SLASH, SEP_MARK };

static int
digit(const char *s, const char *end)
{
	return s < end && *s >= '0' && *s <= '9';
}

/* A number of min to max digits at *s, which moves behind it; -1: none. */
static int
number(const char **s, const char *end, int min, int max)
{
	int v = 0, n = 0;

	while (n < max && digit(*s, end)) {
		v = v * 10 + *(*s)++ - '0';
		n++;
	}
	return n < min ? -1 : v;
}

static int
skip(const char **s, const char *end, const char *what)
{
	size_t n = strlen(what);

	if ((size_t)(end - *s) < n || memcmp(*s, what, n) != 0)
		return 0;
	*s += n;
	return 1;
}

/* What stands between the numbers; mark: which one it is of - _ and a dot. */
static enum sep
separator(const char **s, const char *end, char *mark)
{
	*mark = '\0';
	if (skip(s, end, "年"))
		return SEP_YEAR;
	if (skip(s, end, "月"))
		return SEP_MONTH;
	if (skip(s, end, "/"))
		return SEP_SLASH;
	if (*s < end && (**s == '-' || **s == '_' || **s == '.')) {
		*mark = *(*s)++;
		return SEP_MARK;
	}
	return SEP_NONE;
}

/* The two may stand in one date. */
static int
fit(enum sep a, char mark_a, enum sep b, char mark_b)
{
	if (a == SEP_YEAR || b == SEP_MONTH)
		return a == SEP_YEAR && b == SEP_MONTH;
	return (a == b && mark_a == mark_b) || a == SEP_SLASH || b == SEP_SLASH;
}

/* The date that begins at s and that no digit follows; returns where it ends,
 * or NULL. */
static const char *
read_date(const char *s, const char *end, struct date *d)
{
	char mark_a, mark_b;
	enum sep a, b;

	d->y = number(&s, end, 4, 4);
	a = separator(&s, end, &mark_a);
	d->m = number(&s, end, a == SEP_NONE ? 2 : 1, 2);
	b = separator(&s, end, &mark_b);
	d->d = number(&s, end, b == SEP_NONE ? 2 : 1, 2);
	if (digit(s, end) || !fit(a, mark_a, b, mark_b))
		return NULL;
	return d->y >= 1800 && d->y < 2100 && date_ok(d->y, d->m, d->d) ? s
									: NULL;
}

static void
put_number(char *s, int n, int digits)
{
	while (digits--) {
		s[digits] = (char)('0' + n % 10);
		n /= 10;
	}
}

static void
put_date(char *s, const struct date *d)
{
	put_number(s, d->y, 4);
	put_number(s + 5, d->m, 2);
	put_number(s + 8, d->d, 2);
	s[4] = s[7] = '-';
	s[10] = '\0';
}

int
name_date(struct str name, char *date)
{
	const char *end = name.s + name.len, *base = end, *s, *to;
	struct date d;
	int found = 0;

	while (base > name.s && base[-1] != '/')
		base--;
	for (s = base; s < end; s++) {
		if (s > base && digit(s - 1, end))
			continue;
		if (read_date(s, end, &d)) {
			put_date(date, &d);
			return 1;
		}
	}
	for (s = name.s; s < base; s++) {
		if (s > name.s && s[-1] != '/')
			continue;
		to = read_date(s, end, &d);
		if (to && (to > base || *to == '/')) {
			put_date(date, &d);
			found = 1;
		}
	}
	return found;
}

int
name_field_date(struct str field, char *date)
{
	struct date d;

	while (field.len && *field.s == ' ') {
		field.s++;
		field.len--;
	}
	if (!read_date(field.s, field.s + field.len, &d))
		return 0;
	put_date(date, &d);
	return 1;
}
