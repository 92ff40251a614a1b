#include "where.h"

#include <stdlib.h>
#include <string.h>

static size_t
digits(struct str s, size_t i)
{
	size_t from = i;

	while (i < s.len && s.s[i] >= '0' && s.s[i] <= '9')
		i++;
	return i - from;
}

/* Length of the number at s, 0 where there is none. */
static size_t
number_len(struct str s)
{
	size_t i = s.len && (s.s[0] == '-' || s.s[0] == '+'), n, e;

	n = digits(s, i);
	if (n == 0)
		return 0;
	i += n;
	if (i + 1 < s.len && s.s[i] == '.' && digits(s, i + 1))
		i += 1 + digits(s, i + 1);
	if (i < s.len && (s.s[i] == 'e' || s.s[i] == 'E')) {
		e = i + 1;
		e += e < s.len && (s.s[e] == '-' || s.s[e] == '+');
		if (digits(s, e))
			i = e + digits(s, e);
	}
	return i;
}

/* The n bytes at s, which are a number. */
static double
value_of(const char *s, size_t n)
{
	char d[512];

	n = n < sizeof d ? n : sizeof d - 1;
	memcpy(d, s, n);
	d[n] = '\0';
	return strtod(d, NULL);
}

int
where_number(struct str s, double *lo, double *hi)
{
	size_t n = number_len(s), m;
	struct str rest;

	if (n == 0)
		return 0;
	*lo = *hi = value_of(s.s, n);
	if (n == s.len)
		return 1;
	if (s.len - n < 3 || memcmp(s.s + n, "..", 2) != 0)
		return 0;
	rest.s = s.s + n + 2;
	rest.len = s.len - n - 2;
	m = number_len(rest);
	if (m == 0 || m != rest.len)
		return 0;
	*hi = value_of(rest.s, m);
	return 1;
}

/* The comparison at s: its length and kind; 0 where there is none. */
static size_t
operator(const char *s, enum where_op *op)
{
	static const struct {
		const char *s;
		enum where_op op;
	} ops[] = {{"!=", WHERE_NE}, {"!~", WHERE_UNLIKE}, {"<=", WHERE_LE},
	    {">=", WHERE_GE}, {"=", WHERE_EQ}, {"<", WHERE_LT}, {">", WHERE_GT},
	    {"~", WHERE_LIKE}};
	size_t i, n;

	for (i = 0; i < sizeof ops / sizeof *ops; i++) {
		n = strlen(ops[i].s);
		if (!strncmp(s, ops[i].s, n)) {
			*op = ops[i].op;
			return n;
		}
	}
	return 0;
}

/* Takes t->text apart. */
static int
parse(struct where_test *t, struct ctx *ctx, const char **why, struct buf *msg)
{
	size_t n = strcspn(t->text, "!=<>~"), k;
	double hi;

	k = operator(t->text + n, &t->op);
	*why = "is no comparison (want NAME, then = != < <= > >= ~ or !~, then "
	       "VALUE)";
	if (k == 0)
		return -1;
	t->value = str_of(t->text + n + k);
	t->text[n] = '\0';
	*why = "is neither a field nor the key of an attribute";
	if (fields_source(&t->field, ctx, t->text) == -1)
		return -1;
	t->isnumber = where_number(t->value, &t->number, &hi);
	if (t->op != WHERE_LIKE && t->op != WHERE_UNLIKE)
		return 0;
	t->re = re_new(t->value, msg);
	*why = msg->s;
	return t->re ? 0 : -1;
}

int
where_add(struct where *w, struct ctx *ctx, const char *list, const char **why,
    struct buf *msg)
{
	const char *p = list;
	struct where_test *t;
	struct buf b = {0};

	for (;; p++) {
		buf_reset(&b);
		for (; *p && *p != ','; p++) {
			p += p[0] == '\\' && p[1] == ',';
			buf_putc(&b, *p);
		}
		w->v = mem_grow(w->v, &w->cap, w->n + 1, sizeof *w->v);
		t = &w->v[w->n++];
		memset(t, 0, sizeof *t);
		t->text = mem_dup(b.s ? b.s : "", b.len);
		if (parse(t, ctx, why, msg) == -1)
			break;
		if (*p == '\0') {
			buf_free(&b);
			return 0;
		}
	}
	buf_free(&b);
	return -1;
}

/* How s compares with what is asked: below 0, 0, above 0. */
static int
compare(const struct where_test *t, struct str s, int *order)
{
	double lo, hi;

	if (!t->isnumber) {
		*order = str_cmp(s, t->value);
		return s.len != 0;
	}
	if (!where_number(s, &lo, &hi))
		return 0;
	/* A range must lie beyond it as a whole. */
	if (t->op == WHERE_LT || t->op == WHERE_LE)
		lo = hi;
	*order = (lo > t->number) - (lo < t->number);
	return 1;
}

static int
equal(const struct where_test *t, struct str s)
{
	double lo, hi;

	if (str_eq(s, t->value))
		return 1;
	return t->isnumber && where_number(s, &lo, &hi) && lo >= t->number &&
	       hi <= t->number;
}

/* 1 when the test holds for one value s; for != and !~ whether it is the one
 * that must not be there. */
static int
one_holds(const struct where_test *t, struct str s)
{
	int order = 0;

	switch (t->op) {
	case WHERE_EQ:
	case WHERE_NE:
		return equal(t, s);
	case WHERE_LIKE:
	case WHERE_UNLIKE:
		order = re_match(t->re, s.s, s.len, 0);
		return order == RE_LIMIT ? -1 : order > 0;
	case WHERE_LT:
		return compare(t, s, &order) && order < 0;
	case WHERE_LE:
		return compare(t, s, &order) && order <= 0;
	case WHERE_GT:
		return compare(t, s, &order) && order > 0;
	case WHERE_GE:
		return compare(t, s, &order) && order >= 0;
	}
	return 0;
}

/* 1 when it holds for one of the values of an attribute. */
static int
any_holds(struct where *w, const struct where_test *t, struct str s)
{
	struct str v;
	size_t at = 0;
	int h;

	for (;;) {
		v.s = s.s + at;
		for (v.len = 0; at < s.len && s.s[at] != '|'; at++)
			at += s.s[at] == '\\' && at + 1 < s.len;
		v.len = (size_t)(s.s + at - v.s);
		h = one_holds(t, attr_text(v, &w->cell));
		if (h != 0 || at++ >= s.len)
			return h;
	}
}

static int
holds(struct where *w, const struct where_test *t, const struct rec *r)
{
	struct str s = fields_wire(&t->field, r, &w->cell);
	int h;

	if (s.s == NULL)
		s.s = "";
	if (t->field.at == REC_NFIELDS)
		h = any_holds(w, t, s);
	else
		h = one_holds(t, rec_text(s, &w->cell));
	if (h >= 0 && (t->op == WHERE_NE || t->op == WHERE_UNLIKE))
		h = !h;
	return h;
}

int
where_holds(struct where *w, const struct rec *r)
{
	size_t i;
	int h;

	if (r->kind == REC_RAW)
		return 1;
	for (i = 0; i < w->n; i++) {
		h = holds(w, &w->v[i], r);
		if (h != 1)
			return h;
	}
	return 1;
}

void
where_free(struct where *w)
{
	size_t i;

	for (i = 0; i < w->n; i++) {
		re_free(w->v[i].re);
		mem_free(w->v[i].text);
	}
	mem_free(w->v);
	buf_free(&w->cell);
	memset(w, 0, sizeof *w);
}
